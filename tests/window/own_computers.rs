//! A member's second computer, by hand in two windows: drawn from the settings of the first, let in by the digits that the
//! second shows, and taken out of force again, all without the secretariat.

use std::time::Duration;

use crate::board::Board;
use crate::programs::play;
use crate::seat::{Seat, spot};

const MEMBER: &str = "claire-aubert";
const NAME: &str = "Claire Aubert";
const PASSPHRASE: &str = "quatre saules au bord du canal";

#[test]
fn a_member_adds_a_second_computer_and_takes_it_out_of_force() {
    play(Duration::from_secs(900), || async {
        let board = Board::with(&[MEMBER]);
        let registry = board.registry();
        let first = Seat::at(&board.desk(MEMBER), &board.folder("home-first")).await;
        first.unlock(&board.passphrase(MEMBER)).await;
        first.click(&spot("nav-settings")).await;
        first.click(&spot("own-invite")).await;
        first.spot("invitation-code").await;
        let code =
            first.ask("return document.querySelector('[data-testid=invitation-code]').value", vec![]).await;
        first.press("Escape").await;
        first.gone(&spot("invitation")).await;
        first.spot("own-invited").await;

        // The second computer makes its keys and shows its digits.
        let second = Seat::at(&board.folder("second"), &board.folder("home-second")).await;
        second.spot("enrol-code").await.send_keys(code.as_str().unwrap()).await.unwrap();
        second.press("Tab").await;
        second.press("Enter").await;
        second.spot("passphrase").await.send_keys(PASSPHRASE).await.unwrap();
        second.spot("passphrase-again").await.send_keys(PASSPHRASE).await.unwrap();
        second.click(&spot("enrol-keys")).await;
        let mut digits = String::new();
        for group in 0..4 {
            digits += &second.spot(&format!("digits-{group}")).await.text().await.unwrap();
        }
        second.gone(&spot("enrol-unsent")).await;

        // They are typed at the first: read wrongly they let nobody in.
        let field = first.see("[data-testid^=type-]:not([data-testid^=type-do-])").await;
        let wrong: String = digits.chars().rev().collect();
        field.send_keys(&wrong).await.unwrap();
        first.press("Enter").await;
        first.see("[data-testid=waiting] [aria-invalid=true]").await;
        field.clear().await.unwrap();
        field.send_keys(&digits).await.unwrap();
        first.press("Enter").await;
        first.gone(&spot("waiting")).await;
        first.exchange().await;

        // One's own computer needs no second person: it opens by itself.
        second.spot("desk-title").await;
        assert!(second.spot("person").await.text().await.unwrap().contains(NAME));

        // The first knows it, and takes it out of force; the second is told at its next exchange.
        first.exchange().await;
        let revoke = first.see("[data-testid^=own-revoke-]").await;
        revoke.click().await.unwrap();
        first.click(&spot("own-revoke-ask-do")).await;
        first.spot("revoked").await;
        first.press("Escape").await;
        first.gone(&spot("revoked")).await;
        first.exchange().await;
        second.press("Ctrl+Shift+s").await;
        second.click(&spot("sync-now")).await;
        let told =
            "return document.querySelector('[data-testid=receipt]').innerText.includes('a été révoqué')";
        second.until("the second computer is told that it is revoked", told).await;
        assert!(!first.shows("[data-testid^=own-revoke-]").await, "{}", first.text().await);
        second.close().await;
        first.close().await;
        drop(registry);
    });
}
