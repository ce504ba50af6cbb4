//! The receipt of a synchronisation: what is here, what the registry proved to hold.
//!
//! The registry cannot count sealed rows, so "there" counts the rows of those of my batches that stand in the log with
//! a proof of inclusion, and a digest is over the hashes of those batches. What both sides really compare is the
//! number of entries and the root of the log (protocol §8); only then does anything say "identical".

use std::collections::BTreeMap;

use sceau_domain::action::ActionKind;
use sceau_domain::id::MemberId;
use sceau_ledger::encoding::Record;
use sceau_ledger::payload::sealed::{Mark, Notes, Sheet};
use sceau_ledger::tree::{Hash, sha256};
use serde::{Deserialize, Serialize};

use super::{Problem, hex};
use crate::desk::{Catalogued, Desk};
use crate::error::{AppError, Result};
use crate::synchronise::{Exchange, refused_name};

/// Past receipts shown at most.
const PAST: u32 = 50;

/// What a line of the receipt counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum ReceiptKind {
    Sheets,
    Marks,
    Anchors,
    Notes,
    Interests,
    Ballots,
    Evidence,
    Decisions,
}

/// A number of rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct ReceiptCount {
    pub what: ReceiptKind,
    pub count: usize,
}

/// How the two sides of a line compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum RowVerdict {
    Identical,
    ToSend,
    Refused,
    Differs,
    Unknown,
}

/// One line of the comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct ReceiptRow {
    pub what: ReceiptKind,
    pub here: usize,
    pub there: Option<usize>,
    pub digest_here: String,
    pub digest_there: Option<String>,
    pub verdict: RowVerdict,
}

/// The log on both sides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct LogComparison {
    pub entries_here: u64,
    pub entries_there: Option<u64>,
    pub root_here: String,
    pub root_there: Option<String>,
}

/// The comparison as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum ReceiptState {
    Identical,
    Waiting,
    Refused,
    Differs,
    Never,
}

/// The receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Receipt {
    pub state: ReceiptState,
    pub compared_at: Option<u64>,
    pub rows: Vec<ReceiptRow>,
    pub log: LogComparison,
    pub waiting: usize,
    pub identical_at: Option<u64>,
    pub identical_rows: Vec<ReceiptCount>,
    pub problem: Option<Problem>,
}

/// An earlier receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct PastReceipt {
    pub at: u64,
    pub rows: Vec<ReceiptCount>,
    pub state: ReceiptState,
}

/// A receipt as it is kept: what the registry said at that moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    state: ReceiptState,
    rows: Vec<ReceiptCount>,
    entries: u64,
    root: String,
}

/// The rows of one of my batches, by kind.
type Rows = BTreeMap<ReceiptKind, usize>;

/// One of my batches: its name, whether the registry holds it, and its rows.
struct Own {
    hash: Hash,
    logged: bool,
    refused: bool,
    rows: Rows,
}

impl Desk {
    /// Items of mine that the registry has not acknowledged.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn waiting(&self) -> Result<usize> {
        Ok(self.store.read(|read| read.unsent())?.len())
    }

    /// Keeps the receipt of a synchronisation that has just ended well.
    ///
    /// # Errors
    /// The disk.
    pub fn keep_receipt(&self, exchange: &Exchange) -> Result<()> {
        let own = self.own_batches()?;
        let state = self.state_of(&own, exchange.disputed > 0);
        let kept = Kept {
            state,
            rows: counts(&own, |_| true),
            entries: exchange.summary.size,
            root: hex(&exchange.summary.root),
        };
        let body = serde_json::to_vec(&kept).map_err(|error| AppError::Input(error.to_string()))?;
        let now = self.env.now();
        self.store.write(|write| write.add_receipt(now, &body))?;
        Ok(())
    }

    fn state_of(&self, own: &[Own], disputed: bool) -> ReceiptState {
        if disputed {
            ReceiptState::Differs
        } else if own.iter().any(|batch| batch.refused) {
            ReceiptState::Refused
        } else if own.iter().any(|batch| !batch.logged) {
            ReceiptState::Waiting
        } else {
            ReceiptState::Identical
        }
    }

    /// The receipt now. `problem` is why the last attempt failed, if it did.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn receipt(&self, problem: Option<&AppError>) -> Result<Receipt> {
        let own = self.own_batches()?;
        let past = self.kept_receipts()?;
        let last = past.first();
        // A misdeed of the registry is a difference; silence is not.
        let disputed = matches!(problem, Some(AppError::Sync(sceau_sync::error::SyncError::Misdeed { .. })))
            || last.is_some_and(|(_, kept)| kept.state == ReceiptState::Differs);
        let compared = last.is_some();
        let checkpoint = self.store.read(|read| read.checkpoint())?;
        let identical = past.iter().find(|(_, kept)| kept.state == ReceiptState::Identical);
        let kinds: Vec<ReceiptKind> = counts(&own, |_| true).into_iter().map(|one| one.what).collect();
        let state = if compared || disputed { self.state_of(&own, disputed) } else { ReceiptState::Never };
        Ok(Receipt {
            state,
            compared_at: last.map(|(at, _)| *at),
            rows: kinds.into_iter().map(|what| line(&own, what, compared)).collect(),
            log: LogComparison {
                entries_here: checkpoint.as_ref().map_or(0, |kept| kept.size),
                entries_there: last.map(|(_, kept)| kept.entries),
                root_here: checkpoint.as_ref().map(|kept| hex(&kept.root)).unwrap_or_default(),
                root_there: last.map(|(_, kept)| kept.root.clone()),
            },
            waiting: self.waiting()?,
            identical_at: identical.map(|(at, _)| *at),
            identical_rows: identical.map(|(_, kept)| kept.rows.clone()).unwrap_or_default(),
            problem: problem.map(Problem::from),
        })
    }

    /// Past receipts, the newest first.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn past_receipts(&self) -> Result<Vec<PastReceipt>> {
        let past = self.kept_receipts()?.into_iter();
        Ok(past.map(|(at, kept)| PastReceipt { at, rows: kept.rows, state: kept.state }).collect())
    }

    /// When both sides were last found equal.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn identical_at(&self) -> Result<Option<u64>> {
        let past = self.kept_receipts()?;
        Ok(past.into_iter().find(|(_, kept)| kept.state == ReceiptState::Identical).map(|(at, _)| at))
    }

    fn kept_receipts(&self) -> Result<Vec<(u64, Kept)>> {
        let receipts = self.store.read(|read| read.receipts(PAST))?;
        // A receipt in another form is one that somebody else keeps; it is passed over.
        let kept = receipts
            .into_iter()
            .filter_map(|one| serde_json::from_slice(&one.body).ok().map(|kept| (one.at.0, kept)));
        Ok(kept.collect())
    }

    fn own_batches(&self) -> Result<Vec<Own>> {
        let Some(me) = self.member() else { return Ok(Vec::new()) };
        let mut found: Vec<Own> = Vec::new();
        let events: Vec<&Catalogued> = self.state.catalogue.iter().filter(|one| one.member == me).collect();
        for event in events {
            let rows = self.rows_of(event, me)?;
            if rows.is_empty() {
                continue;
            }
            if let Some(own) = found.iter_mut().find(|own| own.hash == event.batch) {
                for (what, count) in rows {
                    let sum = own.rows.entry(what).or_default();
                    *sum = sum.saturating_add(count);
                }
                continue;
            }
            let (kept, refused) = self.store.read(|read| {
                Ok::<_, AppError>((read.batch(&event.batch)?, read.setting(&refused_name(&event.batch))?))
            })?;
            let logged = kept.is_some_and(|kept| kept.logged.is_some());
            found.push(Own { hash: event.batch, logged, refused: refused.is_some() && !logged, rows });
        }
        Ok(found)
    }

    /// What an act of mine counts for.
    fn rows_of(&self, event: &Catalogued, me: MemberId) -> Result<Rows> {
        let one = |what| Rows::from([(what, 1)]);
        Ok(match event.kind {
            ActionKind::Sheet if event.member == me => {
                let mut rows = one(ReceiptKind::Sheets);
                let key = self.own_copy(event)?;
                let bytes = match key {
                    Some(key) => self.open_sealed(event, &key)?,
                    None => None,
                };
                if let Some(sheet) = bytes.and_then(|bytes| Sheet::decode(&bytes).ok()) {
                    let said = |mark: &Option<Mark>, reason: &str| mark.is_some() || !reason.is_empty();
                    let marks = sheet.rows.iter().filter(|row| said(&row.mark, &row.reason)).count();
                    rows.insert(ReceiptKind::Marks, marks);
                    rows.insert(ReceiptKind::Anchors, sheet.rows.iter().map(|row| row.anchors.len()).sum());
                }
                rows
            }
            ActionKind::Notes => {
                let content = self.open_content(event)?.and_then(|bytes| Notes::decode(&bytes).ok());
                Rows::from([(ReceiptKind::Notes, content.map_or(0, |notes| notes.0.len()))])
            }
            ActionKind::Interests => one(ReceiptKind::Interests),
            ActionKind::Ballot => one(ReceiptKind::Ballots),
            ActionKind::Evidence => one(ReceiptKind::Evidence),
            ActionKind::Decision => one(ReceiptKind::Decisions),
            _ => Rows::new(),
        })
    }
}

fn counts(own: &[Own], of: impl Fn(&Own) -> bool) -> Vec<ReceiptCount> {
    let mut sums = Rows::new();
    for (what, count) in own.iter().filter(|one| of(one)).flat_map(|one| &one.rows) {
        let sum = sums.entry(*what).or_default();
        *sum = sum.saturating_add(*count);
    }
    sums.into_iter().map(|(what, count)| ReceiptCount { what, count }).collect()
}

fn digest(own: &[Own], what: ReceiptKind, of: impl Fn(&Own) -> bool) -> String {
    let hashes: Vec<u8> =
        own.iter().filter(|one| of(one) && one.rows.contains_key(&what)).flat_map(|one| one.hash).collect();
    hex(&sha256(&hashes))
}

fn line(own: &[Own], what: ReceiptKind, compared: bool) -> ReceiptRow {
    let sum = |of: fn(&Own) -> bool| {
        counts(own, of).into_iter().find(|one| one.what == what).map_or(0, |one| one.count)
    };
    let (here, there) = (sum(|_| true), sum(|one| one.logged));
    let (digest_here, digest_there) = (digest(own, what, |_| true), digest(own, what, |one| one.logged));
    let refused = own.iter().any(|one| one.refused && one.rows.contains_key(&what));
    let verdict = match (compared, refused) {
        (false, _) => RowVerdict::Unknown,
        (true, true) => RowVerdict::Refused,
        (true, false) if here == there && digest_here == digest_there => RowVerdict::Identical,
        (true, false) => RowVerdict::ToSend,
    };
    ReceiptRow {
        what,
        here,
        there: compared.then_some(there),
        digest_here,
        digest_there: compared.then_some(digest_there),
        verdict,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(hash: u8, logged: bool, refused: bool, marks: usize) -> Own {
        let rows = Rows::from([(ReceiptKind::Sheets, 1), (ReceiptKind::Marks, marks)]);
        Own { hash: [hash; 32], logged, refused, rows }
    }

    #[test]
    fn nothing_is_called_identical_that_the_registry_did_not_prove_to_hold() {
        let all = [own(1, true, false, 10), own(2, false, false, 12)];
        let sheets = line(&all, ReceiptKind::Sheets, true);
        assert_eq!((sheets.here, sheets.there, sheets.verdict), (2, Some(1), RowVerdict::ToSend));
        assert_ne!(Some(&sheets.digest_here), sheets.digest_there.as_ref());
        let marks = line(&all, ReceiptKind::Marks, true);
        assert_eq!((marks.here, marks.there), (22, Some(10)));
        let never = line(&all, ReceiptKind::Marks, false);
        assert_eq!((never.there, never.verdict), (None, RowVerdict::Unknown));
        let settled = [own(1, true, false, 10)];
        assert_eq!(line(&settled, ReceiptKind::Sheets, true).verdict, RowVerdict::Identical);
        let refused = [own(3, false, true, 1)];
        assert_eq!(line(&refused, ReceiptKind::Sheets, true).verdict, RowVerdict::Refused);
    }
}
