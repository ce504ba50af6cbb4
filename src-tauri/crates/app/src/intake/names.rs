//! Names of files inside a package, and text folded for comparison.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longest name taken, in bytes: more is no name that a person gave.
const LONGEST: usize = 240;

/// Why a name is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadName {
    /// It leads out of the package: absolute, a drive, or `..`.
    Outside,
    /// It cannot be shown or stored safely: control characters, empty parts, too long.
    Unsafe,
}

/// The name as used inside the program: composed (NFC), parts divided by `/`, nothing that leads outside.
///
/// # Errors
/// [`BadName`] says which rule the name breaks.
pub fn safe(raw: &str) -> Result<String, BadName> {
    let name: String = raw.nfc().collect::<String>().replace('\\', "/");
    if name.starts_with('/') || name.chars().nth(1) == Some(':') {
        return Err(BadName::Outside);
    }
    let parts: Vec<&str> = name.split('/').filter(|part| *part != ".").collect();
    if parts.iter().any(|part| part.trim() == "..") {
        return Err(BadName::Outside);
    }
    let bad = |part: &&str| part.trim().is_empty() || part.chars().any(|c| c.is_control() || is_direction(c));
    if name.len() > LONGEST || parts.is_empty() || parts.iter().any(bad) {
        return Err(BadName::Unsafe);
    }
    Ok(parts.join("/"))
}

/// Marks that reorder what a person reads: `fdp.exe` shown as `exe.pdf`.
const fn is_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Files that systems leave behind and nobody meant to send.
#[must_use]
pub fn is_litter(name: &str) -> bool {
    name.split('/').any(|part| {
        part.starts_with('.')
            || part == "__MACOSX"
            || part.eq_ignore_ascii_case("thumbs.db")
            || part.starts_with("~$")
    })
}

/// The text without case, accents, punctuation and surplus spaces, for comparison only.
#[must_use]
pub fn fold(text: &str) -> String {
    let spaced: String = text
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The last part of a name.
#[must_use]
pub fn last(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// The last part of a name without its ending, for a title nobody gave.
#[must_use]
pub fn stem(name: &str) -> &str {
    let last = last(name);
    last.rsplit_once('.').map_or(last, |(stem, _)| stem)
}

/// Whether the name ends with `.ending`, whatever the case.
#[must_use]
pub fn ends(name: &str, ending: &str) -> bool {
    last(name).rsplit_once('.').is_some_and(|(_, e)| e.eq_ignore_ascii_case(ending))
}
