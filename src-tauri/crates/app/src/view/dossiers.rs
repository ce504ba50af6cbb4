//! The table of dossiers: one line each, what blocks it, else what comes next.

use sceau_domain::appeal::second_look;
use sceau_domain::board::{DossierState, MotionState, RoundState};
use sceau_domain::dossier::{Move, Stage};
use sceau_domain::grid::Gate;
use sceau_domain::id::{DossierId, MemberId};
use sceau_domain::moment::Moment;
use sceau_domain::permission::{acting_chair, leads_board};
use sceau_domain::refusal::Refusal;
use sceau_domain::visibility::may_follow_dossier;
use serde::{Deserialize, Serialize};

use super::owed::Owed;
use crate::desk::Desk;
use crate::error::{AppError, Result};

/// Parts of a dossier's life, as the table groups them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the window's contract says what each is")]
pub enum Part {
    Intake,
    Screening,
    Scoring,
    Debate,
    Decided,
    Over,
}

/// How a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the window's contract says what each is")]
pub enum Tone {
    Blocked,
    Late,
    Waiting,
    Stopped,
}

/// What blocks a dossier, else what comes next; the screens have a sentence `line-<code>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Line {
    pub code: String,
    pub tone: Tone,
    pub n: usize,
    pub m: usize,
    pub name: Option<String>,
}

impl Line {
    fn new(code: &str, tone: Tone) -> Self {
        Self { code: code.to_owned(), tone, n: 0, m: 0, name: None }
    }

    fn of(self, n: usize, m: usize) -> Self {
        Self { n, m, ..self }
    }

    /// Whether somebody must act before the dossier goes on.
    #[must_use]
    pub fn blocks(&self) -> bool {
        matches!(self.tone, Tone::Blocked | Tone::Late)
    }
}

/// A dossier in the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct DossierRow {
    pub dossier: String,
    pub number: String,
    pub solution: String,
    pub publisher: String,
    pub stage: String,
    pub part: Part,
    pub line: Line,
    pub date: Option<u64>,
}

/// The table, and who owes what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct DossiersView {
    pub now: u64,
    pub rows: Vec<DossierRow>,
    pub owed: Owed,
}

impl Desk {
    /// The dossiers that this person leads through their life, by part, then number.
    ///
    /// # Errors
    /// No dossier is this person's to lead; or the database cannot be read.
    pub fn dossiers_view(&self) -> Result<DossiersView> {
        let rows = self.dossier_rows()?;
        let owed = self.owed_view(&rows)?;
        Ok(DossiersView { now: self.env.now().0, rows, owed })
    }

    pub(crate) fn dossier_rows(&self) -> Result<Vec<DossierRow>> {
        let followed = self.followed()?;
        if followed.is_empty() && !leads_board(self.board(), self.me()?) {
            return Err(Refusal::NotByYou.into());
        }
        let mut rows = Vec::new();
        for dossier in followed {
            let Some(card) = self.card_of(dossier)? else { continue };
            let (state, stage) = (self.dossier(dossier)?, self.stage(dossier)?);
            rows.push(DossierRow {
                dossier: dossier.to_string(),
                number: card.number,
                solution: card.solution,
                publisher: card.publisher,
                stage: stage.name().to_owned(),
                part: part(stage),
                line: self.line(dossier)?,
                date: self.date(dossier, state)?,
            });
        }
        rows.sort_by(|one, other| (one.part, &one.number).cmp(&(other.part, &other.number)));
        Ok(rows)
    }

    /// Dossiers that this person may follow.
    pub(crate) fn followed(&self) -> Result<Vec<DossierId>> {
        let me = self.me()?;
        let all = self.board().dossiers.keys().copied();
        Ok(all.filter(|dossier| may_follow_dossier(self.board(), me, *dossier)).collect())
    }

    /// The last motion about a dossier.
    pub(crate) fn motion_about(&self, dossier: DossierId) -> Option<&MotionState> {
        self.last_motion(dossier).map(|(_, motion)| motion)
    }

    /// The date that matters now.
    fn date(&self, dossier: DossierId, state: &DossierState) -> Result<Option<u64>> {
        let end_of = |day| Moment::end_of_day_in_paris(day).0;
        Ok(match self.stage(dossier)? {
            Stage::Scoring => state.round().filter(|round| round.closed_at.is_none()).map(|r| r.deadline.0),
            Stage::Voting => self.motion_about(dossier).map(|motion| motion.terms.deadline.0),
            Stage::Deferred => self.awaited_until(dossier)?.map(end_of),
            Stage::Refused | Stage::NotPreselected | Stage::Inadmissible => {
                self.appeal_until(dossier)?.filter(|until| self.today() <= *until).map(end_of)
            }
            _ => None,
        })
    }

    /// What blocks a dossier, else what comes next.
    pub(crate) fn line(&self, dossier: DossierId) -> Result<Line> {
        let state = self.dossier(dossier)?;
        let waiting = |code: &str| Line::new(code, Tone::Waiting);
        let blocked = |code: &str| Line::new(code, Tone::Blocked);
        let stage = self.stage(dossier)?;
        Ok(match stage {
            Stage::Received => waiting("to-check"),
            Stage::Incomplete => blocked("incomplete"),
            Stage::Admissible => self.entry_line(dossier)?,
            Stage::SecondLook if second_look(state) == Some(Move::ReExamine) => waiting("to-re-examine"),
            Stage::Preselected | Stage::SecondLook => self.declarations_line(dossier, state),
            Stage::Assigned if self.board().committee_in_force().is_none() => blocked("no-committee"),
            Stage::Assigned => waiting("to-open").of(state.assigned.len(), 0),
            Stage::Scoring => match state.round() {
                Some(round) if round.closed_at.is_some() => self.shares_line(round),
                Some(round) => self.sheets_line(state, round)?,
                None => waiting("to-open").of(state.assigned.len(), 0),
            },
            Stage::Opened | Stage::Discussion => waiting("to-discuss"),
            Stage::Ready => waiting("to-vote"),
            Stage::Voting => self.vote_line(dossier, state),
            Stage::Tallied => self.tallied_line(dossier)?,
            Stage::Granted => waiting("to-issue"),
            Stage::Labelled => waiting("labelled"),
            Stage::Deferred if self.is_overdue(dossier)? => Line::new("deferred-overdue", Tone::Late),
            Stage::Deferred => waiting("deferred"),
            Stage::RefusalDecided => blocked("to-notify"),
            Stage::Appeal => match acting_chair(self.board(), state) {
                Some(judge) => Line { name: Some(self.name_of(judge)?), ..blocked("appeal") },
                None => blocked("appeal-nobody"),
            },
            Stage::Inadmissible | Stage::NotPreselected | Stage::Refused
                if self.appeal_until(dossier)?.is_some_and(|until| self.today() > until) =>
            {
                waiting("appeal-over")
            }
            Stage::Inadmissible
            | Stage::NotPreselected
            | Stage::Refused
            | Stage::Lapsed
            | Stage::Withdrawn
            | Stage::Closed => Line::new(stage.name(), Tone::Stopped),
        })
    }

    /// An admissible dossier waits for its entry mark.
    fn entry_line(&self, dossier: DossierId) -> Result<Line> {
        let judged = self.answers(dossier).and_then(|answers| {
            let rule = self.label_rule(&answers.label)?;
            let marks = self.marks(dossier)?;
            Ok((marks.gate(&rule.entry), marks.unexamined.len()))
        });
        Ok(match judged {
            Ok((Gate::Reached, _)) => Line::new("to-preselect", Tone::Waiting),
            Ok((Gate::NotReached, _)) => Line::new("entry-not-reached", Tone::Blocked),
            Ok((_, unexamined)) if unexamined > 0 => Line::new("to-examine", Tone::Blocked).of(unexamined, 0),
            Ok(_) => Line::new("entry-undefined", Tone::Blocked),
            // A leader who has a link of their own to be judged reads nothing meanwhile.
            Err(AppError::NoKey | AppError::Unknown(_)) => Line::new("entry-unknown", Tone::Waiting),
            Err(error) => return Err(error),
        })
    }

    fn declarations_line(&self, dossier: DossierId, state: &DossierState) -> Line {
        let seated = self.board().seated().count();
        let to_judge = self.to_judge(dossier, state).count();
        let declared = self.board().seated().filter(|member| state.declared.contains_key(member)).count();
        let tone = if to_judge > 0 { Tone::Blocked } else { Tone::Waiting };
        match (to_judge, declared) {
            (0, all) if all == seated => Line::new("to-assign", tone).of(seated, 0),
            (0, some) => Line::new("declarations", Tone::Blocked).of(some, seated),
            (links, _) => Line::new("to-judge", tone).of(links, 0),
        }
    }

    fn sheets_line(&self, state: &DossierState, round: &RoundState) -> Result<Line> {
        let awaited: Vec<MemberId> = state.awaited().collect();
        let all = state.assigned.len();
        let received = all.saturating_sub(awaited.len());
        if awaited.is_empty() {
            return Ok(Line::new("to-close", Tone::Waiting).of(received, all));
        }
        if self.env.now() > round.deadline {
            return Ok(Line::new("sheets-late", Tone::Late).of(awaited.len(), received));
        }
        if let [last] = awaited.as_slice() {
            let name = Some(self.name_of(*last)?);
            return Ok(Line { name, ..Line::new("sheets-but-one", Tone::Waiting).of(received, all) });
        }
        Ok(Line::new("sheets", Tone::Waiting).of(received, all))
    }

    fn shares_line(&self, round: &RoundState) -> Line {
        let needed = self.board().committees.get(&round.committee).map_or(0, |run| run.threshold);
        Line::new("shares", Tone::Blocked).of(round.shares.len(), usize::from(needed))
    }

    /// A closed vote: without its quorum, waiting for officers, or to be put on record.
    fn tallied_line(&self, dossier: DossierId) -> Result<Line> {
        let Some((motion, state)) = self.last_motion(dossier) else {
            return Ok(Line::new("to-record", Tone::Waiting));
        };
        let quorum = self.headcount(motion)?.quorum;
        let heads = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
        if !quorum.met {
            return Ok(Line::new("no-quorum", Tone::Blocked).of(heads(quorum.have), heads(quorum.need)));
        }
        let needed = self.board().committees.get(&state.terms.committee).map_or(0, |run| run.threshold);
        if state.shares.len() < usize::from(needed) {
            return Ok(Line::new("ballots", Tone::Blocked).of(state.shares.len(), usize::from(needed)));
        }
        Ok(Line::new("to-record", Tone::Waiting))
    }

    /// A headcount: how many voted, never for what.
    fn vote_line(&self, dossier: DossierId, state: &DossierState) -> Line {
        let Some(motion) = self.motion_about(dossier) else { return Line::new("to-vote", Tone::Waiting) };
        let recused = state.recused();
        let electors = motion.terms.colleges.iter().flat_map(|(_, members)| members);
        let electors = electors.filter(|member| !recused.contains(*member)).count();
        let voted = motion.last_ballots(&recused).len();
        if self.env.now() > motion.terms.deadline || voted >= electors {
            return Line::new("vote-to-close", Tone::Blocked).of(voted, electors);
        }
        Line::new("vote", Tone::Waiting).of(voted, electors)
    }
}

/// The part of its life in which a stage lies.
const fn part(stage: Stage) -> Part {
    match stage {
        Stage::Received | Stage::Incomplete => Part::Intake,
        Stage::Admissible | Stage::Preselected | Stage::SecondLook => Part::Screening,
        Stage::Assigned | Stage::Scoring => Part::Scoring,
        Stage::Opened | Stage::Discussion | Stage::Ready | Stage::Voting | Stage::Tallied => Part::Debate,
        Stage::Granted | Stage::Labelled | Stage::Deferred | Stage::RefusalDecided | Stage::Appeal => {
            Part::Decided
        }
        Stage::Inadmissible
        | Stage::NotPreselected
        | Stage::Refused
        | Stage::Lapsed
        | Stage::Withdrawn
        | Stage::Closed => Part::Over,
    }
}

/// Whether somebody has still to act as chair of a dossier at this stage.
pub(super) const fn goes_on(stage: Stage) -> bool {
    !matches!((part(stage), stage), (Part::Over, _) | (_, Stage::Labelled))
}
