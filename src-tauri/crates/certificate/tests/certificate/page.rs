//! What a holder sees: a complete, legible document, always the same, or a refusal that names the field.

use crate::made_up::{claim, unsigned};
use sceau_certificate::content::{Claim, Improvement};
use sceau_certificate::content_check::ContentError;
use sceau_certificate::draw::PrintPdf;
use sceau_certificate::fonts::{FontError, Fonts, Weight};
use sceau_certificate::layout::LayoutError;
use sceau_certificate::render::{RenderError, render};
use sceau_certificate::texts::{Language, Texts, french};
use sha2_10::{Digest as _, Sha256};

/// SHA-256 of the made-up claim's unsigned certificate. It changes only when the look, the texts, the fonts or the
/// engine change, and then on purpose.
const GOLDEN: &str = "2979d0812496b352a94af7062f7c1a125a799b49ded2cad4cebc993d794b7760";

fn refused(claim: &Claim) -> RenderError {
    render(claim, &Texts::bundled().unwrap(), &Fonts::bundled().unwrap(), &PrintPdf).unwrap_err()
}

#[test]
fn an_ordinary_certificate_has_two_pages_and_is_always_the_same() {
    let first = unsigned(&claim());
    assert_eq!(first.pages, 2);
    assert_eq!(first.pdf, unsigned(&claim()).pdf);
    let digest: String = Sha256::digest(&first.pdf).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(digest, GOLDEN, "the certificate looks different: look at it, then change GOLDEN");
}

#[test]
fn a_character_that_cannot_be_drawn_is_named_with_its_field() {
    let mut claim = claim();
    claim.signatories[1].name = "王小明".into();
    let RenderError::Layout(LayoutError::Font(FontError::Unknown { field, character })) = refused(&claim)
    else {
        panic!("drawn all the same")
    };
    assert_eq!((field.as_str(), character), ("signatories[1].name", '王'));
    claim.signatories[1].name = "Zoë\u{301}\u{302}".into();
    assert!(matches!(refused(&claim), RenderError::Layout(LayoutError::Font(_))), "a loose accent");
}

#[test]
fn names_of_europe_can_be_drawn_composed_or_not() {
    let fonts = Fonts::bundled().unwrap();
    for name in [
        "Łukasz Żółć",
        "Ştefan Ţepeş",
        "Ștefan Țepeș",
        "Jiří Dvořák",
        "Ólafur Þór",
        "Œuvre n° 3",
        "Ÿ≥≤€",
        "e\u{301}",
    ] {
        fonts.knows("name", name).unwrap();
        assert!(fonts.width(Weight::Regular, 10.0, name) > 0.0);
    }
    assert_eq!(fonts.lines(Weight::Regular, 10.0, 500.0, "e\u{301}"), ["é"]);
}

#[test]
fn lines_never_exceed_the_column_even_for_one_endless_word() {
    let fonts = Fonts::bundled().unwrap();
    let text = format!("Un mot {} sans fin", "a".repeat(400));
    let lines = fonts.lines(Weight::SemiBold, 10.0, 200.0, &text);
    assert!(lines.iter().all(|line| fonts.width(Weight::SemiBold, 10.0, line) <= 200.0));
    assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
}

#[test]
fn a_missing_field_is_named() {
    type Empty = fn(&mut Claim);
    let cases: [(&str, Empty); 7] = [
        ("institute", |c| c.institute.clear()),
        ("holder", |c| c.holder = "  ".into()),
        ("solution.version", |c| c.solution.version.clear()),
        ("reasons[2]", |c| c.reasons[2].clear()),
        ("reasons", |c| c.reasons.clear()),
        ("signatories", |c| c.signatories.clear()),
        ("improvements", |c| {
            c.with_reservations = true;
            c.improvements.clear();
        }),
    ];
    for (name, empty) in cases {
        let mut claim = claim();
        empty(&mut claim);
        let RenderError::Content(ContentError::Missing { field }) = refused(&claim) else { panic!("{name}") };
        assert_eq!(field, name);
    }
}

#[test]
fn forms_and_dates_are_checked() {
    type Spoil = fn(&mut Claim);
    let cases: [(&str, Spoil); 7] = [
        ("number", |c| c.number = "26-1".into()),
        ("solution.has_class", |c| c.solution.has_class = Some("E".into())),
        ("grid.sha256", |c| c.grid.sha256 = "ABC".into()),
        ("check_url", |c| c.check_url = "javascript:alert(1)".into()),
        ("effective_on", |c| c.effective_on = jiff::civil::date(2026, 11, 19)),
        ("valid_until", |c| c.valid_until = jiff::civil::date(2029, 12, 2)),
        ("valid_until", |c| c.valid_until = jiff::civil::date(2026, 11, 30)),
    ];
    for (name, spoil) in cases {
        let mut claim = claim();
        spoil(&mut claim);
        match refused(&claim) {
            RenderError::Content(ContentError::Form { field } | ContentError::Dates { field }) => {
                assert_eq!(field, name);
            }
            other => panic!("{name}: {other}"),
        }
    }
}

#[test]
fn a_certificate_cannot_suggest_what_the_label_is_not() {
    let texts = Texts::bundled().unwrap();
    for phrase in texts.forbidden() {
        let mut claim = claim();
        claim.reasons[0] = format!("Solution {}.", phrase.to_uppercase());
        let RenderError::Content(ContentError::Forbidden { field, .. }) = refused(&claim) else {
            panic!("{phrase}")
        };
        assert_eq!(field, "reasons[0]");
    }
    let mut claim = claim();
    claim.reasons[0] = "Rang : 3e\u{a0}percentile.".into();
    assert!(matches!(refused(&claim), RenderError::Content(ContentError::Forbidden { .. })));
}

#[test]
fn long_certificates_run_to_four_pages_and_no_further() {
    let mut claim = claim();
    let point = Improvement {
        observation: "Une observation assez longue. ".repeat(16),
        ..claim.improvements[0].clone()
    };
    claim.improvements = vec![point.clone(); 7];
    assert!((3..=4).contains(&unsigned(&claim).pages));
    claim.improvements = vec![point; 24];
    assert!(matches!(refused(&claim), RenderError::Layout(LayoutError::TooManyPages(_))));
}

#[test]
fn every_sentence_of_the_page_is_there_in_french_and_the_summary_in_english() {
    let texts = Texts::bundled().unwrap();
    assert!(texts.say(Language::French, "statement", &[]).unwrap().contains("ni une garantie de sécurité"));
    assert!(
        texts
            .say(Language::English, "statement", &[])
            .unwrap()
            .contains("no guarantee of safety or efficacy")
    );
    assert_eq!(
        french("« Oui » : non ; n° 3 ?"),
        "«\u{202f}Oui\u{202f}»\u{a0}: non\u{202f}; n°\u{a0}3\u{202f}?"
    );
}
