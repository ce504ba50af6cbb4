//! Texts that will stand on a certificate, judged when they are written: once they are in the log it is too late.

use std::sync::LazyLock;

use sceau_certificate::content::Improvement;
use sceau_certificate::content_check::{ContentError, WordingError, fits};
use sceau_certificate::fonts::{FontError, Fonts};
use sceau_certificate::texts::Texts;

/// Read once: the fonts and the fixed texts come with the program.
static BUNDLED: LazyLock<Option<(Texts, Fonts)>> =
    LazyLock::new(|| Some((Texts::bundled().ok()?, Fonts::bundled().ok()?)));

/// What keeps a text from a certificate.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// The certificate's fonts cannot draw it.
    #[error("{0:?} cannot be printed")]
    Character(char),
    /// More characters than this.
    #[error("longer than {0} characters")]
    Length(usize),
    /// A certificate must not say it.
    #[error("a certificate must not say {0:?}")]
    Phrase(String),
}

/// Whether a text could stand on a certificate. `ours`: a sentence of the institute, not a name or the publisher's words.
///
/// # Errors
/// The first thing that is in the way.
pub fn printable(text: &str, ours: bool) -> Result<(), Unfit> {
    let Some((texts, fonts)) = BUNDLED.as_ref() else { return Ok(()) };
    match fits("text", &one_line(text), ours, texts, fonts) {
        Ok(()) => Ok(()),
        Err(WordingError::Font(FontError::Unknown { character, .. })) => Err(Unfit::Character(character)),
        Err(WordingError::Content(ContentError::TooLong { limit, .. })) => Err(Unfit::Length(limit)),
        Err(WordingError::Content(ContentError::Forbidden { phrase, .. })) => Err(Unfit::Phrase(phrase)),
        // A text alone has no other fault.
        Err(WordingError::Font(FontError::Unreadable(_)) | WordingError::Content(_)) => Ok(()),
    }
}

/// A text as it stands on a certificate: its lines in one.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A point to improve as it stands on a certificate.
#[must_use]
pub fn flat(point: &Improvement) -> Improvement {
    Improvement {
        criterion: one_line(&point.criterion),
        observation: one_line(&point.observation),
        change: one_line(&point.change),
        ..point.clone()
    }
}
