//! What may be handed in behind `--trust`.

use crate::verdict::{judge, make};
use sceau_check::certificate::{Arguments, Lang, run};

const RSA: &str = include_str!("../../../certificate/tests/certificate/authorities/rsa.pem");
const P384: &str = include_str!("../../../certificate/tests/certificate/authorities/p384.pem");

#[test]
fn a_bundle_with_ours_gives_valid_and_one_without_it_indeterminate() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    std::fs::write(at("good.pdf"), make(folder.path())).unwrap();
    let ours = std::fs::read_to_string(at("ca.pem")).unwrap();
    let mut bundles = vec![RSA.to_owned(), P384.to_owned(), format!("{RSA}{P384}")];
    match std::fs::read_to_string("/etc/ssl/certs/ca-certificates.crt") {
        Ok(system) => bundles.push(system),
        Err(_) => println!("skipped: no bundle of this system where it was looked for"),
    }
    for bundle in bundles {
        let asked = |text: &str| {
            std::fs::write(at("bundle.pem"), text).unwrap();
            judge(at("good.pdf"), Some(at("bundle.pem")), Lang::En)
        };
        let (exit, text) = asked(&bundle);
        assert!(exit == 2 && text.contains("is not among those that you trust"), "{text}");
        for both in [format!("{bundle}{ours}"), format!("{ours}{bundle}")] {
            let (exit, text) = asked(&both);
            assert_eq!(exit, 0, "{text}");
        }
    }
}

#[test]
fn a_trust_file_without_an_authority_is_named_for_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    std::fs::write(at("good.pdf"), make(folder.path())).unwrap();
    let said = |content: &str, lang| {
        std::fs::write(at("trust.pem"), content).unwrap();
        judge(at("good.pdf"), Some(at("trust.pem")), lang)
    };
    for content in ["", "\n\n", "not a certificate\n"] {
        let (exit, text) = said(content, Lang::En);
        assert!(exit == 3 && text.starts_with("The trust file holds no certificate"), "{content:?}: {text}");
        let (exit, text) = said(content, Lang::Fr);
        assert!(exit == 3 && text.starts_with("Le fichier de confiance ne contient aucun"), "{text}");
    }
    let (exit, text) = said("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", Lang::En);
    assert!(exit == 3 && text.starts_with("The trust file cannot be read"), "{text}");
    let (exit, text) = judge(at("good.pdf"), Some(at("absent.pem")), Lang::En);
    assert!(exit == 3 && text.contains("absent.pem"), "{text}");
}

#[test]
fn a_day_before_the_seal_is_doubted_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("good.pdf");
    std::fs::write(&file, make(folder.path())).unwrap();
    let trust = Some(folder.path().join("ca.pem"));
    let on = Some("2020-01-01".parse().unwrap());
    let answer =
        run(&Arguments { file, trust, answer: None, lang: Lang::En, on }, jiff::Timestamp::UNIX_EPOCH);
    assert_eq!(answer.exit, 2, "{}", answer.text);
    assert_eq!(answer.text.matches("The seal is valid only from").count(), 1, "{}", answer.text);
    let reasons: Vec<&str> = answer.text.lines().filter(|line| line.starts_with("  ? ")).collect();
    let different: std::collections::BTreeSet<_> = reasons.iter().collect();
    assert_eq!(reasons.len(), different.len(), "no line twice: {}", answer.text);
}
