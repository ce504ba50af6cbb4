//! The sheets of a dossier beside each other, once they are open; before that, the day on which they will be.

mod criterion;
mod statistics;
mod thread;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use sceau_domain::agreement::{AgendaItem, order_agenda};
use sceau_domain::board::{DossierState, RoundState};
use sceau_domain::bylaws::Bylaws;
use sceau_domain::fraction::plain;
use sceau_domain::grid::{Aggregate, Grid, Mark, Sheet as Marked, shown};
use sceau_domain::id::{DossierId, MemberId};
use sceau_domain::visibility::{may_follow_dossier, may_read_dossier};
use sceau_domain::{action::ActionKind, fraction::Fraction};
use sceau_ledger::payload::sealed::Sheet;
use serde::{Deserialize, Serialize};

use super::{Problem, Progress, Text};
use crate::comparison::{Block, blocks};
use crate::desk::Desk;
use crate::error::{AppError, Result};
use crate::opening::marked;
use crate::revision::Changes;

pub use criterion::{
    BeforeMark, Cell, CellKind, ChangedMark, Cited, CompareCriterion, SamePassage, Strip, Voice,
};
pub use statistics::{Figure, Statistics};
pub use thread::{Speaker, ThreadView, ThreadWord, TopicAsked, TopicView, TypedMessage, WordKind};

/// A dossier in the list of comparisons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct ComparisonLine {
    pub dossier: String,
    pub number: String,
    pub solution: String,
    pub publisher: String,
    pub opens_at: u64,
    pub opened_at: Option<u64>,
    pub arrived: Option<Progress>,
    pub unread: usize,
    pub sealed: Option<SealedRound>,
}

/// Columns under one title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct ColumnBlock {
    pub titles: Vec<Text>,
    pub columns: usize,
}

/// A reviewer's column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Column {
    pub block: usize,
    pub mine: bool,
    pub name: Option<String>,
}

/// The sheets beside each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct OpenedSheets {
    pub at: u64,
    pub board_mark: Option<String>,
    pub my_mark: Option<String>,
    pub scale: String,
    pub sheets: usize,
    pub unreadable: Vec<String>,
    pub set_aside: usize,
    pub changed: usize,
    pub change_refusal: Option<Problem>,
    pub talk_refusal: Option<Problem>,
    pub smallest_group: u64,
    pub blocks: Vec<ColumnBlock>,
    pub columns: Vec<Column>,
    pub criteria: Vec<CompareCriterion>,
    pub statistics: Statistics,
}

/// The comparison of a dossier's sheets.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct ComparisonView {
    pub now: u64,
    pub dossier: String,
    pub number: String,
    pub solution: String,
    pub solution_version: String,
    pub publisher: String,
    pub grid: Text,
    pub grid_version: String,
    pub illustrative: bool,
    pub opens_at: u64,
    pub arrived: Option<Progress>,
    pub opened: Option<OpenedSheets>,
    pub round: u32,
    pub rounds: Vec<OpenedRound>,
    pub sealed: Option<SealedRound>,
}

/// A round that can be looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct OpenedRound {
    pub number: u32,
    pub at: u64,
}

/// The round that is being scored while an earlier one is compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct SealedRound {
    pub number: u32,
    pub opens_at: u64,
}

/// A sheet that can be read, with whose it is: as it stands now, as it was opened, and that of the round before.
struct Read {
    member: MemberId,
    sheet: Sheet,
    first: Sheet,
    former: Option<Sheet>,
}

/// Whether the bylaws show who a reviewer is.
enum Names {
    Shown,
    Hidden,
}

/// What the comparison is made of.
struct ReadSheets {
    sheets: Vec<Read>,
    changes: Changes,
    names: Names,
}

impl Desk {
    /// Dossiers whose sheets are, or will be, compared; only those that this member may read.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn comparisons_view(&self) -> Result<Vec<ComparisonLine>> {
        let me = self.me()?;
        let mut lines = Vec::new();
        for (dossier, state) in &self.board().dossiers {
            if state.rounds.is_empty() || !may_read_dossier(self.board(), me, *dossier) {
                continue;
            }
            let round = self.debated_round(*dossier)?;
            let Some(card) = self.card_of(*dossier)? else { continue };
            lines.push(ComparisonLine {
                dossier: dossier.to_string(),
                number: card.number,
                solution: card.solution,
                publisher: card.publisher,
                opens_at: round.deadline.0,
                opened_at: self.opened_at(*dossier, round)?,
                arrived: self.arrived(*dossier, me),
                unread: self.unread(*dossier)?,
                sealed: self.sealed_round(state),
            });
        }
        // What is debated now first: the sheets that were opened last, then those that are still sealed.
        lines.sort_by_key(|line: &ComparisonLine| {
            (line.opened_at.is_none(), Reverse(line.opened_at), line.number.clone())
        });
        Ok(lines)
    }

    /// The comparison of a dossier's sheets: those of the last round that is open.
    ///
    /// # Errors
    /// The dossier may not be read, or nothing was scored yet.
    pub fn comparison_view(&self, dossier: DossierId) -> Result<ComparisonView> {
        self.comparison_of_round(dossier, None)
    }

    /// As [`Desk::comparison_view`], of an earlier round that is open.
    ///
    /// # Errors
    /// As [`Desk::comparison_view`]; or there is no such round to look at.
    pub fn comparison_of_round(&self, dossier: DossierId, number: Option<u32>) -> Result<ComparisonView> {
        self.may_read(dossier)?;
        let me = self.me()?;
        let state = self.dossier(dossier)?;
        let mut readable = state.scoring().filter(|round| self.board().is_opened(round));
        let round = match number {
            None => self.debated_round(dossier)?,
            Some(number) => {
                readable.find(|round| round.number == number).ok_or(AppError::Unknown("round"))?
            }
        };
        let card = self.card_of(dossier)?.ok_or(AppError::NoKey)?;
        let grid = self.grid_of(dossier)?;
        Ok(ComparisonView {
            now: self.env.now().0,
            dossier: dossier.to_string(),
            number: card.number,
            solution: card.solution,
            solution_version: card.version,
            publisher: card.publisher,
            grid: Text::from(&grid.title),
            grid_version: grid.version.clone(),
            illustrative: grid.illustrative,
            opens_at: round.deadline.0,
            arrived: self.arrived(dossier, me),
            opened: match self.opened_at(dossier, round)? {
                Some(at) => Some(self.opened(dossier, round, &grid, at)?),
                None => None,
            },
            round: round.number,
            rounds: self.opened_rounds(dossier)?,
            sealed: self.sealed_round(state),
        })
    }

    /// A round that followed the one that is compared, while it is sealed.
    fn sealed_round(&self, state: &DossierState) -> Option<SealedRound> {
        let last = state.round().filter(|last| last.number > 1 && !self.board().is_opened(last))?;
        Some(SealedRound { number: last.number, opens_at: last.deadline.0 })
    }

    /// The rounds that can be looked at, the first one first.
    fn opened_rounds(&self, dossier: DossierId) -> Result<Vec<OpenedRound>> {
        let mut rounds = Vec::new();
        for round in self.dossier(dossier)?.scoring() {
            if let Some(at) = self.opened_at(dossier, round)? {
                rounds.push(OpenedRound { number: round.number, at });
            }
        }
        rounds.reverse();
        Ok(rounds)
    }

    /// When the sheets could be read: the share with which the threshold was reached. `None` before.
    fn opened_at(&self, dossier: DossierId, round: &RoundState) -> Result<Option<u64>> {
        let needed = usize::from(self.committee(round.committee)?.threshold);
        if round.closed_at.is_none() || round.shares.len() < needed {
            return Ok(None);
        }
        let of_round = self
            .sealed(ActionKind::SheetShares, dossier.0)
            .filter(|one| one.objects.get(1) == Some(&round.id.0));
        Ok(of_round.map(|one| one.at.0).nth(needed.saturating_sub(1)))
    }

    /// How many sheets are in: only for those who lead and for the officers, who are told anyway.
    fn arrived(&self, dossier: DossierId, me: MemberId) -> Option<Progress> {
        let board = self.board();
        if !may_follow_dossier(board, me, dossier) && !board.is_officer(me) {
            return None;
        }
        let state = board.dossiers.get(&dossier)?;
        let asked = state.assigned.iter().filter(|member| !state.is_recused(**member)).count();
        Some(Progress { done: asked.saturating_sub(state.awaited().count()), total: asked })
    }

    fn opened(&self, dossier: DossierId, round: &RoundState, grid: &Grid, at: u64) -> Result<OpenedSheets> {
        let me = self.me()?;
        let bylaws = self.bylaws(&round.bylaws)?;
        let changes = self.changed_since(dossier, round, grid)?;
        let before = self.dossier(dossier)?.round_before(round);
        let mut former: BTreeMap<MemberId, Sheet> = BTreeMap::new();
        for (member, sheet) in
            before.map_or(Ok(Vec::new()), |round| self.sheets_since(dossier, round, grid))?
        {
            former.extend(sheet.ok().map(|sheet| (member, sheet)));
        }
        let (mut sheets, mut unreadable) = (Vec::new(), Vec::new());
        for (member, sheet) in self.sheets_of(dossier, round)? {
            match sheet {
                Ok(first) => {
                    let mut sheet = first.clone();
                    changes.apply(member, &mut sheet);
                    sheets.push(Read { member, sheet, first, former: former.remove(&member) });
                }
                Err(why) => unreadable.push(why.code().to_owned()),
            }
        }
        let placed = self.placed(dossier, &bylaws, &sheets);
        let names = if bylaws.names_shown { Names::Shown } else { Names::Hidden };
        let read = ReadSheets { sheets, changes, names };
        let mut columns = Vec::new();
        for (place, block) in placed.iter().enumerate() {
            for member in &block.members {
                let name = bylaws.names_shown.then(|| self.name_of(*member)).transpose()?;
                columns.push((*member, Column { block: place, mine: *member == me, name }));
            }
        }
        let questionnaire = self.questionnaire(dossier)?;
        let mut rows = self.criteria(dossier, &questionnaire, &read, &columns)?;
        let mut agenda: Vec<AgendaItem> = rows.iter().map(|row| row.agenda.clone()).collect();
        order_agenda(&mut agenda);
        rows.sort_by_key(|row| agenda.iter().position(|item| item.place == row.agenda.place));
        let mine = read.sheets.iter().find(|one| one.member == me).map(|one| marked(me, &one.sheet));
        let bars = self.bars(dossier)?;
        let mean = self.bylaws_as_written(&round.bylaws)?.text("aggregate") == Some("mean");
        let aggregate = if mean { Aggregate::Mean } else { Aggregate::Median };
        let of = |marks: &[Marked]| {
            let found = grid.board(questionnaire.class, marks, &[], aggregate).ok()?;
            exact(grid, &found, &bars)
        };
        let board = self.board_mark_of(dossier, round, grid, questionnaire.class)?.ok();
        let title = |code: &String| self.college_title(code);
        Ok(OpenedSheets {
            at,
            board_mark: board.and_then(|mark| exact(grid, &mark, &bars)),
            my_mark: mine.and_then(|mine| of(&[mine])),
            scale: plain(&grid.scale),
            sheets: read.sheets.len(),
            unreadable,
            set_aside: read.changes.set_aside,
            changed: rows.iter().flat_map(|row| &row.shown.voices).filter(|one| one.before.is_some()).count(),
            change_refusal: self.refusal_in(dossier, round, ActionKind::Revision),
            talk_refusal: self.refusal_in(dossier, round, ActionKind::Thread),
            smallest_group: bylaws.secrecy.inside_group,
            blocks: placed
                .iter()
                .map(|block| ColumnBlock {
                    titles: block.colleges.iter().map(title).collect(),
                    columns: block.members.len(),
                })
                .collect(),
            columns: columns.into_iter().map(|(_, column)| column).collect(),
            statistics: Statistics::of(&rows.iter().map(|row| row.on_nine.clone()).collect::<Vec<_>>()),
            criteria: rows.into_iter().map(|row| row.shown).collect(),
        })
    }

    /// Why I may not act on what a round says; of one that another has followed, that it can only be looked at.
    fn refusal_in(&self, dossier: DossierId, round: &RoundState, kind: ActionKind) -> Option<Problem> {
        let last = self.round_of(dossier).is_ok_and(|last| last.id == round.id);
        let permitted = match last {
            true => self.permitted(kind, &[dossier.0, round.id.0]),
            false => Err(AppError::Procedure("round.followed".to_owned())),
        };
        permitted.err().as_ref().map(Problem::from)
    }

    fn placed(&self, dossier: DossierId, bylaws: &Bylaws, sheets: &[Read]) -> Vec<Block> {
        let college = |member: &MemberId| {
            let known = self.board().members.get(member).and_then(|state| state.college.clone());
            (*member, known.unwrap_or_default())
        };
        let reviewers: Vec<(MemberId, String)> = sheets.iter().map(|one| college(&one.member)).collect();
        let codes: Vec<String> = bylaws.colleges.iter().map(|college| college.code.clone()).collect();
        blocks(dossier, &codes, &reviewers, bylaws.secrecy.inside_group)
    }

    /// The bars in force for a dossier's label: a mark is shown on the side of each on which it stands.
    fn bars(&self, dossier: DossierId) -> Result<Vec<Fraction>> {
        let label = self.label_rule(&self.answers(dossier)?.label)?;
        let bars = [label.entry.threshold, label.grant.threshold];
        Ok(bars.into_iter().flatten().map(|bar| bar.at_least).collect())
    }
}

/// A mark as screens show it; `None` while it depends on something that is missing.
fn exact(grid: &Grid, mark: &Mark, bars: &[Fraction]) -> Option<String> {
    mark.exact.as_ref().map(|exact| shown(exact, grid.decimals, bars))
}
