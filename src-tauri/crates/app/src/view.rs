//! What the window is shown: plain counterparts of the state, one file per screen, exactly as the contract of the
//! window names them (`ui/src/ipc/contract.ts`, which says what each field means). Whatever a member may not see has
//! been left out by the visibility function before it gets here.
//!
//! Moments are milliseconds since 1970 UTC; marks and points are decimal texts; ids are opaque texts.

pub mod candidates;
pub mod card;
pub mod comparison;
pub mod declaring;
pub mod declined;
pub mod departure;
pub mod desk;
pub mod dossier;
pub mod dossiers;
pub mod duties;
pub mod enrolment;
pub mod evidence;
pub mod examination;
pub mod figures;
pub mod files;
pub mod forms;
pub mod founding;
pub mod intake;
pub mod judging;
pub mod label_life;
pub mod labels;
pub mod limits;
pub mod majority;
pub mod motion;
mod next;
pub mod opening;
pub mod owed;
pub mod own;
pub mod passages;
pub mod people;
pub mod presiding;
pub mod receipt;
pub mod recourse;
pub mod references;
pub mod review;
pub mod rounds;
pub mod rules;
pub mod search;
pub mod session;
pub mod settings;
pub mod taking;
pub mod texts;
pub mod tryout;
pub mod versions;
pub mod vote;
pub mod year;

use std::collections::BTreeMap;

use sceau_domain::action::ActionKind;
use sceau_domain::grid::Words;
use sceau_domain::id::DossierId;
use sceau_ledger::payload::sealed::Card;
use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::error::{AppError, Result};

/// A text in French and perhaps in English.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// French.
    pub fr: String,
    /// English, where it was given.
    pub en: Option<String>,
}

impl From<&Words> for Text {
    fn from(words: &Words) -> Self {
        Self { fr: words.fr.clone(), en: words.en.clone() }
    }
}

impl Text {
    /// The same in both languages: a code, a number, a publisher's own words.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { fr: text.into(), en: None }
    }
}

/// Why a command was refused or failed: the screens have a sentence `error-<code>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The code of the sentence.
    pub code: String,
    /// What fills the sentence's places.
    pub params: BTreeMap<String, String>,
}

impl Problem {
    /// A problem without parameters.
    #[must_use]
    pub fn plain(code: &str) -> Self {
        Self { code: code.to_owned(), params: BTreeMap::new() }
    }

    /// A problem with one parameter.
    #[must_use]
    pub fn with(code: &str, name: &str, value: impl ToString) -> Self {
        Self { code: code.to_owned(), params: BTreeMap::from([(name.to_owned(), value.to_string())]) }
    }
}

impl From<AppError> for Problem {
    fn from(error: AppError) -> Self {
        Self::from(&error)
    }
}

impl From<&AppError> for Problem {
    fn from(error: &AppError) -> Self {
        // What the registry or the line said in a stable code has a sentence of its own.
        if let AppError::Registry(code) = error
            && code.contains('.')
            && code.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'.' | b'-'))
        {
            return Self::plain(code);
        }
        // A rule of the procedure has its sentence under its own code.
        if let AppError::Procedure(code) = error {
            let code = code.split('@').next().unwrap_or(code);
            return Self::plain(code);
        }
        let (code, params) = error.code();
        Self { code, params }
    }
}

/// How far something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Done.
    pub done: usize,
    /// Of all.
    pub total: usize,
}

/// Reads a dossier's id as screens hold it.
///
/// # Errors
/// Not an id of ours.
pub fn dossier_id(text: &str) -> Result<DossierId> {
    text.parse().map_err(|_| AppError::Unknown("dossier"))
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads a digest as screens hold it.
#[must_use]
pub fn bytes_of(text: &str) -> Option<[u8; 32]> {
    from_hex(text)
}

/// Reads exactly so many bytes in hexadecimal digits; dashes are passed over, so that a UUID is sixteen bytes.
pub(crate) fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    from_hex_of(&text.replace('-', ""))?.try_into().ok()
}

/// Reads bytes in hexadecimal digits.
pub(crate) fn from_hex_of(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u32> = text.chars().map(|c| c.to_digit(16)).collect::<Option<_>>()?;
    let pairs = digits.chunks(2).map(|pair| match pair {
        [high, low] => u8::try_from(high * 16 + low).ok(),
        _ => None,
    });
    pairs.collect()
}

/// Sixteen bytes as the window writes its own ids.
pub(crate) fn uuid(bytes: &[u8; 16]) -> String {
    let digits = hex(bytes);
    let mut text = String::with_capacity(36);
    for (place, digit) in digits.chars().enumerate() {
        if matches!(place, 8 | 12 | 16 | 20) {
            text.push('-');
        }
        text.push(digit);
    }
    text
}

impl Desk {
    /// The card of a dossier, which every member may read before declaring; `None` until it or the board's key is
    /// here.
    pub(crate) fn card_of(&self, dossier: DossierId) -> Result<Option<Card>> {
        self.last(ActionKind::DossierCard, dossier.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_made_in_the_window_comes_back_as_the_window_wrote_it() {
        let id = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
        assert_eq!(from_hex::<16>(id).map(|bytes| uuid(&bytes)).as_deref(), Some(id));
        assert_eq!(from_hex::<16>("3f25"), None);
        assert_eq!(from_hex::<2>("zz00"), None);
    }
}
