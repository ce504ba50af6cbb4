//! One line of the completeness report.

use std::collections::BTreeMap;

use serde::Serialize;

/// How much an item weighs. The order is that of urgency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Something that was asked for is not there.
    Missing,
    /// Something is there and cannot be taken as it is.
    Wrong,
    /// Taken, and worth knowing.
    Notice,
    /// As it should be; shown quietly.
    Fine,
}

/// One finding: a stable code, where it was found, how much it weighs, and the values of its sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Item {
    /// Stable code, `intake.…`; its sentence is the message of the same name with dashes for dots.
    pub code: &'static str,
    /// The file, key or criterion concerned; empty for the package as a whole.
    pub place: String,
    /// How much it weighs.
    pub severity: Severity,
    /// Values for the sentence, by name; `place` is always among them.
    pub params: BTreeMap<&'static str, String>,
}

impl Item {
    /// An item without further values.
    #[must_use]
    pub fn new(code: &'static str, severity: Severity, place: impl Into<String>) -> Self {
        let place = place.into();
        let params = BTreeMap::from([("place", place.clone())]);
        Self { code, place, severity, params }
    }

    /// The item with one more value for its sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.params.insert(name, value.to_string());
        self
    }

    /// Whether the dossier cannot be admitted while this stands.
    #[must_use]
    pub const fn blocks(&self) -> bool {
        matches!(self.severity, Severity::Missing | Severity::Wrong)
    }
}

/// Every code that intake can say, so that a test can ask for its sentence in each language.
pub const CODES: &[&str] = &[
    "intake.package-absent",
    "intake.package-empty",
    "intake.package-kind",
    "intake.package-too-large",
    "intake.package-too-many",
    "intake.package-zip",
    "intake.total-too-large",
    "intake.name-outside",
    "intake.name-unsafe",
    "intake.name-twice",
    "intake.name-link",
    "intake.file-bomb",
    "intake.file-too-large",
    "intake.file-locked",
    "intake.file-unreadable",
    "intake.file-empty",
    "intake.file-kind",
    "intake.references-too-large",
    "intake.references-unreadable",
    "intake.reference-absent",
    "intake.reference-left-out",
    "intake.file-left-out",
    "intake.description-absent",
    "intake.description-twice",
    "intake.description-syntax",
    "intake.description-format",
    "intake.description-missing",
    "intake.description-character",
    "intake.description-length",
    "intake.description-type",
    "intake.description-unknown-key",
    "intake.has-class",
    "intake.answers-absent",
    "intake.answers-pasted",
    "intake.name-replaced",
    "intake.taken-out",
    "intake.answers-syntax",
    "intake.answers-header",
    "intake.answers-too-many",
    "intake.answers-encoding",
    "intake.answers-sheet",
    "intake.answer-line",
    "intake.answer-twice",
    "intake.answer-same-twice",
    "intake.answer-unknown-file",
    "intake.evidence-absent",
    "intake.evidence-none",
    "intake.evidence-digest",
    "intake.evidence-unlisted",
    "intake.evidence-same",
    "intake.pdf-not",
    "intake.pdf-broken",
    "intake.pdf-password",
    "intake.pdf-restricted",
    "intake.pdf-unusual",
    "intake.pdf-slow",
    "intake.pdf-script",
    "intake.pdf-attachment",
    "intake.pdf-no-text",
    "intake.patient",
    "intake.patient-page",
    "intake.patient-cleared",
    "intake.answer-missing",
    "intake.answer-unknown",
    "intake.answer-type",
    "intake.answer-na",
    "intake.answer-other-class",
    "intake.answers-fine",
    "intake.evidence-required",
    "intake.evidence-asked",
    "intake.evidence-fine",
    "intake.evidence-criterion",
    "intake.evidence-study",
    "intake.evidence-study-unasked",
    "intake.prerequisite-met",
    "intake.prerequisite-failed",
    "intake.prerequisite-pending",
    "intake.class-missing",
    "intake.other-grid",
];
