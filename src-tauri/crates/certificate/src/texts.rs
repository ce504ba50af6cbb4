//! The fixed texts of a certificate, from `assets/certificates/certificate.toml`.

use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The language of a text on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// French, the language of the certificate.
    French,
    /// English, the language of the summary.
    English,
}

impl Language {
    /// As PDF writes it.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::French => "fr-FR",
            Self::English => "en-GB",
        }
    }
}

#[derive(Debug, Clone, Deserialize)]
struct Forbidden {
    phrases: Vec<String>,
}

/// All fixed texts.
#[derive(Debug, Clone, Deserialize)]
pub struct Texts {
    fr: BTreeMap<String, String>,
    en: BTreeMap<String, String>,
    forbidden: Forbidden,
}

/// Why texts cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Not TOML, or not of the expected shape.
    #[error("the texts cannot be read: {0}")]
    Unreadable(String),
    /// A sentence is missing.
    #[error("the text {0} is missing")]
    Missing(String),
}

impl Texts {
    /// Reads texts of one's own; the same keys as in the bundled file.
    ///
    /// # Errors
    /// When the file is no TOML of that shape.
    pub fn parse(toml: &str) -> Result<Self, TextError> {
        toml::from_str(toml).map_err(|error| TextError::Unreadable(error.to_string()))
    }

    /// The texts that come with the program.
    ///
    /// # Errors
    /// Never for the file that a test reads.
    pub fn bundled() -> Result<Self, TextError> {
        Self::parse(include_str!("../../../../assets/certificates/certificate.toml"))
    }

    /// Phrases that no text of the institute may contain, in lower case.
    #[must_use]
    pub fn forbidden(&self) -> &[String] {
        &self.forbidden.phrases
    }

    /// A sentence with its values put in. French spacing is put into the sentence, never into the values.
    ///
    /// # Errors
    /// When the key is missing.
    pub fn say(&self, language: Language, key: &str, values: &[(&str, &str)]) -> Result<String, TextError> {
        let table = match language {
            Language::French => &self.fr,
            Language::English => &self.en,
        };
        let raw = table.get(key).ok_or_else(|| TextError::Missing(format!("{}.{key}", language.tag())))?;
        let mut text = if language == Language::French { french(raw) } else { raw.clone() };
        for (name, value) in values {
            text = text.replace(&format!("{{{name}}}"), value);
        }
        Ok(text)
    }
}

/// French spacing: a narrow no-break space before ; ! ? and » and after «, a no-break space before : and in « n° 3 ».
#[must_use]
pub fn french(text: &str) -> String {
    let mut out = text.to_owned();
    for mark in [";", "!", "?", "»"] {
        out = out.replace(&format!(" {mark}"), &format!("\u{202f}{mark}"));
    }
    out.replace("« ", "«\u{202f}").replace(" :", "\u{a0}:").replace("n° ", "n°\u{a0}")
}

const MONTHS: [[&str; 12]; 2] = [
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];

/// A day as it is written in a sentence: « 1er mars 2026 », "1 March 2026".
#[must_use]
pub fn day(language: Language, date: Date) -> String {
    let index = usize::try_from(date.month()).map_or(0, |month| month.saturating_sub(1));
    let names = match language {
        Language::French => &MONTHS[0],
        Language::English => &MONTHS[1],
    };
    let month = names.get(index).copied().unwrap_or_default();
    let number = match (language, date.day()) {
        (Language::French, 1) => "1er".to_owned(),
        (_, number) => number.to_string(),
    };
    format!("{number}\u{a0}{month}\u{a0}{}", date.year())
}
