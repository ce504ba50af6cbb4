//! Declared links are judged by hand: a name that is the dossier's own is confirmed or cleared with a reason, and a member
//! is kept from some criteria, which the record names and the registry does not read; and what a recusal leaves of a vote
//! that is open.

use std::fs;
use std::sync::Mutex;
use std::time::Duration;

use sceau_app::desk::Desk;
use sceau_app::synchronise::synchronise;
use sceau_domain::action::RecusalLevel;
use sceau_domain::id::DossierId;
use sceau_ledger::payload::sealed::InterestItem;

use crate::board::Board;
use crate::lens::{Lens, settings};
use crate::programs::play;
use crate::scoring::SAVED;
use crate::seat::{Seat, spot};

const CHAIR: &str = "antoine-lefort";
const REASON: &str = "L’organisme de formation a relu ces deux réponses.";

#[test]
fn a_name_is_confirmed_and_a_member_is_kept_from_two_criteria_with_a_reason() {
    play(Duration::from_secs(1500), || async {
        let board = Board::of_campaign(&[CHAIR, "thomas-girard"]);
        let registry = board.registry();
        let chair = Seat::at(&board.desk(CHAIR), &board.folder("home")).await;
        chair.unlock(&board.passphrase(CHAIR)).await;
        chair.click(&spot("nav-interests-board")).await;
        chair.see("[data-testid^=judge-]").await;

        // The link that waits: two criteria, not without naming them, and not without a reason.
        chair.click("[data-testid^=decide-criterion-]").await;
        chair.spot("judge-criteria").await;
        chair.click(&spot("judge-confirm-go")).await;
        chair.spot("judge-confirm-error").await;
        let two = "[...document.querySelectorAll('[data-testid^=judge-criterion-]')].slice(0, 2).forEach((one) => one.click())";
        chair.ask(two, vec![]).await;
        chair.click(&spot("judge-confirm-go")).await;
        chair.spot("judge-confirm-error").await;
        chair.fill("judge-reason", REASON).await;
        chair.click(&spot("judge-confirm-go")).await;
        chair.gone("dialog[open]").await;
        let decided = format!("return document.body.innerText.includes('{REASON}')");
        chair.until("the decision stands with its reason", &decided).await;
        assert!(!chair.shows("[data-testid^=decide-criterion-]").await, "nothing waits any more");

        // A name that the comparison found in another declaration: a person says that it is the same.
        let open = "document.querySelectorAll('details.why').forEach((one) => (one.open = true))";
        chair.ask(open, vec![]).await;
        let found = "[data-testid^=match-confirm-][data-testid*='-0-0-']";
        chair.click(found).await;
        chair.fill("match-reason", "Même société, adresse vérifiée.").await;
        chair.click(&spot("match-confirm-go")).await;
        chair.gone("dialog[open]").await;
        chair.ask(open, vec![]).await;
        chair.see("[data-testid^=match-][data-state=confirmed]").await;
        chair.exchange().await;
        chair.close().await;

        // Whom it concerns reads why; the record names the two criteria for whoever holds the dossier's key.
        let concerned = board.open("thomas-girard");
        synchronise(&concerned).await.unwrap();
        let desk = concerned.lock().unwrap();
        let me = desk.me().unwrap();
        let dossiers = desk.board().dossiers.iter();
        let mut kept =
            dossiers.filter(|(_, one)| one.recusals.get(&me) == Some(&Some(RecusalLevel::Criterion)));
        let dossier = *kept.next().unwrap().0;
        assert_eq!(desk.reason_of_decision(dossier, me).unwrap().as_deref(), Some(REASON));
        drop(desk);
        let chair = board.open(CHAIR);
        assert_eq!(chair.lock().unwrap().named_criteria(dossier, me).unwrap().len(), 2);
        drop(registry);
    });
}

const WORDS: &str = "Les deux bras ne sont pas comparables.";
const BEGUN: &str = "Mon frère y travaille";

#[test]
fn a_reviewer_steps_back_by_hand_and_keeps_nothing_of_the_dossier_but_their_own_words() {
    play(Duration::from_secs(900), || async {
        let board = Board::with(&["claire-aubert", CHAIR]);
        let registry = board.registry();
        let seat = Seat::at(&board.desk("claire-aubert"), &board.folder("home")).await;
        seat.unlock(&board.passphrase("claire-aubert")).await;
        seat.click("[data-testid^=task-review-] button").await;
        seat.fill("reason", WORDS).await;
        seat.until("it is on the disk", SAVED).await;

        // From the sheet to one's own links; a form that is begun outlives the program.
        own_links(&seat).await;
        seat.click(&spot("step-back")).await;
        seat.fill("step-back-reason", BEGUN).await;
        // A power cut a second later; nobody pressed anything in between.
        tokio::time::sleep(Duration::from_secs(1)).await;
        seat.kill();
        let seat = Seat::at(&board.desk("claire-aubert"), &board.folder("home")).await;
        seat.unlock(&board.passphrase("claire-aubert")).await;
        seat.click("[data-testid^=task-review-] button").await;
        own_links(&seat).await;
        seat.click(&spot("step-back")).await;
        let begun = format!("return document.getElementById('step-back-reason').value === '{BEGUN}'");
        seat.until("what was begun is there again", &begun).await;
        let dossiers = |desk: &Desk| {
            let me = desk.me().unwrap();
            let full = |(_, one): &(_, &sceau_domain::board::DossierState)| one.is_shut_out(me);
            desk.board().dossiers.iter().filter(full).map(|(id, _)| *id).collect::<Vec<_>>()
        };
        seat.click(&spot("step-back-confirm-go")).await;
        seat.spot("interest-recused").await;
        seat.spot("words-aside").await;
        seat.click(&spot("words-forget")).await;
        seat.gone(&spot("words-aside")).await;
        assert!(!seat.shows(&spot("step-back")).await, "there is no way back from here");
        // The window is closed right away: what was done a moment ago is sent all the same.
        seat.close().await;

        let claire = board.open("claire-aubert");
        let (me, dossier) = {
            let desk = claire.lock().unwrap();
            let [dossier] = dossiers(&desk)[..] else { panic!("one dossier was left") };
            assert!(desk.review_view(dossier).is_err());
            assert_eq!(desk.waiting().unwrap(), 0, "everything was sent when the window closed");
            (desk.me().unwrap(), dossier)
        };
        let chair = board.open(CHAIR);
        synchronise(&chair).await.unwrap();
        let desk = chair.lock().unwrap();
        assert!(desk.board().dossiers[&dossier].is_shut_out(me));
        assert_eq!(desk.reason_of_decision(dossier, me).unwrap().as_deref(), Some(BEGUN));
        drop(desk);
        drop(registry);
    });
}

const VOTED: &str = "InsuBalise";
/// All patients' members: the bylaws ask for one of them.
const PATIENTS: [&str; 2] = ["nadia-belkacem", "gerard-lemoine"];
const THIRD: &str = "camille-noel";
const CLINICIAN: &str = "julien-caron";

#[test]
fn who_decides_a_recusal_while_a_vote_runs_reads_first_whether_the_quorum_is_still_within_reach() {
    play(Duration::from_secs(900), || async {
        let mut lens = Lens::new();
        let board = Board::of_campaign(&[CHAIR, CLINICIAN, THIRD, PATIENTS[0], PATIENTS[1]]);
        let registry = board.registry();
        // While the vote runs two members remember a link, and two more are kept out.
        for person in [CLINICIAN, THIRD] {
            let desk = board.open(person);
            synchronise(&desk).await.unwrap();
            let dossier = voted(&desk);
            desk.lock().unwrap().declare(dossier, vec![link()]).unwrap();
            synchronise(&desk).await.unwrap();
        }
        let members = [PATIENTS[0], PATIENTS[1], CLINICIAN, THIRD].map(|person| {
            let desk = board.open(person);
            let desk = desk.lock().unwrap();
            desk.me().unwrap()
        });
        let [first, second, clinician, third] = members;
        let dossier = {
            let chair = board.open(CHAIR);
            synchronise(&chair).await.unwrap();
            let dossier = voted(&chair);
            for member in [first, second] {
                chair.lock().unwrap().recuse(dossier, member, Some(RecusalLevel::Full), REASON).unwrap();
            }
            synchronise(&chair).await.unwrap();
            dossier
        };

        for language in ["en", "fr"] {
            lens.look = format!("{language}-light");
            let desk = board.desk(CHAIR);
            fs::write(desk.join("settings.toml"), settings(language, "light")).unwrap();
            let chair = Seat::at(&desk, &board.folder(&format!("home-{language}"))).await;
            chair.unlock(&board.passphrase(CHAIR)).await;
            chair.click(&spot("nav-interests-board")).await;

            // The last patients' member: without them no vote would count, however many others come.
            chair.click(&spot(&format!("decide-full-{third}"))).await;
            let told = chair.spot("judge-vote").await.text().await.unwrap();
            lens.take(&chair, "recusal-in-a-vote").await;
            assert!(told.contains("19") && told.contains("14"), "{told}");
            if language == "en" {
                assert!(told.contains("no longer be represented"), "{told}");
                chair.close().await;
                continue;
            }
            assert!(told.contains("ne serait plus représenté"), "{told}");
            // To keep somebody from criteria takes no vote away.
            chair.click(&spot("judge-level-criterion")).await;
            chair.gone(&spot("judge-vote")).await;
            chair.press("Escape").await;
            chair.gone("dialog[open]").await;

            // One clinician of eight: the same number, and within reach. The chair decides, and the vote goes on without them.
            chair.click(&spot(&format!("decide-full-{clinician}"))).await;
            let told = chair.spot("judge-vote").await.text().await.unwrap();
            assert!(told.contains("19") && told.ends_with("atteignable."), "{told}");
            chair.fill("judge-reason", REASON).await;
            chair.click(&spot("judge-confirm-go")).await;
            chair.gone("dialog[open]").await;
            chair.spot(&format!("decided-{clinician}")).await;
            chair.click(&spot(&format!("decide-full-{third}"))).await;
            let told = chair.spot("judge-vote").await.text().await.unwrap();
            assert!(told.contains("18"), "what was decided counts: {told}");
            chair.press("Escape").await;
            chair.gone("dialog[open]").await;
            chair.exchange().await;
            chair.close().await;
        }
        let chair = board.open(CHAIR);
        let chair = chair.lock().unwrap();
        assert!(chair.board().dossiers[&dossier].is_shut_out(clinician));
        assert!(!chair.board().dossiers[&dossier].is_shut_out(third), "nothing was decided by looking");
        drop(chair);
        drop(registry);
        lens.verdict();
    });
}

/// The dossier about which a vote is open.
fn voted(desk: &Mutex<Desk>) -> DossierId {
    let desk = desk.lock().unwrap();
    let mut dossiers = desk.board().dossiers.keys();
    *dossiers.find(|one| desk.card(**one).is_ok_and(|card| card.solution.starts_with(VOTED))).unwrap()
}

fn link() -> InterestItem {
    InterestItem {
        category: "consultancy".to_owned(),
        entity: "Cabinet Rive (démonstration)".to_owned(),
        from: Some("2026-09".to_owned()),
        to: None,
        paid: "me".to_owned(),
        text: "Une mission de conseil acceptée en septembre.".to_owned(),
        identifier: None,
    }
}

async fn own_links(seat: &Seat) {
    seat.click(&spot("submit")).await;
    // The dialog grows when it knows what is missing, and its buttons move.
    seat.spot("summary-line").await;
    seat.click(&spot("summary-links")).await;
}
