//! What stands between a sheet and its submission.

use sceau_domain::action::{Action, ActionKind};
use sceau_domain::fraction::decimal;
use sceau_domain::grid::{Answer, AnswerFault, Criterion, EvidenceWish, Grid, Kind, NotApplicable};
use sceau_domain::id::DossierId;
use sceau_domain::permission::{Act, Permission, permit};
use sceau_ledger::payload::sealed::{MAX_REASON, Mark, SheetRow, Why};

use super::{DraftRow, Questionnaire};
use crate::desk::Desk;
use crate::error::{AppError, Result};
use crate::rescoring::unexplained;

/// What a person should see before sealing. Codes of criteria, in grid order.
#[derive(Debug, Default)]
pub struct SheetSummary {
    /// Without a mark.
    pub unmarked: Vec<String>,
    /// Marked, evidence wished for, none cited.
    pub without_evidence: Vec<String>,
    /// The mark differs from that of the round before, and no line says why.
    pub why_missing: Vec<String>,
    /// Said not to apply.
    pub not_applicable: Vec<String>,
    /// Criteria that apply and are mine to mark.
    pub total: usize,
    /// Why it may not be submitted now.
    pub refusal: Option<AppError>,
}

impl SheetSummary {
    /// Criteria with a mark, "not applicable" included.
    #[must_use]
    pub fn marked(&self) -> usize {
        self.total.saturating_sub(self.unmarked.len())
    }
}

impl Desk {
    /// The rows of every criterion that applies, in grid order, empty ones included.
    pub(crate) fn rows_in_order(&self, dossier: DossierId, of: &Questionnaire) -> Result<Vec<SheetRow>> {
        let mut drafts = self.rows(dossier)?;
        let rows = of.grid.applicable(of.class).map(|criterion| {
            let place = drafts.iter().position(|draft| draft.row.criterion == criterion.code);
            place.map_or_else(
                || SheetRow {
                    criterion: criterion.code.clone(),
                    mark: None,
                    reason: String::new(),
                    anchors: Vec::new(),
                },
                |place| drafts.swap_remove(place).row,
            )
        });
        Ok(rows.collect())
    }

    /// The lines that say why marks differ from those of the round before, as far as they are written.
    pub(super) fn whys(&self, dossier: DossierId) -> Result<Vec<Why>> {
        let rows = self.rows(dossier)?.into_iter().filter(|draft| !draft.why.trim().is_empty());
        let why = |draft: DraftRow| Why { criterion: draft.row.criterion, line: draft.why.trim().to_owned() };
        Ok(rows.map(why).collect())
    }

    /// The rows that I am asked to mark: those of the criteria from which I am not recused.
    pub(crate) fn rows_to_mark(&self, dossier: DossierId, of: &Questionnaire) -> Result<Vec<SheetRow>> {
        let out = self.not_mine(dossier)?;
        let rows = self.rows_in_order(dossier, of)?;
        Ok(rows.into_iter().filter(|row| !out.contains(&row.criterion)).collect())
    }

    /// What stands between the sheet as stored and its submission.
    ///
    /// # Errors
    /// The dossier cannot be read.
    pub fn summary(&self, dossier: DossierId) -> Result<SheetSummary> {
        let questionnaire = self.questionnaire(dossier)?;
        let rows = self.rows_to_mark(dossier, &questionnaire)?;
        let mut summary = count(&questionnaire, &rows);
        let mut faults = faults(&questionnaire, &rows);
        let unexplained = unexplained(self.former_sheet(dossier)?.as_ref(), &rows, &self.whys(dossier)?);
        let code = |fault: &String| fault.split_once('@').map(|(_, code)| code.to_owned());
        summary.why_missing = unexplained.iter().filter_map(code).collect();
        faults.extend(unexplained);
        summary.refusal = if faults.is_empty() {
            self.refusal_to_submit(dossier)?
        } else {
            Some(AppError::File { file: questionnaire.grid.title.fr, codes: faults })
        };
        Ok(summary)
    }

    fn refusal_to_submit(&self, dossier: DossierId) -> Result<Option<AppError>> {
        let (round, committee) = match self.present_round(dossier) {
            Ok(found) => found,
            Err(refused) => return Ok(Some(refused)),
        };
        let sheet = Action::Sheet { dossier, round, sealed_key: Vec::new() };
        let objects = sheet.objects();
        let act = Act {
            member: self.me()?,
            device: self.device(),
            kind: ActionKind::Sheet.code(),
            objects: &objects,
            seq: u64::MAX,
            index: u64::MAX,
            received: self.env.now(),
        };
        Ok(match permit(&act, self.board()) {
            Permission::Refused(reason) => Some(AppError::Refused(reason)),
            // A late sheet may be sent: the chair decides whether it is accepted.
            Permission::Allowed | Permission::Undecided(_) => self.committee_keys(committee).err(),
        })
    }
}

/// Nothing was said of this criterion.
pub(super) fn is_blank(row: &SheetRow) -> bool {
    row.mark.is_none() && row.reason.is_empty() && row.anchors.is_empty()
}

/// Counts what a person should see.
pub(crate) fn count(of: &Questionnaire, rows: &[SheetRow]) -> SheetSummary {
    let mut summary = SheetSummary { total: rows.len(), ..SheetSummary::default() };
    for row in rows {
        match &row.mark {
            None => summary.unmarked.push(row.criterion.clone()),
            Some(Mark::NotApplicable) => summary.not_applicable.push(row.criterion.clone()),
            Some(_) => {
                let wished = of.grid.criterion(&row.criterion).and_then(|criterion| criterion.evidence);
                let asks = matches!(wished, Some(EvidenceWish::Required | EvidenceWish::Asked));
                if asks && row.anchors.is_empty() {
                    summary.without_evidence.push(row.criterion.clone());
                }
            }
        }
    }
    summary
}

/// Marks that the grid does not know, as `code@criterion`.
pub(super) fn faults(of: &Questionnaire, rows: &[SheetRow]) -> Vec<String> {
    rows.iter().flat_map(|row| row_faults(&of.grid, row)).collect()
}

/// As [`faults`], of one row.
pub(crate) fn row_faults(grid: &Grid, row: &SheetRow) -> Vec<String> {
    let Some(criterion) = grid.criterion(&row.criterion) else { return Vec::new() };
    let mut faults = Vec::new();
    if let Some(fault) = row.mark.as_ref().and_then(|mark| fault(criterion, mark)) {
        faults.push(format!("{}@{}", fault.code(), row.criterion));
    }
    if row.reason.chars().count() > MAX_REASON {
        faults.push(format!("reason-too-long@{}", row.criterion));
    }
    faults
}

/// The answer that a mark is, in the grid's terms.
pub(crate) fn answer_of(mark: &Mark) -> Answer {
    match mark {
        Mark::Option(text) | Mark::Value(text) => Answer::Text(text.clone()),
        Mark::NotApplicable => Answer::NotApplicable,
    }
}

/// What is wrong with a mark. The domain judges what is scored; words, dates and files are worth nothing, so there is
/// nothing to judge but whether anything was said.
fn fault(criterion: &Criterion, mark: &Mark) -> Option<AnswerFault> {
    match (&criterion.kind, mark) {
        (Kind::Text | Kind::Date | Kind::File, Mark::NotApplicable) => {
            (criterion.na == NotApplicable::Forbidden).then_some(AnswerFault::NaForbidden)
        }
        (Kind::Text | Kind::Date | Kind::File, _) => None,
        (Kind::Number(bands), Mark::Value(value)) if bands.is_empty() => {
            decimal(value).is_none().then_some(AnswerFault::NotANumber)
        }
        _ => criterion.worth(&answer_of(mark)).err(),
    }
}
