//! Looks at what is shown: a picture in two sizes, and everything that may be wrong in none.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::programs::{root, target};
use crate::seat::Seat;

/// A width and a height. The usual one comes last: what follows is done in a window of that size.
pub type Size = (u32, u32);

/// Two panes and three.
pub const USUAL: [Size; 2] = [(1024, 640), (1280, 800)];
/// And the usual window at 200 %, which is the smallest there is.
pub const ALL: [Size; 3] = [(640, 400), (1024, 640), (1280, 800)];
/// The two ends.
pub const ENDS: [Size; 2] = [(640, 400), (1280, 800)];

/// Language and theme of a picture.
pub const LOOKS: [(&str, &str); 4] = [("fr", "light"), ("fr", "dark"), ("en", "light"), ("en", "dark")];

/// Settings of a desk in one look.
pub fn settings(language: &str, theme: &str) -> String {
    format!("language = \"{language}\"\ntheme = \"{theme}\"\n")
}

/// Checks and photographs what is shown; gathers what is wrong.
pub struct Lens {
    folder: PathBuf,
    keys: Vec<String>,
    axe: Option<String>,
    /// Language and theme, as the pictures' names say them.
    pub look: String,
    /// In which sizes pictures are taken.
    pub sizes: &'static [Size],
    taken: usize,
    faults: Vec<String>,
}

impl Lens {
    /// A lens whose pictures lie in `target/screenshots`.
    pub fn new() -> Self {
        let folder = target().join("screenshots");
        fs::create_dir_all(&folder).unwrap();
        let axe = fs::read_to_string(root().join("ui/node_modules/axe-core/axe.min.js")).ok();
        if axe.is_none() {
            println!("skipped: axe-core is not installed (npm ci in ui/)");
        }
        Self {
            folder,
            keys: message_keys(),
            axe,
            look: String::new(),
            sizes: &USUAL,
            taken: 0,
            faults: Vec::new(),
        }
    }

    /// One screen in each size.
    pub async fn take(&mut self, seat: &Seat, screen: &str) {
        for &(width, height) in self.sizes {
            seat.window.set_window_size(width, height).await.unwrap();
            let script = format!("return innerWidth === {width} && innerHeight === {height}");
            seat.until("the window has its size", &script).await;
            // A page notices its new size a frame later; what stands in it is on the screen two frames after that.
            seat.window.execute_async(TWO_FRAMES, vec![]).await.unwrap();
            seat.until("everything has come to rest", RESTED).await;
            seat.window.execute_async(TWO_FRAMES, vec![]).await.unwrap();
            let name = format!("{screen}-{}-{width}x{height}", self.look);
            let picture = seat.window.screenshot().await.unwrap();
            fs::write(self.folder.join(format!("{name}.png")), picture).unwrap();
            self.taken += 1;
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

    /// Fails with everything that was wrong anywhere.
    pub fn verdict(self) {
        println!("{} pictures in {}", self.taken, self.folder.display());
        assert!(self.faults.is_empty(), "{} faults:\n{}", self.faults.len(), self.faults.join("\n"));
    }
}

/// Nothing moves any more: no transition runs, and every page of evidence that can be seen is painted, or says why not.
const RESTED: &str = "
    const inSight = (one) => {
        const box = one.getBoundingClientRect(), frame = one.closest('[data-scrolls]').getBoundingClientRect()
        return box.bottom > frame.top && box.top < frame.bottom
    }
    return document.fonts.status === 'loaded'
        && document.getAnimations().every((one) => one.playState !== 'running')
        && !document.querySelector('[data-testid=evidence-state] [aria-busy=true]')
        && [...document.querySelectorAll('.page[data-state]')].filter(inSight)
            .every((one) => ['drawn', 'problem'].includes(one.dataset.state))";

const TWO_FRAMES: &str = "
    const done = arguments[arguments.length - 1]
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(true), 100)))
    // A display without a screen may give no frames while nothing changes; the picture is then of what stands.
    setTimeout(() => done(true), 3000)";

const AXE: &str = "
    const done = arguments[arguments.length - 1]
    axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        // Experimental to axe, so off unless named.
        rules: { 'label-content-name-mismatch': { enabled: true } },
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
