//! What opens a desk: a passphrase that is changed, and the sheet for the day when it is forgotten.

use std::time::Duration;

use crate::board::Board;
use crate::programs::play;
use crate::seat::{Seat, spot};

const SECOND: &str = "quatre mots sans rapport";
const THIRD: &str = "encore une autre phrase";

/// Types into a field that the keyboard went to.
async fn fill(seat: &Seat, id: &str, text: &str) {
    seat.walk_to(id).await;
    seat.press("Ctrl+a").await;
    seat.write(text).await;
}

#[test]
fn a_passphrase_is_changed_forgotten_and_replaced_with_the_recovery_sheet_and_the_desk_is_whole() {
    play(Duration::from_secs(300), || async {
        let board = Board::with(&["claire-aubert"]);
        let (desk, home) = (board.desk("claire-aubert"), board.folder("home"));
        let seat = Seat::at(&desk, &home).await;
        seat.unlock(&board.passphrase("claire-aubert")).await;
        seat.press("Ctrl+,").await;

        // Changed with the present one only.
        seat.walk_to("passphrase-change").await;
        seat.press("Enter").await;
        fill(&seat, "present", "not the passphrase").await;
        fill(&seat, "passphrase-next", SECOND).await;
        fill(&seat, "passphrase-next-again", SECOND).await;
        seat.press("Enter").await;
        let said = "return document.querySelector('[data-testid=change-wrong]').textContent !== ''";
        seat.until("the wrong passphrase is named", said).await;
        fill(&seat, "present", &board.passphrase("claire-aubert")).await;
        seat.press("Enter").await;
        seat.gone(&spot("change-passphrase")).await;

        // The sheet is active once its owner has copied its end.
        seat.walk_to("recovery").await;
        seat.press("Enter").await;
        seat.see("[data-testid=recovery-code] span").await;
        let code = seat.spot("recovery-code").await.text().await.unwrap();
        let groups: Vec<&str> = code.split_whitespace().collect();
        assert_eq!(groups.iter().map(|group| group.len()).collect::<Vec<_>>(), [6; 7], "{code}");
        fill(&seat, "recovery-last", "000000").await;
        fill(&seat, "recovery-passphrase", SECOND).await;
        seat.press("Enter").await;
        let said = "return document.querySelector('[data-testid=recovery-wrong]').textContent !== ''";
        seat.until("the copy is wrong", said).await;
        fill(&seat, "recovery-last", groups[6]).await;
        seat.press("Enter").await;
        seat.gone(&spot("recovery-sheet")).await;

        // Locked and forgotten.
        seat.walk_to("lock-now").await;
        seat.press("Enter").await;
        seat.spot("lock").await;
        seat.walk_to("forgotten").await;
        seat.press("Enter").await;
        fill(&seat, "recover-code", &code.replacen(groups[0], "000000", 1)).await;
        fill(&seat, "passphrase-next", THIRD).await;
        fill(&seat, "passphrase-next-again", THIRD).await;
        seat.press("Enter").await;
        let said = "return document.querySelector('[data-testid=recover-wrong]').textContent !== ''";
        seat.until("a slip is named", said).await;
        fill(&seat, "recover-code", &code).await;
        seat.walk_to("recover-do").await;
        seat.press("Enter").await;
        seat.see("[data-testid^=task-review-]").await;
        seat.close().await;

        // The next day: the new passphrase alone, and everything is there.
        let seat = Seat::at(&desk, &home).await;
        seat.spot("passphrase").await;
        seat.write(SECOND).await;
        seat.press("Enter").await;
        seat.spot("lock-error").await;
        seat.press("Ctrl+a").await;
        seat.write(THIRD).await;
        seat.press("Enter").await;
        let task = seat.see("[data-testid^=task-review-]").await.text().await.unwrap();
        assert!(task.contains("OncoSuivi"), "{task}");
        seat.close().await;
    });
}
