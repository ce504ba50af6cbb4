//! Examination, and the three marks that are never confused: declared, verified, the board's.

use std::collections::{BTreeMap, BTreeSet};

use sceau_domain::action::{Action, ActionKind};
use sceau_domain::grid::{
    Answer as Given, Answered, Answers as ByCriterion, Entry, Gate, Grid, HasClass, Mark, MarkError,
    MarkKind, Status, gate,
};
use sceau_domain::id::{DossierId, GroupId};
use sceau_ledger::encoding::Record;
use sceau_ledger::payload::sealed::{Answers, Examination, Examined};

use crate::act::Intent;
use crate::desk::Desk;
use crate::error::{AppError, Result};

/// The marks of a dossier, as far as this laptop can compute them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marks {
    /// From the publisher's answers.
    pub declared: Result<Mark, MarkError>,
    /// After examination; `None` while nothing was examined.
    pub verified: Option<Result<Mark, MarkError>>,
    /// From the submitted sheets; `None` until they are open.
    pub board: Option<Result<Mark, MarkError>>,
    /// Answered criteria that nobody has examined yet, in grid order.
    pub unexamined: Vec<String>,
}

impl Marks {
    /// What a bar of a label says of these marks. Without a bar, only a failed prerequisite stands in the way.
    #[must_use]
    pub fn gate(&self, bar: &Entry) -> Gate {
        let of = |kind| match kind {
            MarkKind::Declared => Some(&self.declared),
            MarkKind::Verified => self.verified.as_ref(),
            MarkKind::Board => self.board.as_ref(),
        };
        if let Some(threshold) = &bar.threshold {
            return gate(of(threshold.mark), &threshold.at_least);
        }
        match self.verified.as_ref().unwrap_or(&self.declared) {
            Ok(mark) if mark.prerequisites.failed.is_empty() => Gate::Reached,
            Ok(_) => Gate::KnockOut,
            Err(_) => Gate::Undefined,
        }
    }
}

impl Desk {
    /// The marks of a dossier. The board's is there once its sheets are open.
    ///
    /// # Errors
    /// The dossier's key is not on this laptop, or the grid is not.
    pub fn marks(&self, dossier: DossierId) -> Result<Marks> {
        let answers = self.answers(dossier)?;
        let grid = self.grid(&answers.grid)?;
        let board = self.board_mark(dossier, &grid, class_of(&answers))?;
        Ok(Marks { board, ..self.marks_before_board(dossier, &answers, &grid)? })
    }

    /// The marks of a dossier without the board's, from answers that were read already.
    pub(crate) fn marks_before_board(
        &self,
        dossier: DossierId,
        answers: &Answers,
        grid: &Grid,
    ) -> Result<Marks> {
        let class = class_of(answers);
        let examined = self.examination(dossier)?;
        let rows = by_criterion(answers, &examined);
        let unexamined = grid
            .applicable(class)
            .filter(|criterion| rows.get(&criterion.code).is_some_and(|row| row.status.is_none()))
            .map(|criterion| criterion.code.clone())
            .collect();
        Ok(Marks {
            declared: grid.declared(class, &rows),
            verified: (!examined.is_empty()).then(|| grid.verified(class, &rows)),
            board: None,
            unexamined,
        })
    }

    /// What was found about each answer so far; the last row about a criterion holds.
    ///
    /// # Errors
    /// Rows that cannot be read.
    pub fn examination(&self, dossier: DossierId) -> Result<BTreeMap<String, Examined>> {
        let all = self.every::<Examination>(ActionKind::Examination, dossier.0)?;
        Ok(all.into_iter().flat_map(|(_, rows)| rows.0).map(|row| (row.criterion.clone(), row)).collect())
    }

    /// Records what the examiner found about some answers.
    ///
    /// # Errors
    /// [`AppError::File`] with `code@criterion` for each row that the grid cannot take;
    /// [`AppError::PassageElsewhere`]; or the act is refused.
    pub fn examine(&mut self, dossier: DossierId, rows: Vec<Examined>) -> Result<()> {
        let answers = self.answers(dossier)?;
        let grid = self.grid(&answers.grid)?;
        let codes: Vec<String> = rows.iter().filter_map(|row| fault(&grid, row)).collect();
        if !codes.is_empty() {
            return Err(AppError::File { file: "examination".to_owned(), codes });
        }
        let files: BTreeSet<[u8; 32]> = self.evidence(dossier)?.into_iter().map(|item| item.sha256).collect();
        if rows.iter().flat_map(|row| &row.anchors).any(|anchor| !files.contains(&anchor.file)) {
            return Err(AppError::PassageElsewhere);
        }
        let action = Action::Sealed { kind: ActionKind::Examination, objects: vec![dossier.0] };
        let content = Examination(rows).encode();
        self.act(vec![Intent::group(action, GroupId::of_dossier(dossier), content)]).map(drop)
    }
}

/// HAS class of a dossier.
pub(crate) fn class_of(answers: &Answers) -> Option<HasClass> {
    answers.has_class.as_deref().and_then(HasClass::read)
}

fn given(text: &str) -> Option<Given> {
    match text {
        "" => None,
        "n/a" => Some(Given::NotApplicable),
        text => Some(Given::Text(text.to_owned())),
    }
}

fn by_criterion(answers: &Answers, examined: &BTreeMap<String, Examined>) -> ByCriterion {
    let row = |answer: &sceau_ledger::payload::sealed::Answer| {
        let found = examined.get(&answer.criterion);
        Answered {
            declared: given(&answer.answer),
            status: found.and_then(|row| Status::read(&row.status)),
            verified: found.and_then(|row| row.value.as_deref()).and_then(given),
        }
    };
    answers.answers.iter().map(|answer| (answer.criterion.clone(), row(answer))).collect()
}

/// Why a row cannot be taken.
fn fault(grid: &Grid, row: &Examined) -> Option<String> {
    let Some(criterion) = grid.criterion(&row.criterion) else {
        return Some(format!("intake.answer-unknown@{}", row.criterion));
    };
    let code = match (Status::read(&row.status), row.value.as_deref().and_then(given)) {
        (Some(Status::Confirmed | Status::Refuted), None) => return None,
        (Some(Status::Corrected), Some(value)) if criterion.scored => criterion.worth(&value).err()?.code(),
        (Some(Status::Corrected), Some(_)) => return None,
        _ => "intake.answer-type",
    };
    Some(format!("{code}@{}", row.criterion))
}
