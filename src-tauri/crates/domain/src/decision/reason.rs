//! One reason of a decision: a code and what its sentence needs.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};

/// A reason. The sentence for the code lies in the locale files and takes the parameters by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Stable code, for example `quorum.met`.
    pub code: String,
    /// Parameters of the sentence.
    pub params: BTreeMap<&'static str, String>,
}

impl Reason {
    /// A reason without parameters.
    pub fn new(code: impl Into<String>) -> Self {
        Self { code: code.into(), params: BTreeMap::new() }
    }

    /// With one more parameter.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.params.insert(name, value.to_string());
        self
    }
}
