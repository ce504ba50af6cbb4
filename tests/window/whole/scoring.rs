//! Two sheets written without a network, one from the keyboard and, where there is one, one with the mouse; two officers open them together.

use std::time::Duration;

use super::table::{Table, dossier, go};
use crate::hands::Hands;
use crate::scoring::{SAVED, mark_all, open_dossier, submit};
use crate::seat::{Seat, spot};

pub async fn score_without_a_network(table: &mut Table) {
    table.disconnect();
    for seat in [&table.chair, &table.member] {
        go(seat, "desk").await;
        open_dossier(seat).await;
    }
    from_the_keyboard(&table.member).await;
    match table.chair.hands {
        Hands::Mouse => with_the_mouse(&table.chair).await,
        Hands::Keyboard => from_the_keyboard(&table.chair).await,
    }
    table.connect();
    for seat in [&table.chair, &table.member] {
        seat.exchange().await;
    }
}

async fn from_the_keyboard(seat: &Seat) {
    seat.press("Alt+1").await;
    seat.see("[role=radio][aria-checked=true]").await;
    mark_all(seat).await;
    seat.until("all is on the disk", SAVED).await;
    submit(seat).await;
}

/// The first answer that is offered, criterion by criterion.
async fn with_the_mouse(seat: &Seat) {
    let question = "return document.querySelector('[data-testid=question]').textContent";
    loop {
        let before = seat.ask(question, vec![]).await;
        seat.see("[role=radio]").await;
        seat.click("[role=radio]").await;
        seat.see("[role=radio][aria-checked=true]").await;
        seat.click(&spot("next")).await;
        tokio::time::sleep(Duration::from_millis(60)).await;
        if seat.ask(question, vec![]).await == before {
            break;
        }
    }
    seat.until("all is on the disk", SAVED).await;
    seat.click(&spot("submit")).await;
    seat.see("[data-testid=submit-go][aria-disabled=false]").await;
    seat.click(&spot("submit-go")).await;
    seat.spot("banner-sealed").await;
}

/// The intake of sheets ends; nobody sees anything before the second officer.
pub async fn open_together(table: &Table) {
    let seat = &table.secretariat;
    table.pass(seat).await;
    dossier(seat).await;
    seat.click(&spot("close")).await;
    seat.click(&spot("close-confirm-go")).await;
    seat.gone(&spot("close-confirm")).await;
    table.pass(seat).await;
    for (seat, sealed) in [(&table.member, true), (&table.secretariat, false)] {
        open(seat, "sheets").await;
        table.pass(seat).await;
        go(&table.chair, "comparisons").await;
        if sealed {
            assert!(!table.chair.shows("[data-testid^=compare-open-]").await, "one officer opens nothing");
        }
    }
    table.chair.click("[data-testid^=compare-open-]").await;
    table.chair.spot("heat-map").await;
}

/// An officer publishes their shares, with the consequences said first.
pub async fn open(seat: &Seat, what: &str) {
    go(seat, "desk").await;
    seat.click(&format!("[data-testid^=opening-do-{what}-]")).await;
    seat.click(&spot("opening-go")).await;
    seat.gone(&spot("opening-dialog")).await;
}
