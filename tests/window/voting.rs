//! A patients' member votes without a network and sees the ballot arrive; the secretariat sees that it did, and nothing
//! more; opened sheets lie beside each other.

use std::time::Duration;

use crate::board::Board;
use crate::lens::Lens;
use crate::programs::play;
use crate::seat::{Seat, spot};

const VOTER: &str = "nadia-belkacem";
const SECRETARIAT: &str = "helene-roy";
/// The choice's words, which may stand nowhere once it was sent.
const CHOICE: &str = "Reporter";

#[test]
fn a_ballot_written_offline_arrives_and_nobody_is_shown_for_what_it_was_cast() {
    // The whole campaign is played first where it has not been yet.
    play(Duration::from_secs(1500), || async {
        let board = Board::of_campaign(&[VOTER, SECRETARIAT]);
        let mut lens = Lens::new();
        lens.look = "fr-light".to_owned();
        let seat = Seat::at(&board.desk(VOTER), &board.folder("home")).await;
        seat.unlock(&board.passphrase(VOTER)).await;
        seat.click("[data-testid^=task-vote-] button").await;
        seat.spot("vote-question").await;
        assert!(seat.text().await.contains("Ce vote est nominatif"), "{}", seat.text().await);
        lens.take(&seat, "vote-explain").await;
        seat.click(&spot("vote-next")).await;
        seat.spot("choice-defer").await;
        let chosen = "return document.querySelectorAll('input[type=radio]:checked').length";
        assert_eq!(seat.ask(chosen, vec![]).await, 0, "nothing is chosen for the voter");
        // Continuing without a choice says what is missing, and the keyboard goes from there to the choices.
        seat.click(&spot("vote-next")).await;
        seat.until("what is missing has the focus", FOCUS_ON_MISSING).await;
        seat.press("Tab").await;
        seat.press("Enter").await;
        for _ in 0..8 {
            if seat.ask(DEFER_CHOSEN, vec![]).await == true {
                break;
            }
            seat.press("ArrowDown").await;
        }
        seat.until("a choice is made with the keyboard", DEFER_CHOSEN).await;
        lens.take(&seat, "vote-choose").await;
        seat.click(&spot("vote-next")).await;
        seat.spot("vote-send").await;
        assert!(chosen_card(&seat).await.contains(CHOICE));
        seat.click(&spot("vote-hide")).await;
        assert!(!seat.text().await.contains(CHOICE), "hidden for a shared room");
        lens.take(&seat, "vote-check").await;
        seat.click(&spot("vote-send")).await;
        seat.spot("vote-waits").await;
        let tracking = seat.spot("vote-tracking").await.text().await.unwrap();
        assert_eq!(tracking.len(), 23, "twenty digits in groups of five: {tracking}");
        assert!(!seat.text().await.contains(CHOICE));
        lens.take(&seat, "vote-offline").await;
        // There is a network now: the ballot leaves, and the screen says when it arrived.
        let registry = board.registry();
        seat.click(&spot("vote-sync")).await;
        seat.click(&spot("sync-now")).await;
        seat.see("[data-testid=receipt-head].ok").await;
        seat.press("Escape").await;
        seat.spot("vote-print").await;
        let title = seat.spot("vote-receipt-title").await.text().await.unwrap();
        assert_eq!(title, "Votre bulletin est arrivé");
        assert_eq!(seat.spot("vote-tracking").await.text().await.unwrap(), tracking);
        assert!(!seat.text().await.contains(CHOICE));
        lens.take(&seat, "vote-receipt").await;
        compare(&seat, &mut lens).await;
        seat.close().await;

        let seat = Seat::at(&board.desk(SECRETARIAT), &board.folder("home-secretariat")).await;
        seat.unlock(&board.passphrase(SECRETARIAT)).await;
        seat.click(&spot("nav-motions")).await;
        seat.see("[data-testid^=motion-line-]").await;
        lens.take(&seat, "motions").await;
        seat.click("[data-testid^=motion-open-]").await;
        // Nine had voted when the board was made; the tenth came from the window above.
        seat.until("the ballot is counted", TEN_BALLOTS).await;
        assert!(!seat.shows(&spot("motion-result")).await, "no result while the vote is open");
        lens.take(&seat, "motion").await;
        seat.close().await;
        drop(registry);
        lens.verdict();
    });
}

/// The sheets of the dossier that divides the board, one of them the reader's own.
async fn compare(seat: &Seat, lens: &mut Lens) {
    seat.click(&spot("nav-comparisons")).await;
    seat.see("[data-testid^=compare-open-]").await;
    let open = "[...document.querySelectorAll('[data-testid^=comparison-]')]
        .find((line) => line.textContent.includes('AéroPas')).querySelector('button').click()";
    seat.ask(open, vec![]).await;
    seat.spot("heat-map").await;
    let columns = "return document.querySelectorAll('[data-testid=heat-map] tbody tr:not(.group)')[0].querySelectorAll('[role=gridcell]').length";
    assert_eq!(seat.ask(columns, vec![]).await, 8, "one column for each sheet");
    let mine = "return document.querySelectorAll('[data-testid=heat-map] th.mine').length";
    assert_eq!(seat.ask(mine, vec![]).await, 1, "my own column is marked");
    let text = seat.text().await;
    for other in ["Meunier", "Perrin", "Benali"] {
        assert!(!text.contains(other), "the bylaws hide names beside marks: {text}");
    }
    // The keyboard walks the map, and Enter goes to the criterion's panel.
    let focus = "document.querySelector('[data-testid=heat-map] [tabindex=\"0\"]').focus(); return true";
    seat.ask(focus, vec![]).await;
    seat.press("ArrowDown").await;
    seat.press("ArrowRight").await;
    let cell = "return document.activeElement?.getAttribute('role') === 'gridcell'";
    seat.until("a cell has the focus", cell).await;
    seat.press("Enter").await;
    let panel = "return document.activeElement?.dataset.testid === 'compare-criterion'";
    seat.until("the panel's title has the focus", panel).await;
    lens.take(seat, "compare").await;
}

async fn chosen_card(seat: &Seat) -> String {
    seat.spot("vote-chosen").await.text().await.unwrap()
}

const FOCUS_ON_MISSING: &str = "return document.activeElement?.dataset.testid === 'vote-missing'";
const DEFER_CHOSEN: &str = "return document.querySelector('[data-testid=choice-defer]').checked";
const TEN_BALLOTS: &str =
    "return document.querySelector('[data-testid=motion-heads]')?.innerText.startsWith('10 ') ?? false";
