//! `cargo xtask start`: from a fresh machine to an open desk.

use std::path::Path;
use std::process::ExitCode;

use crate::{codegen, setup};

/// Sets up what is missing and refreshes the generated files.
pub fn run(root: &Path, options: &[&str]) -> ExitCode {
    let ready = setup::run(root, setup::For::Start).and_then(|()| codegen::write(root));
    let outcome = ready.and_then(|()| Err(format!("there is no program to start yet {options:?}")));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err::<(), _>(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
