//! A dossier from its package to its admission, what its holders read of it, and the steps of its life.
//!
//! | here | what |
//! | --- | --- |
//! | [`rules`] | grids, bylaws and labels: published, found again |
//! | [`receive`] | a package becomes a dossier |
//! | [`evidence`] | sealed files, read piece by piece |
//! | [`versions`] | a newer version of a file |
//! | [`moves`] | steps that somebody takes by hand, with their words |
//! | [`appeal`] | appeals and terms that run against a publisher |
//! | [`marks`] | examination, the three marks, the gates |

mod appeal;
mod evidence;
mod marks;
mod moves;
mod receive;
mod rules;
mod versions;

use sceau_domain::action::{Action, ActionKind};
use sceau_domain::board::DossierState;
use sceau_domain::dossier::{Fact, Facts, Hand, Move, Stage, decided, hands, step};
use sceau_domain::id::{DossierId, MemberId};
use sceau_domain::permission::{acting_chair, may_preside};
use sceau_domain::refusal::Refusal;
use sceau_domain::role::Role;
use sceau_ledger::payload::sealed::{Answers, Card};

use crate::act::Intent;
use crate::desk::Desk;
use crate::error::{AppError, Result};

pub use marks::Marks;
pub(crate) use marks::class_of;
pub use moves::Wording;
pub use receive::{Reception, judge_package};
pub use rules::{read_bylaws, read_grid, read_labels, read_orientations};
pub use versions::{NewVersion, newest};

/// Those who looked first take no part in a second look.
pub(crate) const SAME_RAPPORTEURS: &str = "second-look.same-rapporteurs";

impl Desk {
    /// What everybody may know of a dossier.
    ///
    /// # Errors
    /// The dossier is not known, or its card is not on this laptop.
    pub fn card(&self, dossier: DossierId) -> Result<Card> {
        self.dossier(dossier)?;
        self.last(ActionKind::DossierCard, dossier.0)?.ok_or(AppError::Unknown("card"))
    }

    /// The publisher's answers, as admitted.
    ///
    /// # Errors
    /// The dossier is not known, or its key is not on this laptop.
    pub fn answers(&self, dossier: DossierId) -> Result<Answers> {
        self.dossier(dossier)?;
        self.last(ActionKind::Answers, dossier.0)?.ok_or(AppError::NoKey)
    }

    /// Where a dossier stands.
    pub(crate) fn dossier(&self, dossier: DossierId) -> Result<&DossierState> {
        self.board().dossiers.get(&dossier).ok_or(AppError::Unknown("dossier"))
    }

    /// The stage of a dossier as far as this laptop can know it: after a decision, the board's state waits at *tallied*
    /// and the sealed tally says where the dossier went.
    pub(crate) fn stage(&self, dossier: DossierId) -> Result<Stage> {
        let stage = self.dossier(dossier)?.stage;
        if stage != Stage::Tallied {
            return Ok(stage);
        }
        let known = self.decided(dossier)?.and_then(|known| decided(&known.outcome));
        Ok(known.unwrap_or(stage))
    }

    /// Judges a step of a dossier's life by the procedure, in the name in which this desk may act. The registry
    /// does not see the facts; every holder of the key computes them again.
    pub(crate) fn judge_step(&self, dossier: DossierId, to_make: Move, facts: &Facts) -> Result<()> {
        self.judge_step_from(dossier, self.stage(dossier)?, to_make, facts)
    }

    /// As [`Desk::judge_step`], as if the dossier stood at a given stage.
    pub(crate) fn judge_step_from(
        &self,
        dossier: DossierId,
        stage: Stage,
        to_make: Move,
        facts: &Facts,
    ) -> Result<()> {
        let from = Some(stage);
        let me = self.me()?;
        let wanted = hands(from, to_make);
        let state = self.dossier(dossier)?;
        let own = wanted.iter().find(|hand| self.acts_as(me, state, **hand));
        if own.is_none() && wanted.contains(&Hand::Chair) {
            // A chair who is kept out, and a vice-chair whose turn it is not, are told why.
            match may_preside(self.board(), state, me) {
                Ok(()) | Err(Refusal::NotByYou) => {}
                Err(why) => return Err(why.into()),
            }
        }
        // A hand that the row does not name is refused by the table itself, after its first question.
        let other = Hand::ALL.iter().find(|hand| !wanted.contains(hand)).unwrap_or(&Hand::Publisher);
        match step(from, to_make, *own.unwrap_or(other), facts) {
            Ok(_) => Ok(()),
            Err(code) => Err(AppError::Procedure(code.to_owned())),
        }
    }

    /// Judges a step and gives the act that makes it.
    pub(crate) fn stepped(&self, dossier: DossierId, to_make: Move, facts: &Facts) -> Result<Intent> {
        self.judge_step(dossier, to_make, facts)?;
        Ok(Intent::clear(Action::DossierMove { dossier, step: to_make.name().to_owned() }))
    }

    fn acts_as(&self, me: MemberId, dossier: &DossierState, hand: Hand) -> bool {
        let board = self.board();
        match hand {
            // The publisher has no device: the secretariat records its moves.
            Hand::Publisher | Hand::Secretariat => board.has_role(me, Role::Secretariat),
            Hand::Chair => acting_chair(board, dossier) == Some(me),
            Hand::Officers => board.is_officer(me),
        }
    }
}

/// Facts by name.
pub(crate) fn facts<const N: usize>(rows: [(&str, Fact); N]) -> Facts {
    rows.into_iter().map(|(name, fact)| (name.to_owned(), fact)).collect()
}

/// A number of things as a fact.
pub(crate) fn count(n: usize) -> Fact {
    Fact::Count(i64::try_from(n).unwrap_or(i64::MAX))
}
