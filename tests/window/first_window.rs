//! The first thing that a reviewer sees.

use std::time::Duration;

use crate::board::Board;
use crate::programs::play;
use crate::seat::{Seat, spot};

#[test]
fn a_locked_desk_opens_with_its_passphrase_and_shows_what_is_to_do() {
    play(Duration::from_secs(300), || async {
        let board = Board::with(&["claire-aubert"]);
        let seat = Seat::at(&board.desk("claire-aubert"), &board.folder("home")).await;
        seat.spot("passphrase").await;
        seat.until("the passphrase has the focus", "return document.activeElement?.id === 'passphrase'")
            .await;
        seat.write("not the passphrase").await;
        seat.press("Enter").await;
        seat.spot("lock-error").await;
        assert!(!seat.text().await.contains("OncoSuivi"), "nothing of the desk shows while it is locked");
        seat.press("Ctrl+a").await;
        seat.write(&board.passphrase("claire-aubert")).await;
        seat.press("Enter").await;
        let task = seat.see("[data-testid^=task-review-]").await.text().await.unwrap();
        assert!(task.contains("OncoSuivi"), "{task}");
        seat.press("Ctrl+,").await;
        let cipher = seat.spot("cipher").await.text().await.unwrap();
        assert!(cipher.starts_with("4."), "the database says that it is encrypted by SQLCipher 4: {cipher}");
        println!("cipher_version {cipher}");
        assert!(!seat.shows(&spot("desk-title")).await);
        seat.close().await;
    });
}
