//! Names, lengths, and where roles may be looked at.

use std::path::{Path, PathBuf};

/// Longer files are split by job.
const MOST_LINES: usize = 599;
/// A command of the shell: parse, call the app, make a view.
const MOST_COMMAND_LINES: usize = 10;
/// Names that say nothing.
const EMPTY_NAMES: [&str; 13] = [
    "core", "common", "commons", "util", "utils", "shared", "manager", "managers", "service", "services",
    "helper", "helpers", "misc",
];
/// The only modules that decide by role.
const JUDGES: [&str; 3] = ["role", "permission", "visibility"];

/// Checks every file that people write.
pub fn check(root: &Path, files: &[PathBuf], complaints: &mut Vec<String>) {
    for path in files {
        let name = path.display().to_string();
        for part in path.iter().filter_map(|part| part.to_str()) {
            let stem = part.split('.').next().unwrap_or(part).to_lowercase();
            if EMPTY_NAMES.contains(&stem.as_str()) {
                complaints.push(format!("{name}: `{stem}` says nothing, take a name from the trade"));
            }
        }
        let code = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        if !["rs", "ts", "svelte", "css", "mjs"].contains(&code) || name.ends_with("ipc/bindings.ts") {
            continue;
        }
        let Ok(text) = std::fs::read_to_string(root.join(path)) else { continue };
        let lines = text.lines().count();
        if lines > MOST_LINES {
            complaints.push(format!("{name}: {lines} lines, split it by job (at most {MOST_LINES})"));
        }
        if code == "rs" {
            complaints.extend(
                roles(&name, &text).into_iter().map(|line| {
                    format!("{name}:{line}: a role is looked at outside permission and visibility")
                }),
            );
            if name.starts_with("src-tauri/src/commands/") {
                complaints.extend(commands(&text).into_iter().map(|(command, lines)| {
                    format!("{name}: `{command}` has {lines} lines, at most {MOST_COMMAND_LINES}")
                }));
            }
        }
    }
}

/// Lines on which something is decided by a role of the board, in code that ships.
fn roles(name: &str, text: &str) -> Vec<usize> {
    let inside = name.strip_prefix("src-tauri/crates/domain/src/");
    let judge = inside.is_some_and(|file| {
        JUDGES.iter().any(|judge| file.strip_prefix(judge).is_some_and(|rest| rest.starts_with(['.', '/'])))
    });
    let ships = name.starts_with("src-tauri/")
        && !name.starts_with("src-tauri/xtask/")
        && !name.starts_with("src-tauri/crates/testkit/")
        && !name.contains("/tests/")
        && !name.ends_with("/tests.rs");
    let of_the_board = inside.is_some() || text.contains("sceau_domain::role");
    if judge || !ships || !of_the_board {
        return Vec::new();
    }
    let code = text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
    (1..).zip(code).filter(|(_, line)| decides_by_role(line)).map(|(number, _)| number).collect()
}

/// A comparison with a role, or an arm for one. Naming a role (to grant it, to write it) decides nothing.
fn decides_by_role(line: &str) -> bool {
    if line.trim_start().starts_with("//") {
        return false;
    }
    line.match_indices("Role::").any(|(place, found)| {
        let (head, tail) =
            (line.get(..place).unwrap_or_default(), line.get(place + found.len()..).unwrap_or_default());
        let word = head.chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_');
        let variant = tail.starts_with(|c: char| c.is_ascii_uppercase());
        let asked = ["== ", "!= ", "matches!(", ".has(", ".contains(&", ".holds("]
            .iter()
            .any(|question| head.contains(question));
        let arm = tail.contains("=>") || tail.trim_end().ends_with(" |");
        !word && variant && (asked || arm || tail.contains(" == ") || tail.contains(" != "))
    })
}

/// Commands whose body is too long, with its number of lines.
fn commands(text: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut long = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        if !line.trim_start().starts_with("#[tauri::command") {
            continue;
        }
        let rest = lines.get(place..).unwrap_or_default();
        let Some(opening) = rest.iter().position(|line| line.trim_end().ends_with('{')) else { continue };
        let name = rest.iter().find_map(|line| line.split("fn ").nth(1)).unwrap_or_default();
        let body = rest.iter().skip(opening + 1).take_while(|line| !line.starts_with('}')).count();
        if body > MOST_COMMAND_LINES {
            long.push((name.split(['(', '<']).next().unwrap_or(name).to_owned(), body));
        }
    }
    long
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_by_role_outside_permission_is_found() {
        let text = "use sceau_domain::role::Role;\nif member.role == Role::Chair {\nmatch r { Role::Officer => 1 }\ngrant(Role::Chair);\n// Role::Chair == x\n#[cfg(test)]\nassert!(x == Role::Chair)\n";
        assert_eq!(roles("src-tauri/crates/app/src/act.rs", text), [2, 3]);
        for elsewhere in [
            "src-tauri/crates/domain/src/permission.rs",
            "src-tauri/crates/domain/src/permission/sheets.rs",
            "tests/journeys/main.rs",
        ] {
            assert!(roles(elsewhere, text).is_empty(), "{elsewhere}");
        }
        let of_a_page = "use super::Role;\nr == Role::Form";
        assert!(roles("src-tauri/crates/certificate/src/page.rs", of_a_page).is_empty());
    }

    #[test]
    fn a_command_that_thinks_is_found() {
        let command = |lines: usize| {
            format!(
                "#[tauri::command]\npub async fn open<R>(\n    desk: State,\n) -> Answer {{\n{}}}\n",
                "    x;\n".repeat(lines)
            )
        };
        assert!(commands(&command(10)).is_empty());
        assert_eq!(commands(&command(11)), [("open".to_owned(), 11)]);
    }
}
