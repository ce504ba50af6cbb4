//! A power cut while somebody types: what was on the screen a second ago is there again.

use std::time::{Duration, Instant};

use crate::board::Board;
use crate::programs::play;
use crate::scoring::{FOCUS_IN_REASON, SAVED, arrived, open_dossier, submit};
use crate::seat::Seat;

/// Forty characters a second.
const BETWEEN: Duration = Duration::from_millis(25);

#[test]
fn a_power_cut_while_typing_costs_at_most_the_last_second() {
    // The long form is for whoever wants to know; the short one is for every day.
    let long = std::env::var("SCEAU_LONG").as_deref() == Ok("1");
    let (rounds, most) = if long { (20_u32, 10_000_u64) } else { (3, 3_000) };
    play(Duration::from_secs(if long { 1800 } else { 400 }), || async move {
        let board = Board::with(&["claire-aubert"]);
        let desk = board.desk("claire-aubert");
        let passphrase = board.passphrase("claire-aubert");
        let mut worst = (0, Duration::ZERO);
        for round in 0..rounds {
            let home = board.folder(&format!("home-{round}"));
            let seat = Seat::at(&desk, &home).await;
            seat.unlock(&passphrase).await;
            open_dossier(&seat).await;
            seat.see("[data-testid=text-1] span").await;
            seat.press("Ctrl+Shift+p").await;
            seat.until("the reason has the focus", FOCUS_IN_REASON).await;
            seat.press("Ctrl+a").await;
            // A moment that nobody chose, between a third of the time and all of it.
            let mut chance = [0; 8];
            sceau_tests::machine::fill(&mut chance);
            let end = Duration::from_millis(most / 3 + u64::from_le_bytes(chance) % (most - most / 3));
            let typed = type_for(&seat, end).await;
            let cut = typed.begun.elapsed();
            seat.kill();
            let seat = Seat::at(&desk, &home).await;
            seat.unlock(&passphrase).await;
            open_dossier(&seat).await;
            let found = seat.ask("return document.querySelector('[data-testid=reason]').value", vec![]).await;
            let found = found.as_str().unwrap();
            assert!(typed.text.starts_with(found), "what is there was typed so: {found}");
            let lost = typed.shown_at.get(found.chars().count()..).unwrap_or_default();
            let since = lost.first().map_or(Duration::ZERO, |first| cut.saturating_sub(*first));
            println!(
                "round {}: {} characters in {cut:.1?}, {} keys astray, {} lost, the oldest {since:.0?} old",
                round + 1,
                typed.shown_at.len(),
                typed.astray,
                lost.len()
            );
            assert!(since <= Duration::from_secs(1), "{} characters are lost, {since:?} old", lost.len());
            worst = worst.max((lost.len(), since));
            sealed_then_cut(&board, seat, &passphrase).await;
        }
        println!("{rounds} power cuts, worst loss: {} characters, {:.0?} of typing", worst.0, worst.1);
    });
}

struct Typed {
    begun: Instant,
    text: String,
    /// When each character stood on the screen, since `begun`.
    shown_at: Vec<Duration>,
    /// Keys that did not arrive: the field had lost the focus.
    astray: usize,
}

async fn type_for(seat: &Seat, end: Duration) -> Typed {
    let mut typed = Typed { begun: Instant::now(), text: String::new(), shown_at: Vec::new(), astray: 0 };
    let letters = "le patient comprend ce qui est mesure et pourquoi ";
    for (n, letter) in (0_u32..).zip(letters.chars().cycle()) {
        if typed.begun.elapsed() >= end {
            return typed;
        }
        seat.write(&letter.to_string()).await;
        // What counts is what stood on the screen. A key that did not arrive there was not typed.
        let shown = seat.ask("return document.querySelector('[data-testid=reason]').value", vec![]).await;
        let shown = shown.as_str().unwrap();
        if shown.chars().count() > typed.shown_at.len() {
            shown.clone_into(&mut typed.text);
            typed.shown_at.push(typed.begun.elapsed());
        } else {
            typed.astray += 1;
            seat.press("Ctrl+Shift+p").await;
        }
        tokio::time::sleep((BETWEEN * (n + 1)).saturating_sub(typed.begun.elapsed())).await;
    }
    typed
}

/// A sheet that was shown as sealed survives the next cut and reaches the log; then it is taken back for the next round.
async fn sealed_then_cut(board: &Board, seat: Seat, passphrase: &str) {
    seat.until("all is on the disk", SAVED).await;
    submit(&seat).await;
    let home = seat.home.clone();
    seat.kill();
    let registry = board.registry();
    let seat = Seat::at(&board.desk("claire-aubert"), &home).await;
    seat.unlock(passphrase).await;
    seat.press("Ctrl+Shift+s").await;
    seat.spot("sync-now").await.click().await.unwrap();
    arrived(&seat).await;
    seat.press("Escape").await;
    seat.gone("dialog[open]").await;
    seat.press("Ctrl+1").await;
    seat.see("[data-testid^=submitted-] button").await.click().await.unwrap();
    seat.spot("take-back").await.click().await.unwrap();
    seat.spot("submit").await;
    seat.press("Ctrl+Shift+s").await;
    seat.spot("sync-now").await.click().await.unwrap();
    seat.see("[data-testid=receipt-head].ok").await;
    seat.close().await;
    drop(registry);
}
