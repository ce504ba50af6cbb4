//! Another independent round: begun by the chair, and started by each reviewer from their own sheet of the round before.

use sceau_domain::action::{Action, ActionKind};
use sceau_domain::agreement::{Agreement, Band, FEWEST_MARKS, RoundEnd, Stop, agreement, stop};
use sceau_domain::board::{RoundState, step_object};
use sceau_domain::discussion;
use sceau_domain::dossier::{Facts, Move, Stage};
use sceau_domain::grid::{Criterion, Worth};
use sceau_domain::id::{DossierId, MemberId, RoundId};
use sceau_domain::interests::{Recusal, may_mark};
use sceau_domain::moment::Moment;
use sceau_domain::refusal::Refusal;
use sceau_domain::rounds::{MAX_ROUNDS, Outcome, Said, end};
use sceau_ledger::payload::sealed::{Sheet, SheetRow, Why};

use crate::act::Intent;
use crate::desk::Desk;
use crate::dossier::{count, facts};
use crate::error::{AppError, Result};
use crate::review::{Questionnaire, answer_of};

/// What the stop rule says of the last round: a proposal, never an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proposal {
    /// Why scoring should stop; `None`: another round is worth its while.
    pub stop: Option<Stop>,
    /// What that was judged on.
    pub end: RoundEnd,
    /// Criteria with enough marks to say how far they agree.
    pub measured: usize,
}

impl Desk {
    /// Begins another independent round about a dossier: the same reviewers but for those recused since, the same grid,
    /// bylaws and smallest number of sheets; only the deadline is new.
    ///
    /// # Errors
    /// [`AppError::Procedure`] `round.deadline-passed`, `round.last-round-done` or another code of the step; no committee
    /// is in force; or the act is refused: the chair decides.
    pub fn rescore(&mut self, dossier: DossierId, deadline: Moment) -> Result<RoundId> {
        if deadline <= self.env.now() {
            return Err(AppError::Procedure("round.deadline-passed".to_owned()));
        }
        let made = self.stepped(dossier, Move::Rescore, &self.rescore_facts(dossier)?)?;
        let last = self.round_of(dossier)?;
        let (minimum_sheets, bylaws) = (last.minimum_sheets, last.bylaws);
        let (committee, _) =
            self.board().committee_in_force().ok_or(AppError::Refused(Refusal::CommitteeNotInForce))?;
        let round = RoundId(self.env.draw_id());
        let opened = Action::Round { dossier, round, deadline, minimum_sheets, committee, bylaws };
        self.act(vec![made, Intent::clear(opened)])?;
        Ok(round)
    }

    /// Whether whoever sits here could begin another round now.
    pub(crate) fn judge_rescore(&self, dossier: DossierId) -> Result<()> {
        self.judge_step(dossier, Move::Rescore, &self.rescore_facts(dossier)?)?;
        self.permitted(ActionKind::DossierMove, &[dossier.0, step_object(Move::Rescore.name())])?;
        let in_force = self.board().committee_in_force().is_some();
        if in_force { Ok(()) } else { Err(Refusal::CommitteeNotInForce.into()) }
    }

    fn rescore_facts(&self, dossier: DossierId) -> Result<Facts> {
        let left = MAX_ROUNDS.saturating_sub(self.round_of(dossier)?.number);
        Ok(facts([("rounds_left", count(left as usize))]))
    }

    /// What the stop rule says of the last round, between its opening and the motion; `None` at other times, and for
    /// whoever may not read the dossier.
    ///
    /// # Errors
    /// The sheets cannot be read.
    pub fn stop_proposal(&self, dossier: DossierId) -> Result<Option<Proposal>> {
        let state = self.dossier(dossier)?;
        let debated = matches!(self.stage(dossier)?, Stage::Opened | Stage::Discussion);
        let last = state.round().filter(|round| debated && self.board().is_opened(round));
        let (Some(last), Ok(())) = (last, self.may_read(dossier)) else { return Ok(None) };
        let questionnaire = match self.questionnaire(dossier) {
            Err(AppError::NoKey | AppError::Unknown(_)) => return Ok(None),
            found => found?,
        };
        let now = self.outcome(dossier, last, &questionnaire)?;
        let before = state.round_before(last).map(|round| self.outcome(dossier, round, &questionnaire));
        let end = end(last.number, before.transpose()?.as_ref(), &now);
        let measured = now.values().filter(|said| said.band != Band::TooFew).count();
        // Where agreement cannot be measured, that nothing is to be discussed says nothing.
        let stop = stop(&end).filter(|why| measured > 0 || *why != Stop::NothingToDiscuss);
        Ok(Some(Proposal { stop, end, measured }))
    }

    /// What a round's sheets say, as their reviewers have changed them since it was opened.
    fn outcome(
        &self,
        dossier: DossierId,
        round: &RoundState,
        of: &Questionnaire,
    ) -> Result<Outcome<MemberId>> {
        let sheets = self.sheets_since(dossier, round, &of.grid)?;
        let sheets: Vec<(MemberId, Sheet)> =
            sheets.into_iter().filter_map(|(member, sheet)| Some((member, sheet.ok()?))).collect();
        let out = self.recusals(dossier)?;
        let scored = of.grid.applicable(of.class).filter(|one| one.scored);
        Ok(scored.map(|one| (one.code.clone(), said(one, &sheets, &out))).collect())
    }

    /// My sheet of the round before the present one, with the marks that I changed since: where I start from now. `None`
    /// in a first round, or if no sheet of mine counted.
    pub(crate) fn former_sheet(&self, dossier: DossierId) -> Result<Option<Sheet>> {
        let state = self.dossier(dossier)?;
        match state.round().and_then(|round| state.round_before(round)) {
            Some(before) => self.own_opened(dossier, before),
            None => Ok(None),
        }
    }

    /// My opened sheet of a round, with the marks that I changed since; `None` where the dossier is not, or no longer, mine
    /// to read.
    pub(crate) fn own_opened(&self, dossier: DossierId, round: &RoundState) -> Result<Option<Sheet>> {
        let me = self.me()?;
        if self.may_read(dossier).is_err() {
            return Ok(None);
        }
        let grid = match self.grid_of(dossier) {
            // The key is here, the content still on its way.
            Err(AppError::NoKey | AppError::Unknown(_)) => return Ok(None),
            found => found?,
        };
        let Some(mut sheet) = self.sheet_of(dossier, round, me)? else { return Ok(None) };
        self.changed_since(dossier, round, &grid)?.apply(me, &mut sheet);
        Ok(Some(sheet))
    }
}

/// What a round's sheets say of one criterion.
fn said(criterion: &Criterion, sheets: &[(MemberId, Sheet)], out: &[Recusal]) -> Said<MemberId> {
    let mut said = Said { band: Band::TooFew, discuss: false, marks: std::collections::BTreeMap::new() };
    let mut points = Vec::new();
    for (member, sheet) in
        sheets.iter().filter(|(member, _)| may_mark(out, &member.to_string(), &criterion.code))
    {
        let row = sheet.rows.iter().find(|row| row.criterion == criterion.code);
        let Some(answer) = row.and_then(|row| row.mark.as_ref()).map(answer_of) else { continue };
        // A wrong answer is no answer; that a criterion does not apply is one without points.
        match criterion.worth(&answer) {
            Ok(Worth::Points(worth)) => points.push(worth),
            Ok(Worth::NotApplicable) => {}
            Err(_) if answer == sceau_domain::grid::Answer::NotApplicable => {}
            Err(_) => continue,
        }
        said.marks.insert(*member, answer);
    }
    if let Ok(Agreement { band, figures, .. }) = agreement(&criterion.levels(), &points, FEWEST_MARKS) {
        said.band = band;
        said.discuss = figures.is_some_and(|figures| figures.discuss);
    }
    said
}

/// Whether a row's mark differs from that of a sheet of the round before.
pub(crate) fn differs(former: &Sheet, row: &SheetRow) -> bool {
    let before = former.rows.iter().find(|known| known.criterion == row.criterion);
    let before = before.and_then(|known| known.mark.as_ref()).map(answer_of);
    before != row.mark.as_ref().map(answer_of)
}

/// Marks that differ from those of the round before and do not say why, as `code@criterion`.
pub(crate) fn unexplained(former: Option<&Sheet>, rows: &[SheetRow], whys: &[Why]) -> Vec<String> {
    let Some(former) = former else { return Vec::new() };
    let line = |code: &str| whys.iter().find(|why| why.criterion == code).map_or("", |why| why.line.as_str());
    let changed = rows.iter().filter(|row| differs(former, row));
    let judged = changed.filter_map(|row| {
        let code = discussion::why(line(&row.criterion)).err()?;
        Some(format!("{code}@{}", row.criterion))
    });
    judged.collect()
}
