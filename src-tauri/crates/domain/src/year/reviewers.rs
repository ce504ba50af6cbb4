//! Sheets, rounds, agreement and recusals: figures about people.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use jiff::civil::Date;

use super::table::{Cell, Group, Head, Row, SUMMARY, Table, grouped, median, showable, summary};
use super::{Read, quarter};
use crate::agreement::on_nine;
use crate::fraction::{Fraction, whole};
use crate::grid::{Grid, HasClass, Sheet, Worth};
use crate::id::MemberId;
use crate::interests::{Level, Recusal, may_mark};
use crate::statistics::{Matrix, Measure, statistic};

/// A round whose sheets are open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scored {
    /// The day on which they were opened.
    pub on: Date,
    /// Whose sheets count, and from which college.
    pub sheets: BTreeMap<MemberId, Option<String>>,
    /// Krippendorff's ordinal α of its sheets; none where they cannot be read, or have none.
    pub alpha: Option<Fraction>,
}

/// A recusal that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recused {
    /// The day on which it was decided.
    pub on: Date,
    /// Who.
    pub member: MemberId,
    /// How far.
    pub level: Level,
    /// Code of the first category that was declared; none where nothing was, or where it cannot be read.
    pub category: Option<String>,
}

/// Krippendorff's ordinal α of the sheets of a round over the scored criteria that apply, on the scale 1–9 (rules §5).
#[must_use]
pub fn alpha(
    grid: &Grid,
    class: Option<HasClass>,
    sheets: &[Sheet],
    recusals: &[Recusal],
) -> Option<Fraction> {
    let scored = || grid.applicable(class).filter(|criterion| criterion.scored);
    let of_sheet = |sheet: &Sheet| -> Vec<Option<Fraction>> {
        let mark = |code: &str| sheet.marks.get(code).filter(|_| may_mark(recusals, &sheet.reviewer, code));
        scored()
            .map(|criterion| match criterion.worth(mark(&criterion.code)?) {
                Ok(Worth::Points(points)) => on_nine(&points, &criterion.levels()).ok(),
                _ => None,
            })
            .collect()
    };
    let matrix: Matrix =
        sheets.iter().map(of_sheet).filter(|marks| marks.iter().any(Option::is_some)).collect();
    statistic(Measure::AlphaOrdinal, &matrix, None).ok()
}

pub(super) fn tables(year: i16, all: &[Read<'_>], cohort: &[&Read<'_>], floor: u64) -> Vec<Table> {
    let scored: Vec<&Scored> =
        all.iter().flat_map(|one| &one.facts.rounds).filter(|round| round.on.year() == year).collect();
    let recused: Vec<&Recused> =
        all.iter().flat_map(|one| &one.facts.recusals).filter(|one| one.on.year() == year).collect();
    let mut tables: Vec<Table> = Vec::new();
    tables.extend(rounds(cohort));
    tables.extend(sheets(&scored, floor));
    tables.extend(by_college(&scored, floor));
    tables.extend(agreement(&scored, floor));
    let category = |one: &Recused| match &one.category {
        Some(code) => Head::Category(code.clone()),
        None => Head::Word("undeclared"),
    };
    tables.extend(recusals("recusals-category", &recused, category, floor));
    tables.extend(recusals("recusals-level", &recused, |one| Head::Word(one.level.name()), floor));
    tables
}

/// How many rounds dossiers took that came before the board.
fn rounds(cohort: &[&Read<'_>]) -> Option<Table> {
    let took: Vec<u64> =
        cohort.iter().map(|one| one.facts.rounds.len() as u64).filter(|rounds| *rounds > 0).collect();
    let kinds: BTreeSet<u64> = took.iter().copied().collect();
    let of = took.len() as u64;
    let rows: Vec<Row> = kinds
        .into_iter()
        .map(|kind| Row {
            head: Head::Number(kind),
            cells: [Cell::share(took.iter().filter(|rounds| **rounds == kind).count() as u64, of)].into(),
        })
        .collect();
    let columns = [Head::Word("dossiers")].into();
    (!rows.is_empty()).then_some(Table { code: "rounds", subject: None, columns, rows })
}

fn sheets(scored: &[&Scored], floor: u64) -> Option<Table> {
    let people: BTreeSet<&MemberId> = scored.iter().flat_map(|round| round.sheets.keys()).collect();
    let mut cells: Vec<Cell> =
        summary(scored.iter().map(|round| whole(round.sheets.len() as u64)).collect(), Cell::short).into();
    if (people.len() as u64) < floor {
        cells.iter_mut().for_each(|cell| *cell = Cell::Withheld);
    }
    let rows = [Row { head: Head::Word("sheets"), cells }].into();
    (!scored.is_empty()).then_some(Table { code: "sheets", subject: None, columns: SUMMARY.into(), rows })
}

fn by_college(scored: &[&Scored], floor: u64) -> Option<Table> {
    let mut colleges: BTreeMap<&str, Group> = BTreeMap::new();
    for (member, college) in scored.iter().flat_map(|round| &round.sheets) {
        let code = college.as_deref().unwrap_or_default();
        let head = if code.is_empty() { Head::Word("no-college") } else { Head::College(code.to_string()) };
        let group = colleges.entry(code).or_insert_with(|| Group { head, n: 0, people: BTreeSet::new() });
        group.n += 1;
        group.people.insert(*member);
    }
    counted("sheets-college", colleges.into_values().collect(), floor)
}

fn agreement(scored: &[&Scored], floor: u64) -> Option<Table> {
    let known: Vec<&&Scored> = scored.iter().filter(|round| round.alpha.is_some()).collect();
    let of = |wanted: u8| known.iter().filter(move |round| quarter(round.on) == wanted);
    let people = |wanted: u8| of(wanted).flat_map(|round| round.sheets.keys().copied()).collect();
    let quarters: Vec<BTreeSet<MemberId>> = (1..=4).map(people).collect();
    let (shown, whole_year) = showable(&quarters, floor);
    let middle = |rounds: Vec<Fraction>, shown: bool| match median(rounds) {
        None => Cell::None,
        Some(_) if !shown => Cell::Withheld,
        Some(alpha) => Cell::exact(&alpha, 2),
    };
    let alphas = |wanted: u8| of(wanted).filter_map(|round| round.alpha.clone()).collect::<Vec<_>>();
    let mut counts: Vec<Cell> = (1..=4).map(|at| Cell::Count(of(at).count() as u64)).collect();
    counts.push(Cell::Count(known.len() as u64));
    let mut medians: Vec<Cell> = (1..=4).zip(&shown).map(|(at, shown)| middle(alphas(at), *shown)).collect();
    medians.push(middle((1..=4).flat_map(alphas).collect(), whole_year));
    let mut columns: Vec<Head> = (1..=4).map(Head::Quarter).collect();
    columns.push(Head::Word("all"));
    let rows = [
        Row { head: Head::Word("rounds"), cells: counts },
        Row { head: Head::Word("alpha"), cells: medians },
    ];
    (!known.is_empty()).then_some(Table { code: "agreement", subject: None, columns, rows: rows.into() })
}

fn recusals(
    code: &'static str,
    recused: &[&Recused],
    head: impl Fn(&Recused) -> Head,
    floor: u64,
) -> Option<Table> {
    let mut groups: BTreeMap<Head, Group> = BTreeMap::new();
    for one in recused {
        let head = head(one);
        let group =
            groups.entry(head.clone()).or_insert_with(|| Group { head, n: 0, people: BTreeSet::new() });
        group.n += 1;
        group.people.insert(one.member);
    }
    counted(code, groups.into_values().collect(), floor)
}

fn counted(code: &'static str, groups: Vec<Group>, floor: u64) -> Option<Table> {
    let rows = grouped(groups, floor);
    let columns = [Head::Word("n")].into();
    (!rows.is_empty()).then_some(Table { code, subject: None, columns, rows })
}
