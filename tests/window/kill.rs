//! A power cut while somebody types: what was on the screen a second ago is there again.

use std::process::Command;
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};

use crate::board::Board;
use crate::programs::play;
use crate::scoring::{FOCUS_IN_REASON, SAVED, arrived, open_dossier, submit};
use crate::seat::Seat;

const ROUNDS: u32 = 20;
/// Forty characters a second.
const BETWEEN: Duration = Duration::from_millis(25);
/// Keys between two looks at the screen.
const BREATH: u32 = 4;
/// The longest that somebody types before the cut.
const LONGEST: u64 = 10_000;
/// The shortest: on a busy machine the first keys take their time.
const SHORTEST: u64 = 1_500;
const REASON: &str = "return document.querySelector('[data-testid=reason]').value";

#[test]
fn a_power_cut_while_typing_costs_at_most_the_last_second_and_no_sheet_that_was_shown_as_sealed() {
    play(Duration::from_secs(900), || async move {
        let board = Board::with(&["claire-aubert"]);
        let (desk, home) = (board.desk("claire-aubert"), board.folder("home"));
        let passphrase = board.passphrase("claire-aubert");
        let begun = Instant::now();
        let (mut worst, mut furthest) = ((0, Duration::ZERO), 0);
        let mut seat = Seat::at(&desk, &home).await;
        seat.unlock(&passphrase).await;
        open_dossier(&seat).await;
        for round in 1..=ROUNDS {
            empty_reason(&seat).await;
            let typed = type_until_cut(seat).await;
            seat = Seat::at(&desk, &home).await;
            seat.unlock(&passphrase).await;
            open_dossier(&seat).await;
            let found = seat.ask(REASON, vec![]).await;
            let found = found.as_str().unwrap();
            assert!(typed.sent.starts_with(found), "what is there was typed so: {found}");
            let lost = typed.shown_at.get(found.chars().count()..).unwrap_or_default();
            let since = lost.first().map_or(Duration::ZERO, |first| typed.cut.saturating_sub(*first));
            // Sent in the last tenth of a second, seen by nobody: what is lost is never more than this.
            let sent = typed.sent.chars().count() - found.chars().count();
            assert!(!typed.shown_at.is_empty(), "something was typed");
            println!(
                "round {round}: {} characters in {:.1?}, {} lost that had been seen, the oldest {since:.0?} old, {sent} \
                 with those on their way",
                typed.shown_at.len(),
                typed.cut,
                lost.len()
            );
            assert!(since <= Duration::from_secs(1), "{} characters are lost, {since:?} old", lost.len());
            worst = worst.max((lost.len(), since));
            furthest = furthest.max(sent);
            seat = sealed_then_cut(&board, seat, &passphrase).await;
        }
        println!(
            "{ROUNDS} power cuts in {:.0?}, worst loss: {} characters that had been seen, {:.0?} of typing; {furthest} with \
             those on their way; {ROUNDS} sheets shown as sealed are in the registry's log",
            begun.elapsed(),
            worst.0,
            worst.1
        );
        seat.close().await;
    });
}

/// Goes to the reason and leaves nothing in it, on the disk neither.
async fn empty_reason(seat: &Seat) {
    seat.press("Ctrl+Shift+p").await;
    seat.until("the reason has the focus", FOCUS_IN_REASON).await;
    seat.press("Ctrl+a").await;
    seat.write("x").await;
    seat.press("Backspace").await;
    seat.until("the reason is empty", "return document.querySelector('[data-testid=reason]').value === ''")
        .await;
    seat.until("all is on the disk", SAVED).await;
}

struct Typed {
    /// Every character that was sent, also those that nobody saw any more.
    sent: String,
    /// When each character stood on the screen, since the first key.
    shown_at: Vec<Duration>,
    /// When the power was cut.
    cut: Duration,
}

/// Types without looking up; at a moment that nobody chose the program is gone.
async fn type_until_cut(seat: Seat) -> Typed {
    let mut chance = [0; 8];
    sceau_tests::machine::fill(&mut chance);
    let after = Duration::from_millis(SHORTEST + u64::from_le_bytes(chance) % (LONGEST - SHORTEST));
    let program = seat.process().to_string();
    let begun = Instant::now();
    let cut = tokio::task::spawn_blocking(move || {
        std::thread::sleep(after);
        let cut = begun.elapsed();
        assert!(Command::new("kill").args(["-9", &program]).status().unwrap().success());
        cut
    });
    let mut typed = Typed { sent: String::new(), shown_at: Vec::new(), cut: Duration::ZERO };
    let mut letters = "le patient comprend ce qui est mesure et pourquoi ".chars().cycle();
    for n in (BREATH..).step_by(BREATH as usize) {
        let left = (BETWEEN * n).saturating_sub(begun.elapsed());
        let word: String = letters.by_ref().take(BREATH as usize).collect();
        typed.sent.push_str(&word);
        let Some(shown) = type_and_look(&seat, &word, left / BREATH).await else { break };
        assert!(typed.sent.starts_with(&shown), "every key arrives where the focus was put: {shown}");
        typed.shown_at.resize(shown.chars().count(), begun.elapsed());
    }
    typed.cut = cut.await.unwrap();
    // What appeared while the program was being killed was not there at the cut.
    typed.shown_at.retain(|at| *at <= typed.cut);
    typed
}

/// A few keys, then what stands in the field; nothing once the program is gone.
async fn type_and_look(seat: &Seat, word: &str, pause: Duration) -> Option<String> {
    let mut keys = KeyActions::new("keyboard".into());
    for value in word.chars() {
        keys = keys.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        keys = keys.then(KeyAction::Pause { duration: pause });
    }
    let patience = Duration::from_secs(5);
    tokio::time::timeout(patience, seat.window.perform_actions(keys)).await.ok()?.ok()?;
    let shown = tokio::time::timeout(patience, seat.window.execute(REASON, vec![])).await.ok()?.ok()?;
    shown.as_str().map(str::to_owned)
}

/// A sheet that was shown as sealed survives the next cut and reaches the log; then it is taken back for the next round.
async fn sealed_then_cut(board: &Board, seat: Seat, passphrase: &str) -> Seat {
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
    // The next round writes without a network.
    drop(registry);
    seat
}
