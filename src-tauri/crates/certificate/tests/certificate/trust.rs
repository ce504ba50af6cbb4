//! Whom a reader can name as trusted: also with a whole system's bundle, which holds authorities of every kind.

use crate::made_up::{NOW, claim, institute, seal, sealed};
use jiff::civil::date;
use sceau_certificate::seal::{Purpose, pem};
use sceau_certificate::verify::*;

const RSA: &str = include_str!("authorities/rsa.pem");
const P384: &str = include_str!("authorities/p384.pem");

fn ours(seed: u8) -> String {
    pem(&institute(seed).authority).unwrap()
}

fn leaf() -> String {
    let institute = institute(7);
    let leaf = seal(&institute.authority_key, &institute.authority, 5, "x", Purpose::Seal);
    pem(sceau_certificate::sign::Signer::certificate(&leaf)).unwrap()
}

fn judged(trust: &[u8], when: When) -> Verdict {
    verify(&sealed(&claim(), &institute(7)), &anchors(trust).unwrap(), when, None).unwrap()
}

const WHEN: When = When { at: NOW.plus(30 * 86_400_000), today: date(2026, 12, 22) };

#[test]
fn authorities_of_other_kinds_never_match_and_hide_ours_from_nobody() {
    for foreign in [RSA.to_owned(), P384.to_owned(), format!("{RSA}{P384}")] {
        let verdict = judged(foreign.as_bytes(), WHEN);
        assert_eq!(verdict.outcome, Outcome::Indeterminate);
        assert!(verdict.reasons.iter().any(|reason| reason.code == "verify-issuer-unknown"));
        for bundle in [format!("{foreign}{}", ours(7)), format!("{}{foreign}", ours(7))] {
            assert_eq!(judged(bundle.as_bytes(), WHEN).outcome, Outcome::Valid);
        }
    }
}

#[test]
fn a_bundle_may_hold_remarks_and_certificates_that_nobody_can_read() {
    let broken = format!("{}AAAA{}", &RSA[..60], &RSA[60..]);
    let cut = &P384[..300];
    let dos = ours(7).replace('\n', "\r\n  ");
    let long = ours(7).replace('\n', "").replace("CERTIFICATE-----M", "CERTIFICATE-----\nM");
    for own in [dos, long, ours(7)] {
        let bundle = format!("# Authorities\nElsewhere\n=========\n{broken}\n{cut}\n{}Ours\n{own}", leaf());
        let mut bytes = b"\xef\xbb\xbfAutorit\xe9s\n".to_vec();
        bytes.extend_from_slice(bundle.as_bytes());
        assert_eq!(anchors(&bytes).unwrap().len(), 1);
        assert_eq!(judged(&bytes, WHEN).outcome, Outcome::Valid);
    }
}

#[test]
fn a_file_without_an_authority_is_an_error_that_says_which() {
    let refused = |file: &[u8]| anchors(file).unwrap_err();
    for text in [
        "",
        "\n",
        " \r\n\t",
        "garbage",
        "trust me\n",
        "-----BEGIN PUBLIC KEY-----\nAA==\n-----END PUBLIC KEY-----",
    ] {
        assert_eq!(refused(text.as_bytes()), AnchorError::NoCertificate, "{text:?}");
    }
    for bad in [
        "0garbage",
        "-----BEGIN CERTIFICATE-----",
        "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----",
        &P384[..300],
    ] {
        assert_eq!(refused(bad.as_bytes()), AnchorError::Unreadable, "{bad:?}");
    }
    assert_eq!(refused(leaf().as_bytes()), AnchorError::NotAnAuthority);
    assert_eq!(refused(&vec![b' '; LARGEST_ANCHORS + 1]), AnchorError::TooLarge);
}

#[test]
fn an_institute_publishes_only_authorities_that_can_be_judged() {
    let own = institute(7).authority;
    assert_eq!(every_anchor(&own).unwrap().len(), 1);
    assert_eq!(every_anchor(format!("{}{}", ours(7), ours(9)).as_bytes()).unwrap().len(), 2);
    for foreign in [RSA, P384] {
        assert_eq!(every_anchor(foreign.as_bytes()).unwrap_err(), AnchorError::OtherKey);
        assert_eq!(
            every_anchor(format!("{}{foreign}", ours(7)).as_bytes()).unwrap_err(),
            AnchorError::OtherKey
        );
    }
    let mixed = format!("{}{}", ours(7), leaf());
    assert_eq!(every_anchor(mixed.as_bytes()).unwrap_err(), AnchorError::NotAnAuthority);
    assert_eq!(every_anchor(b"").unwrap_err(), AnchorError::NoCertificate);
}

#[test]
fn a_doubt_that_the_seal_and_its_authority_share_is_said_once() {
    let at = |at, today| judged(ours(7).as_bytes(), When { at, today });
    let early = at(sceau_domain::moment::Moment(1_577_880_000_000), date(2020, 1, 1));
    let late = at(NOW.plus(40 * crate::made_up::YEAR), date(2066, 11, 22));
    for (verdict, code) in [(early, "verify-seal-not-yet"), (late, "verify-seal-expired")] {
        let codes: Vec<&str> = verdict.reasons.iter().map(|reason| reason.code).collect();
        assert_eq!(codes.iter().filter(|said| **said == code).count(), 1, "{codes:?}");
    }
}
