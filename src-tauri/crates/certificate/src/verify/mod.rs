//! A verdict on a file that somebody hands in, with its reasons: valid, invalid or indeterminate.
//!
//! Reads only the form that this program writes, with bounds on everything, and no PDF engine: a hostile file can be
//! refused but cannot occupy or crash the reader. Whoever can sign bytes of this form holds the institute's key.

mod chain;
mod found;
mod judge;
mod trust;

use crate::content::{Claim, Level};
use jiff::civil::Date;
use sceau_domain::moment::Moment;
use std::collections::BTreeMap;

pub use judge::{authorities, verify};
pub use trust::{Anchor, AnchorError, LARGEST_ANCHORS, anchors, every_anchor};

/// Largest file that is looked at: 32 MiB. A certificate has about 100 KB.
pub const LARGEST: usize = 32 << 20;

/// The file cannot be judged at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// No PDF.
    #[error("this file is not a PDF")]
    NotPdf,
    /// Larger than [`LARGEST`].
    #[error("this file is too large to be a certificate")]
    TooLarge,
}

impl Unreadable {
    /// Key of the sentence.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotPdf => "verify-not-a-pdf",
            Self::TooLarge => "verify-too-large",
        }
    }
}

/// The three verdicts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Sealed by the institute, unchanged, in term, and not known to be suspended or withdrawn.
    Valid,
    /// Must not be used.
    Invalid,
    /// Could not be settled here: check again with a network or with the institute's authority.
    Indeterminate,
}

impl Outcome {
    /// Key of the sentence.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Valid => "verdict-valid",
            Self::Invalid => "verdict-invalid",
            Self::Indeterminate => "verdict-indeterminate",
        }
    }
}

/// What one reason weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    /// In order.
    Good,
    /// To be known, without effect on the verdict.
    Note,
    /// Not settled: the verdict is at best indeterminate.
    Unknown,
    /// The verdict is invalid.
    Bad,
}

/// A reason: the key of a sentence and the values in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Key of the sentence (`verify-…`).
    pub code: &'static str,
    /// What it weighs.
    pub finding: Finding,
    /// Values; dates as `YYYY-MM-DD`, moments as `YYYY-MM-DDTHH:MM:SSZ`.
    pub params: BTreeMap<&'static str, String>,
}

/// Who signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedBy {
    /// Name in the certificate.
    pub name: String,
    /// Organisation in the certificate; empty if it has none.
    pub organisation: String,
    /// SHA-256 of the certificate, 64 lower-case hexadecimal digits.
    pub fingerprint: String,
    /// When, as the signer states it.
    pub at: Option<Moment>,
}

/// What the registry said about a label and its seal, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// When the registry was asked.
    pub checked: Moment,
    /// The label.
    pub label: LabelStanding,
    /// The seal was revoked, on this day.
    pub seal_revoked: Option<Date>,
}

/// What the registry says of a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LabelStanding {
    /// In force.
    InForce,
    /// Suspended since a day.
    Suspended(Date),
    /// Withdrawn, given up or lapsed on a day.
    Ended(Date),
    /// Replaced by a later label on a day.
    Superseded(Date),
    /// The registry knows no such number.
    Unheard,
}

/// When the verdict is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    /// The moment, for certificates.
    pub at: Moment,
    /// The civil day in Europe/Paris, for the label; computed by whoever calls.
    pub today: Date,
}

/// A verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The outcome.
    pub outcome: Outcome,
    /// The bytes are those that a trusted seal signed, whatever became of the label since.
    pub genuine: bool,
    /// Why, in reading order.
    pub reasons: Vec<Reason>,
    /// Who sealed; absent when no signature could be read.
    pub signer: Option<SignedBy>,
    /// Further signatures, in order.
    pub signatories: Vec<SignedBy>,
    /// What the certificate asserts; absent unless the file is unchanged since its seal.
    pub claim: Option<Claim>,
    /// Level of the signature; absent when there is none that holds.
    pub level: Option<Level>,
}
