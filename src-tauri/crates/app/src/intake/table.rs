//! A table of answers as spreadsheets write it: separator found, headers in French or English, any order.

use std::collections::BTreeMap;

use super::names::fold;

/// The columns that mean something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadTable {
    /// No separator gives a header with a code and an answer.
    Header,
    /// More rows than the limit.
    TooMany,
}

/// Reads `text`, trying semicolon, comma and tab; the separator under which most headers are known wins.
///
/// # Errors
/// [`BadTable`] when there is no usable header, or more than `limit` rows.
pub fn read(text: &str, limit: usize) -> Result<Vec<Row>, BadTable> {
    // The reader counts a line at its line feed; a carriage return before it would shift the count by one.
    let text = &text.replace("\r\n", "\n");
    // Spreadsheets may announce their separator in a first line of its own.
    let (skipped, text) = match text.split_once('\n') {
        Some((first, rest)) if first.trim_end().len() == 5 && first.starts_with("sep=") => (1, rest),
        _ => (0, text.as_str()),
    };
    let (separator, columns) = [b';', b',', b'\t']
        .into_iter()
        .map(|separator| (separator, columns(text, separator)))
        .max_by_key(|(_, columns)| columns.iter().flatten().count())
        .ok_or(BadTable::Header)?;
    let has = |column| columns.contains(&Some(column));
    if !has(Column::Code) || !has(Column::Answer) {
        return Err(BadTable::Header);
    }
    let mut rows = Vec::new();
    for record in reader(text, separator).records().skip(1).flatten() {
        if record.iter().all(|field| field.trim().is_empty()) {
            continue;
        }
        if rows.len() >= limit {
            return Err(BadTable::TooMany);
        }
        let mut row = Row {
            line: record.position().map_or(0, csv::Position::line) + skipped,
            surplus: record.iter().skip(columns.len()).any(|field| !field.trim().is_empty()),
            ..Row::default()
        };
        for (column, field) in columns.iter().zip(&record) {
            if let Some(column) = column {
                row.fields.entry(*column).or_insert_with(|| field.trim().to_owned());
            }
        }
        rows.push(row);
    }
    Ok(rows)
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes())
}

fn columns(text: &str, separator: u8) -> Vec<Option<Column>> {
    match reader(text, separator).records().next() {
        Some(Ok(record)) => record.iter().map(Column::of).collect(),
        _ => Vec::new(),
    }
}
