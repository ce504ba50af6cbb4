//! How long evidence takes to show, what is deciphered for it, how smoothly it scrolls, how fast its text is read. Run by
//! `cargo xtask bench evidence`, in the build that ships.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use sceau_app::intake::evidence::{EvidenceFile, Media};
use sceau_app::intake::{self, Limits};
use sceau_ledger::tree::sha256;
use serde_json::Value;

use crate::bench::{computer, held, told};
use crate::board::Board;
use crate::evidence::bring;
use crate::programs::{play, root, target};
use crate::seat::Seat;

pub const REVIEWER: &str = "claire-aubert";
const TIMES: usize = 5;
/// Somebody looks at a file before they choose another.
const LOOKED_AT: Duration = Duration::from_secs(5);
/// Reading the text begins when the window rests; the book's is known after this at the latest.
const READING: Duration = Duration::from_secs(300);

#[test]
#[ignore = "a measurement: cargo xtask bench evidence"]
fn evidence_opens_scrolls_and_is_read() {
    let Some(files) = wanted() else { return };
    play(Duration::from_secs(3000), || async {
        let mut package = intake::read(&root().join("assets/demo/dossiers/01-oncosuivi"), &Limits::default());
        let own = package.evidence.len();
        package.evidence.extend(files.iter().map(|(name, path)| whole(name, path)));
        let board = Board::with(&["helene-roy", "antoine-lefort", REVIEWER]);
        let registry = board.registry();
        let begun = Instant::now();
        let dossier = bring(&board, &package).await;
        println!("({} s to take the files in and carry them to the reviewer)", begun.elapsed().as_secs());
        drop(registry);
        println!("{} build, {}", if cfg!(debug_assertions) { "debug" } else { "release" }, computer());
        println!("| file | size | first page | deciphered before it | memory after it |");
        println!("| --- | --- | --- | --- | --- |");
        for (place, (name, _)) in (own..).zip(&files) {
            let (mut first, mut bytes, mut memory) = (Vec::new(), Vec::new(), Vec::new());
            for round in 0..TIMES {
                let home = board.folder(&format!("home-{place}-{round}"));
                let seat = Seat::at(&board.desk(REVIEWER), &home).await;
                open_desk(&seat, &board, &dossier.to_string()).await;
                // The file that was read last opens by itself: what is measured is never that one.
                opened(&seat, usize::from(round % 2 == 0)).await;
                tokio::time::sleep(LOOKED_AT).await;
                let found = opened(&seat, place).await;
                first.push(found.0);
                bytes.push(found.1);
                memory.push(held(seat.process()));
                seat.close().await;
            }
            let size = package.evidence.get(place).map_or(0, |file| file.bytes.len()) / 1_000_000;
            let line = [told(&mut first, "ms"), told(&mut bytes, "kB"), told(&mut memory, "MiB")];
            println!("| {name} | {size} MB | {} |", line.join(" | "));
        }
        let seat = Seat::at(&board.desk(REVIEWER), &board.folder("home-long")).await;
        open_desk(&seat, &board, &dossier.to_string()).await;
        opened(&seat, 0).await;
        opened(&seat, own).await;
        let frames = scrolled(&seat).await;
        println!("frames while scrolling the book from end to end: {frames}");
        println!("memory after that: {:.0} MiB", held(seat.process()));
        println!("text in the background: {}", read(&seat).await);
        println!("memory after that: {:.0} MiB", held(seat.process()));
        seat.close().await;
    });
}

/// The book, and the scans that `cargo xtask fixtures --scan` made.
pub fn wanted() -> Option<Vec<(&'static str, PathBuf)>> {
    let scans = target();
    let files = vec![
        ("book of 117 pages", root().join("../shared/evidence/book-117-pages.pdf")),
        ("scan", scans.join("scan-300.pdf")),
        ("scan, page dictionaries scattered", scans.join("scan-300-scattered.pdf")),
    ];
    let here: Vec<_> = files.into_iter().filter(|(_, path)| path.is_file()).collect();
    if here.is_empty() {
        println!("skipped: neither the book nor a scan is there (cargo xtask fixtures --scan 300)");
        return None;
    }
    Some(here)
}

/// Evidence as intake would hand it over, without the time that reading takes.
pub fn whole(name: &str, path: &Path) -> EvidenceFile {
    let bytes = std::fs::read(path).unwrap();
    EvidenceFile {
        name: format!("{name}.pdf"),
        title: name.to_owned(),
        kind: None,
        media: Media::Pdf,
        sha256: sha256(&bytes),
        bytes: bytes.into(),
        pages: None,
        criteria: Vec::new(),
        reference: None,
        study: None,
    }
}

pub async fn open_desk(seat: &Seat, board: &Board, dossier: &str) {
    seat.unlock(&board.passphrase(REVIEWER)).await;
    seat.ask(COUNT, vec![]).await;
    seat.spot(&format!("open-{dossier}")).await.click().await.unwrap();
    seat.spot("review-desk").await;
    seat.see("[data-testid^=file-]").await;
    // What the desk shows by itself is out of the way first.
    tokio::time::sleep(Duration::from_secs(2)).await;
}

/// Milliseconds until the first page is drawn, and kilobytes deciphered by then.
pub async fn opened(seat: &Seat, place: usize) -> (f64, f64) {
    seat.ask(OPEN, vec![place.into()]).await;
    let begun = Instant::now();
    loop {
        let found = seat.ask("return window.opened", vec![]).await;
        if let Value::Object(found) = &found {
            return (found["ms"].as_f64().unwrap(), found["kb"].as_f64().unwrap());
        }
        assert!(begun.elapsed() < Duration::from_secs(60), "not opened: {}", seat.text().await);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

async fn scrolled(seat: &Seat) -> String {
    seat.ask(SCROLL, vec![]).await;
    let begun = Instant::now();
    loop {
        if let Value::Array(frames) = seat.ask("return window.frames", vec![]).await {
            let mut frames: Vec<f64> = frames.iter().filter_map(Value::as_f64).collect();
            frames.sort_by(f64::total_cmp);
            let at = |share: usize| frames.get(frames.len() * share / 100).copied().unwrap_or_default();
            let long = frames.iter().filter(|frame| **frame > 50.0).count();
            let last = frames.last().copied().unwrap_or_default();
            return format!(
                "{} frames, p50 {:.1} ms, p95 {:.1} ms, longest {last:.0} ms, {long} over 50 ms",
                frames.len(),
                at(50),
                at(95)
            );
        }
        assert!(begun.elapsed() < Duration::from_secs(300), "the book does not end");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

async fn read(seat: &Seat) -> String {
    let begun = Instant::now();
    loop {
        let kept = seat.ask("return [window.read.pages, window.read.ms]", vec![]).await;
        let (pages, ms) = (kept[0].as_f64().unwrap(), kept[1].as_f64().unwrap());
        if pages >= 117.0 {
            return format!("{pages:.0} pages, {:.0} ms for a page", ms / pages);
        }
        if begun.elapsed() > READING {
            return format!("only {pages:.0} pages within {} s", READING.as_secs());
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

/// Counts the pieces (256 KiB) that the program deciphers for what the window asks, and the pages that it keeps.
const COUNT: &str = "
    const piece = 256 * 1024
    window.deciphered = 0
    window.read = { pages: 0, ms: 0, since: 0 }
    const real = window.fetch
    window.calls = []
    window.fetch = (address, how) => {
        const url = String(address)
        const name = url.split('/').at(-1)
        const asked = performance.now()
        const answered = (answer) => {
            window.calls.push({ name, at: asked, ms: performance.now() - asked })
            return answer
        }
        const body = () => JSON.parse(new TextDecoder().decode(
            typeof how.body === 'string' ? new TextEncoder().encode(how.body) : how.body))
        if (url.endsWith('evidence_open')) {
            window.deciphered += piece
            window.read.since ||= performance.now()
        }
        if (url.endsWith('evidence_range')) {
            const { begin, end } = body()
            window.deciphered += (Math.ceil(end / piece) - Math.floor(begin / piece)) * piece
        }
        if (url.endsWith('texts_keep')) {
            window.read.first ||= performance.now()
            window.read.pages += body().read.texts.length
            window.read.ms = performance.now() - window.read.first
        }
        return real.call(window, address, how).then(answered)
    }";

/// Opens the file at a place of the list; `window.opened` tells when its first page stood.
const OPEN: &str = "
    window.opened = null
    const pane = document.querySelector('[data-testid=pane-evidence]')
    const before = window.deciphered
    const begun = performance.now()
    let gone = false
    const watch = new MutationObserver(() => {
        const drawn = pane.querySelector('.page[data-state=drawn]')
        if (!drawn) gone = true
        if (drawn && gone && !window.opened) {
            window.opened = { ms: performance.now() - begun, kb: (window.deciphered - before) / 1024 }
            watch.disconnect()
        }
    })
    watch.observe(pane, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-state'] })
    const file = document.querySelectorAll('[data-testid^=file-]')[arguments[0]]
    // As a person's click does: whatever reads in the background waits.
    file.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
    file.click()";

/// Scrolls from the first page to the last, a little at each frame.
const SCROLL: &str = "
    window.frames = null
    const pane = document.querySelector('[data-testid=pdf-text]')
    const frames = []
    let last = performance.now()
    const step = (now) => {
        frames.push(now - last)
        last = now
        const top = pane.scrollTop
        pane.scrollTop = top + 160
        if (pane.scrollTop === top) window.frames = frames
        else requestAnimationFrame(step)
    }
    requestAnimationFrame(step)";
