//! The three marks of the year's dossiers, each grid by itself.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use num_traits::Zero;

use super::Read;
use super::table::{Cell, Head, Row, SUMMARY, Table, summary};
use crate::fraction::{Fraction, plain, whole};
use crate::id::MemberId;

/// Into how many bands a scale is cut.
const BANDS: u64 = 10;

/// Marks of a dossier, as far as nothing of them is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// Identifier and version of the grid.
    pub grid: String,
    /// The mark is out of this.
    pub scale: Fraction,
    /// The declared mark.
    pub declared: Option<Fraction>,
    /// The verified mark.
    pub verified: Option<Fraction>,
    /// The board's mark.
    pub board: Option<Fraction>,
    /// Whose sheets are behind the board's mark.
    pub reviewers: BTreeSet<MemberId>,
}

/// What is known of a population that was marked before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownPopulation {
    /// How many solutions.
    pub n: u32,
    /// Half of them reached this.
    pub median: u32,
    /// A quarter of them reached this.
    pub best_quarter: u32,
    /// Out of this.
    pub scale: u32,
    /// About when.
    pub year: i16,
}

/// The reference population: two points, and nothing else is known of it (rules §1.7).
pub const KNOWN: KnownPopulation =
    KnownPopulation { n: 130, median: 11, best_quarter: 14, scale: 20, year: 2022 };

pub(super) fn tables(cohort: &[&Read<'_>], floor: u64) -> Vec<Table> {
    let mut grids: BTreeMap<&str, Vec<&Marked>> = BTreeMap::new();
    for marks in cohort.iter().filter_map(|one| one.facts.marks.as_ref()) {
        grids.entry(&marks.grid).or_default().push(marks);
    }
    grids.into_iter().flat_map(|(grid, marks)| of_grid(grid, &marks, floor)).collect()
}

fn of_grid(grid: &str, marks: &[&Marked], floor: u64) -> [Table; 2] {
    let all = |of: &dyn Fn(&Marked) -> Option<Fraction>| -> Vec<Fraction> {
        marks.iter().filter_map(|one| of(one)).collect()
    };
    let declared = all(&|one| one.declared.clone());
    let verified = all(&|one| one.verified.clone());
    // A mark of few reviewers is nearly a sheet of one of them: it counts for nothing here, as on the public page.
    let enough = |one: &Marked| one.reviewers.len() as u64 >= floor;
    let board = all(&|one| one.board.clone().filter(|_| enough(one)));
    let few = board.is_empty() && marks.iter().any(|one| one.board.is_some());
    let apart = all(&|one| Some(one.verified.clone()? - one.declared.clone()?));
    let row = |name: &'static str, values: &[Fraction], withheld: bool| {
        let mut cells: Vec<Cell> = summary(values.to_vec(), |mark| Cell::exact(mark, 1)).into();
        if withheld {
            cells.iter_mut().for_each(|cell| *cell = Cell::Withheld);
        }
        Row { head: Head::Word(name), cells }
    };
    let summed = Table {
        code: "marks",
        subject: Some(grid.into()),
        columns: SUMMARY.into(),
        rows: [
            row("declared", &declared, false),
            row("verified", &verified, false),
            row("difference", &apart, false),
            row("board", &board, few),
        ]
        .into(),
    };
    let scale = marks.first().map_or_else(|| whole(20), |one| one.scale.clone());
    let bound = |at: u64| &scale * whole(at) / whole(BANDS);
    let within = |values: &[Fraction], at: u64| {
        let (from, to) = (bound(at), bound(at + 1));
        let last = at + 1 == BANDS;
        values.iter().filter(|mark| **mark >= from && (**mark < to || (last && **mark <= to))).count() as u64
    };
    let bands = (0..BANDS).map(|at| {
        let boards = if few { Cell::Withheld } else { Cell::Count(within(&board, at)) };
        Row {
            head: Head::Band(plain(&bound(at)), plain(&bound(at + 1))),
            cells: [Cell::Count(within(&declared, at)), Cell::Count(within(&verified, at)), boards].into(),
        }
    });
    let columns = ["declared", "verified", "board"].map(Head::Word);
    let spread = Table {
        code: "bands",
        subject: Some(grid.into()),
        columns: columns.into(),
        rows: if scale.is_zero() { Vec::new() } else { bands.collect() },
    };
    [summed, spread]
}
