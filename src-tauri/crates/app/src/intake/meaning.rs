//! What a written answer means under a grid: people write labels, decimal commas and « sans objet ».

use sceau_domain::fraction::decimal;
use sceau_domain::grid::{Answer, Choice, Criterion, Kind, Words};

use super::evidence::EvidenceFile;
use super::names::fold;

/// What was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// Nothing was answered.
    Open,
    /// An answer in the grid's own terms.
    Answer(Answer),
    /// Something that this criterion cannot mean.
    Wrong,
}

/// Understands `written` as an answer to `criterion`.
#[must_use]
pub fn of(written: &str, criterion: &Criterion, evidence: &[EvidenceFile]) -> Meaning {
    let folded = fold(written);
    if written.trim().is_empty() {
        return Meaning::Open;
    }
    let text = match &criterion.kind {
        Kind::YesNo(options) => option(&folded, written, options).or_else(|| yes_no(&folded, options)),
        Kind::Choice(options) => option(&folded, written, options),
        Kind::Scale { .. } => level(&folded, written, criterion),
        Kind::Number(_) => number(written),
        Kind::Text => Some(written.trim().to_owned()),
        Kind::Date => date(written),
        Kind::File => super::answers::evidence_of(written, evidence).map(|file| file.name.clone()),
    };
    match text {
        Some(text) => Meaning::Answer(Answer::Text(text)),
        None if is_not_applicable(&folded) => Meaning::Answer(Answer::NotApplicable),
        None => Meaning::Wrong,
    }
}

fn is_not_applicable(folded: &str) -> bool {
    matches!(folded, "n a" | "na" | "s o" | "so" | "sans objet" | "non applicable" | "not applicable")
}

/// The option whose code is written exactly, else whose folded code or title is.
fn option(folded: &str, written: &str, options: &[Choice]) -> Option<String> {
    let exact = options.iter().find(|option| option.code == written.trim());
    let titled = |option: &&Choice| option.title.as_ref().is_some_and(|title| says(title, folded));
    let loose =
        || options.iter().find(|option| fold(&option.code) == folded).or_else(|| options.iter().find(titled));
    exact.or_else(loose).map(|option| option.code.clone())
}

fn says(words: &Words, folded: &str) -> bool {
    fold(&words.fr) == folded || words.en.as_ref().is_some_and(|en| fold(en) == folded)
}

fn yes_no(folded: &str, options: &[Choice]) -> Option<String> {
    let code = match folded {
        "oui" | "yes" | "vrai" | "true" | "o" | "y" | "x" => "yes",
        "non" | "no" | "faux" | "false" | "n" => "no",
        _ => return None,
    };
    options.iter().find(|option| option.code == code).map(|option| option.code.clone())
}

/// A level by its number, by « 3/4 » on a scale to 4, or by the words of its anchor.
fn level(folded: &str, written: &str, criterion: &Criterion) -> Option<String> {
    let digits = written.trim();
    let digits = match (&criterion.kind, digits.split_once('/')) {
        (Kind::Scale { to, .. }, Some((level, of))) if of.trim() == to.to_string() => level.trim(),
        _ => digits,
    };
    if let Ok(level) = digits.parse::<i64>() {
        return Some(level.to_string());
    }
    criterion.anchors.iter().find(|(_, words)| says(words, folded)).map(|(level, _)| level.clone())
}

/// A decimal number as people write it: « 1 250,5 », "99.5 %".
fn number(written: &str) -> Option<String> {
    let glued: String = written.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = glued.trim_end_matches('%').replace(',', ".");
    decimal(&plain).map(|_| plain)
}

/// A day as `2026-11-22` or `22/11/2026`, given back in the first form.
fn date(written: &str) -> Option<String> {
    let parts: Vec<&str> = written.trim().split(['-', '/', '.']).collect();
    let (year, month, day) = match *parts.as_slice() {
        [year, month, day] if year.len() == 4 => (year, month, day),
        [day, month, year] if year.len() == 4 => (year, month, day),
        _ => return None,
    };
    let number = |text: &str| text.parse::<i16>().ok();
    let short = |text: &str| text.parse::<i8>().ok();
    let date = jiff::civil::Date::new(number(year)?, short(month)?, short(day)?).ok()?;
    Some(date.to_string())
}
