//! The officers change, by hand: an expert shows a key, the chair proposes a charter, another officer signs it, and the new
//! three begin their common key.

use std::time::Duration;

use crate::board::Board;
use crate::programs::play;
use crate::seat::{Seat, spot};

const CHAIR: &str = "antoine-lefort";
const OFFICER: &str = "paul-meunier";
const NEXT: &str = "claire-aubert";

#[test]
fn an_expert_becomes_an_officer_by_a_charter_that_two_sign() {
    play(Duration::from_secs(1500), || async {
        let board = Board::of_campaign(&[CHAIR, OFFICER, NEXT]);
        let registry = board.registry();

        // Anybody may show a key, from the settings; it gives no right yet.
        let next = seated(&board, NEXT).await;
        assert!(!next.shows(&spot("nav-people")).await, "an expert has no screen of people");
        next.click(&spot("nav-settings")).await;
        next.see("[data-testid=officer-key-own][data-state=none]").await;
        next.click(&spot("officer-key-show")).await;
        next.click(&spot("key-do")).await;
        next.see("[data-testid=officer-key-own][data-state=here]").await;
        next.exchange().await;

        // The chair proposes the next charter: three officers, not four, not two.
        let chair = seated(&board, CHAIR).await;
        chair.exchange().await;
        chair.click(&spot("nav-people")).await;
        chair.click(&spot("people-founding")).await;
        chair.click(&spot("charter-propose")).await;
        chair.click("[data-testid^='officer-'][data-testid$='Claire Aubert']").await;
        chair.click(&spot("propose-do")).await;
        chair.until("four are too many", REFUSED).await;
        chair.click("[data-testid^='officer-'][data-testid$='Béatrice Colin']").await;
        chair.click(&spot("propose-do")).await;
        chair.gone(&spot("propose")).await;
        let step = chair.spot("step-charter").await.text().await.unwrap();
        assert!(step.contains("Claire Aubert") && step.contains("Meunier"), "who is awaited is said: {step}");
        chair.exchange().await;

        // Another officer is asked on My desk, told what the charter says, and signs.
        let officer = seated(&board, OFFICER).await;
        officer.exchange().await;
        officer.click(&spot("people-task-charter")).await;
        officer.click(&spot("charter-sign")).await;
        let dialog = officer.spot("sign").await.text().await.unwrap();
        assert!(dialog.contains("Claire Aubert") && !dialog.contains("Béatrice Colin"), "{dialog}");
        officer.click(&spot("sign-do")).await;
        officer.gone(&spot("sign")).await;
        let named = officer.spot("step-charter").await.text().await.unwrap();
        assert!(named.contains("Claire Aubert") && !named.contains("Béatrice Colin"), "in force: {named}");
        officer.exchange().await;

        // The new officer is told so, and what to do first.
        next.exchange().await;
        next.click(&spot("nav-desk")).await;
        next.see("[data-testid=officer-key][data-state=to-begin]").await;
        next.click(&spot("officer-key-do")).await;
        next.click(&spot("key-go")).await;
        next.see("[data-testid=officer-key][data-state=waiting]").await;
        next.exchange().await;
        chair.exchange().await;
        chair.click(&spot("nav-desk")).await;
        chair.see("[data-testid=officer-key][data-state=my-turn]").await;
        for seat in [next, chair, officer] {
            seat.close().await;
        }
        drop(registry);
    });
}

async fn seated(board: &Board, person: &str) -> Seat {
    let seat = Seat::at(&board.desk(person), &board.folder(&format!("home-{person}"))).await;
    seat.unlock(&board.passphrase(person)).await;
    seat
}

const REFUSED: &str =
    "return document.querySelector('[data-testid=propose] [role=alert]').textContent !== ''";
