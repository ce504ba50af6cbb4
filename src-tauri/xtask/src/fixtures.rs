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

/// Writes a scan of so many megabytes into `target/`, where nothing is committed.
pub fn scan(root: &Path, megabytes: &str, scattered: bool) -> Outcome {
    start::build(root, false)?;
    let name =
        if scattered { format!("scan-{megabytes}-scattered.pdf") } else { format!("scan-{megabytes}.pdf") };
    let mut program = Command::new(start::built(root, "fixtures"));
    program.args(["--scan", megabytes]).arg(root.join("target").join(name)).current_dir(root);
    if scattered {
        program.arg("--scattered");
    }
    step("scan", &mut program)
}
