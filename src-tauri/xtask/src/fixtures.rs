//! `cargo xtask fixtures`: draws the demonstration's evidence from its texts.

use std::path::Path;
use std::process::Command;

use crate::programs::step;
use crate::{Outcome, start};

/// Builds the program that draws, and runs it. What did not change in the texts does not change on the disk.
pub fn run(root: &Path) -> Outcome {
    start::build(root, false)?;
    step("evidence", Command::new(start::built(root, "fixtures")).arg("assets").current_dir(root))
}
