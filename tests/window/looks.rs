//! How the screens of an open desk look, offline and online: in both languages, both themes and two sizes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sceau_protocol::path::hex;

use crate::board::Board;
use crate::lens::{ALL, LOOKS, Lens, USUAL, settings};
use crate::programs::play;
use crate::scoring::{SAVED, arrived, submit};
use crate::seat::{Seat, spot};

#[test]
fn every_screen_is_legible_in_both_languages_themes_and_sizes() {
    play(Duration::from_secs(900), || async {
        let mut lens = Lens::new();
        let board = Board::with(&["claire-aubert"]);
        let desk = board.desk("claire-aubert");
        let roots = roots(&board);
        for (language, theme) in LOOKS {
            lens.look = format!("{language}-{theme}");
            lens.sizes = if lens.look == "fr-light" { &ALL } else { &USUAL };
            fs::write(desk.join("settings.toml"), settings(language, theme)).unwrap();
            let seat = Seat::at(&desk, &board.folder(&format!("home-{language}-{theme}"))).await;
            seat.spot("passphrase").await;
            lens.take(&seat, "lock").await;
            seat.unlock(&board.passphrase("claire-aubert")).await;
            offline(&mut lens, &seat).await;
            review(&mut lens, &seat, &desk, &roots).await;
            let registry = board.registry();
            online(&mut lens, &seat).await;
            seat.close().await;
            drop(registry);
        }
        lens.verdict();
    });
}

/// The folder of each file of evidence, by the digest under which the window knows it.
fn roots(board: &Board) -> BTreeMap<String, String> {
    let desk = board.open("claire-aubert");
    let desk = desk.lock().unwrap();
    let dossiers: Vec<_> = desk.board().dossiers.keys().copied().collect();
    dossiers
        .into_iter()
        .flat_map(|dossier| desk.evidence(dossier).unwrap_or_default())
        .map(|item| (hex(&item.sha256), hex(&item.place.root)))
        .collect()
}

/// The screens while the registry does not answer.
async fn offline(lens: &mut Lens, seat: &Seat) {
    seat.see("[data-testid^=task-review-]").await;
    seat.press("Ctrl+Shift+s").await;
    seat.spot("sync-now").await.click().await.unwrap();
    seat.see("[data-testid=receipt-head]").await;
    seat.until(
        "it says that there is no network",
        "return /Hors ligne|Offline/.test(document.body.innerText)",
    )
    .await;
    lens.take(seat, "receipt-offline").await;
    seat.press("Escape").await;
    seat.gone("dialog[open]").await;
    lens.take(seat, "desk-offline").await;
    for (keys, screen, shown) in [
        ("Ctrl+2", "reviews", "main h1"),
        ("Ctrl+5", "verify", "[data-testid=verify-choose]"),
        ("Ctrl+,", "settings", "[data-testid=cipher]"),
    ] {
        seat.press(keys).await;
        seat.see(shown).await;
        lens.take(seat, screen).await;
    }
    seat.press("Ctrl+1").await;
    seat.spot("desk-title").await;
    for (keys, screen, shown) in
        [("Ctrl+k", "palette", "[data-testid=palette-input]"), ("F1", "keys", "[data-testid=keys-search]")]
    {
        seat.press(keys).await;
        seat.see(shown).await;
        lens.take(seat, screen).await;
        seat.press("Escape").await;
        seat.gone("dialog[open]").await;
    }
}

/// The review desk while it is written on, with a file that was altered on the disk, before and after submitting.
async fn review(lens: &mut Lens, seat: &Seat, desk: &Path, roots: &BTreeMap<String, String>) {
    seat.see("[data-testid^=task-review-] button").await.click().await.unwrap();
    seat.spot("review-desk").await;
    seat.see("[data-testid=text-1] span").await;
    if !seat.shows("[data-testid=proof-item]").await {
        write_some(seat).await;
    }
    lens.take(seat, "review").await;
    // This one alone: the others may be read behind the reader's back, and what is damaged is thrown away.
    let second = "return document.querySelectorAll('[data-testid^=file-]')[1].dataset.testid.slice(5)";
    let second = seat.ask(second, vec![]).await;
    let intact = spoil(&desk.join("files").join(&roots[second.as_str().unwrap()]));
    seat.ask("document.querySelectorAll('[data-testid^=file-]')[1].click()", vec![]).await;
    seat.spot("error-card").await;
    lens.take(seat, "review-altered").await;
    for (path, bytes) in intact {
        fs::write(path, bytes).unwrap();
    }
    // The altered one was thrown away and comes again with the next exchange.
    seat.ask("document.querySelectorAll('[data-testid^=file-]')[0].click()", vec![]).await;
    seat.gone(&spot("error-card")).await;
    seat.see("[data-testid=text-1] span").await;
    seat.spot("submit").await.click().await.unwrap();
    seat.spot("summary-line").await;
    lens.take(seat, "summary").await;
    seat.press("Escape").await;
    seat.gone("dialog[open]").await;
    submit(seat).await;
    lens.take(seat, "review-sealed").await;
    seat.press("Ctrl+Shift+s").await;
    seat.see("[data-testid=receipt-head].warn").await;
    lens.take(seat, "receipt-waiting").await;
    seat.press("Escape").await;
    seat.gone("dialog[open]").await;
}

/// The receipt of an exchange, My desk with what was handed in, and the sheet taken back for the next look.
async fn online(lens: &mut Lens, seat: &Seat) {
    seat.press("Ctrl+Shift+s").await;
    seat.spot("sync-now").await.click().await.unwrap();
    arrived(seat).await;
    lens.take(seat, "receipt").await;
    seat.press("Escape").await;
    seat.gone("dialog[open]").await;
    seat.press("Ctrl+1").await;
    seat.see("[data-testid^=submitted-]").await;
    lens.take(seat, "desk-submitted").await;
    seat.see("[data-testid^=submitted-] button").await.click().await.unwrap();
    seat.spot("take-back").await.click().await.unwrap();
    seat.spot("submit").await;
    seat.press("Ctrl+Shift+s").await;
    seat.spot("sync-now").await.click().await.unwrap();
    seat.see("[data-testid=receipt-head].ok").await;
    seat.press("Escape").await;
    seat.gone("dialog[open]").await;
    seat.press("Ctrl+1").await;
    seat.see("[data-testid^=task-review-]").await;
    lens.take(seat, "desk").await;
}

/// A few marks, a reason, two passages: a desk in use.
async fn write_some(seat: &Seat) {
    for (mark, sentences, reason) in [
        ("Alt+2", 2, "Le protocole publié décrit la population et le critère de jugement."),
        ("Alt+1", 4, "Un seul centre, suivi de six mois."),
        ("Alt+1", 3, "Les perdus de vue sont comptés, sans être expliqués."),
    ] {
        seat.press(mark).await;
        seat.press("F7").await;
        for _ in 0..sentences {
            seat.press("ArrowDown").await;
        }
        seat.spot("selection-menu").await;
        seat.press("Ctrl+Shift+c").await;
        seat.see("[data-testid=proof-item]").await;
        seat.press("Ctrl+Shift+p").await;
        seat.write(reason).await;
        seat.until("all is on the disk", SAVED).await;
        seat.press("Alt+ArrowDown").await;
    }
    seat.press("Alt+ArrowUp").await;
}

/// Changes one byte of every chunk of evidence; answers what was there.
fn spoil(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut intact = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            intact.extend(spoil(&path));
        } else {
            let bytes = fs::read(&path).unwrap();
            let mut other = bytes.clone();
            let middle = other.len() / 2;
            other[middle] ^= 1;
            fs::write(&path, other).unwrap();
            intact.push((path, bytes));
        }
    }
    intact
}
