//! Marks changed after the opening: a reviewer's last word about a criterion counts, the opened sheet stays.

use std::collections::BTreeMap;

use sceau_domain::action::{Action, ActionKind};
use sceau_domain::board::RoundState;
use sceau_domain::discussion;
use sceau_domain::grid::Grid;
use sceau_domain::id::{DossierId, GroupId, MemberId};
use sceau_domain::moment::Moment;
use sceau_domain::refusal::Refusal;
use sceau_ledger::encoding::Record;
use sceau_ledger::header::EventName;
use sceau_ledger::payload::sealed::{Mark, RevisedRow, Revision, Sheet, SheetRow};

use crate::act::Intent;
use crate::desk::{Catalogued, Desk};
use crate::error::{AppError, Result};
use crate::opening::Unreadable;
use crate::review::{answer_of, row_faults};

/// A mark that was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Change {
    pub at: Moment,
    /// Whether the registry holds it.
    pub received: bool,
    pub revised: RevisedRow,
}

/// The changed marks of a round.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    /// By reviewer and criterion, in the order of the log.
    pub by_row: BTreeMap<(MemberId, String), Vec<Change>>,
    /// Rows that cannot be read or do not follow the rules: they change nothing.
    pub set_aside: usize,
}

impl Changes {
    /// What a reviewer changed about a criterion, the oldest first.
    pub fn of(&self, member: MemberId, criterion: &str) -> &[Change] {
        self.by_row.get(&(member, criterion.to_owned())).map_or(&[], Vec::as_slice)
    }

    /// A sheet as it stands now.
    pub fn apply(&self, member: MemberId, sheet: &mut Sheet) {
        for ((_, criterion), changes) in self.by_row.iter().filter(|((who, _), _)| *who == member) {
            let Some(last) = changes.last() else { continue };
            match sheet.rows.iter_mut().find(|row| row.criterion == *criterion) {
                Some(row) => row.clone_from(&last.revised.row),
                None => sheet.rows.push(last.revised.row.clone()),
            }
        }
    }
}

impl Desk {
    /// Changes my mark for a criterion, with the line that says why. Reason and passages stay as they are. Going back is
    /// another change.
    ///
    /// # Errors
    /// A reason of the rules: no sheet of mine counts, the sheets are not open, a motion is on the table; a code of
    /// [`discussion::why`], `revision.same`; or [`AppError::File`] with `code@criterion` for a mark that the grid does
    /// not know.
    pub fn revise(
        &mut self,
        dossier: DossierId,
        criterion: &str,
        mark: Mark,
        why: &str,
    ) -> Result<EventName> {
        let round = self.debated_round(dossier)?.id;
        self.permitted(ActionKind::Revision, &[dossier.0, round.0])?;
        let me = self.me()?;
        if self.named_criteria(dossier, me)?.iter().any(|code| code == criterion) {
            return Err(AppError::Refused(Refusal::Recused));
        }
        let questionnaire = self.questionnaire(dossier)?;
        let grid = &questionnaire.grid;
        let known = grid.applicable(questionnaire.class).any(|one| one.code == criterion);
        let changes = self.changed_since(dossier, self.debated_round(dossier)?, grid)?;
        let sheets = self.sheets_now(dossier, grid)?;
        let mine = sheets.into_iter().find(|(member, _)| *member == me).and_then(|(_, sheet)| sheet.ok());
        let sheet = mine.filter(|_| known).ok_or(AppError::Unknown("criterion"))?;
        let blank = || SheetRow {
            criterion: criterion.to_owned(),
            mark: None,
            reason: String::new(),
            anchors: Vec::new(),
        };
        let before = sheet.rows.into_iter().find(|row| row.criterion == criterion).unwrap_or_else(blank);
        if before.mark.as_ref().is_some_and(|before| answer_of(before) == answer_of(&mark)) {
            return Err(AppError::Procedure("revision.same".to_owned()));
        }
        discussion::why(why).map_err(|code| AppError::Procedure(code.to_owned()))?;
        let row = SheetRow { mark: Some(mark), ..before };
        let codes = row_faults(grid, &row);
        if !codes.is_empty() {
            return Err(AppError::File { file: grid.title.fr.clone(), codes });
        }
        let last = changes.of(me, criterion).last().map(|change| &change.revised);
        let revised = RevisedRow {
            id: last.map_or_else(|| self.env.draw_id(), |last| last.id),
            version: last.map_or(1, |last| last.version.saturating_add(1)),
            row,
            why: why.trim().to_owned(),
        };
        let action = Action::Sealed { kind: ActionKind::Revision, objects: vec![dossier.0, round.0] };
        let content = Revision(vec![revised]).encode();
        let names = self.act(vec![Intent::group(action, GroupId::of_dossier(dossier), content)])?;
        names.into_iter().next().ok_or(AppError::Unknown("act"))
    }

    /// The sheets that count of the round that is talked about, each with the marks that its reviewer changed since.
    pub(crate) fn sheets_now(
        &self,
        dossier: DossierId,
        grid: &Grid,
    ) -> Result<Vec<(MemberId, Result<Sheet, Unreadable>)>> {
        self.sheets_since(dossier, self.debated_round(dossier)?, grid)
    }

    /// As [`Desk::sheets_now`], of any round of the dossier.
    pub(crate) fn sheets_since(
        &self,
        dossier: DossierId,
        round: &RoundState,
        grid: &Grid,
    ) -> Result<Vec<(MemberId, Result<Sheet, Unreadable>)>> {
        let mut sheets = self.sheets_of(dossier, round)?;
        let changes = self.changed_since(dossier, round, grid)?;
        for (member, sheet) in &mut sheets {
            if let Ok(sheet) = sheet {
                changes.apply(*member, sheet);
            }
        }
        Ok(sheets)
    }

    /// What was changed since the sheets of a round were opened.
    pub(crate) fn changed_since(
        &self,
        dossier: DossierId,
        round: &RoundState,
        grid: &Grid,
    ) -> Result<Changes> {
        let (found, unread) = self.every_readable::<Revision>(ActionKind::Revision, dossier.0)?;
        let mut changes = Changes { set_aside: unread, ..Changes::default() };
        for (event, rows) in found.into_iter().filter(|(event, _)| is_of(event, round)) {
            let received = self.has_arrived(&event)?;
            for revised in rows.0 {
                if holds(grid, &revised) {
                    let place = (event.member, revised.row.criterion.clone());
                    let change = Change { at: event.at, received, revised };
                    changes.by_row.entry(place).or_default().push(change);
                } else {
                    changes.set_aside += 1;
                }
            }
        }
        Ok(changes)
    }
}

fn is_of(event: &Catalogued, round: &RoundState) -> bool {
    event.objects.get(1) == Some(&round.id.0)
}

/// Whether a changed mark follows the rules. Its author's laptop has seen to it; another program may not have.
fn holds(grid: &Grid, revised: &RevisedRow) -> bool {
    let row = &revised.row;
    let known = grid.criterion(&row.criterion).is_some();
    known && row.mark.is_some() && row_faults(grid, row).is_empty() && discussion::why(&revised.why).is_ok()
}
