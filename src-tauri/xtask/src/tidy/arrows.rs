//! Who may depend on whom: the drawing of `src-tauri/ARCHITECTURE.md`, as a table.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::Outcome;
use crate::programs::answer;

/// Each package of ours and the ones that it may use. `domain` is the vocabulary of everything above it.
const ALLOWED: [(&str, &[&str]); 14] = [
    ("sceau-domain", &[]),
    ("sceau-ledger", &["domain"]),
    ("sceau-ballot", &["domain"]),
    ("sceau-certificate", &["domain"]),
    ("sceau-protocol", &["ledger", "ballot", "domain"]),
    ("sceau-store", &["ledger", "domain"]),
    ("sceau-sync", &["protocol", "ledger", "domain"]),
    ("sceau-app", &["store", "sync", "protocol", "ballot", "certificate", "ledger", "domain"]),
    ("sceau-registry", &["protocol", "ledger", "ballot", "certificate", "domain"]),
    ("sceau-check", &["ledger", "ballot", "certificate", "domain"]),
    ("sceau-testkit", &["ledger", "ballot", "certificate", "domain"]),
    ("sceau-desktop", &["app", "domain"]),
    (
        "sceau-tests",
        &[
            "app",
            "registry",
            "testkit",
            "store",
            "sync",
            "protocol",
            "ledger",
            "ballot",
            "certificate",
            "domain",
        ],
    ),
    ("xtask", &[]),
];

/// Reads `cargo metadata` and names each arrow that is not drawn.
pub fn check(root: &Path, complaints: &mut Vec<String>) -> Outcome {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--no-deps", "--format-version", "1"]).current_dir(root);
    let text = answer(&mut cargo).ok_or("cargo metadata failed: run it to see why")?;
    let metadata: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    for package in list(&metadata, "packages") {
        let name = text_of(package, "name");
        let Some((_, allowed)) = ALLOWED.iter().find(|(known, _)| *known == name) else {
            complaints.push(format!("{name}: a package that the drawing of arrows does not know"));
            continue;
        };
        for dependency in list(package, "dependencies") {
            complaints.extend(judge(name, allowed, dependency));
        }
    }
    Ok(())
}

fn judge(name: &str, allowed: &[&str], dependency: &Value) -> Option<String> {
    let used = text_of(dependency, "name");
    let ours = used.strip_prefix("sceau-")?;
    let only_for_tests = text_of(dependency, "kind") == "dev";
    if allowed.contains(&ours) || (only_for_tests && ours == "testkit") {
        // Testkit never ships.
        let ships = ours == "testkit" && !only_for_tests && name != "sceau-tests";
        return ships.then(|| format!("{name} → {used}: for tests only (dev-dependencies)"));
    }
    Some(format!("{name} → {used}: this arrow is not drawn"))
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn text_of<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_arrow_that_is_not_drawn_is_named() {
        let to = |name: &str, kind: Value| json!({ "name": name, "kind": kind });
        assert_eq!(judge("sceau-store", &["ledger"], &to("sceau-ledger", Value::Null)), None);
        assert_eq!(judge("sceau-store", &["ledger"], &to("rusqlite", Value::Null)), None);
        assert!(judge("sceau-store", &["ledger"], &to("sceau-app", Value::Null)).is_some());
        assert!(judge("sceau-store", &["ledger"], &to("sceau-app", json!("dev"))).is_some());
        assert_eq!(judge("sceau-store", &["ledger"], &to("sceau-testkit", json!("dev"))), None);
        assert!(judge("sceau-store", &["ledger"], &to("sceau-testkit", Value::Null)).is_some());
    }
}
