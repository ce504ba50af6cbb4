//! What a certificate asserts, as plain values, before there is any page.
//!
//! The fields are those that the rules allow on a certificate, no others: there is no place for the mark itself,
//! a rank or a comparison. The machine-readable credential is this same value in canonical JSON.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The format that a credential names.
pub const FORMAT: &str = "sceau-credential/1";

/// A text in French, and in English where it exists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// French, always there.
    pub fr: String,
    /// English; absent: the French is used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Wording {
    /// The English wording, or the French where there is none.
    #[must_use]
    pub fn english(&self) -> &str {
        self.en.as_deref().unwrap_or(&self.fr)
    }
}

/// A grid or bylaws as they were frozen for the decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frozen {
    /// Stable identifier.
    pub id: String,
    /// Version.
    pub version: String,
    /// SHA-256 of the file, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// The file calls itself illustrative: the certificate then says so.
    #[serde(default)]
    pub illustrative: bool,
}

/// The solution and what it is meant for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Solution {
    /// Trade name.
    pub name: String,
    /// The version that was examined.
    pub version: String,
    /// Intended use, in the holder's words.
    pub intended_use: String,
    /// HAS functional class, A to D; absent when the grid asks for none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub has_class: Option<String>,
}

/// The only thing that a certificate may say about the mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryMark {
    /// The threshold that was reached, for instance `14`.
    pub at_least: String,
    /// What the mark is out of, for instance `20`.
    pub scale: String,
}

/// A provisional label and the day its evidence is due (included).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provisional {
    /// Last day on which the evidence may arrive.
    pub evidence_by: Date,
}

/// A point to improve, or a reservation where the label was granted with reservations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Improvement {
    /// Code of the criterion.
    pub criterion: String,
    /// What was observed.
    pub observation: String,
    /// What would change the mark.
    pub change: String,
    /// By when, if a day was set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Date>,
}

/// Somebody in whose name the label is granted; printed, and given a signature field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signatory {
    /// Name as it is printed.
    pub name: String,
    /// Role as it is printed, for instance « Présidente du comité ».
    pub role: String,
}

/// Level of the electronic signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Level {
    /// PAdES B-B: signature with the signer's certificate bound into it; no time-stamp by a third party.
    #[serde(rename = "PAdES B-B")]
    BaselineB,
}

impl Level {
    /// As it is printed.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::BaselineB => "PAdES B-B",
        }
    }
}

/// Everything that one certificate asserts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Name of the institute.
    pub institute: String,
    /// Number in the public registry, `YYYY-NNN`.
    pub number: String,
    /// Name of the label.
    pub label: Wording,
    /// Level of the label, where the labels file has levels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Wording>,
    /// Holder of the label.
    pub holder: String,
    /// The solution.
    pub solution: Solution,
    /// The grid.
    pub grid: Frozen,
    /// The bylaws.
    pub bylaws: Frozen,
    /// Day of the decision.
    pub decided_on: Date,
    /// First day of the label.
    pub effective_on: Date,
    /// Last day of the label, included.
    pub valid_until: Date,
    /// Provisional label.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provisional: Option<Provisional>,
    /// The entry mark was reached; absent when the label has no entry mark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry_mark: Option<EntryMark>,
    /// Why, sentence by sentence.
    pub reasons: Vec<String>,
    /// Granted with reservations: `improvements` are then those reservations.
    #[serde(default)]
    pub with_reservations: bool,
    /// What remains to improve.
    #[serde(default)]
    pub improvements: Vec<Improvement>,
    /// In whose name.
    pub signatories: Vec<Signatory>,
    /// Address of the label's public page.
    pub check_url: String,
    /// Level of the institute's seal on this file.
    pub seal_level: Level,
    /// Everything here is invented.
    #[serde(default)]
    pub demonstration: bool,
}
