//! A table of answers as spreadsheets write it: separator found, headers in French or English, any order.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::names::fold;
use super::reading::Reading;

/// The columns that mean something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Column {
    /// Code of the criterion.
    Code,
    /// The answer.
    Answer,
    /// A word of explanation.
    Comment,
    /// Evidence named for this answer.
    Evidence,
}

impl Column {
    /// The column that a header names, in French or English.
    #[must_use]
    pub fn of(header: &str) -> Option<Self> {
        match fold(header).as_str() {
            "code" | "critere" | "criterion" | "question" | "id" | "numero" | "n" | "no" => Some(Self::Code),
            "reponse" | "answer" | "valeur" | "value" | "reponse declaree" | "declared" => Some(Self::Answer),
            "commentaire" | "commentaires" | "comment" | "comments" | "precision" | "precisions"
            | "remarque" => Some(Self::Comment),
            "piece" | "pieces" | "preuve" | "preuves" | "evidence" | "file" | "fichier" | "justificatif"
            | "justificatifs" => Some(Self::Evidence),
            _ => None,
        }
    }
}

/// One line of the table: the fields that were found, and the line of the file where it starts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// Line of the file, from 1.
    pub line: u64,
    /// Fields by column; absent when the table lacks the column or the line is short.
    pub fields: BTreeMap<Column, String>,
    /// Whether the line has more fields than the header.
    pub surplus: bool,
}

/// What is wrong with a table as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadTable {
    /// No line names a code and an answer; the headers that stand there.
    Header(Vec<String>),
    /// More rows than the limit.
    TooMany,
}

/// A table of answers whose headers were understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// Headers as written.
    pub headers: Vec<String>,
    /// Lines below them.
    pub rows: Vec<Row>,
}

/// A line of cells with its number in the file.
pub type Cells = (u64, Vec<String>);

/// Reads `text`, trying semicolon, comma and tab; the separator under which most headers are known wins, and of those
/// the one that gives most.
///
/// # Errors
/// [`BadTable`] when there is no usable header, or more rows than the limit.
pub fn read(text: &str, reading: &Reading) -> Result<Table, BadTable> {
    // The reader counts a line at its line feed; a carriage return before it would shift the count by one.
    let text = &text.replace("\r\n", "\n");
    // Spreadsheets may announce their separator in a first line of its own.
    let (skipped, text) = match text.split_once('\n') {
        Some((first, rest)) if first.trim_end().len() == 5 && first.starts_with("sep=") => (1, rest),
        _ => (0, text.as_str()),
    };
    let known = |separator: u8| {
        let headers = cells(text, separator, 0).next().map(|(_, cells)| cells).unwrap_or_default();
        (headers.iter().filter(|header| reading.column(header).is_some()).count(), headers.len())
    };
    let separator = [b'\t', b',', b';'].into_iter().max_by_key(|separator| known(*separator));
    take(cells(text, separator.unwrap_or(b';'), skipped), reading)
}

fn cells(text: &str, separator: u8, skipped: u64) -> impl Iterator<Item = Cells> {
    let reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    reader.into_records().flatten().map(move |record| {
        let line = record.position().map_or(0, csv::Position::line).saturating_add(skipped);
        (line, record.iter().map(|field| field.trim().to_owned()).collect())
    })
}

/// Takes lines of cells, of which the first names the columns.
///
/// # Errors
/// As [`read`].
pub fn take(lines: impl Iterator<Item = Cells>, reading: &Reading) -> Result<Table, BadTable> {
    let mut lines = lines.filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty()));
    let headers = lines.next().map(|(_, cells)| cells).unwrap_or_default();
    let columns: Vec<Option<Column>> = headers.iter().map(|header| reading.column(header)).collect();
    let has = |column| columns.contains(&Some(column));
    if !has(Column::Code) || !has(Column::Answer) {
        return Err(BadTable::Header(headers));
    }
    let mut rows = Vec::new();
    for (line, cells) in lines {
        if rows.len() >= reading.limits.rows {
            return Err(BadTable::TooMany);
        }
        let surplus = cells.iter().skip(columns.len()).any(|cell| !cell.is_empty());
        let mut row = Row { line, surplus, ..Row::default() };
        for (column, cell) in columns.iter().zip(cells) {
            if let Some(column) = column {
                row.fields.entry(*column).or_insert(cell);
            }
        }
        rows.push(row);
    }
    Ok(Table { headers, rows })
}
