//! The twelve dossiers through the real intake: what each is in the campaign for is what the rules find.

use std::collections::BTreeMap;
use std::path::PathBuf;

use sceau_app::dossier::{judge_package, read_grid};
use sceau_app::intake::{self, CompletenessReport, Limits, Package, Severity};
use sceau_domain::fraction::plain;
use sceau_domain::grid::{Gate, Grid, gate};

use crate::assets;

fn folders() -> Vec<PathBuf> {
    let read = std::fs::read_dir(assets().join("demo/dossiers")).unwrap();
    let mut folders: Vec<PathBuf> = read.flatten().map(|entry| entry.path()).collect();
    folders.sort();
    folders
}

fn grid() -> Grid {
    read_grid(&std::fs::read_to_string(assets().join("grids/quatre-axes.toml")).unwrap()).unwrap()
}

/// By the number at the head of the folder's name.
fn dossiers() -> BTreeMap<String, (Package, CompletenessReport)> {
    let grid = grid();
    let one = |folder: PathBuf| {
        let package = intake::read(&folder, &Limits::default());
        let report = intake::report(&package, &grid);
        (folder.file_name().unwrap().to_string_lossy().chars().take(2).collect(), (package, report))
    };
    folders().into_iter().map(one).collect()
}

fn declared(report: &CompletenessReport) -> Option<String> {
    grid().declared(report.has_class, &report.declared).unwrap().exact.as_ref().map(plain)
}

#[test]
fn there_are_twelve_and_each_says_that_it_is_invented() {
    let dossiers = dossiers();
    assert_eq!(dossiers.len(), 12);
    for (number, (package, report)) in &dossiers {
        assert!(package.solution.name.ends_with("(démonstration)"), "{number}");
        assert!(package.publisher.name.ends_with("(démonstration)"), "{number}");
        assert!(package.evidence.len() >= 2, "{number}");
        assert!(package.solution.plain.fr.is_some(), "{number}");
        let faults: Vec<_> = package.items.iter().filter(|item| item.severity < Severity::Notice).collect();
        assert!(faults.is_empty(), "{number}: {faults:?}");
        let strange: Vec<_> = package.items.iter().filter(|item| item.severity == Severity::Notice).collect();
        assert!(strange.iter().all(|item| item.code == "intake.pdf-no-text"), "{number}: {strange:?}");
        println!("{number} {} {:?} {} pages", package.solution.name, declared(report), report.pages);
    }
    let names: std::collections::BTreeSet<_> =
        dossiers.values().map(|(package, _)| &package.solution.name).collect();
    assert_eq!(names.len(), 12);
}

#[test]
fn two_fail_a_prerequisite_one_is_incomplete_and_the_others_could_be_admitted() {
    for (number, (package, report)) in dossiers() {
        let failed: Vec<&str> = report.knock_outs_failed.iter().map(String::as_str).collect();
        let missing: Vec<String> = report
            .items
            .iter()
            .filter(|item| item.blocks() && item.code != "intake.prerequisite-failed")
            .map(|item| format!("{}@{}", item.code, item.place))
            .collect();
        let expected: (&[&str], &[&str]) = match number.as_str() {
            "02" => (&["P.3"], &[]),
            "03" => (
                &[],
                &["intake.evidence-required@P.3", "intake.answer-missing@2.5", "intake.answer-missing@3.3"],
            ),
            "08" => (&["P.2"], &[]),
            _ => (&[], &[]),
        };
        assert_eq!(failed, expected.0, "{number}");
        assert_eq!(missing, expected.1, "{number}");
        let judged = judge_package(&package, &grid());
        assert_eq!(judged.is_ok(), expected.0.is_empty() && expected.1.is_empty(), "{number}");
    }
}

#[test]
fn three_lie_near_the_bar_and_the_bar_is_compared_with_the_exact_mark() {
    let bar = sceau_domain::fraction::decimal("14").unwrap();
    let dossiers = dossiers();
    for (number, mark, reached) in
        [("07", "14", Gate::Reached), ("10", "240/17", Gate::Reached), ("11", "475/34", Gate::NotReached)]
    {
        let (_, report) = &dossiers[number];
        assert_eq!(declared(report).as_deref(), Some(mark), "{number}");
        let judged = grid().declared(report.has_class, &report.declared);
        assert_eq!(gate(Some(&judged), &bar), reached, "{number}");
    }
}

#[test]
fn one_renews_a_label_and_two_bring_a_scan_that_intake_points_out() {
    let dossiers = dossiers();
    let renewing: Vec<_> = dossiers.iter().filter(|(_, (package, _))| package.renews.is_some()).collect();
    assert_eq!(renewing.len(), 1);
    assert_eq!(renewing[0].1.0.renews.as_deref(), Some("2023-004"));
    let scans = dossiers.values().flat_map(|(package, _)| &package.items);
    let scans: Vec<&str> =
        scans.filter(|item| item.code == "intake.pdf-no-text").map(|item| item.place.as_str()).collect();
    assert_eq!(scans, ["attestation.pdf", "label-2023.pdf"]);
}
