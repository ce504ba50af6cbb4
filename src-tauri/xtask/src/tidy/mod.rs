//! The rules of the house that no compiler knows. All complaints at once, each with its file.

mod arrows;
mod map;
mod source;

use std::path::{Path, PathBuf};

use crate::{Outcome, codegen};

/// Checks everything.
pub fn run(root: &Path) -> Outcome {
    let mut complaints = Vec::new();
    arrows::check(root, &mut complaints)?;
    if let Err(stale) = codegen::check(root) {
        complaints.extend(stale.lines().map(str::to_owned));
    }
    let files = files(root);
    source::check(root, &files, &mut complaints);
    map::check(root, &mut complaints);
    if complaints.is_empty() {
        return Ok(());
    }
    complaints.sort();
    complaints.push(format!("tidy: {} complaint(s)", complaints.len()));
    Err(complaints.join("\n"))
}

/// Files that people write, relative to the top.
fn files(root: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for top in ["src-tauri", "tests", "ui", "assets"] {
        walk(root, Path::new(top), &mut found);
    }
    found.sort();
    found
}

fn walk(root: &Path, folder: &Path, found: &mut Vec<PathBuf>) {
    const NOT_OURS: [&str; 6] = ["node_modules", "target", "dist", "dist-fake", "gen", "pdfjs"];
    let Ok(listed) = std::fs::read_dir(root.join(folder)) else { return };
    for entry in listed.flatten() {
        let name = entry.file_name();
        let path = folder.join(&name);
        if name.to_str().is_some_and(|name| NOT_OURS.contains(&name) || name.starts_with('.')) {
            continue;
        }
        if entry.path().is_dir() {
            walk(root, &path, found);
        } else {
            found.push(path);
        }
    }
}
