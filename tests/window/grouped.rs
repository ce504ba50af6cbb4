//! The secretariat takes one step for several dossiers at once: asked once, told dossier by dossier; what one of them refuses
//! is said with its reason and keeps none of the others waiting.

use std::fs;
use std::time::{Duration, Instant};

use sceau_app::synchronise::synchronise;
use sceau_domain::dossier::Stage;
use sceau_domain::id::DossierId;
use sceau_tests::reviewing::review;

use crate::board::Board;
use crate::lens::{Lens, settings};
use crate::programs::play;
use crate::seat::{Seat, spot};

const SECRETARIAT: &str = "helene-roy";
const CHAIR: &str = "antoine-lefort";
/// Those whose sheets are still out in the three rounds of the campaign.
const REVIEWERS: [&str; 9] = [
    "claire-aubert",
    "karim-benali",
    "mathieu-perrin",
    "nadia-belkacem",
    "omar-diallo",
    "beatrice-colin",
    "ines-marchand",
    "agnes-rousseau",
    "gerard-lemoine",
];
const ROUNDS: [&str; 3] = ["OncoSuivi", "CarnetTrame", "PeauRepère"];
/// Its sheets are open already: it allows another step.
const OPENED: &str = "AéroPas";
/// The longest that a window leaves the registry alone in the first minutes, and some more.
const NEWS: Duration = Duration::from_secs(90);

#[test]
fn one_step_for_several_dossiers_leaves_out_the_one_that_refuses_it_and_says_why() {
    play(Duration::from_secs(580), || async {
        let mut lens = Lens::new();
        let board = Board::of_campaign(&[&REVIEWERS[..], &[SECRETARIAT, CHAIR]].concat());
        let _registry = board.registry();
        for person in REVIEWERS {
            hand_in(&board, person).await;
        }
        let [one, taken, other] = ROUNDS.map(|solution| named(&board, solution));
        let opened = named(&board, OPENED);

        // In English first: asked about, and left alone.
        let seat = seated(&board, &mut lens, "en").await;
        choose(&seat, &[one, taken, other]).await;
        seat.click(&spot("chosen-close-intake")).await;
        seat.spot("group-go").await;
        lens.take(&seat, "group-ask").await;
        seat.click(&spot("group-cancel")).await;
        seat.gone(&spot("group")).await;
        seat.close().await;
        assert!(!closed(&board, one), "nothing is done by whoever only looks");

        // A step is offered where every chosen dossier allows it.
        let seat = seated(&board, &mut lens, "fr").await;
        choose(&seat, &[one, taken, other]).await;
        seat.spot("chosen-close-intake").await;
        choose(&seat, &[opened]).await;
        seat.gone(&spot("chosen-close-intake")).await;
        choose(&seat, &[opened]).await;
        seat.click(&spot("chosen-close-intake")).await;
        seat.spot("group-go").await;
        lens.take(&seat, "group-ask").await;

        // While the secretariat reads the question, the chair takes the step for one of them.
        let before = line(&seat, taken).await;
        let chair = board.open(CHAIR);
        synchronise(&chair).await.unwrap();
        chair.lock().unwrap().close_intake(taken).unwrap();
        synchronise(&chair).await.unwrap();
        let begun = Instant::now();
        while line(&seat, taken).await == before {
            assert!(begun.elapsed() < NEWS, "the window never heard of it: {before}");
            tokio::time::sleep(Duration::from_millis(200)).await;
        }

        seat.ask(FOLLOW, vec![]).await;
        seat.click(&spot("group-go")).await;
        let sum = seat.spot("group-sum").await.text().await.unwrap();
        assert!(sum.contains("2 dossiers traités") && sum.contains("refus"), "{sum}");
        let followed = seat.ask("return window.followed.join(', ')", vec![]).await;
        assert!(followed.as_str().unwrap().contains("1 sur 3"), "it is told how far it is: {followed}");
        for (dossier, words) in [(one, "fait"), (other, "fait"), (taken, "est close")] {
            let told = seat.spot(&format!("group-{dossier}")).await.text().await.unwrap();
            assert!(told.contains(words), "{told}");
        }
        let ended = "return document.activeElement?.dataset.testid === 'group-end'";
        seat.until("the keyboard goes on at the end", ended).await;
        lens.take(&seat, "group-done").await;
        seat.press("Enter").await;
        seat.gone(&spot("group")).await;
        // What was not done stays chosen.
        let kept = "return [...document.querySelectorAll('[data-row]:checked')].map((one) => one.dataset.row).join()";
        assert_eq!(seat.ask(kept, vec![]).await, taken.to_string());
        seat.exchange().await;
        seat.close().await;

        synchronise(&chair).await.unwrap();
        let chair = chair.lock().unwrap();
        for dossier in [one, taken, other] {
            let state = &chair.board().dossiers[&dossier];
            assert!(state.round().is_some_and(|round| round.closed_at.is_some()), "{dossier}");
        }
        drop(chair);
        lens.verdict();
    });
}

/// Without a window: every sheet that is asked of somebody is filled and handed in.
async fn hand_in(board: &Board, person: &str) {
    let desk = board.open(person);
    synchronise(&desk).await.unwrap();
    {
        let mut desk = desk.lock().unwrap();
        let me = desk.me().unwrap();
        let scored = desk.board().dossiers.iter().filter(|(_, one)| one.stage == Stage::Scoring);
        let asked = scored.filter(|(_, one)| one.awaited().any(|member| member == me));
        let asked: Vec<DossierId> = asked.map(|(dossier, _)| *dossier).collect();
        for dossier in asked {
            review(&desk, dossier, 0).unwrap();
            desk.submit(dossier).unwrap();
        }
    }
    synchronise(&desk).await.unwrap();
}

async fn seated(board: &Board, lens: &mut Lens, language: &str) -> Seat {
    lens.look = format!("{language}-light");
    let desk = board.desk(SECRETARIAT);
    fs::write(desk.join("settings.toml"), settings(language, "light")).unwrap();
    let seat = Seat::at(&desk, &board.folder(&format!("home-{language}"))).await;
    seat.unlock(&board.passphrase(SECRETARIAT)).await;
    seat.exchange().await;
    seat.click(&spot("nav-dossiers")).await;
    seat
}

/// Ticks the boxes of rows, or takes the ticks away.
async fn choose(seat: &Seat, dossiers: &[DossierId]) {
    for dossier in dossiers {
        seat.click(&spot(&format!("choose-{dossier}"))).await;
    }
}

/// What the table says of a dossier.
async fn line(seat: &Seat, dossier: DossierId) -> String {
    let said = format!("return document.querySelector('[data-testid=\"dossier-{dossier}\"]').innerText");
    seat.ask(&said, vec![]).await.as_str().unwrap().to_owned()
}

fn named(board: &Board, solution: &str) -> DossierId {
    let desk = board.open(SECRETARIAT);
    let desk = desk.lock().unwrap();
    let mut dossiers = desk.board().dossiers.keys();
    *dossiers
        .find(|dossier| desk.card(**dossier).is_ok_and(|card| card.solution.starts_with(solution)))
        .unwrap()
}

fn closed(board: &Board, dossier: DossierId) -> bool {
    let desk = board.open(SECRETARIAT);
    let desk = desk.lock().unwrap();
    desk.board().dossiers[&dossier].round().is_some_and(|round| round.closed_at.is_some())
}

/// Keeps what the dialog says of its progress, which may be gone in a blink.
const FOLLOW: &str = "
    window.followed = []
    const look = () => {
        const told = document.querySelector('[data-testid=group-progress]')?.innerText
        if (told && window.followed.at(-1) !== told) window.followed.push(told)
    }
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true })";
