//! Steps of a dossier's life that somebody takes by hand, each with the words that go with it.

use jiff::civil::Date;
use sceau_certificate::content::Improvement;
use sceau_domain::action::{Action, ActionKind};
use sceau_domain::appeal::Ground;
use sceau_domain::board::step_object;
use sceau_domain::dossier::{Fact, Facts, Move};
use sceau_domain::id::{DossierId, GroupId};
use sceau_ledger::encoding::Record;
use sceau_ledger::payload::sealed::StepWords;

use super::{count, facts};
use crate::act::Intent;
use crate::desk::{Catalogued, Desk};
use crate::error::{AppError, Result};

/// What is said with a step.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wording {
    /// Why; needed where the procedure asks for a reason.
    pub reason: String,
    /// What would improve the solution; needed where the procedure asks for points.
    pub improve: Vec<Improvement>,
    /// On what an appeal rests.
    pub ground: Option<Ground>,
    /// The day on which an appeal came; today where none is said.
    pub received_on: Option<Date>,
}

impl Wording {
    /// Whether it says why.
    pub(super) fn is_reasoned(&self) -> bool {
        !self.reason.trim().is_empty()
    }
}

impl Desk {
    /// Takes a step by hand, one of those of [`crate::steps::StepKind::by_hand`]. Its words go with it, under the
    /// dossier's key.
    ///
    /// # Errors
    /// [`AppError::Procedure`] with the code of the guard that fails, or the act is refused.
    pub fn take_step(&mut self, dossier: DossierId, step: Move, words: &Wording) -> Result<()> {
        let told = self.step_facts(dossier, step, Some(words))?;
        let made = self.stepped(dossier, step, &told)?;
        let terms = if step == Move::Appeal { Some(self.appeal_intent(dossier, words)?) } else { None };
        let improve = words
            .improve
            .iter()
            .map(|point| serde_json::to_string(point).map_err(|error| AppError::Input(error.to_string())));
        let said = StepWords {
            step: step.name().to_owned(),
            reason: words.reason.trim().to_owned(),
            improve: improve.collect::<Result<_>>()?,
        };
        let sealed = Action::Sealed { kind: ActionKind::StepWords, objects: vec![dossier.0] };
        let words = Intent::group(sealed, GroupId::of_dossier(dossier), said.encode());
        self.act([words].into_iter().chain(terms).chain([made]).collect()).map(drop)
    }

    /// Whether a step could be taken by whoever sits here, once its words are written.
    ///
    /// # Errors
    /// As [`Desk::take_step`].
    pub(crate) fn judge_by_hand(&self, dossier: DossierId, step: Move) -> Result<()> {
        self.judge_step(dossier, step, &self.step_facts(dossier, step, None)?)?;
        self.permitted(ActionKind::DossierMove, &[dossier.0, step_object(step.name())])
    }

    /// The words of every step that was taken by hand, oldest first, as far as this desk holds the dossier's key.
    ///
    /// # Errors
    /// The database cannot be read.
    pub(crate) fn step_words(&self, dossier: DossierId) -> Result<Vec<(Catalogued, StepWords)>> {
        match self.every(ActionKind::StepWords, dossier.0) {
            Err(AppError::NoKey) => Ok(Vec::new()),
            found => found,
        }
    }

    /// The facts that the guards of a step ask for (rules §2.1). Without words: those that it would have once they are
    /// written.
    fn step_facts(&self, dossier: DossierId, step: Move, words: Option<&Wording>) -> Result<Facts> {
        let reasoned = words.is_none_or(Wording::is_reasoned);
        let points = words.map_or(1, |words| words.improve.len());
        Ok(match step {
            Move::WaiveEntry => facts([
                ("reason", Fact::Flag(reasoned)),
                ("waiver_allowed", Fact::Flag(self.label_rule(&self.answers(dossier)?.label)?.waiver)),
            ]),
            Move::Decline => facts([
                ("gate", Fact::Code(self.entry_gate(dossier)?.to_owned())),
                ("points_to_improve", count(points)),
            ]),
            Move::Notify => {
                let points = self.opinion(dossier)?.map_or(0, |words| words.improve.len());
                let turn = self.letter_facts(dossier, &[])?.orientations;
                facts([("points_to_improve", count(points)), ("orientation", Fact::Flag(!turn.is_empty()))])
            }
            Move::Resume => facts([("new_material", Fact::Flag(self.new_since_decision(dossier)))]),
            Move::Recall | Move::ReTable => self.convocation_facts(dossier, step, reasoned)?,
            Move::ReturnToBoard => facts([("reason", Fact::Flag(reasoned))]),
            _ => self.appeal_facts(dossier, step, words)?,
        })
    }

    /// What the label's entry bar says of the dossier's marks, by its code.
    pub(crate) fn entry_gate(&self, dossier: DossierId) -> Result<&'static str> {
        let rule = self.label_rule(&self.answers(dossier)?.label)?;
        Ok(self.marks(dossier)?.gate(&rule.entry).code())
    }

    /// Whether evidence, answers or an examination came in after the decision on record.
    pub(super) fn new_since_decision(&self, dossier: DossierId) -> bool {
        let about = |one: &&Catalogued| one.objects.first() == Some(&dossier.0);
        let here = self.state.catalogue.iter().filter(about).rev();
        here.take_while(|one| one.kind != ActionKind::Decision).any(|one| {
            matches!(one.kind, ActionKind::Evidence | ActionKind::Answers | ActionKind::Examination)
        })
    }
}
