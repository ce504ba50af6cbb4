//! What a check has to say about a file: a stable code and the place that it speaks of.

use alloc::string::String;
use core::fmt;

/// One message of a check. The sentence for a code lies in the locale files; rules only know codes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Message {
    /// Stable code, for example `grid.weight`.
    pub code: &'static str,
    /// Where: a criterion's code, a key, or the name of the file's kind.
    pub place: String,
}

impl Message {
    /// A message about a place.
    pub fn new(code: &'static str, place: impl Into<String>) -> Self {
        Self { code, place: place.into() }
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.code, self.place)
    }
}
