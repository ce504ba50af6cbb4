//! What `sceau-check cases` says, to somebody who runs it on a file.

use std::path::Path;

use sceau_check::cases::run;

#[test]
fn every_published_case_passes() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/cases.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: the published cases are not beside this repository");
        return;
    };
    let report = run(&text).unwrap();
    let said: Vec<String> = report.failures.iter().map(ToString::to_string).collect();
    assert_eq!((report.failed, said), (0, vec![]));
    assert!(report.passed >= 25);
}

#[test]
fn every_branch_of_our_own_passes() {
    let report = run(include_str!("branches.json")).unwrap();
    let said: Vec<String> = report.failures.iter().map(ToString::to_string).collect();
    assert_eq!((report.failed, said), (0, vec![]));
}

#[test]
fn a_wrong_expectation_is_named_and_an_unknown_kind_fails_alone() {
    let file = r#"{"schema": "sceau-cases/1", "cases": [
        {"id": "A", "kind": "publication", "input": {"colleges": {"x": {"grant": 2}}},
         "expect": {"total": null, "codes": ["secrecy.pooled"]}},
        {"id": "B", "kind": "astrology", "input": {}, "expect": {}},
        {"id": "C", "kind": "publication", "input": {"colleges": {}}, "expect": {"rows": []}}]}"#;
    let report = run(file).unwrap();
    assert_eq!((report.passed, report.failed), (1, 2));
    let said: Vec<String> = report.failures.iter().map(ToString::to_string).collect();
    assert_eq!(said[0], r#"FAIL A codes.0: expected "secrecy.pooled", got "secrecy.total-hidden""#);
    assert_eq!(said[1], "FAIL B astrology: expected an answer, got unknown kind astrology");
}

#[test]
fn what_is_no_file_of_cases_cannot_be_read() {
    assert!(run("{").is_err());
    assert!(run(r#"{"schema": "sceau-cases/2", "cases": []}"#).is_err());
}
