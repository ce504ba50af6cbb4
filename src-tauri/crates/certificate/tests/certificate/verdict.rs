//! What a stranger is told, and what a forger cannot obtain.

use crate::made_up::{NOW, SIGNED, YEAR, claim, institute, seal, sealed, stamp, unsigned};
use crate::signing::signatory;
use jiff::civil::date;
use proptest::prelude::*;
use sceau_certificate::archive::{INSTITUTE_FIELD, signatory_field};
use sceau_certificate::content::Level;
use sceau_certificate::seal::{Purpose, pem};
use sceau_certificate::sign::sign;
use sceau_certificate::verify::*;
use sceau_domain::moment::Moment;
use std::path::Path;

/// A day on which the label is in force.
const WHEN: When = When { at: NOW.plus(30 * 86_400_000), today: date(2026, 12, 22) };

fn trust(seed: u8) -> Vec<Anchor> {
    anchors(pem(&institute(seed).authority).unwrap().as_bytes()).unwrap()
}

fn codes(verdict: &Verdict) -> Vec<&str> {
    verdict.reasons.iter().map(|reason| reason.code).collect()
}

#[test]
fn a_good_certificate_is_valid_offline_and_says_what_it_could_not_check() {
    let verdict = verify(&sealed(&claim(), &institute(7)), &trust(7), WHEN, None).unwrap();
    assert_eq!(verdict.outcome, Outcome::Valid);
    assert!(verdict.genuine);
    assert_eq!(verdict.claim.as_ref(), Some(&claim()));
    assert_eq!(verdict.level, Some(Level::BaselineB));
    assert_eq!(
        codes(&verdict),
        [
            "verify-signer",
            "verify-unchanged",
            "verify-time",
            "verify-demonstration",
            "verify-label-in-term",
            "verify-standing-unknown"
        ]
    );
    let signer = verdict.signer.unwrap();
    assert_eq!(signer.name, "Cachet de l’Institut de démonstration");
    assert_eq!(signer.at, Some(SIGNED));
}

#[test]
fn one_changed_byte_anywhere_is_invalid() {
    let pdf = sealed(&claim(), &institute(7));
    let trust = trust(7);
    let hole = pdf.windows(14).position(|piece| piece == b"/Contents<3082").unwrap();
    // 200 places over the whole file, and the signature's dictionary and container more closely (every byte of them in
    // an optimised build).
    let everywhere = (0..200).map(|i| i * pdf.len() / 200);
    let around = (hole - 400..hole + 2600).step_by(if cfg!(debug_assertions) { 13 } else { 1 });
    let edges = [pdf.len() - 1, hole + 12_200, hole + 12_298];
    for (turn, at) in everywhere.chain(around).chain(edges).enumerate() {
        // One bit, or the bit between capital and small letters, which is also that between two spellings of a digit.
        let flip = if turn % 2 == 0 { 0x01 } else { 0x20 };
        let mut bad = pdf.clone();
        bad[at] ^= flip;
        let verdict = verify(&bad, &trust, WHEN, None).unwrap();
        assert_eq!(verdict.outcome, Outcome::Invalid, "byte {at} ^ {flip:#x}: {:?}", codes(&verdict));
        assert!(!verdict.genuine && verdict.claim.is_none());
    }
}

#[test]
fn adding_or_cutting_is_invalid() {
    let pdf = sealed(&claim(), &institute(7));
    for bad in [
        [&pdf[..], b"\n"].concat(),
        [&pdf[..], b"9 0 obj\n<<>>\nendobj\n"].concat(),
        [&pdf[..], &pdf[..]].concat(),
        pdf[..pdf.len() - 1].to_vec(),
        pdf[..pdf.len() / 2].to_vec(),
        [&b" "[..], &pdf[..]].concat(),
        unsigned(&claim()).pdf,
    ] {
        assert_eq!(verify(&bad, &trust(7), WHEN, None).unwrap().outcome, Outcome::Invalid);
    }
}

#[test]
fn an_unknown_issuer_is_indeterminate_not_invalid() {
    let pdf = sealed(&claim(), &institute(7));
    for anchors in [trust(40), Vec::new()] {
        let verdict = verify(&pdf, &anchors, WHEN, None).unwrap();
        assert_eq!(verdict.outcome, Outcome::Indeterminate);
        assert!(codes(&verdict).contains(&"verify-issuer-unknown") && !verdict.genuine);
    }
    // Changed as well: that much is sure without knowing the issuer.
    let mut bad = pdf;
    bad[5000] ^= 1;
    assert_eq!(verify(&bad, &trust(40), WHEN, None).unwrap().outcome, Outcome::Invalid);
}

#[test]
fn an_authority_of_the_same_name_does_not_help_a_forger() {
    let forger = institute(90);
    let verdict = verify(&sealed(&claim(), &forger), &trust(7), WHEN, None).unwrap();
    assert_eq!(verdict.outcome, Outcome::Indeterminate);
}

#[test]
fn a_signatorys_key_cannot_seal() {
    let institute = institute(7);
    let person = signatory(&institute);
    let pdf = sign(&unsigned(&claim()).pdf, INSTITUTE_FIELD, &stamp(), &person).unwrap();
    let verdict = verify(&pdf, &trust(7), WHEN, None).unwrap();
    assert_eq!(verdict.outcome, Outcome::Invalid);
    assert!(codes(&verdict).contains(&"verify-not-a-seal"));
}

#[test]
fn signatories_may_countersign_and_nothing_else_may_follow() {
    let institute = institute(7);
    let person = signatory(&institute);
    let pdf = sealed(&claim(), &institute);
    let one = sign(&pdf, &signatory_field(0), &stamp(), &person).unwrap();
    let two = sign(&one, &signatory_field(2), &stamp(), &person).unwrap();
    let verdict = verify(&two, &trust(7), WHEN, None).unwrap();
    assert_eq!(verdict.outcome, Outcome::Valid, "{:?}", codes(&verdict));
    assert_eq!(verdict.signatories.len(), 2);
    assert_eq!(verdict.signatories[0].name, "Dr Claire Aubert");
    for at in (pdf.len()..two.len()).step_by(391) {
        let mut bad = two.clone();
        bad[at] ^= 1;
        assert_eq!(verify(&bad, &trust(7), WHEN, None).unwrap().outcome, Outcome::Invalid, "byte {at}");
    }
    // A stranger's signature in a free field leaves the seal sound and settles nothing about the stranger.
    let stranger = crate::made_up::institute(90).signer;
    let mixed = sign(&pdf, &signatory_field(1), &stamp(), &stranger).unwrap();
    assert_eq!(verify(&mixed, &trust(7), WHEN, None).unwrap().outcome, Outcome::Indeterminate);
}

#[test]
fn an_increment_that_changes_the_page_is_invalid_even_when_a_trusted_person_signs_it() {
    let institute = institute(7);
    let pdf = sealed(&claim(), &institute);
    // The catalog is replaced, then a signatory signs over it: every signature holds, the document is another.
    let tail = sceau_certificate::sign::revision::tail(&pdf).unwrap();
    let catalog = tail.object(&pdf, tail.root).unwrap().to_vec();
    let changed = sceau_certificate::sign::revision::append(&pdf, &tail, &[(tail.root, catalog)].into());
    let signed = sign(&changed, &signatory_field(0), &stamp(), &signatory(&institute)).unwrap();
    let verdict = verify(&signed, &trust(7), WHEN, None).unwrap();
    assert_eq!(verdict.outcome, Outcome::Invalid);
    assert!(codes(&verdict).contains(&"verify-added-after"));
}

#[test]
fn dates_and_the_registrys_word_count() {
    let pdf = sealed(&claim(), &institute(7));
    let judge = |when: When, standing: Option<Standing>| {
        let verdict = verify(&pdf, &trust(7), when, standing.as_ref()).unwrap();
        let last = codes(&verdict).into_iter().map(str::to_owned).collect::<Vec<_>>();
        (verdict.outcome, verdict.genuine, last)
    };
    let on = |year, month, day| When { today: date(year, month, day), ..WHEN };
    let (outcome, genuine, codes) = judge(on(2029, 12, 1), None);
    assert_eq!((outcome, genuine), (Outcome::Invalid, true));
    assert!(codes.iter().any(|code| code == "verify-label-expired"));
    assert_eq!(judge(on(2029, 11, 30), None).0, Outcome::Valid, "the last day is included");
    assert_eq!(judge(on(2026, 11, 30), None).0, Outcome::Indeterminate, "not yet in force");
    let late = When { at: Moment(SIGNED.0 + 11 * YEAR), ..WHEN };
    assert_eq!(judge(late, None).0, Outcome::Indeterminate, "the seal's certificate has ended");
    let early = When { at: Moment(SIGNED.0 - 3 * 86_400_000), ..WHEN };
    assert_eq!(judge(early, None).0, Outcome::Indeterminate, "signed in the reader's future");

    let standing = |label, seal_revoked| Some(Standing { checked: NOW, label, seal_revoked });
    let day = date(2026, 12, 1);
    assert_eq!(judge(WHEN, standing(LabelStanding::InForce, None)).0, Outcome::Valid);
    for bad in [
        standing(LabelStanding::Suspended(day), None),
        standing(LabelStanding::Ended(day), None),
        standing(LabelStanding::Superseded(day), None),
        standing(LabelStanding::Unheard, None),
        standing(LabelStanding::InForce, Some(day)),
    ] {
        assert_eq!(judge(WHEN, bad).0, Outcome::Invalid);
    }
}

#[test]
fn a_seal_on_something_else_is_no_certificate() {
    let institute = institute(7);
    let blank = unsigned(&claim()).pdf;
    let head = b"application#2Fjson";
    let at = blank.windows(head.len()).position(|piece| piece == head).unwrap();
    let mut other = blank.clone();
    other[at] = b'b';
    let pdf = sign(&other, INSTITUTE_FIELD, &stamp(), &institute.signer).unwrap();
    let verdict = verify(&pdf, &trust(7), WHEN, None).unwrap();
    assert_eq!(verdict.outcome, Outcome::Invalid);
    assert!(codes(&verdict).contains(&"verify-credential-missing"));
}

#[test]
fn other_files_are_told_apart_from_bad_certificates() {
    assert_eq!(verify(b"", &[], WHEN, None).unwrap_err(), Unreadable::NotPdf);
    assert_eq!(verify(b"<html>", &[], WHEN, None).unwrap_err(), Unreadable::NotPdf);
    let large = vec![b' '; LARGEST + 1];
    assert_eq!(verify(&large, &[], WHEN, None).unwrap_err(), Unreadable::TooLarge);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/evidence");
    let Ok(files) = std::fs::read_dir(folder) else {
        println!("SKIPPED: the folder of evidence is not here");
        return;
    };
    for file in files.filter_map(|entry| entry.ok()).filter(|entry| entry.path().is_file()) {
        let bytes = std::fs::read(file.path()).unwrap();
        if let Ok(verdict) = verify(&bytes, &trust(7), WHEN, None) {
            assert_eq!(verdict.outcome, Outcome::Invalid, "{:?}", file.path());
        }
    }
}

#[test]
fn every_reason_has_a_sentence_in_both_languages() {
    let sources = concat!(
        include_str!("../../src/verify/judge.rs"),
        include_str!("../../src/verify/mod.rs"),
        include_str!("../../src/verify/trust.rs")
    );
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/locales");
    for language in ["fr", "en"] {
        let sentences = std::fs::read_to_string(locales.join(language).join("verify.ftl")).unwrap();
        let mut count = 0;
        for code in
            sources.split('"').filter(|word| word.starts_with("verify-") || word.starts_with("verdict-"))
        {
            count += 1;
            assert!(sentences.contains(&format!("\n{code} = ")), "{language}: {code}");
        }
        assert!(count > 25, "the codes were found in the source");
    }
}

#[test]
fn anchors_are_authorities_only() {
    let institute = institute(7);
    assert_eq!(anchors(&institute.authority).unwrap().len(), 1);
    let two = format!(
        "{}{}",
        pem(&institute.authority).unwrap(),
        pem(&crate::made_up::institute(9).authority).unwrap()
    );
    assert_eq!(anchors(two.replace('\n', "\r\n").as_bytes()).unwrap().len(), 2);
    let leaf = seal(&institute.authority_key, &institute.authority, 5, "x", Purpose::Seal);
    let leaf = pem(sceau_certificate::sign::Signer::certificate(&leaf)).unwrap();
    assert_eq!(anchors(leaf.as_bytes()).unwrap_err(), AnchorError::NotAnAuthority);
    assert_eq!(anchors(b"0garbage").unwrap_err(), AnchorError::Unreadable);
    assert_eq!(anchors(b"garbage").unwrap_err(), AnchorError::NoCertificate);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Pieces of certificates in any order, with any bytes between them, never crash the reader and never please it.
    #[test]
    fn hostile_files_are_refused_quietly(cuts in prop::collection::vec((0.0..1.0f64, 0.0..1.0f64, any::<Vec<u8>>()), 1..6)) {
        let pdf = sealed(&claim(), &institute(7));
        let mut bad = b"%PDF-1.7\n".to_vec();
        for (from, to, noise) in cuts {
            let place = |share: f64| ((pdf.len() as f64) * share) as usize;
            let (from, to) = (place(from).min(place(to)), place(from).max(place(to)));
            bad.extend_from_slice(&pdf[from..to]);
            bad.extend_from_slice(&noise);
        }
        prop_assert_ne!(verify(&bad, &trust(7), WHEN, None).unwrap().outcome, Outcome::Valid);
        let _ = sceau_certificate::sign::revision::tail(&bad);
        let _ = sceau_certificate::sign::prepare::prepare(&bad, INSTITUTE_FIELD, &stamp());
    }
}
