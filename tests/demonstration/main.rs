//! The demonstration's contents: what a newcomer reads is really there, hangs together, and is what the texts say.

#![expect(clippy::unwrap_used, reason = "test code stops at the first surprise")]

mod dossiers;
mod evidence;
mod plan;
mod played;

use std::path::{Path, PathBuf};

/// Folder of the repository's data.
fn assets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("assets")
}

/// Every file with an ending below a folder, in the order of names.
fn below(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(below(&path, ending));
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}
