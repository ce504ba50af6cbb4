//! Declared links are judged by hand: a name that is the dossier's own is confirmed or cleared with a reason, and a member
//! is kept from some criteria, which the record names and the registry does not read.

use std::time::Duration;

use sceau_app::synchronise::synchronise;
use sceau_domain::action::RecusalLevel;

use crate::board::Board;
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
        let dossiers = |desk: &sceau_app::desk::Desk| {
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

async fn own_links(seat: &Seat) {
    seat.click(&spot("submit")).await;
    // The dialog grows when it knows what is missing, and its buttons move.
    seat.spot("summary-line").await;
    seat.click(&spot("summary-links")).await;
}
