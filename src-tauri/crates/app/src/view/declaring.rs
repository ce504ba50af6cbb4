//! Who is asked to declare links with a dossier, and the year for which a declaration holds (rules §3). When it is over
//! nothing is taken away that was given or written: it is said, and nobody is newly assigned on the strength of it.

use sceau_domain::action::Declaration;
use sceau_domain::board::DossierState;
use sceau_domain::dossier::Stage;
use sceau_domain::id::{DossierId, MemberId};
use sceau_domain::interests::{Validity, holds_until};
use sceau_domain::label::Date;
use sceau_domain::moment::Moment;
use sceau_domain::permission::{acting_chair, leads_board};
use sceau_domain::role::Role;
use sceau_ledger::payload::sealed::Card;
use serde::{Deserialize, Serialize};

use super::desk::{Task, TaskKind};
use super::dossiers::goes_on;
use super::examination::early;
use crate::desk::Desk;
use crate::error::Result;
use crate::label::day_in_paris;

/// How long my declaration holds, while the dossier is in hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Renewal {
    pub until: String,
    pub asked: bool,
    pub ran_out: bool,
    pub repeatable: bool,
}

impl Desk {
    /// Whether the year of a member's declaration is over.
    pub(crate) fn ran_out(&self, state: &DossierState, member: MemberId) -> bool {
        self.validity(state, member) == Some(Validity::RunOut)
    }

    fn validity(&self, state: &DossierState, member: MemberId) -> Option<Validity> {
        state.validity(member, day_in_paris(self.env.now()))
    }

    /// The last moment at which a member's declaration holds. `None`: there is none.
    pub(crate) fn declaration_ends(state: &DossierState, member: MemberId) -> Option<Moment> {
        last_day(state, member).map(Moment::end_of_day_in_paris)
    }

    /// Whether a seated member's declaration ran out of whom one would be asked today, had there been none.
    pub(crate) fn awaits_renewal(&self, dossier: DossierId, state: &DossierState, member: MemberId) -> bool {
        !state.is_recused(member)
            && self.awaits_declaration(dossier, state, member)
            && self.ran_out(state, member)
    }

    /// Whether I am asked to declare what links me with a dossier, or would be, had I not.
    pub(super) fn is_to_declare(&self, dossier: DossierId, state: &DossierState, me: MemberId) -> bool {
        let board = self.board();
        let declares = board.is_seated(me) && self.awaits_declaration(dossier, state, me);
        // Whoever leads dossiers reads them without a seat and without having declared.
        let examines = board.has_role(me, Role::Examiner) && !leads_board(board, me) && early(state.stage);
        // Whoever examines answers reads them; so does whoever acts for the chair, or answers an appeal.
        let stands_in = state.stage == Stage::Appeal || !leads_board(board, me);
        let presides = stands_in && goes_on(state.stage) && acting_chair(board, state) == Some(me);
        declares || examines || presides
    }

    /// How my declaration about a dossier stands that is still in hand. `None`: nothing is to be renewed.
    fn mine(&self, dossier: DossierId, state: &DossierState, me: MemberId) -> Option<Validity> {
        let asked = !state.is_recused(me) && self.is_to_declare(dossier, state, me);
        self.validity(state, me).filter(|_| asked)
    }

    /// What the screen of interests says of the year; `readable`: this computer can say again what was declared.
    pub(super) fn renewal_of_mine(
        &self,
        dossier: DossierId,
        state: &DossierState,
        readable: bool,
    ) -> Result<Option<Renewal>> {
        let me = self.me()?;
        let (Some(validity), Some(day)) = (self.mine(dossier, state, me), last_day(state, me)) else {
            return Ok(None);
        };
        Ok(Some(Renewal {
            until: day.to_string(),
            asked: validity != Validity::Holds,
            ran_out: validity == Validity::RunOut,
            repeatable: readable || state.declared.get(&me) == Some(&Declaration::Nothing),
        }))
    }

    /// The task to renew my declaration, from a month before its end.
    pub(super) fn renewal_task(
        &self,
        dossier: DossierId,
        state: &DossierState,
        card: &Card,
        me: MemberId,
    ) -> Option<Task> {
        self.mine(dossier, state, me).filter(|validity| *validity != Validity::Holds)?;
        Some(Task {
            kind: TaskKind::Renew,
            dossier: dossier.to_string(),
            solution: card.solution.clone(),
            publisher: card.publisher.clone(),
            deadline: Self::declaration_ends(state, me).map(|end| end.0),
            progress: None,
            resume: None,
            without_evidence: 0,
            motion: None,
            count: 0,
            round: 0,
        })
    }
}

/// The last day of a member's declaration.
fn last_day(state: &DossierState, member: MemberId) -> Option<Date> {
    state.declared_at.get(&member).map(|at| holds_until(at.day_in_paris()))
}
