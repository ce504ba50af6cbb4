//! Worked cases of the rules (`sceau-cases/1`): each is computed and compared with what it expects.

mod compare;
mod decision;
mod fixtures;
mod lives;
mod marks;
mod panel;

use std::fmt;

use sceau_domain::datum::Datum;
use serde_json::Value;

use fixtures::Fixtures;

/// One difference between what a case expects and what the rules say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The case.
    pub id: String,
    /// Where in the answer.
    pub path: String,
    /// What the case expects there.
    pub expected: String,
    /// What the rules say.
    pub got: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FAIL {} {}: expected {}, got {}", self.id, self.path, self.expected, self.got)
    }
}

/// What a file of cases came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Cases without a difference.
    pub passed: usize,
    /// Cases with one or more.
    pub failed: usize,
    /// Every difference, in the order of the file.
    pub failures: Vec<Failure>,
}

/// Why a file of cases cannot be run at all.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// Not JSON.
    #[error("this is not JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// Another schema, or no list of cases.
    #[error("this is not a file of the schema sceau-cases/1")]
    Schema,
}

/// What one case cannot be computed for; it fails that case alone.
pub(crate) type Answer = Result<Value, String>;

/// Runs every case of a file.
///
/// # Errors
/// Only where there are no cases to run; a case that cannot be computed fails alone.
pub fn run(text: &str) -> Result<Report, Unreadable> {
    let file: Datum = serde_json::from_str(text)?;
    let cases = file.get("cases").and_then(Datum::as_list);
    let Some(cases) = cases.filter(|_| file.text("schema") == Some("sceau-cases/1")) else {
        return Err(Unreadable::Schema);
    };
    let fixtures = Fixtures::new(&file);
    let mut report = Report::default();
    for (row, case) in cases.iter().enumerate() {
        let id = case.text("id").map_or_else(|| format!("#{row}"), str::to_string);
        let differences = match answer(case, &fixtures) {
            Ok(got) => compare::differences(case.get("expect").unwrap_or(&Datum::Null), &got),
            Err(error) => {
                let kind = case.text("kind").unwrap_or("kind").to_string();
                vec![compare::Difference { path: kind, expected: "an answer".into(), got: error }]
            }
        };
        if differences.is_empty() {
            report.passed += 1;
        } else {
            report.failed += 1;
        }
        report.failures.extend(differences.into_iter().map(|d| Failure {
            id: id.clone(),
            path: d.path,
            expected: d.expected,
            got: d.got,
        }));
    }
    Ok(report)
}

fn answer(case: &Datum, fixtures: &Fixtures<'_>) -> Answer {
    let input = case.get("input").ok_or("a case without input")?;
    if case.get("expect").and_then(Datum::as_table).is_none() {
        return Err("a case without expectations".into());
    }
    match case.text("kind") {
        Some("grid-check") => marks::grid_check(input, fixtures),
        Some("mark") => marks::mark(input, fixtures),
        Some("agreement") => panel::agreement(input),
        Some("statistics") => panel::statistics(input),
        Some("decision") => decision::decision(input, fixtures),
        Some("publication") => panel::publication(input),
        Some("label") => lives::label(input),
        Some("dossier") => lives::dossier(input),
        Some("assignment") => panel::assignment(input),
        Some(other) => Err(format!("unknown kind {other}")),
        None => Err("a case without a kind".into()),
    }
}

/// A compulsory text of an input.
pub(crate) fn text<'a>(input: &'a Datum, key: &str) -> Result<&'a str, String> {
    input.text(key).ok_or_else(|| format!("{key} is missing"))
}

/// A number of an input that may also be written as a text, exactly.
pub(crate) fn exact(value: &Datum) -> Result<sceau_domain::fraction::Fraction, String> {
    match value {
        Datum::Integer(n) => Ok(sceau_domain::fraction::whole(*n)),
        Datum::Text(text) => {
            sceau_domain::fraction::share(text).ok_or_else(|| format!("{text} is not an exact number"))
        }
        other => Err(format!("{} is not an exact number", compare::written(other))),
    }
}
