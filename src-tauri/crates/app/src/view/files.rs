//! Files that a person brings, by a token: no path of the disk ever reaches the window.

use sceau_certificate::verify::{self, Anchor, Finding, When};
use sceau_domain::moment::Moment;
use serde::{Deserialize, Serialize};

use super::Text;
use crate::desk::Desk;
use crate::error::{AppError, Result};
use crate::identity::SEAL_AUTHORITY;
use crate::label::day_in_paris;

/// What a dialog is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileKind {
    /// An invitation in a file.
    Invitation,
    /// A certificate.
    Certificate,
    /// Anything else; never asked for.
    Other,
}

/// A file that the person chose, dropped or gave on the command line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Opened {
    pub token: String,
    pub kind: FileKind,
    pub name: String,
    pub bytes: u64,
}

/// What the verification of a certificate says as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are the verdicts'")]
pub enum Outcome {
    Valid,
    Invalid,
    Indeterminate,
    Unreadable,
}

/// The label that a certificate speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct VerdictLabel {
    pub number: String,
    pub product: String,
    pub version: String,
    pub institute: String,
    pub label: Text,
    pub valid_until: Option<String>,
}

/// How one check ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum CheckResult {
    Passed,
    Failed,
    Unknown,
}

/// One check of a verification; the screens have a sentence `verify-<code>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Check {
    pub result: CheckResult,
    pub code: String,
    pub params: std::collections::BTreeMap<String, String>,
}

/// The verdict on a certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Verdict {
    pub verdict: Outcome,
    pub file: String,
    pub label: Option<VerdictLabel>,
    pub checks: Vec<Check>,
    pub list_read_at: Option<u64>,
}

impl Desk {
    /// The institute's seal authority, as far as this desk holds it.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn trusted(&self) -> Result<Vec<Anchor>> {
        let Some(authority) = self.store.read(|read| read.secret(SEAL_AUTHORITY))? else {
            return Ok(Vec::new());
        };
        verify::anchors(&authority).map_err(|error| AppError::Certificate(error.to_string()))
    }
}

/// Judges a certificate under the authorities that the reader believes. Whether the label was suspended or withdrawn
/// since is for the registry to say; without its word the verdict is at best indeterminate about that.
#[must_use]
pub fn judge(file: &[u8], name: &str, trusted: &[Anchor], now: Moment) -> Verdict {
    let found = verify::verify(file, trusted, When { at: now, today: day_in_paris(now) }, None);
    let check = |code: &str, result, params| Check {
        result,
        // The window writes the sentence's prefix itself.
        code: code.strip_prefix("verify-").unwrap_or(code).to_owned(),
        params,
    };
    match found {
        Err(unreadable) => Verdict {
            verdict: Outcome::Unreadable,
            file: name.to_owned(),
            label: None,
            checks: vec![check(unreadable.code(), CheckResult::Failed, std::collections::BTreeMap::new())],
            list_read_at: None,
        },
        Ok(found) => Verdict {
            verdict: match found.outcome {
                verify::Outcome::Valid => Outcome::Valid,
                verify::Outcome::Invalid => Outcome::Invalid,
                verify::Outcome::Indeterminate => Outcome::Indeterminate,
            },
            file: name.to_owned(),
            label: found.claim.map(|claim| VerdictLabel {
                number: claim.number,
                product: claim.solution.name,
                version: claim.solution.version,
                institute: claim.institute,
                label: Text { fr: claim.label.fr, en: claim.label.en },
                valid_until: Some(claim.valid_until.to_string()),
            }),
            checks: found
                .reasons
                .into_iter()
                .map(|reason| {
                    let result = match reason.finding {
                        Finding::Good | Finding::Note => CheckResult::Passed,
                        Finding::Unknown => CheckResult::Unknown,
                        Finding::Bad => CheckResult::Failed,
                    };
                    let params = reason.params.into_iter().map(|(name, value)| (name.to_owned(), value));
                    check(reason.code, result, params.collect())
                })
                .collect(),
            list_read_at: None,
        },
    }
}
