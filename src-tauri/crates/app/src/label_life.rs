//! What happens to a label after its publication: suspended, lifted, withdrawn, given up, confirmed.

use sceau_certificate::content::Claim;
use sceau_certificate::credential;
use sceau_certificate::life::Life;
use sceau_domain::action::{Action, ActionKind};
use sceau_domain::board::DossierState;
use sceau_domain::id::{DossierId, GroupId, MemberId};
use sceau_domain::label::{Date, Deed, LabelMove, PublicReason, RecordedMove, refused};
use sceau_domain::permission::may_make;
use sceau_domain::refusal::Refusal;
use sceau_domain::visibility::is_published;
use sceau_ledger::encoding::Record;
use sceau_ledger::payload::acts;
use sceau_ledger::payload::sealed::LabelGrounds;

use crate::desk::{Catalogued, Desk};
use crate::error::{AppError, Result};

/// A step of a label's life that somebody is about to record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelAct {
    /// What.
    pub deed: Deed,
    /// First day of an end that is put off.
    pub from: Option<Date>,
    /// Number of the label that replaces this one.
    pub successor: Option<String>,
    /// Why, for everybody; where the public is told of the step.
    pub public: Option<PublicReason>,
    /// Why, for the board's file; the public reason stands in where nothing more is said.
    pub grounds: String,
}

/// A step of a label's life with the grounds that this desk can read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldMove {
    /// The step.
    pub recorded: RecordedMove,
    /// Its grounds, where this desk holds the dossier's key.
    pub grounds: Option<String>,
}

impl Desk {
    /// Records a step of a published label's life.
    ///
    /// # Errors
    /// [`AppError::Procedure`] `label.no-reason`; [`AppError::Refused`] where the step is not this member's, the days are
    /// not possible, or nothing would change; [`AppError::NoKey`] without the dossier's key.
    pub fn move_label(&mut self, dossier: DossierId, act: &LabelAct) -> Result<()> {
        let number = self.labelled(dossier)?.certificate.as_ref().map(|(number, _)| number.clone());
        let number = number.ok_or(AppError::Unknown("label"))?;
        let public = act.public.as_ref().and_then(trimmed);
        // The number of the new label says why an old one is replaced.
        let wordless = matches!(act.deed, Deed::Superseded);
        if is_published(act.deed) != public.is_some() && !wordless {
            return Err(AppError::Procedure("label.no-reason".to_owned()));
        }
        let grounds = act.grounds.trim();
        let grounds = match &public {
            Some(reason) if grounds.is_empty() => reason.fr.clone(),
            _ if grounds.is_empty() => return Err(AppError::Procedure("label.no-reason".to_owned())),
            _ => grounds.to_owned(),
        };
        let (deed, from, successor) = (act.deed, act.from, act.successor.clone());
        let said = LabelMove { number, deed, from, successor, public };
        let event = said.event(self.env.now().day_in_paris());
        if refused(&event).is_some() {
            return Err(AppError::Refused(Refusal::LabelDates));
        }
        // The fold does not know the dates that the certificate prints; whoever acts does.
        if !self.label_life(dossier)?.1.admits(deed, event.on) {
            return Err(AppError::Refused(Refusal::LabelState));
        }
        let action = Action::LabelMove { dossier, said };
        self.act_beside(&action, GroupId::of_dossier(dossier), LabelGrounds(grounds).encode()).map(drop)
    }

    /// What the certificate of a published label asserts, and the label's life since.
    ///
    /// # Errors
    /// The dossier has no public label, or the database cannot be read.
    pub fn label_life(&self, dossier: DossierId) -> Result<(Claim, Life)> {
        let moves = self.labelled(dossier)?.label_moves.as_slice();
        let claim = self.published_claim(dossier)?.ok_or(AppError::Unknown("label"))?;
        let life = Life::new(&claim, moves);
        Ok((claim, life))
    }

    /// The dossier of a public label.
    #[must_use]
    pub fn dossier_of_label(&self, number: &str) -> Option<DossierId> {
        let owner = self.board().numbers.get(number).copied()?;
        self.board().dossiers.get(&owner).is_some_and(|state| state.published).then_some(owner)
    }

    /// Which of these deeds this member may record of a label today, and would change something.
    ///
    /// # Errors
    /// As [`Desk::label_life`].
    pub fn label_offers(&self, dossier: DossierId, deeds: &[Deed]) -> Result<Vec<Deed>> {
        let me = self.me()?;
        if self.labelled(dossier)?.is_recused(me) || !self.holds_key(GroupId::of_dossier(dossier)) {
            return Ok(Vec::new());
        }
        let (today, life) = (self.env.now().day_in_paris(), self.label_life(dossier)?.1);
        let mine = deeds.iter().copied().filter(|deed| may_make(self.board(), me, *deed));
        Ok(mine.filter(|deed| life.admits(*deed, today)).collect())
    }

    /// What happened to a label, in the order of the log, with the grounds that this desk can read.
    ///
    /// # Errors
    /// As [`Desk::label_life`].
    pub fn label_moves(&self, dossier: DossierId) -> Result<Vec<ToldMove>> {
        let moves = &self.labelled(dossier)?.label_moves;
        let mut grounds = self.every::<LabelGrounds>(ActionKind::LabelMove, dossier.0)?;
        let told = moves.iter().map(|recorded| {
            let same =
                |one: &Catalogued, author: MemberId| one.at == recorded.received && one.member == author;
            let place = grounds.iter().position(|(event, _)| same(event, recorded.by));
            let grounds = place.map(|place| grounds.remove(place).1.0);
            ToldMove { recorded: recorded.clone(), grounds }
        });
        Ok(told.collect())
    }

    fn labelled(&self, dossier: DossierId) -> Result<&DossierState> {
        let state = self.board().dossiers.get(&dossier).filter(|state| state.published);
        state.ok_or(AppError::Unknown("label"))
    }

    /// What the publication of a dossier's label asserts. Facts that are no credential have no page at the registry
    /// either.
    pub(crate) fn published_claim(&self, dossier: DossierId) -> Result<Option<Claim>> {
        let events: Vec<&Catalogued> = self.sealed(ActionKind::Publication, dossier.0).collect();
        for event in events {
            let Some(batch) = self.batch(event)? else { continue };
            let said = acts(&batch).unwrap_or_default().into_iter().find_map(|(_, action)| match action {
                Ok(Action::Publication { dossier: of, facts, .. }) if of == dossier => Some(facts),
                _ => None,
            });
            if let Some(claim) = said.and_then(|facts| credential::read(facts.as_bytes()).ok()) {
                return Ok(Some(claim));
            }
        }
        Ok(None)
    }
}

/// The reason without the blanks around it; none where nothing is said in French.
fn trimmed(reason: &PublicReason) -> Option<PublicReason> {
    let said = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    Some(PublicReason { fr: said(&reason.fr)?, en: reason.en.as_deref().and_then(said) })
}
