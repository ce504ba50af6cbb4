//! What the records say of an appeal and of other terms that run against a publisher (rules §2.1, §2.2).

use jiff::civil::Date;
use sceau_domain::action::{Action, ActionKind};
use sceau_domain::appeal::{Ground, last_day, sat_on_decision};
use sceau_domain::dossier::{Fact, Facts, Move};
use sceau_domain::id::{DossierId, GroupId};
use sceau_ledger::encoding::Record;
use sceau_ledger::payload::sealed::AppealTerms;

use super::moves::Wording;
use super::{count, facts};
use crate::act::Intent;
use crate::desk::Desk;
use crate::error::{AppError, Result};

impl Desk {
    /// Today, as terms are counted.
    pub(crate) fn today(&self) -> Date {
        self.env.now().day_in_paris()
    }

    /// The last day on which the publisher may appeal; `None` where nothing was decided against it, or where the labels
    /// file in force has lost the label.
    pub(crate) fn appeal_until(&self, dossier: DossierId) -> Result<Option<Date>> {
        let Some(notified) = self.dossier(dossier)?.recourse.notified else { return Ok(None) };
        let Some(card) = self.card_of(dossier)? else { return Ok(None) };
        Ok(self.label_rule(&card.label).ok().map(|label| last_day(notified, label.appeal_months)))
    }

    /// The last day that the board set when it deferred; `None` where it set none, or where this desk cannot read it.
    pub(crate) fn awaited_until(&self, dossier: DossierId) -> Result<Option<Date>> {
        let opinion = self.opinion(dossier)?;
        Ok(opinion.into_iter().flat_map(|words| words.improve).filter_map(|point| point.by).max())
    }

    /// Whether a deferred dossier has run out of time: the day is past, and nothing came.
    pub(crate) fn is_overdue(&self, dossier: DossierId) -> Result<bool> {
        let due = self.awaited_until(dossier)?;
        Ok(due.is_some_and(|due| self.today() > due) && !self.new_since_decision(dossier))
    }

    /// On what the last appeal rests and when it came, as far as this desk holds the dossier's key.
    pub(crate) fn appeal_terms(&self, dossier: DossierId) -> Result<Option<AppealTerms>> {
        match self.last(ActionKind::AppealTerms, dossier.0) {
            Err(AppError::NoKey) => Ok(None),
            found => found,
        }
    }

    /// The terms of an appeal that is about to be recorded.
    pub(super) fn appeal_intent(&self, dossier: DossierId, words: &Wording) -> Result<Intent> {
        let refused = |code: &str| Err(AppError::Procedure(code.to_owned()));
        let Some(ground) = words.ground else { return refused("appeal.no-ground") };
        if words.reason.trim().is_empty() {
            return refused("appeal.no-words");
        }
        let received = words.received_on.unwrap_or_else(|| self.today());
        let notified = self.dossier(dossier)?.recourse.notified.map(|moment| moment.day_in_paris());
        if received > self.today() || notified.is_some_and(|day| received < day) {
            return refused("appeal.wrong-day");
        }
        let terms = AppealTerms { ground: ground.code().to_owned(), received_on: received.to_string() };
        let sealed = Action::Sealed { kind: ActionKind::AppealTerms, objects: vec![dossier.0] };
        Ok(Intent::group(sealed, GroupId::of_dossier(dossier), terms.encode()))
    }

    /// The facts of the steps that follow a decision against a dossier. Without words, those that the step would have at
    /// best.
    pub(super) fn appeal_facts(
        &self,
        dossier: DossierId,
        step: Move,
        words: Option<&Wording>,
    ) -> Result<Facts> {
        let (state, me) = (self.dossier(dossier)?, self.me()?);
        Ok(match step {
            Move::Appeal => {
                let mut told = facts([("appeals_used", Fact::Count(i64::from(state.recourse.appeals)))]);
                // What came in time may be recorded later: the day on which it came counts.
                let came = match (words, state.recourse.notified) {
                    (Some(words), _) => Some(words.received_on.unwrap_or_else(|| self.today())),
                    (None, notified) => notified.map(|moment| moment.day_in_paris()),
                };
                if let (Some(until), Some(came)) = (self.appeal_until(dossier)?, came) {
                    told.insert("in_time".to_owned(), Fact::Flag(came <= until));
                }
                told
            }
            Move::AcceptAppeal | Move::DismissAppeal => {
                self.may_read(dossier)?;
                let ground = self.appeal_terms(dossier)?.and_then(|terms| Ground::read(&terms.ground));
                facts([
                    ("ground", Fact::Flag(ground.is_some())),
                    ("reason", Fact::Flag(words.is_none_or(Wording::is_reasoned))),
                    ("sat_on_decision", Fact::Flag(sat_on_decision(self.board(), state).contains(&me))),
                ])
            }
            Move::ReExamine => facts([("same_examiner", Fact::Flag(state.recourse.bars_examiner(me)))]),
            Move::Admit => self.readmission(dossier)?,
            Move::Close => {
                let until = self.appeal_until(dossier)?;
                until.map(|until| facts([("in_time", Fact::Flag(self.today() <= until))])).unwrap_or_default()
            }
            Move::Lapse => {
                let Some(due) = self.awaited_until(dossier)? else {
                    return Err(AppError::Procedure("lapse.no-deadline".to_owned()));
                };
                if self.new_since_decision(dossier) {
                    return Err(AppError::Procedure("lapse.answered".to_owned()));
                }
                facts([("in_time", Fact::Flag(self.today() <= due))])
            }
            _ => Facts::default(),
        })
    }

    /// The facts of an admission after a second examination. What was missing kept the package at the door, so that
    /// nothing is missing now.
    fn readmission(&self, dossier: DossierId) -> Result<Facts> {
        let marks = self.marks(dossier)?;
        let mark = marks.verified.unwrap_or(marks.declared);
        let failed = mark.map_or(0, |mark| mark.prerequisites.failed.len());
        Ok(facts([
            ("missing_items", count(0)),
            ("grid_frozen", Fact::Flag(self.grid_of(dossier).is_ok())),
            ("knock_outs_failed", count(failed)),
        ]))
    }
}
