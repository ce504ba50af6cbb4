//! The description as a form asks for it, where a package brings none. What is filled in is written as `dossier.toml` and
//! read like any other: there is one reader, and what it says against a file it says against the form.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml::{Table, Value};

use super::description::FORMAT;

/// Keys whose value is a list, written with commas.
const LISTS: [&str; 1] = ["solution.languages"];

/// What was filled in, and what is guessed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// By the key of the description, with dots: `solution.name`. Empty: not said.
    pub fields: BTreeMap<String, String>,
    /// The evidence, by the names of its files.
    pub evidence: Vec<FormEvidence>,
    /// Organisations and persons with whom interests are matched.
    pub entities: Vec<FormEntity>,
}

/// What is said of a file of evidence.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names are the description's")]
pub struct FormEvidence {
    pub file: String,
    pub title: String,
    pub kind: String,
    /// Codes, with commas.
    pub criteria: String,
}

/// Somebody with whom interests are matched.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names are the description's")]
pub struct FormEntity {
    pub role: String,
    pub name: String,
}

/// What a form is shown with, where there is no description.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// Which package this is, by its files: what was typed about it is found again by it.
    pub key: String,
    /// What the files themselves tell.
    pub guessed: Form,
    /// Files that may be the answers.
    pub tables: Vec<String>,
    /// The form was filled in, and the package read with it.
    pub filled: bool,
}

impl Form {
    /// The description as a file.
    #[must_use]
    pub fn description(&self) -> String {
        let mut table = Table::new();
        put(&mut table, "format", Value::String(FORMAT.to_owned()));
        for (key, text) in self.fields.iter().filter(|(_, text)| !text.trim().is_empty()) {
            let value = if LISTS.contains(&key.as_str()) { list(text) } else { word(text) };
            put(&mut table, key, value);
        }
        let evidence = self.evidence.iter().map(|one| {
            let mut line = Table::new();
            put(&mut line, "file", word(&one.file));
            for (key, text) in [("title.fr", &one.title), ("kind", &one.kind)] {
                if !text.trim().is_empty() {
                    put(&mut line, key, word(text));
                }
            }
            if !one.criteria.trim().is_empty() {
                put(&mut line, "criteria", list(&one.criteria));
            }
            Value::Table(line)
        });
        let entities = self.entities.iter().filter(|one| !one.name.trim().is_empty()).map(|one| {
            let mut line = Table::new();
            put(&mut line, "role", word(&one.role));
            put(&mut line, "name", word(&one.name));
            Value::Table(line)
        });
        for (key, lines) in [("evidence", evidence.collect()), ("entity", entities.collect::<Vec<_>>())] {
            if !lines.is_empty() {
                put(&mut table, key, Value::Array(lines));
            }
        }
        // A table of texts has nothing that TOML could not say.
        toml::to_string(&table).unwrap_or_default()
    }
}

fn word(text: &str) -> Value {
    Value::String(text.trim().to_owned())
}

fn list(text: &str) -> Value {
    let parts = text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
    Value::Array(parts.map(word).collect())
}

/// Puts a value under a key with dots. A key that would need a table where a text stands is left out.
fn put(table: &mut Table, key: &str, value: Value) {
    match key.split_once('.') {
        None => {
            table.insert(key.to_owned(), value);
        }
        Some((first, rest)) => {
            let inner = table.entry(first).or_insert_with(|| Value::Table(Table::new()));
            if let Value::Table(inner) = inner {
                put(inner, rest, value);
            }
        }
    }
}
