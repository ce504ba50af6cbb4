//! Developer commands: `cargo xtask start | test | tidy | codegen | fixtures | sheet | bench | setup`.
//!
//! They build in seconds (the standard library, JSON and TOML only), so that the first thing a new developer
//! types answers at once.

mod bench;
mod codegen;
mod fixtures;
mod fluent;
mod programs;
mod setup;
mod sheet;
mod start;
mod test;
mod tidy;
mod typography;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What a command says when it fails: whole sentences, one a line.
type Outcome<T = ()> = Result<T, String>;

const USAGE: &str = "\
cargo xtask start [OPTIONS]    set up what is missing, build, and open the desk of a demonstration
cargo xtask test               set up what is missing, then every test, lint and check
cargo xtask look               pictures of every screen and state, with checks
cargo xtask tidy               the rules of the house that no compiler knows
cargo xtask codegen [--check]  write the generated files, or say which are stale
cargo xtask fixtures           draw the demonstration's evidence from its texts
cargo xtask fixtures --scan MB [--scattered]
                               a scan of so many megabytes in target/, for measurements
cargo xtask bench desk         how long the window takes to show something, and its memory; in the release build
cargo xtask bench evidence     the first page of a book and of a large scan, scrolling, reading text, searching
cargo xtask sheet              every picture of the screens on one page, beside the drawings
cargo xtask setup [--test]     install what building (and testing) needs, nothing else";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let root = root();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["start", options @ ..] => return start::run(&root, options),
        ["test"] => test::run(&root),
        ["look"] => test::look(&root),
        ["tidy"] => tidy::run(&root),
        ["codegen"] => codegen::write(&root),
        ["codegen", "--check"] => codegen::check(&root),
        ["fixtures"] => fixtures::run(&root),
        ["fixtures", "--scan", megabytes] => fixtures::scan(&root, megabytes, false),
        ["fixtures", "--scan", megabytes, "--scattered"] => fixtures::scan(&root, megabytes, true),
        ["bench", "desk"] => bench::desk(&root),
        ["bench", "evidence"] => bench::evidence(&root),
        ["sheet"] => sheet::run(&root),
        ["setup"] => setup::run(&root, setup::For::Start),
        ["setup", "--test"] => setup::run(&root, setup::For::Test),
        _ => Err(USAGE.into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// The top of the repository, wherever the command is typed.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}
