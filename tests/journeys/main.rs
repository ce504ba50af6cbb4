//! The product told as a story: the whole job as `cargo xtask start --headless` plays it, and what it refuses.

#![expect(clippy::unwrap_used, reason = "test code stops at the first surprise")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The headless job beside this test.
fn headless(out: &Path, more: &[&str]) -> Output {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("assets");
    Command::new(env!("CARGO_BIN_EXE_headless"))
        .arg("--assets")
        .arg(assets)
        .arg("--out")
        .arg(out)
        .args(more)
        .env("TMPDIR", out.join("tmp"))
        .output()
        .unwrap()
}

fn folder() -> (tempfile::TempDir, PathBuf) {
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("out");
    std::fs::create_dir_all(out.join("tmp")).unwrap();
    (place, out)
}

fn text(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn registry_is_built() -> bool {
    let here = std::env::current_exe().unwrap();
    let built = here.ancestors().nth(2).unwrap().join("sceau-registry").is_file();
    if !built {
        println!("skipped: build the programs first (cargo build --workspace --bins)");
    }
    built
}

#[test]
fn one_dossier_goes_from_intake_to_a_certificate_that_a_stranger_can_check() {
    if !registry_is_built() {
        return;
    }
    let (_place, out) = folder();
    let output = headless(&out, &[]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output));
    for file in ["certificate.pdf", "certificate-altered.pdf", "ca.pem", "label.html", "report.json"] {
        assert!(out.join(file).is_file(), "{file}");
    }
    let page = std::fs::read_to_string(out.join("label.html")).unwrap();
    assert!(page.contains("<style>") && page.contains("@font-face") && page.contains("<h1"));
    for asked in ["<link rel=\"stylesheet\"", "/style.css", "url(\"/", "src=\"/"] {
        assert!(!page.contains(asked), "a page that is opened from the folder cannot ask for {asked}");
    }
    let report: serde_json::Value =
        serde_json::from_slice(&std::fs::read(out.join("report.json")).unwrap()).unwrap();
    let verdicts = report["verdicts"].as_array().unwrap();
    assert!(verdicts.iter().all(|check| check["verdict"] != "failed"), "{verdicts:#?}");
    for skipped in verdicts.iter().filter(|check| check["verdict"] == "skipped") {
        println!("skipped: {}", skipped["name"]);
    }
    assert_eq!(std::fs::read_dir(out.join("receipts")).unwrap().count(), 23);
}

/// Copies the demonstration's good dossier and lets `change` spoil its answers.
fn spoiled(place: &Path, change: impl Fn(&str) -> String) -> PathBuf {
    let source =
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("assets/demo/dossiers/01-oncosuivi");
    let copy = place.join("dossier");
    std::fs::create_dir_all(&copy).unwrap();
    for entry in std::fs::read_dir(source).unwrap().flatten() {
        std::fs::copy(entry.path(), copy.join(entry.file_name())).unwrap();
    }
    let answers = copy.join("reponses.csv");
    let text = std::fs::read_to_string(&answers).unwrap();
    std::fs::write(&answers, change(&text)).unwrap();
    copy
}

#[test]
fn a_failing_prerequisite_is_refused_with_its_code_and_nothing_is_stored() {
    if !registry_is_built() {
        return;
    }
    let (_place, out) = folder();
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("assets");
    let dossier = assets.join("demo/dossiers/02-calmenuit");
    let output = headless(&out, &["--dossier", dossier.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(3), "{}", text(&output));
    assert!(text(&output).contains("admission.knock-out"), "{}", text(&output));
}

#[test]
fn a_grid_with_faults_is_refused_with_all_its_messages_at_once() {
    if !registry_is_built() {
        return;
    }
    let (_place, out) = folder();
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("assets");
    let text_of = std::fs::read_to_string(assets.join("grids/exemple-six.toml")).unwrap();
    let grid = out.join("grid.toml");
    let bad = text_of.replacen("code = \"1.2\"", "code = \"1.1\"", 1).replacen(
        "weight = \"2\"",
        "weight = \"0\"",
        1,
    );
    std::fs::write(&grid, bad).unwrap();
    let output = headless(&out, &["--grid", grid.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(3), "{}", text(&output));
    for code in ["grid.duplicate@1.1", "grid.weight@"] {
        assert!(text(&output).contains(code), "{code}: {}", text(&output));
    }
}

#[test]
fn bylaws_that_ask_for_secrecy_are_refused_until_secret_votes_exist() {
    if !registry_is_built() {
        return;
    }
    let (_place, out) = folder();
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("assets");
    let bylaws = assets.join("bylaws/default.toml");
    let output = headless(&out, &["--bylaws", bylaws.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(3), "{}", text(&output));
    assert!(text(&output).contains("refusal-secret-vote"), "{}", text(&output));
}

#[test]
fn one_changed_answer_changes_the_declared_mark_of_the_report() {
    if !registry_is_built() {
        return;
    }
    let (place, out) = folder();
    let declared = |out: &Path| {
        let bytes = std::fs::read(out.join("report.json")).unwrap();
        let report: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        report["marks"]["declared"].as_str().unwrap().to_owned()
    };
    let better = spoiled(place.path(), |answers| answers.replacen("1.4;3;", "1.4;4;", 1));
    let output = headless(&out, &["--dossier", better.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output));
    assert_ne!(declared(&out), "615/34");
}
