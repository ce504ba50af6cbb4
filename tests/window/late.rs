//! A sheet that comes after its deadline, by hand: it is sealed and sent all the same, waits for the chair, and counts from
//! the moment at which the chair accepts it with a reason.

use std::time::Duration;

use sceau_app::synchronise::synchronise;
use sceau_domain::id::DossierId;
use sceau_tests::machine;

use crate::board::Board;
use crate::programs::play;
use crate::seat::{Seat, spot};

const REVIEWER: &str = "nadia-belkacem";
const CHAIR: &str = "antoine-lefort";
const SOLUTION: &str = "AéroPas";
const REASON: &str = "Le train est resté six heures sans réseau.";
/// How long the round lasts that ends before the sheet is handed in, in milliseconds.
const SHORT: u64 = 5_000;

#[test]
fn a_sheet_that_comes_too_late_waits_for_the_chair_and_counts_once_accepted() {
    play(Duration::from_secs(1500), || async {
        let board = Board::of_campaign(&[REVIEWER, CHAIR]);
        let registry = board.registry();
        {
            let desk = board.open(CHAIR);
            synchronise(&desk).await.unwrap();
            {
                let mut desk = desk.lock().unwrap();
                let dossiers: Vec<DossierId> = desk.board().dossiers.keys().copied().collect();
                let found = |dossier: &DossierId| {
                    desk.card(*dossier).is_ok_and(|card| card.solution.starts_with(SOLUTION))
                };
                let dossier = dossiers.into_iter().find(found).unwrap();
                desk.rescore(dossier, machine::now().plus(SHORT)).unwrap();
            }
            synchronise(&desk).await.unwrap();
        }
        tokio::time::sleep(Duration::from_millis(SHORT)).await;

        // The reviewer hands in after the deadline, and is told what that means.
        let reviewer = seated(&board, REVIEWER).await;
        reviewer.exchange().await;
        let open = format!(
            "const task = [...document.querySelectorAll('[data-testid^=task-review-]')].find((one) => one.textContent.includes('{SOLUTION}'))
             task?.querySelector('button, a').click(); return task !== undefined"
        );
        reviewer.until("the round waits on the desk", &open).await;
        reviewer.click(&spot("submit")).await;
        reviewer.see("[data-testid=submit-go][aria-disabled=false]").await;
        let told = reviewer.spot("summary-late").await.text().await.unwrap();
        assert!(told.contains("présidence"), "who decides is said before anything is sealed: {told}");
        reviewer.click(&spot("submit-go")).await;
        let banner = reviewer.spot("banner-sealed").await.text().await.unwrap();
        assert!(banner.contains("présidence"), "{banner}");
        reviewer.exchange().await;
        reviewer.click(&spot("nav-desk")).await;
        reviewer.until("My desk says that it waits", &listed(true)).await;

        // The chair finds it among the tasks, accepts it not without a reason.
        let chair = seated(&board, CHAIR).await;
        chair.exchange().await;
        chair.click("[data-testid^=task-late-] button").await;
        let waiting = chair.spot("section-late").await.text().await.unwrap();
        assert!(waiting.contains("Nadia Belkacem"), "{waiting}");
        chair.click("[data-testid=section-late] button").await;
        chair.click(&spot("late-confirm-go")).await;
        chair.spot("late-confirm-error").await;
        chair.fill("late-reason", REASON).await;
        chair.click(&spot("late-confirm-go")).await;
        chair.gone(&spot("section-late")).await;
        chair.exchange().await;
        chair.close().await;

        // Its author is no longer told that it waits.
        reviewer.exchange().await;
        reviewer.until("the sheet counts like any other", &listed(false)).await;
        reviewer.close().await;
        drop(registry);
    });
}

async fn seated(board: &Board, person: &str) -> Seat {
    let seat = Seat::at(&board.desk(person), &board.folder(&format!("home-{person}"))).await;
    seat.unlock(&board.passphrase(person)).await;
    seat
}

/// Whether the reviewer's list says of the dossier that its sheet came after the deadline, or does not.
fn listed(late: bool) -> String {
    format!(
        "const line = [...document.querySelectorAll('main li')].find((one) => one.textContent.includes('{SOLUTION}'))
         return line !== undefined && line.textContent.includes('après l’échéance') === {late}"
    )
}
