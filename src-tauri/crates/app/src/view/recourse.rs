//! What the page of a dossier says of an appeal, and what the letters about it rest on.

use sceau_certificate::content::Improvement;
use sceau_domain::appeal::Ground;
use sceau_domain::dossier::{Move, Stage};
use sceau_domain::id::DossierId;
use sceau_domain::permission::acting_chair;
use sceau_domain::role::Role;
use serde::{Deserialize, Serialize};

use super::dossier::DossierPage;
use super::motion::{LetterFacts, Point};
use crate::desk::Desk;
use crate::dossier::Wording;
use crate::error::{AppError, Result};
use crate::steps::StepKind;

/// The publisher's right to appeal, and the appeal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Recourse {
    pub notified_on: Option<String>,
    pub until: Option<String>,
    pub today: String,
    pub running: bool,
    pub used: bool,
    pub appeal: Option<AppealView>,
    pub judge: Option<String>,
    pub looked_first: Vec<String>,
    pub letter: Option<RecourseLetter>,
}

/// An appeal and its answer, as far as this person holds the dossier's key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct AppealView {
    pub against: String,
    pub ground: Option<String>,
    pub received_on: Option<String>,
    pub words: Option<String>,
    pub accepted: Option<bool>,
    pub answered_by: Option<String>,
    pub answer: Option<String>,
}

/// Which letter the publisher is owed, and its facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct RecourseLetter {
    pub kind: LetterKind,
    pub letter: LetterFacts,
    pub reason: Option<String>,
    pub day: Option<String>,
}

/// What a letter after a decision against a dossier is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the window's contract says what each is")]
pub enum LetterKind {
    Accepted,
    Dismissed,
    Closed,
    Lapsed,
}

/// The words of a step, as its form holds them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct StepForm {
    pub reason: String,
    pub improve: Vec<Point>,
    pub ground: Option<String>,
    pub received_on: Option<String>,
}

impl Desk {
    /// The publisher's right to appeal; `None` while nothing was decided against it.
    pub(crate) fn recourse(&self, dossier: DossierId) -> Result<Option<Recourse>> {
        let (state, stage) = (self.dossier(dossier)?, self.stage(dossier)?);
        let told = matches!(stage, Stage::Refused | Stage::NotPreselected | Stage::Inadmissible);
        if !told && state.recourse.appeals == 0 && !matches!(stage, Stage::Closed | Stage::Lapsed) {
            return Ok(None);
        }
        let until = self.appeal_until(dossier)?;
        let judge = match stage {
            Stage::Appeal => acting_chair(self.board(), state),
            _ => None,
        };
        let mut looked_first = Vec::new();
        if stage == Stage::SecondLook {
            for member in state.recourse.looked_first() {
                looked_first.push(self.name_of(member)?);
            }
        }
        Ok(Some(Recourse {
            notified_on: state.recourse.notified.map(|moment| moment.day_in_paris().to_string()),
            until: until.map(|day| day.to_string()),
            today: self.today().to_string(),
            running: until.is_some_and(|until| self.today() <= until),
            used: state.recourse.appeals > 0,
            appeal: self.appeal_view(dossier)?,
            judge: judge.map(|member| self.name_of(member)).transpose()?,
            looked_first,
            letter: self.recourse_letter(dossier, stage)?,
        }))
    }

    /// The appeal that was accepted, for whoever scores the dossier again.
    pub(super) fn accepted_appeal(&self, dossier: DossierId) -> Result<Option<AppealView>> {
        Ok(self.appeal_view(dossier)?.filter(|appeal| appeal.accepted == Some(true)))
    }

    fn appeal_view(&self, dossier: DossierId) -> Result<Option<AppealView>> {
        let state = self.dossier(dossier)?;
        let Some(against) = state.recourse.against else { return Ok(None) };
        let terms = self.appeal_terms(dossier)?;
        let answered = state.recourse.answered;
        Ok(Some(AppealView {
            against: against.name().to_owned(),
            ground: terms.as_ref().map(|terms| terms.ground.clone()),
            received_on: terms.map(|terms| terms.received_on),
            words: self.said(dossier, &[Move::Appeal])?,
            accepted: answered.map(|(_, accepted)| accepted),
            answered_by: answered.map(|(by, _)| self.name_of(by)).transpose()?,
            answer: self.said(dossier, &[Move::AcceptAppeal, Move::DismissAppeal])?,
        }))
    }

    /// The last words of a step, if any were said.
    fn said(&self, dossier: DossierId, steps: &[Move]) -> Result<Option<String>> {
        let words = self.step_words(dossier)?.into_iter().rev().map(|(_, said)| said);
        let mut words = words.filter(|said| steps.iter().any(|step| step.name() == said.step));
        Ok(words.next().map(|said| said.reason).filter(|reason| !reason.is_empty()))
    }

    /// The letter that the publisher is owed now, for whoever writes to publishers.
    fn recourse_letter(&self, dossier: DossierId, stage: Stage) -> Result<Option<RecourseLetter>> {
        let answered = self.dossier(dossier)?.recourse.answered.map(|(_, accepted)| accepted);
        let (kind, steps): (_, &[Move]) = match (stage, answered) {
            (Stage::SecondLook | Stage::Received, Some(true)) => {
                (LetterKind::Accepted, &[Move::AcceptAppeal])
            }
            (Stage::Closed, Some(false)) => (LetterKind::Dismissed, &[Move::DismissAppeal]),
            (Stage::Closed, _) => (LetterKind::Closed, &[Move::Close]),
            (Stage::Lapsed, _) => (LetterKind::Lapsed, &[Move::Lapse]),
            _ => return Ok(None),
        };
        if !self.board().has_role(self.me()?, Role::Secretariat) {
            return Ok(None);
        }
        let letter = match self.letter_facts(dossier, &[]) {
            Ok(letter) => letter,
            // The key is not here: whoever has it writes.
            Err(AppError::NoKey | AppError::Unknown(_)) => return Ok(None),
            Err(error) => return Err(error),
        };
        let day = match kind {
            LetterKind::Closed => self.appeal_until(dossier)?,
            LetterKind::Lapsed => self.awaited_until(dossier)?,
            LetterKind::Accepted | LetterKind::Dismissed => None,
        };
        let reason = self.said(dossier, steps)?;
        Ok(Some(RecourseLetter { kind, letter, reason, day: day.map(|day| day.to_string()) }))
    }

    /// Takes a step by hand, as its form says it.
    ///
    /// # Errors
    /// As [`Desk::take_step`].
    pub fn take_step_view(
        &mut self,
        dossier: DossierId,
        kind: StepKind,
        form: StepForm,
    ) -> Result<DossierPage> {
        let step = kind.by_hand().ok_or_else(|| AppError::Input("step".to_owned()))?;
        let improve = form.improve.into_iter().map(Improvement::try_from).collect::<Result<_>>()?;
        let received_on = form.received_on.filter(|day| !day.is_empty()).map(|day| day.parse()).transpose();
        let words = Wording {
            reason: form.reason,
            improve,
            ground: form.ground.as_deref().and_then(Ground::read),
            received_on: received_on.map_err(|_| AppError::Procedure("appeal.wrong-day".to_owned()))?,
        };
        self.take_step(dossier, step, &words)?;
        self.dossier_page(dossier)
    }
}
