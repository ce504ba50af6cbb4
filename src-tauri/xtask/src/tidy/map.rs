//! `src-tauri/ARCHITECTURE.md` is true: each crate stands in it, each path that it names exists.

use std::path::Path;

const MAP: &str = "src-tauri/ARCHITECTURE.md";

/// Compares the map with the tree.
pub fn check(root: &Path, complaints: &mut Vec<String>) {
    let Ok(text) = std::fs::read_to_string(root.join(MAP)) else {
        complaints.push(format!("{MAP} is missing"));
        return;
    };
    for entry in std::fs::read_dir(root.join("src-tauri/crates")).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if !names_crate(&text, &name) {
            complaints.push(format!("{MAP}: the crate `{name}` is not on the map"));
        }
    }
    for path in paths(&text) {
        let near = ["", "src-tauri", "src-tauri/crates", "ui", "ui/src"];
        if !near.iter().any(|folder| root.join(folder).join(&path).exists()) {
            complaints.push(format!("{MAP}: `{path}` does not exist"));
        }
    }
}

fn names_crate(text: &str, name: &str) -> bool {
    [
        format!("sceau-{name}"),
        format!("`{name}`"),
        format!("`{name}/"),
        format!("crates/{name}"),
        format!("\n  {name}/"),
    ]
    .iter()
    .any(|form| text.contains(form))
        || text.lines().any(|line| line.trim_start().starts_with(&format!("{name}/")))
}

/// Paths between backticks, braces spelled out. A path has a slash and neither spaces nor placeholders.
fn paths(text: &str) -> Vec<String> {
    text.lines()
        .flat_map(|line| line.split('`').skip(1).step_by(2))
        .filter(|word| word.contains('/') && !word.starts_with('/'))
        .filter(|word| !word.contains([' ', '<', '*', '…', '(', '=', '$']) && !word.contains("::"))
        .filter(|word| !word.contains("//") && !word.starts_with("target/") && !word.starts_with("sceau/"))
        .flat_map(|word| spelled(word.trim_end_matches('/')))
        .collect()
}

/// `a/{b,c}.rs` is `a/b.rs` and `a/c.rs`.
fn spelled(word: &str) -> Vec<String> {
    let parts = word.split_once('{').and_then(|(head, rest)| Some((head, rest.split_once('}')?)));
    let Some((head, (inside, tail))) = parts else { return vec![word.to_owned()] };
    inside.split(',').flat_map(|choice| spelled(&format!("{head}{}{tail}", choice.trim()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_found_and_spelled_out() {
        let text =
            "see `domain/src/{role,permission}.rs` and `act.rs`, `GET /v1/sync`, `a/<hex>/b`, `ui/src/ipc/`";
        assert_eq!(paths(text), ["domain/src/role.rs", "domain/src/permission.rs", "ui/src/ipc"]);
    }

    #[test]
    fn a_crate_counts_as_named_in_a_tree_or_in_words() {
        assert!(names_crate("```\nstore/   the database\n```", "store"));
        assert!(names_crate("the crate `store` keeps", "store"));
        assert!(!names_crate("we store things", "store"));
    }
}
