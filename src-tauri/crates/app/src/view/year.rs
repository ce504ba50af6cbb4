//! The year's figures, as the window shows them.

use sceau_domain::action::ActionKind;
use sceau_domain::year::{Cell, Head, KNOWN, Table, YearFigures, years};
use serde::{Deserialize, Serialize};

use super::Text;
use crate::desk::Desk;
use crate::error::Result;
use crate::year::grid_name;

/// A figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the window's contract says what each is")]
pub enum YearCell {
    Count { n: u64 },
    Share { n: u64, of: u64, percent: Option<String> },
    Value { value: String },
    Percent { value: String },
    Withheld,
    None,
}

/// What a row or a column is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the window's contract says what each is")]
pub enum YearHead {
    Word { code: String },
    Stage { code: String },
    Quarter { n: u8 },
    Named { title: Text },
    Class { code: String },
    Category { code: String },
    Standing { code: String },
    Band { from: String, to: String },
    Number { n: u64 },
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct YearRow {
    pub head: YearHead,
    pub cells: Vec<YearCell>,
}

/// The grid that a table speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct YearGrid {
    pub title: Text,
    pub version: String,
    pub illustrative: bool,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct YearTable {
    pub code: String,
    pub grid: Option<YearGrid>,
    pub columns: Vec<YearHead>,
    pub rows: Vec<YearRow>,
}

/// What is known of the reference population.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct YearReference {
    pub n: u32,
    pub median: u32,
    pub best_quarter: u32,
    pub scale: u32,
    pub year: i16,
}

/// The year's figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct YearView {
    pub year: i16,
    pub years: Vec<i16>,
    pub running: bool,
    pub decisions: usize,
    pub smallest_group: u64,
    pub unread: usize,
    pub reference: YearReference,
    pub tables: Vec<YearTable>,
}

impl Desk {
    /// The figures of a year; `None`: of the last one in which anything is on record.
    ///
    /// # Errors
    /// The figures are not this person's to see; or the database cannot be read.
    pub fn year_view(&self, year: Option<i16>) -> Result<YearView> {
        let courses = self.courses()?;
        let this = self.today().year();
        let mut years = years(courses.steps.values().flatten());
        if years.is_empty() {
            years.push(this);
        }
        let year = year.or(years.first().copied()).unwrap_or(this);
        let facts = self.year_facts(&courses, year)?;
        let figures = YearFigures::of(year, &facts.dossiers, self.smallest_group());
        Ok(YearView {
            year,
            years,
            running: year == this,
            decisions: figures.decisions,
            smallest_group: figures.smallest_group,
            unread: facts.unread,
            reference: YearReference {
                n: KNOWN.n,
                median: KNOWN.median,
                best_quarter: KNOWN.best_quarter,
                scale: KNOWN.scale,
                year: KNOWN.year,
            },
            tables: figures.tables.into_iter().map(|table| self.year_table(table)).collect(),
        })
    }

    /// The smallest group of which bylaws let a figure speak, of those in force and of those under which a round or a vote
    /// was held: the most careful of them.
    fn smallest_group(&self) -> u64 {
        let board = self.board();
        let groups = board.bylaws_followed().into_iter();
        let groups = groups.filter_map(|digest| Some(self.bylaws(digest).ok()?.secrecy.min_group));
        let voted = board.motions.values().map(|motion| u64::from(motion.terms.smallest_group));
        groups.chain(voted).max().unwrap_or_default()
    }

    fn year_table(&self, table: Table) -> YearTable {
        let cell = |cell: Cell| match cell {
            Cell::Count(n) => YearCell::Count { n },
            Cell::Share { n, of, percent } => YearCell::Share { n, of, percent },
            Cell::Value(value) => YearCell::Value { value },
            Cell::Percent(value) => YearCell::Percent { value },
            Cell::Withheld => YearCell::Withheld,
            Cell::None => YearCell::None,
        };
        let row = |row: sceau_domain::year::Row| YearRow {
            head: self.year_head(row.head),
            cells: row.cells.into_iter().map(cell).collect(),
        };
        YearTable {
            code: table.code.to_owned(),
            grid: table.subject.map(|name| self.year_grid(&name)),
            columns: table.columns.into_iter().map(|head| self.year_head(head)).collect(),
            rows: table.rows.into_iter().map(row).collect(),
        }
    }

    fn year_grid(&self, name: &str) -> YearGrid {
        let known = self.board().rules.iter().filter(|(_, file)| file.kind == ActionKind::Grid);
        let found = known
            .filter(|(_, file)| grid_name(&file.id, &file.version) == name)
            .find_map(|(digest, _)| self.grid(digest).ok());
        match found {
            Some(grid) => YearGrid {
                title: Text::from(&grid.title),
                illustrative: grid.illustrative,
                version: grid.version,
            },
            None => YearGrid { title: Text::plain(name), version: String::new(), illustrative: false },
        }
    }

    fn year_head(&self, head: Head) -> YearHead {
        match head {
            Head::Word(code) => YearHead::Word { code: code.to_owned() },
            Head::Stage(code) => YearHead::Stage { code: code.to_owned() },
            Head::Quarter(n) => YearHead::Quarter { n },
            Head::Label(code) => {
                let rule = self.label_rule(&code);
                YearHead::Named {
                    title: rule.map_or_else(|_| Text::plain(code), |rule| Text::from(&rule.name)),
                }
            }
            Head::Class(code) => YearHead::Class { code },
            Head::Criterion(code) => YearHead::Named { title: Text::plain(code) },
            Head::College(code) => YearHead::Named { title: self.college_title(&code) },
            Head::Category(code) => YearHead::Category { code },
            Head::Standing(code) => YearHead::Standing { code: code.to_owned() },
            Head::Band(from, to) => YearHead::Band { from, to },
            Head::Number(n) => YearHead::Number { n },
        }
    }
}
