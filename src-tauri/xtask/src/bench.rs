//! `cargo xtask bench desk | evidence`: what the window takes, in the build that ships.

use std::path::Path;
use std::process::Command;

use crate::programs::step;
use crate::{Outcome, fixtures, setup, start};

/// The screens are in the program.
const EMBEDDED: &str = "sceau-desktop/custom-protocol";

/// Builds for release, makes the campaign, opens its reviewer's desk several times and prints what it took.
pub fn desk(root: &Path) -> Outcome {
    built(root)?;
    measure(root, &["--test", "window", "--", "first_paint", "--ignored", "--nocapture"])
}

/// Builds for release, makes the scans where they are not there yet, opens them and the book in the window, scrolls and
/// reads them, opens a scan again and again, and looks for words among twenty thousand pages.
pub fn evidence(root: &Path) -> Outcome {
    for (name, scattered) in [("scan-300.pdf", false), ("scan-300-scattered.pdf", true)] {
        if !root.join("target").join(name).is_file() {
            fixtures::scan(root, "300", scattered)?;
        }
    }
    built(root)?;
    for what in ["evidence_opens_scrolls", "evidence_is_opened_again"] {
        measure(root, &["--test", "window", "--", what, "--ignored", "--nocapture"])?;
    }
    measure(root, &["--package", "sceau-app", "--lib", "--", "search_among", "--ignored", "--nocapture"])
}

fn built(root: &Path) -> Outcome {
    setup::run(root, setup::For::Test)?;
    start::build_screens(root)?;
    // With the test that measures: its features are then those of the programs, and nothing is built twice.
    let what = ["--workspace", "--bins", "--test", "window", "--features", EMBEDDED];
    let arguments = ["build", "--release", "--locked"].into_iter().chain(what);
    step("programs", Command::new(env!("CARGO")).args(arguments).current_dir(root))
}

fn measure(root: &Path, what: &[&str]) -> Outcome {
    let build = ["test", "--release", "--locked"];
    // The tests of one package need no window.
    let whole =
        if what.first() == Some(&"--package") { &[][..] } else { &["--workspace", "--features", EMBEDDED] };
    let arguments = [&build[..], whole, what].concat();
    step("measurement", Command::new(env!("CARGO")).args(arguments).current_dir(root))
}
