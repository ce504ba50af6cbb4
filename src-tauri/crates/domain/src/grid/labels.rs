//! The labels that may be granted: which grid, which bylaws, which bars, for how long (`sceau-labels/1`).

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use num_traits::Signed;

use super::gate::MarkKind;
use super::read::words;
use super::{Threshold, Words};
use crate::datum::Datum;
use crate::fraction::decimal;
use crate::message::Message;

/// No label is granted for longer, in months.
const LONGEST_VALIDITY: i64 = 36;

/// A bar before the board reads a dossier, or before a label is issued. Without a number there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The bar; none where the label's rules name a mark without a number.
    pub threshold: Option<Threshold>,
}

/// Terms of a provisional label, in months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProvisionalRule {
    /// Evidence is due this long after the label takes effect.
    pub evidence_months: u32,
    /// The provisional label lasts at most this long.
    pub months: u32,
    /// One extension adds at most this.
    pub extension_months: u32,
}

/// One label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelRule {
    /// Stable code.
    pub code: String,
    /// Name.
    pub name: Words,
    /// Identifier of its grid.
    pub grid: String,
    /// Identifier of its bylaws.
    pub bylaws: String,
    /// Bar before the board reads a dossier.
    pub entry: Entry,
    /// Bar before a label is issued.
    pub grant: Entry,
    /// May the chair waive the entry bar, with a reason?
    pub waiver: bool,
    /// Validity in months, at most 36.
    pub validity_months: u32,
    /// Terms of a provisional label; none: there is no provisional one.
    pub provisional: Option<ProvisionalRule>,
    /// Time to appeal, in months.
    pub appeal_months: u32,
}

/// The labels file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labels {
    /// In file order.
    pub labels: Vec<LabelRule>,
}

impl Labels {
    /// Reads a labels file, or says everything that is wrong with it.
    pub fn read(written: &Datum) -> Result<Self, Vec<Message>> {
        if written.text("format") != Some("sceau-labels/1") {
            return Err([Message::new("labels.format", "labels")].into());
        }
        let mut said = Vec::new();
        if written.list("label").is_empty() {
            said.push(Message::new("labels.empty", "label"));
        }
        let labels: Vec<LabelRule> =
            written.list("label").iter().enumerate().map(|(row, l)| label(row, l, &mut said)).collect();
        for (row, label) in labels.iter().enumerate() {
            if labels.iter().take(row).any(|l| l.code == label.code) {
                said.push(Message::new("labels.duplicate", label.code.as_str()));
            }
        }
        if said.is_empty() { Ok(Self { labels }) } else { Err(said) }
    }

    /// The label of a code.
    pub fn label(&self, code: &str) -> Option<&LabelRule> {
        self.labels.iter().find(|l| l.code == code)
    }
}

fn label(row: usize, line: &Datum, said: &mut Vec<Message>) -> LabelRule {
    let place = line.text("code").map_or_else(|| format!("label.{row}"), ToString::to_string);
    for key in ["code", "grid", "bylaws"] {
        if line.text(key).is_none_or(str::is_empty) {
            said.push(Message::new("labels.missing", format!("{place}.{key}")));
        }
    }
    let name = words(line.get("name")).unwrap_or_default();
    if name.fr.trim().is_empty() {
        said.push(Message::new("labels.no-french", place.as_str()));
    }
    let text = |key: &str| line.text(key).unwrap_or_default().to_string();
    let provisional = line.get("provisional").map(|terms| ProvisionalRule {
        evidence_months: months(terms, "evidence_months", &place, said),
        months: months(terms, "months", &place, said),
        extension_months: months(terms, "extension_months", &place, said),
    });
    LabelRule {
        code: text("code"),
        name,
        grid: text("grid"),
        bylaws: text("bylaws"),
        entry: bar(line, "entry", &place, said),
        grant: bar(line, "grant", &place, said),
        waiver: line.flag_or("waiver", false),
        validity_months: months(line, "validity_months", &place, said),
        provisional,
        appeal_months: months(line, "appeal_months", &place, said),
    }
}

fn months(line: &Datum, key: &str, place: &str, said: &mut Vec<Message>) -> u32 {
    let fine = line.integer(key).filter(|n| (1..=LONGEST_VALIDITY).contains(n));
    let months = fine.and_then(|n| u32::try_from(n).ok());
    if months.is_none() {
        said.push(Message::new("labels.months", format!("{place}.{key}")));
    }
    months.unwrap_or_default()
}

fn bar(line: &Datum, key: &str, place: &str, said: &mut Vec<Message>) -> Entry {
    let Some(at_least) = line.at(&[key, "at_least"]) else { return Entry { threshold: None } };
    let mark = line.at(&[key, "mark"]).and_then(Datum::as_text).and_then(MarkKind::read);
    let at_least = at_least.as_text().and_then(decimal).filter(|t| !t.is_negative());
    let threshold = mark.zip(at_least).map(|(mark, at_least)| Threshold { mark, at_least });
    if threshold.is_none() {
        said.push(Message::new("labels.threshold", format!("{place}.{key}")));
    }
    Entry { threshold }
}
