//! A mistyped command is told apart from a verdict.

use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_sceau-check")).args(arguments).output().unwrap()
}

#[test]
fn a_mistyped_command_is_never_taken_for_an_indeterminate_certificate() {
    for arguments in [
        &[][..],
        &["certificat", "x.pdf"],
        &["certificate"],
        &["certificate", "x.pdf", "--trsut", "ca.pem"],
        &["certificate", "x.pdf", "--lang", "de"],
        &["certificate", "x.pdf", "--on", "2026-13-45"],
        &["cases"],
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(64), "{arguments:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{arguments:?}");
    }
}

#[test]
fn help_and_version_are_no_errors_and_help_names_every_exit() {
    for arguments in [&["--help"][..], &["certificate", "--help"], &["cases", "--help"]] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(0));
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(said.contains("64"), "{arguments:?}: {said}");
    }
    assert_eq!(run(&["--version"]).status.code(), Some(0));
}
