//! The publisher's answers: CSV, XLSX or JSON, each line judged by itself.

use std::collections::BTreeMap;

use serde_json::Value;

use super::description::Described;
use super::encoding;
use super::evidence::EvidenceFile;
use super::files::Stored;
use super::item::{Item, Severity};
use super::json;
use super::names::{self, fold};
use super::pieces::PASTED;
use super::reading::Reading;
use super::sheet;
use super::table::{self, BadTable, Column, Row, Table};
use crate::references::library;

/// One answer as the publisher wrote it; the grid says later what it means.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// Code of the criterion.
    pub code: String,
    /// An option's code or label, a level, a number, a text, `n/a`; empty when left open.
    pub answer: String,
    /// A word of explanation.
    pub comment: String,
    /// Evidence named with it: file names or numbers, as written.
    pub evidence: Vec<String>,
    /// Line of the file, or place in the list, from 1.
    pub line: u64,
}

/// What was found of the answers.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// At most one for each code.
    pub answers: Vec<Answer>,
    /// The file, so that it is not taken for evidence.
    pub file: Option<String>,
    /// The file in whose place a pasted table stands.
    pub instead: Option<String>,
    /// Headers of the table, or keys of the list, where it is one.
    pub headers: Vec<String>,
}

/// Reads the answers that the description names, or the one file that can only be them.
pub fn read(stored: &[Stored], described: &Described, reading: &Reading, items: &mut Vec<Item>) -> Found {
    let pasted = stored.iter().find(|file| file.name == PASTED);
    let named = match &described.answers {
        Some(Value::String(name)) => Some(name.as_str()),
        Some(Value::Null) | None => None,
        // Who pastes answers means them to count.
        Some(_) if pasted.is_some() => None,
        Some(inline) => {
            let mut found = Found::default();
            let answers = json::read(inline, reading, "answers", &mut found.headers, items);
            found.answers = once(answers, "answers", items);
            return found;
        }
    };
    let place = named.unwrap_or("reponses.csv");
    let lies_there = find(stored, named, reading);
    let Some(file) = pasted.or(lies_there) else {
        items.push(Item::new("intake.answers-absent", Severity::Missing, place));
        return Found::default();
    };
    let mut found = Found { file: Some(file.name.clone()), ..Found::default() };
    if let Some(instead) = lies_there.filter(|other| other.name != file.name) {
        items.push(Item::new("intake.answers-pasted", Severity::Notice, &*instead.name));
        found.instead = Some(instead.name.clone());
    }
    let answers = if sheet::is_one(file) {
        match sheet::read(file, reading) {
            Some(table) => from_table(table, reading, &file.name, &mut found.headers, items),
            None => {
                let item = Item::new("intake.answers-sheet", Severity::Wrong, &*file.name);
                items.push(item);
                Vec::new()
            }
        }
    } else {
        from_text(file, reading, &mut found.headers, items)
    };
    found.answers = once(answers, &file.name, items);
    found
}

fn from_text(
    file: &Stored,
    reading: &Reading,
    headers: &mut Vec<String>,
    items: &mut Vec<Item>,
) -> Vec<Answer> {
    let decoded = encoding::decode(&file.bytes);
    if decoded.encoding != "UTF-8" {
        let item = Item::new("intake.answers-encoding", Severity::Fine, &*file.name);
        items.push(item.with("encoding", decoded.encoding));
    }
    if !names::ends(&file.name, "json") {
        return from_table(table::read(&decoded.text, reading), reading, &file.name, headers, items);
    }
    match serde_json::from_str::<Value>(&decoded.text) {
        Ok(value) => json::read(&value, reading, &file.name, headers, items),
        Err(error) => {
            let item = Item::new("intake.answers-syntax", Severity::Wrong, &*file.name);
            items.push(item.with("line", error.line()));
            Vec::new()
        }
    }
}

/// Whether a file may be the answers, by its ending; a JSON file of references is none.
#[must_use]
pub fn may_be(file: &Stored) -> bool {
    let json = names::ends(&file.name, "json") && file.name != "dossier.json";
    ["csv", "tsv", "xlsx"].iter().any(|ending| names::ends(&file.name, ending))
        || (json && library::read(&file.name, &file.bytes).is_err())
}

/// The file that the description names, else the only one that may be the answers, else the only one whose headers say so.
fn find<'a>(stored: &'a [Stored], named: Option<&str>, reading: &Reading) -> Option<&'a Stored> {
    if let Some(named) = named {
        let wanted = names::safe(named).ok()?;
        return stored.iter().find(|file| file.name == wanted);
    }
    let tables: Vec<&Stored> = stored.iter().filter(|file| may_be(file) && file.name != PASTED).collect();
    let only = |tables: &[&'a Stored]| tables.first().copied().filter(|_| tables.len() == 1);
    only(&tables).or_else(|| {
        let understood = |file: &&Stored| {
            if sheet::is_one(file) {
                return sheet::read(file, reading).is_some_and(|table| table.is_ok());
            }
            !names::ends(&file.name, "json")
                && table::read(&encoding::decode(&file.bytes).text, reading).is_ok()
        };
        only(&tables.into_iter().filter(understood).collect::<Vec<_>>())
    })
}

fn from_table(
    table: Result<Table, BadTable>,
    reading: &Reading,
    place: &str,
    headers: &mut Vec<String>,
    items: &mut Vec<Item>,
) -> Vec<Answer> {
    match table {
        Ok(table) => {
            *headers = table.headers;
            table.rows.into_iter().filter_map(|row| from_row(row, place, items)).collect()
        }
        Err(BadTable::Header(found)) => {
            *headers = found;
            items.push(Item::new("intake.answers-header", Severity::Wrong, place));
            Vec::new()
        }
        Err(BadTable::TooMany) => {
            let item = Item::new("intake.answers-too-many", Severity::Wrong, place);
            items.push(item.with("limit", reading.limits.rows));
            Vec::new()
        }
    }
}

fn from_row(mut row: Row, place: &str, items: &mut Vec<Item>) -> Option<Answer> {
    let mut field = |column| row.fields.remove(&column).unwrap_or_default();
    let answer = Answer {
        code: field(Column::Code),
        answer: field(Column::Answer),
        comment: field(Column::Comment),
        evidence: split_names(&field(Column::Evidence)),
        line: row.line,
    };
    if answer.code.is_empty() || row.surplus {
        items.push(Item::new("intake.answer-line", Severity::Wrong, place).with("line", row.line));
    }
    (!answer.code.is_empty()).then_some(answer)
}

/// `a.pdf | b.pdf`, `a.pdf; b.pdf` or one to a line.
pub(super) fn split_names(field: &str) -> Vec<String> {
    field.split(['|', ';', '\n']).map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// Keeps the first answer of each code and says which lines repeat it: a repeated answer never wins silently.
fn once(answers: Vec<Answer>, place: &str, items: &mut Vec<Item>) -> Vec<Answer> {
    let mut kept: Vec<Answer> = Vec::new();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for answer in answers {
        let Some(first) = seen.get(&answer.code).and_then(|index| kept.get(*index)) else {
            seen.insert(answer.code.clone(), kept.len());
            kept.push(answer);
            continue;
        };
        let item = if fold(&first.answer) == fold(&answer.answer) {
            Item::new("intake.answer-same-twice", Severity::Notice, &*answer.code)
        } else {
            Item::new("intake.answer-twice", Severity::Wrong, &*answer.code)
        };
        items.push(item.with("file", place).with("first", first.line).with("second", answer.line));
    }
    kept
}

/// Says which answers name evidence that the package does not hold.
pub fn check_evidence(answers: &[Answer], evidence: &[EvidenceFile], items: &mut Vec<Item>) {
    let named = Named::of(evidence);
    for answer in answers {
        for name in &answer.evidence {
            if named.place(name).is_none() {
                let item = Item::new("intake.answer-unknown-file", Severity::Notice, &*answer.code);
                items.push(item.with("file", name).with("line", answer.line));
            }
        }
    }
}

/// The evidence that an answer means: by file name, by title, or by its number in the list.
#[must_use]
pub fn evidence_of<'a>(named: &str, evidence: &'a [EvidenceFile]) -> Option<&'a EvidenceFile> {
    evidence.get(Named::of(evidence).place(named)?)
}

/// What evidence is called, told once for all answers: a table may name thousands of pieces.
pub struct Named {
    files: BTreeMap<String, usize>,
    titles: BTreeMap<String, usize>,
    count: usize,
}

impl Named {
    /// The names of some evidence; of two alike the first counts.
    #[must_use]
    pub fn of(evidence: &[EvidenceFile]) -> Self {
        let (mut files, mut titles) = (BTreeMap::new(), BTreeMap::new());
        for (place, file) in evidence.iter().enumerate() {
            for name in [fold(&file.name), fold(names::last(&file.name))] {
                files.entry(name).or_insert(place);
            }
            titles.entry(fold(&file.title)).or_insert(place);
        }
        Self { files, titles, count: evidence.len() }
    }

    /// The place in the list of what an answer names: by file name, by title, or by its number.
    #[must_use]
    pub fn place(&self, named: &str) -> Option<usize> {
        let wanted = fold(named);
        let by_name = self.files.get(&wanted).or_else(|| self.titles.get(&wanted)).copied();
        let number = || wanted.trim_start_matches("piece ").parse::<usize>().ok()?.checked_sub(1);
        by_name.or_else(|| number().filter(|place| *place < self.count))
    }
}
