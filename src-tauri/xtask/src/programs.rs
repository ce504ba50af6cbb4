//! Running other programs, with their output where the person looks.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::Outcome;

/// Runs one named step to its end and prints how long it took.
pub fn step(name: &str, command: &mut Command) -> Outcome {
    println!("── {name}");
    let start = Instant::now();
    let status = command.status().map_err(|error| format!("{name}: {}: {error}", shown(command)))?;
    let seconds = start.elapsed().as_secs_f64();
    if status.success() {
        println!("── {name}: {seconds:.1} s");
        Ok(())
    } else {
        Err(format!("{name} failed after {seconds:.1} s: {}", shown(command)))
    }
}

/// What a program prints, if it runs and ends well.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The folder in which cargo builds everything.
pub fn target(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from)
}

/// Whether a program of this name can be started.
pub fn has(name: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|paths| std::env::split_paths(&paths).any(|folder| folder.join(name).is_file()))
}

/// The search path of this process with one folder before all others.
pub fn path_with(folder: &Path) -> OsString {
    let mut folders = vec![folder.to_path_buf()];
    if let Some(paths) = std::env::var_os("PATH") {
        folders.extend(std::env::split_paths(&paths));
    }
    std::env::join_paths(folders).unwrap_or_default()
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// When the youngest file at or below a path was last written; `None` if there is none.
pub fn youngest(path: &Path) -> Option<std::time::SystemTime> {
    let about = std::fs::metadata(path).ok()?;
    if about.is_file() {
        return about.modified().ok();
    }
    std::fs::read_dir(path).ok()?.flatten().filter_map(|entry| youngest(&entry.path())).max()
}
