//! How the screens look: a picture of each in both languages, both themes and two sizes, and what may be wrong in none.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use serde_json::{Value, json};

use crate::board::Board;
use crate::programs::{play, root, target};
use crate::seat::{Seat, spot};

const SIZES: [(u32, u32); 2] = [(1280, 800), (1024, 640)];

/// Checks and photographs what is shown; gathers what is wrong.
struct Lens {
    folder: PathBuf,
    keys: Vec<String>,
    axe: Option<String>,
    look: String,
    faults: Vec<String>,
}

impl Lens {
    fn new() -> Self {
        let folder = target().join("screenshots");
        fs::create_dir_all(&folder).unwrap();
        let axe = fs::read_to_string(root().join("ui/node_modules/axe-core/axe.min.js")).ok();
        if axe.is_none() {
            println!("skipped: axe-core is not installed (npm ci in ui/)");
        }
        Self { folder, keys: message_keys(), axe, look: String::new(), faults: Vec::new() }
    }

    /// One screen in both sizes.
    async fn take(&mut self, seat: &Seat, screen: &str) {
        for (width, height) in SIZES {
            seat.window.set_window_size(width, height).await.unwrap();
            let script = format!("return innerWidth === {width} && innerHeight === {height}");
            seat.until("the window has its size", &script).await;
            seat.until("everything has come to rest", RESTED).await;
            // What stands in the page is on the screen two frames later.
            seat.window.execute_async(TWO_FRAMES, vec![]).await.unwrap();
            let name = format!("{screen}-{}-{width}x{height}", self.look);
            let picture = seat.window.screenshot().await.unwrap();
            fs::write(self.folder.join(format!("{name}.png")), picture).unwrap();
            let found = seat.ask(include_str!("looks.js"), vec![json!(self.keys)]).await;
            let found = found.as_array().into_iter().flatten().filter_map(Value::as_str);
            self.faults.extend(found.map(|fault| format!("{name}: {fault}")));
            self.axe(seat, &name).await;
        }
    }

    async fn axe(&mut self, seat: &Seat, name: &str) {
        let Some(axe) = &self.axe else { return };
        if seat.ask("return typeof window.axe", vec![]).await == "undefined" {
            seat.ask(axe, vec![]).await;
        }
        let violations = seat.window.execute_async(AXE, vec![]).await.unwrap();
        let found = violations.as_array().into_iter().flatten();
        self.faults.extend(found.map(|fault| format!("{name}: axe {fault}")));
    }

    fn verdict(self) {
        println!("pictures in {}", self.folder.display());
        assert!(self.faults.is_empty(), "{} faults:\n{}", self.faults.len(), self.faults.join("\n"));
    }
}

/// Nothing moves any more: no transition runs, every page that is begun is drawn.
const RESTED: &str = "return document.fonts.status === 'loaded'
    && document.getAnimations().every((one) => one.playState !== 'running')";

const TWO_FRAMES: &str = "
    const done = arguments[arguments.length - 1]
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(true), 100)))";

const AXE: &str = "
    const done = arguments[arguments.length - 1]
    axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
        resultTypes: ['violations'], iframes: false,
    }).then(
        (result) => done(result.violations.flatMap((one) =>
            one.nodes.map((node) => `${one.id}: ${node.target} ${node.failureSummary}`.slice(0, 300)))),
        (error) => done([`did not run: ${error}`]),
    )";

/// Identifiers of all messages: none may ever show instead of its sentence. Those of one word are words too.
fn message_keys() -> Vec<String> {
    let files = fs::read_dir(root().join("assets/locales/fr")).unwrap().flatten();
    let texts = files.map(|file| fs::read_to_string(file.path()).unwrap());
    let identifiers = |text: String| -> Vec<String> {
        let lines = text.lines().filter_map(|line| line.split_once(" ="));
        lines
            .map(|(name, _)| name.to_owned())
            .filter(|name| name.contains('-') && !name.contains(' '))
            .collect()
    };
    texts.flat_map(identifiers).collect()
}

#[test]
fn every_screen_is_legible_in_both_languages_themes_and_sizes() {
    play(Duration::from_secs(900), || async {
        let mut lens = Lens::new();
        let board = Board::with(&["claire-aubert"]);
        let registry = board.registry();
        for (language, theme) in [("fr", "light"), ("fr", "dark"), ("en", "light"), ("en", "dark")] {
            lens.look = format!("{language}-{theme}");
            let settings = format!("language = \"{language}\"\ntheme = \"{theme}\"\n");
            let home = board.folder(&format!("home-{language}-{theme}"));
            let empty = board.folder(&format!("empty-{language}-{theme}"));
            fs::write(empty.join("settings.toml"), &settings).unwrap();
            let seat = Seat::at(&empty, &home).await;
            seat.spot("enrol-code").await;
            lens.take(&seat, "first-start").await;
            seat.close().await;
            fs::write(board.desk("claire-aubert").join("settings.toml"), &settings).unwrap();
            let seat = Seat::at(&board.desk("claire-aubert"), &home).await;
            seat.spot("passphrase").await;
            lens.take(&seat, "lock").await;
            seat.unlock(&board.passphrase("claire-aubert")).await;
            screens(&mut lens, &seat).await;
            seat.close().await;
        }
        drop(registry);
        lens.verdict();
    });
}

/// The screens of an open desk.
async fn screens(lens: &mut Lens, seat: &Seat) {
    seat.see("[data-testid^=task-review-]").await;
    lens.take(seat, "desk").await;
    for (keys, screen, shown) in [
        ("Ctrl+2", "reviews", "main h1"),
        ("Ctrl+3", "verify", "[data-testid=verify-choose]"),
        ("Ctrl+,", "settings", "[data-testid=cipher]"),
    ] {
        seat.press(keys).await;
        seat.see(shown).await;
        lens.take(seat, screen).await;
    }
    seat.press("Ctrl+1").await;
    seat.spot("desk-title").await;
    for (keys, screen, shown) in [
        ("Ctrl+Shift+s", "receipt", "[data-testid=receipt-title]"),
        ("Ctrl+k", "palette", "[data-testid=palette-input]"),
        ("F1", "keys", "[data-testid=keys-search]"),
    ] {
        seat.press(keys).await;
        seat.see(shown).await;
        lens.take(seat, screen).await;
        seat.press("Escape").await;
        seat.gone("dialog[open]").await;
    }
    seat.see("[data-testid^=task-review-] button").await.click().await.unwrap();
    seat.spot("review-desk").await;
    seat.see("[data-testid=text-1] span").await;
    lens.take(seat, "review").await;
    seat.see(&spot("submit")).await.click().await.unwrap();
    seat.spot("summary-line").await;
    lens.take(seat, "summary").await;
    seat.press("Escape").await;
}
