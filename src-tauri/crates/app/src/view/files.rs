//! Files that a person brings, by a token: no path of the disk ever reaches the window.

use sceau_certificate::verify::{self, Anchor, Finding, LabelStanding, Standing, When};
use sceau_domain::moment::Moment;
use sceau_ledger::tree::sha256;
use serde::{Deserialize, Serialize};

use super::Text;
use crate::desk::Desk;
use crate::error::Result;
use crate::label::day_in_paris;

/// What a dialog is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileKind {
    /// An invitation in a file.
    Invitation,
    /// A certificate.
    Certificate,
    /// A publisher's package in a ZIP.
    Package,
    /// A publisher's package in a folder.
    Folder,
    /// Several files, or parts of a package chosen one by one.
    Files,
    /// A file of evidence that takes the place of another.
    Evidence,
    /// References on their own: BibTeX, RIS or CSL-JSON.
    References,
    /// A list of members.
    Roster,
    /// A grid, bylaws or labels file.
    Rules,
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
    Note,
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
    /// Judges a certificate as this desk can, also without a network: under the authorities that a charter of the
    /// institute names by their digest, and with what the log said of the label when it was last compared.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn verdict(&self, file: &[u8], name: &str) -> Result<Verdict> {
        let charters = self.charters.charters();
        let named = |digest: &[u8; 32]| charters.iter().any(|(_, charter)| charter.seal_ca.contains(digest));
        let carried = verify::authorities(file).into_iter().filter(|authority| named(&sha256(authority)));
        let trusted: Vec<Anchor> =
            carried.filter_map(|authority| verify::anchors(&authority).ok()).flatten().collect();
        let verdict = judge(file, name, &trusted, self.env.now(), None);
        let published = verdict.label.as_ref().and_then(|label| self.dossier_of_label(&label.number));
        // A number that this copy of the log lacks may have been published since: that is no finding.
        let Some(dossier) = published else { return Ok(verdict) };
        let now = self.env.now();
        let label = self.label_life(dossier)?.1.verdict(day_in_paris(now));
        // That a label is in force is said only of a copy that was compared; that it is not is known from the copy.
        let checked = match (self.identical_at()?.map(Moment), label) {
            (Some(checked), _) => checked,
            (None, LabelStanding::InForce) => return Ok(verdict),
            (None, _) => now,
        };
        let standing = Standing { checked, label, seal_revoked: None };
        Ok(judge(file, name, &trusted, self.env.now(), Some(&standing)))
    }
}

/// Judges a certificate under the authorities that the reader believes, with what the log said of the label, if that
/// is known: without it the verdict is silent about suspension and withdrawal.
#[must_use]
pub fn judge(
    file: &[u8],
    name: &str,
    trusted: &[Anchor],
    now: Moment,
    standing: Option<&Standing>,
) -> Verdict {
    let found = verify::verify(file, trusted, When { at: now, today: day_in_paris(now) }, standing);
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
                        Finding::Good => CheckResult::Passed,
                        // Never a tick beside what was not checked.
                        Finding::Note => CheckResult::Note,
                        Finding::Unknown => CheckResult::Unknown,
                        Finding::Bad => CheckResult::Failed,
                    };
                    let params = reason.params.into_iter().map(|(name, value)| (name.to_owned(), value));
                    check(reason.code, result, params.collect())
                })
                .collect(),
            list_read_at: standing.map(|standing| standing.checked.0),
        },
    }
}
