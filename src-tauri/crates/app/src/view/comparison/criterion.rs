//! One criterion of a comparison: cells, strips, figures of agreement, reasons and the passages they rest on.

use std::collections::BTreeMap;

use sceau_domain::agreement::{AgendaItem, Agreement, Band, FEWEST_MARKS, agreement, on_nine};
use sceau_domain::fraction::{Fraction, fixed, plain};
use sceau_domain::grid::{Answer, Criterion, Worth};
use sceau_domain::id::{DossierId, MemberId};
use sceau_domain::interests::may_mark;
use sceau_ledger::payload::sealed::{Anchor, Mark, SheetRow};
use serde::{Deserialize, Serialize};

use super::thread::ThreadView;
use super::{Column, Read, ReadSheets};
use crate::comparison::{distance, median, opposed};
use crate::desk::Desk;
use crate::error::Result;
use crate::review::{Questionnaire, answer_of};
use crate::revision::Change;
use crate::view::Text;
use crate::view::review::{Anchor as ShownAnchor, Criterion as Form, Mark as MyMark, Passage};

/// What stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the window's contract says what each state is")]
pub enum CellKind {
    Mark,
    Na,
    Absent,
}

/// One mark in the table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Cell {
    pub kind: CellKind,
    pub points: Option<String>,
    pub words: Option<Text>,
    pub ink: Option<f64>,
    pub changed: bool,
}

/// The marks of one block of columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Strip {
    pub n: usize,
    pub median: Option<String>,
    pub low: Option<String>,
    pub high: Option<String>,
}

/// A passage on which a reason rests.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Cited {
    pub number: u64,
    pub title: String,
    #[serde(flatten)]
    pub anchor: ShownAnchor,
}

/// A mark that took the place of another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct ChangedMark {
    pub cell: Cell,
    pub at: u64,
    pub why: String,
    pub received: bool,
}

/// The mark of the round before, where this round's sheet changed it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct BeforeMark {
    pub from: Cell,
    pub to: Cell,
    pub why: String,
}

/// Why a reviewer gave the mark.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Voice {
    pub column: usize,
    pub reason: String,
    pub cited: Vec<Cited>,
    pub first: Option<Cell>,
    pub changes: Vec<ChangedMark>,
    pub before: Option<BeforeMark>,
}

/// The same passage, read in opposite ways.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct SamePassage {
    pub passage: Cited,
    pub sheets: usize,
    pub low: String,
    pub high: String,
}

/// A criterion with every mark that was given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct CompareCriterion {
    pub code: String,
    pub axis: String,
    pub title: Text,
    pub place: usize,
    pub band: String,
    pub disagreement: bool,
    pub decider: Option<String>,
    pub index: Option<String>,
    pub median: Option<String>,
    pub distance: Option<String>,
    pub levels: Vec<String>,
    pub cells: Vec<Cell>,
    pub strips: Vec<Strip>,
    pub voices: Vec<Voice>,
    pub same: Vec<SamePassage>,
    pub form: Option<Form>,
    pub mine: Option<MyMark>,
    pub thread: ThreadView,
}

/// A criterion, and where it stands on the agenda.
pub(super) struct Ranked {
    pub agenda: AgendaItem,
    /// On the scale 1–9, in the order of the columns.
    pub on_nine: Vec<Option<Fraction>>,
    pub shown: CompareCriterion,
}

/// A reviewer's answer to a criterion: its points, unless it does not apply.
struct Given<'a> {
    points: Option<Fraction>,
    words: Option<Text>,
    row: &'a SheetRow,
    /// What the opened sheet said, where it was changed since.
    first: Option<Box<Given<'a>>>,
    changes: &'a [Change],
    /// What the sheet of the round before said, and what this round's sheet made of it, where they differ.
    before: Option<Box<Before<'a>>>,
}

/// A mark that was changed from one round to the next; `None`: there was none.
struct Before<'a> {
    from: Option<Given<'a>>,
    to: Option<Given<'a>>,
    why: &'a str,
}

impl Desk {
    /// Every scored criterion that applies, in grid order.
    pub(super) fn criteria(
        &self,
        dossier: DossierId,
        questionnaire: &Questionnaire,
        read: &ReadSheets,
        columns: &[(MemberId, Column)],
    ) -> Result<Vec<Ranked>> {
        let mut threads = self.thread_views(dossier, columns, &read.names)?;
        let mut files = BTreeMap::new();
        for item in self.evidence(dossier)? {
            let title = if item.title.is_empty() { item.name } else { item.title };
            files.insert(item.sha256, (item.number, title));
        }
        let out = self.recusals(dossier)?;
        let not_mine = self.not_mine(dossier)?;
        let scored = questionnaire.grid.applicable(questionnaire.class).filter(|one| one.scored);
        Ok(scored
            .enumerate()
            .map(|(place, criterion)| {
                let found: Vec<Option<Given<'_>>> = columns
                    .iter()
                    .map(|(member, _)| {
                        let one = read.sheets.iter().find(|one| one.member == *member)?;
                        let mut now = given(criterion, &one.sheet.rows)
                            .filter(|_| may_mark(&out, &member.to_string(), &criterion.code))?;
                        now.changes = read.changes.of(*member, &criterion.code);
                        if !now.changes.is_empty() {
                            now.first = given(criterion, &one.first.rows).map(Box::new);
                        }
                        now.before = changed_before(criterion, one).map(Box::new);
                        Some(now)
                    })
                    .collect();
                let mut ranked = ranked(place, criterion, &found, columns, &files);
                if not_mine.contains(&criterion.code) {
                    ranked.shown.form = None;
                }
                ranked.shown.thread = threads.remove(&criterion.code).unwrap_or_default();
                ranked
            })
            .collect())
    }
}

type Files = BTreeMap<[u8; 32], (u64, String)>;

fn given<'a>(criterion: &Criterion, rows: &'a [SheetRow]) -> Option<Given<'a>> {
    let row = rows.iter().find(|row| row.criterion == criterion.code)?;
    let answer = match row.mark.as_ref()? {
        Mark::Option(text) | Mark::Value(text) => Answer::Text(text.clone()),
        Mark::NotApplicable => Answer::NotApplicable,
    };
    let words = match &answer {
        Answer::Text(code) => {
            let option = criterion.options().iter().find(|option| option.code == *code);
            option.and_then(|option| option.title.as_ref()).map(Text::from)
        }
        _ => None,
    };
    // A reviewer may find that a criterion does not apply, whatever the form allowed; a wrong answer is no answer.
    let points = match (answer == Answer::NotApplicable, criterion.worth(&answer)) {
        (true, _) | (false, Ok(Worth::NotApplicable)) => None,
        (false, Ok(Worth::Points(points))) => Some(points),
        (false, Err(_)) => return None,
    };
    Some(Given { points, words, row, first: None, changes: &[], before: None })
}

/// What this round's sheet, as it was opened, changed about that of the round before.
fn changed_before<'a>(criterion: &Criterion, one: &'a Read) -> Option<Before<'a>> {
    let (from, to) = (given(criterion, &one.former.as_ref()?.rows), given(criterion, &one.first.rows));
    let answer = |given: &Option<Given<'_>>| given.as_ref()?.row.mark.as_ref().map(answer_of);
    let why = one.first.why(&criterion.code).unwrap_or_default();
    (answer(&from) != answer(&to)).then_some(Before { from, to, why })
}

fn ranked(
    place: usize,
    criterion: &Criterion,
    found: &[Option<Given<'_>>],
    columns: &[(MemberId, Column)],
    files: &Files,
) -> Ranked {
    let levels = criterion.levels();
    let points: Vec<Fraction> = found.iter().flatten().filter_map(|one| one.points.clone()).collect();
    // A flat criterion has no scale to disagree on.
    let agreed = agreement(&levels, &points, FEWEST_MARKS).unwrap_or(Agreement {
        n: points.len(),
        band: Band::TooFew,
        figures: None,
    });
    let board = median(&points);
    let mine = columns.iter().position(|(_, column)| column.mine);
    let my = mine.and_then(|at| found.get(at)?.as_ref());
    let my_points = my.and_then(|given| given.points.clone());
    let apart = my_points.zip(board.clone()).and_then(|(mine, board)| distance(&levels, &mine, &board));
    let cited: Vec<(Fraction, &[Anchor])> = found
        .iter()
        .flatten()
        .filter_map(|one| Some((one.points.clone()?, one.row.anchors.as_slice())))
        .collect();
    let same = opposed(&levels, &cited).into_iter().map(|found| SamePassage {
        passage: passage(&found.anchor, files),
        sheets: found.sheets,
        low: plain(&found.low),
        high: plain(&found.high),
    });
    let figures = agreed.figures.as_ref();
    let shown = CompareCriterion {
        code: criterion.code.clone(),
        axis: criterion.axis.clone(),
        title: Text::from(&criterion.title),
        place,
        band: agreed.band.code().to_owned(),
        disagreement: agreed.band == Band::Disagreement,
        decider: figures.map(|figures| figures.by.name().to_owned()),
        index: figures.map(|figures| fixed(&figures.di, 2)),
        median: board.as_ref().map(short),
        distance: apart.as_ref().map(|apart| fixed(apart, 2)),
        levels: sorted(&levels),
        cells: found.iter().map(|one| cell(one.as_ref(), &levels)).collect(),
        strips: strips(found, columns),
        voices: voices(criterion, found, files),
        same: same.collect(),
        form: mine.map(|_| Form::of(criterion, None)),
        mine: my.and_then(|given| given.row.mark.clone()).map(MyMark::from),
        thread: ThreadView::default(),
    };
    let nine = |one: &Option<Given<'_>>| on_nine(one.as_ref()?.points.as_ref()?, &levels).ok();
    Ranked {
        agenda: AgendaItem { place, weight: criterion.weight.clone(), agreement: agreed },
        on_nine: found.iter().map(nine).collect(),
        shown,
    }
}

fn cell(given: Option<&Given<'_>>, levels: &[Fraction]) -> Cell {
    let Some(given) = given else {
        return Cell { kind: CellKind::Absent, points: None, words: None, ink: None, changed: false };
    };
    let changed = !given.changes.is_empty();
    let Some(points) = &given.points else {
        return Cell { kind: CellKind::Na, points: None, words: None, ink: None, changed };
    };
    Cell {
        kind: CellKind::Mark,
        points: Some(plain(points)),
        words: given.words.clone(),
        ink: ink(points, levels),
        changed,
    }
}

/// Place on the ramp, 0 to 1.
fn ink(points: &Fraction, levels: &[Fraction]) -> Option<f64> {
    let (low, high) = (levels.iter().min()?, levels.iter().max()?);
    let share = (high != low).then(|| (points - low) / (high - low))?;
    fixed(&share, 3).parse().ok()
}

fn strips(found: &[Option<Given<'_>>], columns: &[(MemberId, Column)]) -> Vec<Strip> {
    let blocks = columns.iter().map(|(_, column)| column.block + 1).max().unwrap_or(0);
    (0..blocks)
        .map(|block| {
            let of_block = columns.iter().zip(found).filter(|((_, column), _)| column.block == block);
            let points: Vec<Fraction> =
                of_block.filter_map(|(_, given)| given.as_ref()?.points.clone()).collect();
            Strip {
                n: points.len(),
                median: median(&points).as_ref().map(short),
                low: points.iter().min().map(plain),
                high: points.iter().max().map(plain),
            }
        })
        .collect()
}

fn voices(criterion: &Criterion, found: &[Option<Given<'_>>], files: &Files) -> Vec<Voice> {
    let levels = criterion.levels();
    let said = found.iter().enumerate().filter_map(|(column, given)| Some((column, given.as_ref()?)));
    let speaks = |given: &Given<'_>| {
        let silent = given.row.reason.trim().is_empty() && given.row.anchors.is_empty();
        !silent || !given.changes.is_empty() || given.before.is_some()
    };
    let change = |change: &Change| ChangedMark {
        cell: cell(given(criterion, std::slice::from_ref(&change.revised.row)).as_ref(), &levels),
        at: change.at.0,
        why: change.revised.why.clone(),
        received: change.received,
    };
    said.filter(|(_, given)| speaks(given))
        .map(|(column, given)| Voice {
            column,
            reason: given.row.reason.clone(),
            cited: given.row.anchors.iter().map(|anchor| passage(anchor, files)).collect(),
            first: (!given.changes.is_empty()).then(|| cell(given.first.as_deref(), &levels)),
            changes: given.changes.iter().map(change).collect(),
            before: given.before.as_deref().map(|before| BeforeMark {
                from: cell(before.from.as_ref(), &levels),
                to: cell(before.to.as_ref(), &levels),
                why: before.why.to_owned(),
            }),
        })
        .collect()
}

fn passage(anchor: &Anchor, files: &Files) -> Cited {
    let (number, title) = files.get(&anchor.file).cloned().unwrap_or_default();
    let (id, passage) = Passage::of(anchor.clone());
    Cited { number, title, anchor: ShownAnchor { id, passage } }
}

/// The points that can be given, each once, rising.
fn sorted(levels: &[Fraction]) -> Vec<String> {
    let mut levels = levels.to_vec();
    levels.sort();
    levels.dedup();
    levels.iter().map(plain).collect()
}

/// A median: whole or a half as it is, anything else with two decimals.
fn short(value: &Fraction) -> String {
    let text = plain(value);
    if text.contains('/') || text.len() > 4 { fixed(value, 2) } else { text }
}
