//! Possible patient data in names and answers: a warning for a person to judge, never a verdict.
//!
//! Two signs: a French social-security number whose key is right, and a date of birth that is called one.

use super::answers::Answer;
use super::files::Stored;
use super::item::{Item, Severity};
use super::names::fold;

/// A sign of a patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// A social-security number.
    Number,
    /// A date of birth.
    Birth,
}

impl Sign {
    /// The code that sentences choose by.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Birth => "birth",
        }
    }
}

/// The sign in a page of text, if there is one. In running text « ne » is a negation: only « né le » is a birth there.
#[must_use]
pub fn sign(text: &str) -> Option<Sign> {
    if has_security_number(text) {
        return Some(Sign::Number);
    }
    let folded = fold(text);
    let told = folded.replace(" ne le ", " naissance ").replace(" ne ", " ");
    has_birth_date(&told).then_some(Sign::Birth)
}

/// Warns of every file name and answer that shows a sign. The sign itself is not repeated in the report.
pub fn warn(stored: &[Stored], answers: &[Answer], items: &mut Vec<Item>) {
    let names = stored.iter().map(|file| (file.name.as_str(), file.name.as_str()));
    let texts = answers.iter().flat_map(|answer| {
        [&answer.answer, &answer.comment].into_iter().map(|text| (answer.code.as_str(), text.as_str()))
    });
    let mut last = "";
    for (place, text) in names.chain(texts) {
        if place != last && (has_security_number(text) || has_birth_date(text)) {
            items.push(Item::new("intake.patient", Severity::Notice, place));
            last = place;
        }
    }
}

/// Fifteen digits in the form of a French social-security number (sex, year, month, …) whose two-digit key fits.
/// Spaces, dots and dashes between digits are passed over; Corsican departments are 2A and 2B.
#[must_use]
pub fn has_security_number(text: &str) -> bool {
    let glued: Vec<char> =
        text.to_uppercase().chars().filter(|c| !matches!(c, ' ' | '.' | '-' | '\u{a0}')).collect();
    glued.windows(15).enumerate().any(|(start, window)| {
        // A longer run of digits is some other number.
        let digit_at =
            |index: Option<usize>| index.and_then(|i| glued.get(i)).is_some_and(char::is_ascii_digit);
        !digit_at(start.checked_sub(1)) && !digit_at(Some(start + 15)) && is_security_number(window)
    })
}

fn is_security_number(window: &[char]) -> bool {
    let text: String = window.iter().collect();
    let (sex, month) = (text.chars().next(), text.get(3..5).and_then(|m| m.parse::<u32>().ok()));
    // Months above 12 stand for unknown or foreign dates (20 to 42, 50 and more).
    let plausible = matches!(sex, Some('1' | '2' | '7' | '8'))
        && month.is_some_and(|month| (1..=12).contains(&month) || (20..=42).contains(&month) || month >= 50);
    let body = text.get(..13).map(|body| body.replace("2A", "19").replace("2B", "18"));
    let number = body.and_then(|body| body.parse::<u64>().ok());
    let key = text.get(13..15).and_then(|key| key.parse::<u64>().ok());
    plausible && matches!((number, key), (Some(number), Some(key)) if 97 - number % 97 == key)
}

/// « né le 12/03/1956 », "born 12 March 1956": the words of a birth followed closely by a date.
fn has_birth_date(text: &str) -> bool {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    words.iter().enumerate().any(|(index, word)| {
        let called = matches!(*word, "ne" | "nee" | "naissance" | "born" | "birth" | "ddn" | "dob");
        let next: Vec<&str> = words.iter().skip(index + 1).take(5).copied().collect();
        let year = next.iter().any(|w| w.parse::<u32>().is_ok_and(|year| (1900..=2030).contains(&year)));
        let day =
            next.iter().any(|w| w.len() <= 2 && w.parse::<u32>().is_ok_and(|day| (1..=31).contains(&day)));
        called && year && day
    })
}
