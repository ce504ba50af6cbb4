//! One large file opened again and again: how long the slowest of many openings takes, and what the window waited for. Run by
//! `cargo xtask bench evidence`.

use std::time::Duration;

use sceau_app::intake::{self, Limits};
use serde_json::Value;

use crate::bench::{computer, held, told};
use crate::board::Board;
use crate::evidence::bring;
use crate::programs::{play, root};
use crate::reading_bench::{REVIEWER, open_desk, opened, wanted, whole};
use crate::seat::Seat;

const TIMES: usize = 20;
const WINDOWS: usize = 4;
/// The comparison begins three seconds after a file is open; two of them are over when the desk is.
const COMPARED: Duration = Duration::from_millis(1200);

#[test]
#[ignore = "a measurement: cargo xtask bench evidence"]
fn evidence_is_opened_again_and_again() {
    let Some(files) = wanted() else { return };
    let Some((name, path)) = files.iter().find(|(name, _)| *name == "scan") else { return };
    play(Duration::from_secs(1800), || async {
        let mut package = intake::read(&root().join("assets/demo/dossiers/01-oncosuivi"), &Limits::default());
        let place = package.evidence.len();
        package.evidence.push(whole(name, path));
        let board = Board::with(&["helene-roy", "antoine-lefort", REVIEWER]);
        let registry = board.registry();
        let dossier = bring(&board, &package).await;
        drop(registry);
        println!("{} build, {}", if cfg!(debug_assertions) { "debug" } else { "release" }, computer());
        for (way, pause) in
            [("one right after the other", 0), ("a second between them", 1), ("after rest", 5)]
        {
            // A window of its own: the file that was read last opens by itself, and is the scan from the second on.
            let seat = Seat::at(&board.desk(REVIEWER), &board.folder(&format!("home-{pause}"))).await;
            open_desk(&seat, &board, &dossier.to_string()).await;
            let mut first = Vec::new();
            for round in 0..TIMES {
                // Not the first: it opens by itself in the first window, and would not open again.
                opened(&seat, 1 + round % (place - 1)).await;
                tokio::time::sleep(Duration::from_secs(pause)).await;
                seat.ask("window.calls = []; window.begun = performance.now()", vec![]).await;
                let (ms, _) = opened(&seat, place).await;
                println!("{way}, opening {round}: {ms:.0} ms; {}", slowest(&seat).await);
                first.push(ms);
                tokio::time::sleep(Duration::from_secs(pause)).await;
            }
            let memory = held(seat.process());
            println!(
                "{TIMES} openings, {way}: {}; memory after them {memory:.0} MiB",
                told(&mut first, "ms")
            );
            seat.close().await;
        }
        let mut first = Vec::new();
        for round in 0..WINDOWS {
            let seat =
                Seat::at(&board.desk(REVIEWER), &board.folder(&format!("home-compared-{round}"))).await;
            open_desk(&seat, &board, &dossier.to_string()).await;
            first.push(while_compared(&seat, place).await);
            println!("while it is compared, window {round}: {}", slowest(&seat).await);
            seat.close().await;
        }
        println!("{WINDOWS} openings while the file is compared with its digest: {}", told(&mut first, "ms"));
    });
}

/// Looks at the scan, which opened by itself, until it is compared with its digest, and opens it anew meanwhile.
async fn while_compared(seat: &Seat, place: usize) -> f64 {
    tokio::time::sleep(COMPARED).await;
    opened(seat, 0).await;
    seat.ask("window.begun = performance.now()", vec![]).await;
    opened(seat, place).await.0
}

/// The calls of the program that took longest while the file opened.
async fn slowest(seat: &Seat) -> String {
    let calls = "return window.calls.filter((one) => one.at >= window.begun).sort((a, b) => b.ms - a.ms).slice(0, 3)
        .map((one) => `${one.name} ${Math.round(one.ms)} ms at ${Math.round(one.at - window.begun)}`).join(', ')";
    match seat.ask(calls, vec![]).await {
        Value::String(calls) => calls,
        _ => String::new(),
    }
}
