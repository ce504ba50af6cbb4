//! Is a claim complete, and does it say only what a certificate may say?

use crate::content::{Claim, Frozen};
use crate::fonts::{FontError, Fonts};
use crate::texts::Texts;
use jiff::Span;

/// Why no certificate can be made of a claim. `field` is the credential's own path, for instance `reasons[1]`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ContentError {
    /// A field that must be filled is empty.
    #[error("the field {field} is empty")]
    Missing {
        /// Which field.
        field: String,
    },
    /// A field is longer than a certificate can carry.
    #[error("the field {field} is longer than {limit} characters")]
    TooLong {
        /// Which field.
        field: String,
        /// Greatest number of characters.
        limit: usize,
    },
    /// A field does not have its form: number `YYYY-NNN`, SHA-256, address, class.
    #[error("the field {field} is not written as it must be")]
    Form {
        /// Which field.
        field: String,
    },
    /// The dates contradict each other, or the label would last more than 36 months.
    #[error("the date {field} cannot stand beside the others")]
    Dates {
        /// Which field.
        field: String,
    },
    /// A free text suggests what a certificate must not say.
    #[error("the field {field} says “{phrase}”, which a certificate must not say")]
    Forbidden {
        /// Which field.
        field: String,
        /// The phrase that was found.
        phrase: String,
    },
}

/// Why a single text cannot stand on a certificate.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WordingError {
    /// Too long, or a phrase that a certificate must not say.
    #[error(transparent)]
    Content(#[from] ContentError),
    /// A character that cannot be drawn.
    #[error(transparent)]
    Font(#[from] FontError),
}

/// Whether a text could stand on a certificate: asked when it is written, long before there is one. `ours`: a sentence of
/// the institute, which must not suggest what a certificate does not say.
///
/// # Errors
/// The first thing that is in the way.
pub fn fits(field: &str, text: &str, ours: bool, texts: &Texts, fonts: &Fonts) -> Result<(), WordingError> {
    fonts.knows(field, text)?;
    if text.chars().count() > LONGEST {
        return Err(ContentError::TooLong { field: field.to_owned(), limit: LONGEST }.into());
    }
    match forbidden(text, texts).filter(|_| ours) {
        Some(phrase) => Err(ContentError::Forbidden { field: field.to_owned(), phrase }.into()),
        None => Ok(()),
    }
}

fn forbidden(text: &str, texts: &Texts) -> Option<String> {
    let folded = text.to_lowercase().replace('\'', "’").replace(['\u{a0}', '\u{202f}'], " ");
    texts.forbidden().iter().find(|phrase| folded.contains(phrase.as_str())).cloned()
}

/// Longest text of one field, in characters.
const LONGEST: usize = 1200;
/// Most reasons, improvements or signatories.
const MOST: usize = 24;
/// A label never lasts longer, in months (rules, labels file).
const LONGEST_LABEL: i32 = 36;

/// Judges a claim.
///
/// # Errors
/// The first thing that is wrong, in the order of the credential's fields.
pub fn check(claim: &Claim, texts: &Texts) -> Result<(), ContentError> {
    for (field, text) in required(claim) {
        if text.trim().is_empty() {
            return Err(ContentError::Missing { field });
        }
        if text.chars().count() > LONGEST {
            return Err(ContentError::TooLong { field, limit: LONGEST });
        }
    }
    if !is_number(&claim.number) {
        return Err(form("number"));
    }
    if claim.solution.has_class.as_deref().is_some_and(|class| !["A", "B", "C", "D"].contains(&class)) {
        return Err(form("solution.has_class"));
    }
    frozen("grid", &claim.grid)?;
    frozen("bylaws", &claim.bylaws)?;
    if !(claim.check_url.starts_with("https://") || claim.check_url.starts_with("http://127.0.0.1"))
        || claim.check_url.chars().any(|c| !c.is_ascii_graphic())
        || claim.check_url.len() > 200
    {
        return Err(form("check_url"));
    }
    dates(claim)?;
    for (field, count) in [
        ("reasons", claim.reasons.len()),
        ("improvements", claim.improvements.len()),
        ("signatories", claim.signatories.len()),
    ] {
        if count > MOST {
            return Err(ContentError::TooLong { field: field.into(), limit: MOST });
        }
    }
    for (field, empty) in [
        ("reasons", claim.reasons.is_empty()),
        ("signatories", claim.signatories.is_empty()),
        ("improvements", claim.with_reservations && claim.improvements.is_empty()),
    ] {
        if empty {
            return Err(ContentError::Missing { field: field.into() });
        }
    }
    allowed(claim, texts)
}

fn form(field: &str) -> ContentError {
    ContentError::Form { field: field.into() }
}

fn is_number(number: &str) -> bool {
    match number.split_once('-') {
        Some((year, rank)) => {
            year.len() == 4
                && (3..=6).contains(&rank.len())
                && year.bytes().chain(rank.bytes()).all(|b| b.is_ascii_digit())
        }
        None => false,
    }
}

fn frozen(field: &str, value: &Frozen) -> Result<(), ContentError> {
    let hex = value.sha256.len() == 64
        && value.sha256.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    if hex { Ok(()) } else { Err(form(&format!("{field}.sha256"))) }
}

fn dates(claim: &Claim) -> Result<(), ContentError> {
    let wrong = |field: &str| Err(ContentError::Dates { field: field.into() });
    if claim.effective_on < claim.decided_on {
        return wrong("effective_on");
    }
    // The civil calendar ends in the year 9999: a date that cannot be moved by 36 months is refused too.
    let Ok(last) = claim.effective_on.checked_add(Span::new().months(LONGEST_LABEL)) else {
        return wrong("effective_on");
    };
    if claim.valid_until < claim.effective_on || claim.valid_until > last {
        return wrong("valid_until");
    }
    if claim.provisional.as_ref().is_some_and(|p| p.evidence_by < claim.effective_on) {
        return wrong("provisional.evidence_by");
    }
    Ok(())
}

/// Every text that must not be empty, with its path.
pub(crate) fn required(claim: &Claim) -> Vec<(String, &str)> {
    let mut all: Vec<(String, &str)> = vec![
        ("institute".into(), &claim.institute),
        ("number".into(), &claim.number),
        ("label.fr".into(), &claim.label.fr),
        ("holder".into(), &claim.holder),
        ("solution.name".into(), &claim.solution.name),
        ("solution.version".into(), &claim.solution.version),
        ("solution.intended_use".into(), &claim.solution.intended_use),
        ("grid.id".into(), &claim.grid.id),
        ("grid.version".into(), &claim.grid.version),
        ("bylaws.id".into(), &claim.bylaws.id),
        ("bylaws.version".into(), &claim.bylaws.version),
        ("check_url".into(), &claim.check_url),
    ];
    if let Some(english) = &claim.label.en {
        all.push(("label.en".into(), english));
    }
    if let Some(level) = &claim.level {
        all.push(("level.fr".into(), &level.fr));
    }
    if let Some(mark) = &claim.entry_mark {
        all.push(("entry_mark.at_least".into(), &mark.at_least));
        all.push(("entry_mark.scale".into(), &mark.scale));
    }
    for (i, reason) in claim.reasons.iter().enumerate() {
        all.push((format!("reasons[{i}]"), reason));
    }
    for (i, point) in claim.improvements.iter().enumerate() {
        all.push((format!("improvements[{i}].criterion"), &point.criterion));
        all.push((format!("improvements[{i}].observation"), &point.observation));
        all.push((format!("improvements[{i}].change"), &point.change));
    }
    for (i, person) in claim.signatories.iter().enumerate() {
        all.push((format!("signatories[{i}].name"), &person.name));
        all.push((format!("signatories[{i}].role"), &person.role));
    }
    all
}

/// The institute's own sentences are searched for what a certificate must not suggest. The intended use is the
/// holder's and is quoted as it stands; names are names.
fn allowed(claim: &Claim, texts: &Texts) -> Result<(), ContentError> {
    for (field, text) in required(claim) {
        let ours = ["reasons", "improvements", "label", "level"].iter().any(|start| field.starts_with(start));
        if let Some(phrase) = forbidden(text, texts).filter(|_| ours) {
            return Err(ContentError::Forbidden { field, phrase });
        }
    }
    Ok(())
}
