//! Verdicts on files: exits and words.

use jiff::Timestamp;
use jiff::civil::date;
use sceau_certificate::archive::INSTITUTE_FIELD;
use sceau_certificate::content::{Claim, Frozen, Level, Signatory, Solution, Wording};
use sceau_certificate::draw::PrintPdf;
use sceau_certificate::fonts::Fonts;
use sceau_certificate::render::render;
use sceau_certificate::seal::*;
use sceau_certificate::sign::prepare::Stamp;
use sceau_certificate::sign::sign;
use sceau_certificate::texts::Texts;
use sceau_check::certificate::{Arguments, Lang, run};
use sceau_domain::moment::Moment;
use std::path::{Path, PathBuf};

/// 21 November 2026, 10:00 UTC.
const SIGNED: Moment = Moment(1_795_255_200_000);
const YEAR: u64 = 31_557_600_000;

fn claim() -> Claim {
    let frozen =
        |id: &str| Frozen { id: id.into(), version: "1".into(), sha256: "0".repeat(64), illustrative: false };
    Claim {
        institute: "Institut de démonstration".into(),
        number: "2026-001".into(),
        label: Wording {
            fr: "Solution à fort potentiel clinique".into(),
            en: Some("High clinical potential".into()),
        },
        level: None,
        holder: "Arcadie Santé".into(),
        solution: Solution {
            name: "RénalInfo".into(),
            version: "3.4".into(),
            intended_use: "Suivi à domicile.".into(),
            has_class: None,
        },
        grid: frozen("quatre-axes"),
        bylaws: frozen("roll-call"),
        decided_on: date(2026, 11, 20),
        effective_on: date(2026, 11, 20),
        valid_until: date(2029, 11, 20),
        provisional: None,
        entry_mark: None,
        reasons: vec!["Label accordé.".into()],
        with_reservations: false,
        improvements: Vec::new(),
        signatories: vec![Signatory { name: "Dr Claire Aubert".into(), role: "Présidente".into() }],
        check_url: "https://registre.example/fr/labels/2026-001".into(),
        seal_level: Level::BaselineB,
        demonstration: true,
    }
}

pub fn make(folder: &Path) -> Vec<u8> {
    let authority_key = SealKey::from_seed(&[1; 32]).unwrap();
    let profile = AuthorityProfile {
        name: "Autorité de cachet".into(),
        organisation: "Institut de démonstration".into(),
        country: "FR".into(),
        serial: [1; 16],
        from: SIGNED,
        until: SIGNED.plus(20 * YEAR),
    };
    let ca = authority(&authority_key, &profile).unwrap();
    let key = SealKey::from_seed(&[2; 32]).unwrap();
    let profile = SealProfile {
        purpose: Purpose::Seal,
        name: "Cachet de l’Institut".into(),
        organisation: "Institut de démonstration".into(),
        country: "FR".into(),
        serial: [2; 16],
        from: SIGNED,
        until: SIGNED.plus(10 * YEAR),
        list_url: None,
    };
    let seal = issue(&authority_key, &ca, &key, &profile).unwrap();
    let signer = MemorySigner::new(key, &seal, &ca).unwrap();
    std::fs::write(folder.join("ca.pem"), pem(&ca).unwrap()).unwrap();
    let other = authority(
        &SealKey::from_seed(&[3; 32]).unwrap(),
        &AuthorityProfile {
            name: "Une autre autorité".into(),
            organisation: "Ailleurs".into(),
            country: "FR".into(),
            serial: [3; 16],
            from: SIGNED,
            until: SIGNED.plus(YEAR),
        },
    );
    std::fs::write(folder.join("other.pem"), pem(&other.unwrap()).unwrap()).unwrap();
    let pdf =
        render(&claim(), &Texts::bundled().unwrap(), &Fonts::bundled().unwrap(), &PrintPdf).unwrap().pdf;
    let stamp = Stamp { at: SIGNED, name: "Institut de démonstration".into(), reason: "Label".into() };
    sign(&pdf, INSTITUTE_FIELD, &stamp, &signer).unwrap()
}

pub fn judge(file: PathBuf, trust: Option<PathBuf>, lang: Lang) -> (u8, String) {
    let now = Timestamp::from_millisecond(i64::try_from(SIGNED.0).unwrap() + 86_400_000).unwrap();
    let answer = run(&Arguments { file, trust, answer: None, lang, on: None }, now);
    (answer.exit, answer.text)
}

#[test]
fn the_four_exits_are_told_apart_in_plain_words() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let pdf = make(folder.path());
    std::fs::write(at("good.pdf"), &pdf).unwrap();
    let mut bad = pdf;
    bad[4000] ^= 1;
    std::fs::write(at("bad.pdf"), &bad).unwrap();
    std::fs::write(at("page.pdf"), "<html>").unwrap();

    let (exit, text) = judge(at("good.pdf"), Some(at("ca.pem")), Lang::Fr);
    assert_eq!(exit, 0, "{text}");
    for part in [
        "Valide\n",
        "RénalInfo",
        "n°\u{a0}2026-001",
        "faute de réseau",
        "20\u{a0}novembre\u{a0}2029",
        "ni un marquage CE",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let (exit, text) = judge(at("good.pdf"), Some(at("ca.pem")), Lang::En);
    assert!(exit == 0 && text.starts_with("Valid\n") && text.contains("High clinical potential"), "{text}");

    let (exit, text) = judge(at("bad.pdf"), Some(at("ca.pem")), Lang::Fr);
    assert!(
        exit == 1 && text.starts_with("Non valide\n") && text.contains("Modifié après la signature."),
        "{text}"
    );
    for trust in [Some(at("other.pem")), None] {
        let (exit, text) = judge(at("good.pdf"), trust, Lang::Fr);
        assert!(exit == 2 && text.starts_with("Indéterminé\n"), "{text}");
    }
    for (file, trust) in
        [("page.pdf", "ca.pem"), ("absent.pdf", "ca.pem"), ("good.pdf", "page.pdf"), ("good.pdf", "x")]
    {
        let (exit, text) = judge(at(file), Some(at(trust)), Lang::Fr);
        assert_eq!(exit, 3, "{text}");
        assert!(!text.contains("verify-"), "a sentence, not a key: {text}");
    }
}

#[test]
fn a_day_can_be_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("good.pdf");
    std::fs::write(&file, make(folder.path())).unwrap();
    let trust = Some(folder.path().join("ca.pem"));
    let asked = |on| {
        let arguments = Arguments {
            file: file.clone(),
            trust: trust.clone(),
            answer: None,
            lang: Lang::Fr,
            on: Some(on),
        };
        run(&arguments, Timestamp::UNIX_EPOCH).exit
    };
    assert_eq!(asked(date(2029, 11, 20)), 0, "the last day is included");
    assert_eq!(asked(date(2029, 11, 21)), 1);
}

#[test]
fn the_program_itself_answers() {
    let run = |arguments: &[&str]| {
        std::process::Command::new(env!("CARGO_BIN_EXE_sceau-check")).args(arguments).output().unwrap()
    };
    let folder = tempfile::tempdir().unwrap();
    let (file, trust) = (folder.path().join("good.pdf"), folder.path().join("ca.pem"));
    std::fs::write(&file, make(folder.path())).unwrap();
    let (file, trust) = (file.to_string_lossy(), trust.to_string_lossy());
    let answer = run(&["certificate", &file, "--trust", &trust, "--lang", "en", "--on", "2027-01-01"]);
    assert!(answer.status.success(), "{answer:?}");
    assert!(String::from_utf8_lossy(&answer.stdout).starts_with("Valid\n"));
    assert_eq!(run(&["certificate", &trust]).status.code(), Some(3));
}

#[test]
fn with_the_registry_s_answer_a_suspended_or_withdrawn_label_is_not_valid() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    std::fs::write(at("good.pdf"), make(folder.path())).unwrap();
    let now = Timestamp::from_millisecond(i64::try_from(SIGNED.0).unwrap() + 86_400_000).unwrap();
    let judged = |answer: &str, lang| {
        std::fs::write(at("label.json"), answer).unwrap();
        let (file, trust, answer) = (at("good.pdf"), Some(at("ca.pem")), Some(at("label.json")));
        let said = run(&Arguments { file, trust, answer, lang, on: None }, now);
        (said.exit, said.text)
    };
    let answer = |number: &str, state: &str| {
        format!(
            r#"{{"format":"sceau-label/1","number":"{number}","state":"{state}","since":"2026-11-22","asked_at":{}}}"#,
            SIGNED.0
        )
    };
    let (exit, text) = judged(&answer("2026-001", "active"), Lang::Fr);
    assert!(exit == 0 && text.contains("Label en vigueur, vérifié au registre"), "{text}");
    let (exit, text) = judged(&answer("2026-001", "suspended"), Lang::Fr);
    assert_eq!(exit, 1, "{text}");
    assert!(text.contains("Label suspendu depuis le 22\u{a0}novembre\u{a0}2026"), "{text}");
    let (exit, text) = judged(&answer("2026-001", "withdrawn"), Lang::En);
    assert!(
        exit == 1 && text.contains("Label withdrawn or ended since 22\u{a0}November\u{a0}2026"),
        "{text}"
    );
    for other in [answer("2026-002", "active"), answer("2026-001", "unheard-of"), "{}".to_owned()] {
        let (exit, text) = judged(&other, Lang::Fr);
        assert!(exit == 3 && text.contains("n’est pas la réponse du registre"), "{text}");
    }
}
