//! A motion, two ballots, one of them written without a network; officers open them, the chair records the decision.

use super::scoring::open;
use super::table::{Table, go};
use crate::seat::{Seat, spot};

pub async fn vote(table: &mut Table) {
    let chair = &table.chair;
    go(chair, "motions").await;
    chair.click("[data-testid^=motion-table-]").await;
    chair.click(&spot("motion-go")).await;
    chair.spot("motion-sure").await;
    chair.click(&spot("motion-go")).await;
    chair.spot("motion-question").await;
    table.pass(chair).await;

    table.disconnect();
    cast(&table.member).await;
    table.member.spot("vote-waits").await;
    table.connect();
    cast(&table.chair).await;
    table.pass(&table.member).await;
    table.member.spot("vote-print").await;
}

/// In favour.
async fn cast(seat: &Seat) {
    go(seat, "desk").await;
    seat.click("[data-testid^=task-vote-] button").await;
    seat.click(&spot("vote-next")).await;
    seat.click(&spot("choice-grant")).await;
    seat.click(&spot("vote-next")).await;
    seat.click(&spot("vote-send")).await;
    seat.spot("vote-receipt-title").await;
}

pub async fn decide(table: &Table) {
    let chair = &table.chair;
    chair.exchange().await;
    go(chair, "motions").await;
    chair.click("[data-testid^=motion-open-]").await;
    chair.click(&spot("motion-close")).await;
    chair.click(&spot("close-go")).await;
    chair.gone(&spot("close-dialog")).await;
    table.pass(chair).await;
    for seat in [&table.secretariat, &table.member] {
        open(seat, "ballots").await;
        table.pass(seat).await;
    }
    // A reason is asked for.
    chair.click(&spot("record-ask")).await;
    assert!(!chair.shows(&spot("record-dialog")).await, "no decision without a reason");
    chair.fill("opinion-reasons", "Les preuves cliniques présentées soutiennent l’usage revendiqué.").await;
    chair.click(&spot("record-ask")).await;
    chair.click(&spot("record-go")).await;
    chair.gone(&spot("motion-record")).await;
    table.pass(chair).await;
}
