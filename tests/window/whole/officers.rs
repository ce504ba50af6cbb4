//! Three officers instead of one: keys, a charter that all sign, a common key made in visits, one of them after a restart.

use super::people::PASSPHRASES;
use super::table::{CHAIR, MEMBER, SECRETARIAT, Table, go};
use crate::seat::{Seat, spot};

pub async fn share_the_key(table: Table) -> Table {
    for seat in [&table.secretariat, &table.member] {
        go(seat, "settings").await;
        seat.click(&spot("officer-key-show")).await;
        seat.click(&spot("key-do")).await;
        seat.see("[data-testid=officer-key-own][data-state=here]").await;
        seat.exchange().await;
    }
    let chair = &table.chair;
    chair.exchange().await;
    chair.click(&spot("people-founding")).await;
    chair.click(&spot("charter-propose")).await;
    for name in [CHAIR, SECRETARIAT, MEMBER] {
        let one = spot(&format!("officer-{name}"));
        chair.see(&one).await;
        if chair.ask("return document.querySelector(arguments[0]).checked", vec![one.clone().into()]).await
            != true
        {
            chair.click(&one).await;
        }
    }
    chair.click(&spot("propose-do")).await;
    chair.gone(&spot("propose")).await;
    chair.exchange().await;
    // Two of three are enough.
    let second = &table.secretariat;
    second.exchange().await;
    go(second, "desk").await;
    second.click(&spot("people-task-charter")).await;
    second.click(&spot("charter-sign")).await;
    second.click(&spot("sign-do")).await;
    second.gone(&spot("sign")).await;
    second.exchange().await;
    chair.exchange().await;
    chair.see("[data-testid=step-charter][data-done=true]").await;

    // The first visit, a night, and the others.
    go(chair, "desk").await;
    chair.see("[data-testid=officer-key][data-state=to-begin]").await;
    visit(chair).await;
    chair.exchange().await;
    let table = table.restart_chair(PASSPHRASES[0]).await;
    for _ in 0..4 {
        for seat in [&table.secretariat, &table.member, &table.chair] {
            seat.exchange().await;
            go(seat, "desk").await;
            seat.spot("desk-title").await;
            visit(seat).await;
            seat.exchange().await;
        }
    }
    for seat in [&table.secretariat, &table.member, &table.chair] {
        seat.exchange().await;
        seat.gone(&spot("officer-key")).await;
    }
    table
}

/// One visit, where it is this officer's turn.
async fn visit(seat: &Seat) {
    if !seat.shows(&spot("officer-key-do")).await {
        return;
    }
    seat.click(&spot("officer-key-do")).await;
    seat.click(&spot("key-go")).await;
    seat.gone(&spot("key-dialog")).await;
}
