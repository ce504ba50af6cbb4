//! Strangers check a certificate with tools that are not ours: pyHanko, poppler's pdfsig, qpdf. Where a tool is absent
//! the test says SKIPPED. `SCEAU_TOOLS` may name a folder whose `bin` holds them.

use crate::made_up::{institute, sealed};
use std::path::Path;
use std::process::{Command, Output};

pub fn run(program: &str, arguments: &[&str]) -> Option<Output> {
    let own = std::env::var("SCEAU_TOOLS").ok().map(|tools| Path::new(&tools).join("bin").join(program));
    let path = own.filter(|path| path.exists()).unwrap_or_else(|| program.into());
    match Command::new(path).args(arguments).output() {
        Ok(output) => Some(output),
        Err(_) => {
            println!("SKIPPED: {program} is not installed");
            None
        }
    }
}

pub fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[test]
fn strangers_find_the_seal_good_and_every_change_bad() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let institute = institute(7);
    let good = sealed(&crate::made_up::claim(), &institute);
    let mut altered = good.clone();
    let middle = altered.len() / 3;
    altered[middle] ^= 1;
    std::fs::write(at("certificate.pdf"), &good).unwrap();
    std::fs::write(at("certificate-altered.pdf"), &altered).unwrap();
    std::fs::write(at("ca.pem"), sceau_certificate::seal::pem(&institute.authority).unwrap()).unwrap();
    if let Ok(keep) = std::env::var("SCEAU_KEEP") {
        for name in ["certificate.pdf", "certificate-altered.pdf", "ca.pem"] {
            std::fs::copy(at(name), Path::new(&keep).join(name)).unwrap();
        }
    }
    let (good, altered, anchor) = (at("certificate.pdf"), at("certificate-altered.pdf"), at("ca.pem"));

    let judge = |file: &str| {
        let check = ["sign", "validate", "--trust-replace", "--trust", &anchor, "--no-revocation-check"];
        run("pyhanko", &[&check[..], &["--pretty-print", file]].concat())
    };
    if let Some(verdict) = judge(&good) {
        assert!(verdict.status.success(), "{}", said(&verdict));
        println!("{}", said(&verdict));
    }
    if let Some(verdict) = judge(&altered) {
        assert!(!verdict.status.success(), "{}", said(&verdict));
    }
    if let Some(verdict) = run("pdfsig", &[&good]) {
        let said = said(&verdict);
        assert!(said.contains("Signature is Valid"), "{said}");
        assert!(said.contains("Total document signed"), "{said}");
    }
    if let Some(verdict) = run("pdfsig", &[&altered]) {
        assert!(said(&verdict).contains("Digest Mismatch"), "{}", said(&verdict));
    }
    if let Some(verdict) = run("qpdf", &["--check", &good]) {
        assert!(verdict.status.success(), "{}", said(&verdict));
        assert!(!said(&verdict).to_lowercase().contains("warning"), "{}", said(&verdict));
    }
}

#[test]
fn strangers_find_a_countersigned_certificate_good_too() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let institute = institute(7);
    let person = crate::signing::signatory(&institute);
    let mut pdf = sealed(&crate::made_up::claim(), &institute);
    for index in [0, 2] {
        let field = sceau_certificate::archive::signatory_field(index);
        pdf = sceau_certificate::sign::sign(&pdf, &field, &crate::made_up::stamp(), &person).unwrap();
    }
    let (file, anchor) = (at("countersigned.pdf"), at("ca.pem"));
    std::fs::write(&file, &pdf).unwrap();
    std::fs::write(&anchor, sceau_certificate::seal::pem(&institute.authority).unwrap()).unwrap();
    let check = ["sign", "validate", "--trust-replace", "--trust", &anchor, "--no-revocation-check"];
    if let Some(verdict) = run("pyhanko", &[&check[..], &["--pretty-print", &file]].concat()) {
        assert!(verdict.status.success(), "{}", said(&verdict));
        assert_eq!(said(&verdict).matches("judged VALID").count(), 3, "{}", said(&verdict));
    }
    if let Some(verdict) = run("pdfsig", &[&file]) {
        assert_eq!(said(&verdict).matches("Signature is Valid").count(), 3, "{}", said(&verdict));
    }
    if let Some(verdict) = run("qpdf", &["--check", &file]) {
        assert!(verdict.status.success(), "{}", said(&verdict));
    }
}
