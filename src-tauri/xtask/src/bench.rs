//! `cargo xtask bench desk`: what the window takes, in the build that ships.

use std::path::Path;
use std::process::Command;

use crate::programs::step;
use crate::{Outcome, setup, start};

/// Builds for release, makes the campaign, opens its reviewer's desk several times and prints what it took.
pub fn desk(root: &Path) -> Outcome {
    setup::run(root, setup::For::Test)?;
    start::build_screens(root)?;
    let cargo = |name: &str, arguments: &[&str]| {
        step(name, Command::new(env!("CARGO")).args(arguments).current_dir(root))
    };
    let embedded = "sceau-desktop/custom-protocol";
    cargo("programs", &["build", "--release", "--locked", "--workspace", "--bins", "--features", embedded])?;
    let measure = ["first_paint", "--ignored", "--nocapture"];
    let test =
        ["test", "--release", "--locked", "--workspace", "--features", embedded, "--test", "window", "--"];
    cargo("measurement", &[&test[..], &measure[..]].concat())
}
