//! A reviewer scores with the keyboard alone, without a network, and sees the receipt once there is one.

use std::time::Duration;

use crate::board::Board;
use crate::programs::play;
use crate::seat::{Seat, spot};

#[test]
fn a_dossier_is_scored_from_the_keyboard_without_a_network_and_arrives_once_there_is_one() {
    play(Duration::from_secs(420), || async {
        let board = Board::with(&["claire-aubert"]);
        let seat = Seat::at(&board.desk("claire-aubert"), &board.folder("home")).await;
        seat.unlock(&board.passphrase("claire-aubert")).await;
        open_dossier(&seat).await;
        let total = seat.ask("return document.querySelectorAll('[data-testid^=step-]').length", vec![]).await;
        assert!(total.as_u64() > Some(0), "the steps of the first axis are shown");
        // A passage of the evidence, found by the sentence cursor.
        seat.see("[data-testid=text-1] span").await;
        seat.press("F7").await;
        seat.until("the page's text has the focus", FOCUS_IN_TEXT).await;
        seat.press("ArrowDown").await;
        seat.press("ArrowDown").await;
        seat.spot("selection-menu").await;
        seat.press("Ctrl+Shift+c").await;
        seat.see("[data-testid=proof-item]").await;
        // A mark, and why.
        seat.press("Alt+1").await;
        seat.see("[data-testid=mark-1][aria-checked=true]").await;
        seat.press("Ctrl+Shift+p").await;
        seat.until("the reason has the focus", FOCUS_IN_REASON).await;
        seat.write("Lu sur la première page.").await;
        // Every other criterion: a level where there are levels, "not applicable" or a value elsewhere.
        let criteria = mark_all(&seat).await;
        println!("{criteria} criteria marked from the keyboard");
        seat.until("all is on the disk", SAVED).await;
        submit(&seat).await;
        seat.press("Ctrl+Shift+s").await;
        seat.see("[data-testid=receipt-sheets]").await;
        assert!(!seat.text().await.contains("Tout est arrivé"), "nothing has arrived without a network");
        let registry = board.registry();
        seat.walk_to("sync-now").await;
        seat.press("Enter").await;
        arrived(&seat).await;
        seat.close().await;
        drop(registry);
    });
}

const FOCUS_IN_TEXT: &str = "return document.activeElement?.dataset.testid === 'pdf-text'";
pub const FOCUS_IN_REASON: &str = "return document.activeElement?.dataset.testid === 'reason'";
/// The last key is on the disk.
pub const SAVED: &str = "return document.querySelector('[data-testid=saved]')?.dataset.dirty === 'false'";

/// Goes from My desk into the first dossier to be reviewed, with the keyboard.
pub async fn open_dossier(seat: &Seat) {
    seat.see("[data-testid^=task-review-] button").await;
    let there = "return document.activeElement?.closest('[data-testid^=task-review-]') != null";
    seat.walk("the first task", there).await;
    seat.press("Enter").await;
    seat.spot("review-desk").await;
}

/// Marks every criterion after the first to the last, from the keyboard.
pub async fn mark_all(seat: &Seat) -> usize {
    let question = "return document.querySelector('[data-testid=question]').textContent";
    let mut done = 1;
    loop {
        let before = seat.ask(question, vec![]).await;
        seat.press("Alt+ArrowDown").await;
        tokio::time::sleep(Duration::from_millis(60)).await;
        if seat.ask(question, vec![]).await == before {
            return done;
        }
        if seat.shows(&spot("mark-1")).await {
            seat.press("Alt+1").await;
        } else if seat.shows(&spot("mark-na")).await {
            seat.press("Alt+x").await;
        }
        seat.see("[role=radio][aria-checked=true]").await;
        done += 1;
    }
}

/// Submits what is written and waits for the seal.
pub async fn submit(seat: &Seat) {
    seat.walk_to("submit").await;
    seat.press("Enter").await;
    seat.see("[data-testid=submit-go][aria-disabled=false]").await;
    seat.walk_to("submit-go").await;
    seat.press("Enter").await;
    seat.spot("banner-sealed").await;
}

/// Waits until the receipt says that both sides hold the same, sheets included.
pub async fn arrived(seat: &Seat) {
    seat.see("[data-testid=receipt-head].ok").await;
    let row = "return [...document.querySelectorAll('[data-testid=receipt-sheets] td')].map((one) => one.innerText)";
    let row = seat.ask(row, vec![]).await;
    assert_eq!(row[0], row[1], "as many sheets there as here: {row}");
    assert_ne!(row[0], "0", "{row}");
}
