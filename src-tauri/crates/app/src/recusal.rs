//! Decisions about declared links: how far a member is kept out, from which criteria, and why.
//!
//! The level is for everybody. The reason is sealed to the devices of those who judge and of whom it concerns; the
//! criteria lie under the dossier's key, since whoever computes the board's mark leaves them out.

use std::collections::BTreeMap;

use sceau_domain::action::{Action, ActionKind, Declaration, RecusalLevel};
use sceau_domain::board::DossierState;
use sceau_domain::id::{DeviceId, DossierId, GroupId, MemberId};
use sceau_domain::interests::{Level, Recusal, proposes_discuss};
use sceau_domain::visibility::may_read_interests;
use sceau_ledger::encoding::Record;
use sceau_ledger::payload::sealed::{MAX_REASON, RecusalCriteria, RecusalWords};

use crate::act::Intent;
use crate::desk::{Catalogued, Desk};
use crate::error::{AppError, Result};

impl Desk {
    /// Decides about a member's links: `None` lets them stand without consequence, else how far the member is kept
    /// out. Whoever held the dossier's key and may no longer is left behind by a new one.
    ///
    /// # Errors
    /// The act is refused: whoever acts as chair decides, somebody else about that person, everybody about themselves; a decision about
    /// somebody else has no reason (`recusal.no-reason`); the level asks for criteria (`recusal.no-criteria`).
    pub fn recuse(
        &mut self,
        dossier: DossierId,
        member: MemberId,
        level: Option<RecusalLevel>,
        reason: &str,
    ) -> Result<()> {
        if level == Some(RecusalLevel::Criterion) {
            return Err(AppError::Procedure("recusal.no-criteria".to_owned()));
        }
        self.decide_about(dossier, member, level, reason, Vec::new())
    }

    /// Keeps a member from marking some criteria of the dossier's grid; everything else stays open.
    ///
    /// # Errors
    /// As [`Desk::recuse`]; a criterion that the grid does not ask of this solution; this desk cannot read the dossier.
    pub fn recuse_from(
        &mut self,
        dossier: DossierId,
        member: MemberId,
        criteria: &[String],
        reason: &str,
    ) -> Result<()> {
        let asked = self.questionnaire(dossier)?;
        let known: Vec<String> =
            asked.grid.applicable(asked.class).map(|criterion| criterion.code.clone()).collect();
        if criteria.iter().any(|code| !known.contains(code)) {
            return Err(AppError::Unknown("criterion"));
        }
        let named: Vec<String> = known.into_iter().filter(|code| criteria.contains(code)).collect();
        if named.is_empty() {
            return Err(AppError::Procedure("recusal.no-criteria".to_owned()));
        }
        self.decide_about(dossier, member, Some(RecusalLevel::Criterion), reason, named)
    }

    fn decide_about(
        &mut self,
        dossier: DossierId,
        member: MemberId,
        level: Option<RecusalLevel>,
        reason: &str,
        criteria: Vec<String>,
    ) -> Result<()> {
        let reason = reason.trim();
        if reason.is_empty() && member != self.me()? {
            return Err(AppError::Procedure("recusal.no-reason".to_owned()));
        }
        fits(reason)?;
        let group = GroupId::of_dossier(dossier);
        let mut acts = vec![Intent::clear(Action::Recusal { dossier, member, level })];
        if !criteria.is_empty() {
            let objects = vec![dossier.0, member.0];
            let named = Action::Sealed { kind: ActionKind::RecusalCriteria, objects };
            acts.push(Intent::group(named, group, RecusalCriteria(criteria).encode()));
        }
        if !reason.is_empty() {
            let mut knowing = self.judging(dossier, member);
            knowing.extend(self.devices_of(member));
            let details = self.seal_to(&knowing, &RecusalWords(reason.to_owned()).encode())?;
            let kind = ActionKind::RecusalWords;
            acts.push(Intent::clear(Action::LinkWords { kind, dossier, member, details }));
        }
        self.act(acts)?;
        let leads = self.keeps_key(dossier)?;
        // Without the key there is nothing to hand on: the secretariat's next visit renews it instead.
        if leads && self.holds_key(group) && self.is_stale(group) {
            self.new_key(group)?;
        }
        Ok(())
    }

    /// The devices of those who judge a member's links with a dossier and are not kept out of it themselves.
    pub(crate) fn judging(&self, dossier: DossierId, member: MemberId) -> Vec<(DeviceId, [u8; 32])> {
        let board = self.board();
        let Some(links) = board.dossiers.get(&dossier) else { return Vec::new() };
        let judges = |who: MemberId| may_read_interests(board, links, who, member) && !links.is_shut_out(who);
        let known = board.devices.iter().filter(|(_, state)| state.is_active() && judges(state.member));
        known.map(|(id, state)| (*id, state.receiving)).collect()
    }

    /// The devices of one member that receive.
    pub(crate) fn devices_of(&self, member: MemberId) -> impl Iterator<Item = (DeviceId, [u8; 32])> {
        let own =
            self.board().devices.iter().filter(move |(_, state)| state.is_active() && state.member == member);
        own.map(|(id, state)| (*id, state.receiving))
    }

    /// The decision that stands about a member, as the log has it.
    pub(crate) fn decision_about(&self, dossier: DossierId, member: MemberId) -> Option<&Catalogued> {
        self.sealed(ActionKind::Recusal, dossier.0).filter(|one| one.objects.get(1) == Some(&member.0)).last()
    }

    /// What came in one batch with the decision that stands: words of an earlier one say nothing about it.
    fn beside_decision(&self, kind: ActionKind, dossier: DossierId, member: MemberId) -> Option<&Catalogued> {
        let decision = self.decision_about(dossier, member)?;
        let about = |one: &&Catalogued| {
            one.kind == kind && one.batch == decision.batch && one.objects == decision.objects
        };
        self.state.catalogue.iter().rev().find(about)
    }

    /// Why it was decided so about a member's links, as far as it was sealed to this device.
    ///
    /// # Errors
    /// The database cannot be read, or what was sealed to this device does not open.
    pub fn reason_of_decision(&self, dossier: DossierId, member: MemberId) -> Result<Option<String>> {
        let Some(one) = self.beside_decision(ActionKind::RecusalWords, dossier, member).cloned() else {
            return Ok(None);
        };
        let words = self.sealed_to_me(&one)?;
        words.map(|bytes| Ok(RecusalWords::decode(&bytes)?.0)).transpose()
    }

    /// The criteria that a member does not mark, as far as this desk holds the dossier's key. Empty unless the decision
    /// that stands is of that level.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn named_criteria(&self, dossier: DossierId, member: MemberId) -> Result<Vec<String>> {
        let level = self.dossier(dossier)?.recusals.get(&member).copied().flatten();
        if level != Some(RecusalLevel::Criterion) {
            return Ok(Vec::new());
        }
        let Some(one) = self.beside_decision(ActionKind::RecusalCriteria, dossier, member) else {
            return Ok(Vec::new());
        };
        let opened = match self.open_content(one) {
            Err(error @ AppError::Store(_)) => return Err(error),
            // Nobody's rubbish may keep the others from computing a mark.
            other => other.ok().flatten(),
        };
        let named = opened.and_then(|bytes| RecusalCriteria::decode(&bytes).ok());
        Ok(named.map(|named| named.0).unwrap_or_default())
    }

    /// The criteria that I do not mark.
    pub(crate) fn not_mine(&self, dossier: DossierId) -> Result<Vec<String>> {
        self.named_criteria(dossier, self.me()?)
    }

    /// Recusals of a dossier, as marks and counts ask for them.
    pub(crate) fn recusals(&self, dossier: DossierId) -> Result<Vec<Recusal>> {
        self.standing(dossier, &self.dossier(dossier)?.recusals)
    }

    /// The same of recusals as they stood at some time.
    pub(crate) fn standing(
        &self,
        dossier: DossierId,
        recusals: &BTreeMap<MemberId, Option<RecusalLevel>>,
    ) -> Result<Vec<Recusal>> {
        let mut standing = Vec::new();
        for (member, level) in recusals {
            let level = match level {
                None => continue,
                Some(RecusalLevel::Criterion) => Level::Criterion,
                Some(RecusalLevel::Discuss) => Level::Discuss,
                Some(RecusalLevel::Full) => Level::Full,
            };
            let criteria = self.named_criteria(dossier, *member)?;
            standing.push(Recusal { elector: member.to_string(), level, criteria });
        }
        Ok(standing)
    }

    /// Members whose declared link nobody has judged: none was, or the member declared another since.
    pub(crate) fn to_judge<'d>(
        &'d self,
        dossier: DossierId,
        state: &'d DossierState,
    ) -> impl Iterator<Item = MemberId> + use<'d> {
        let something = state.declared.iter().filter(|(_, said)| **said == Declaration::Something);
        something.map(|(member, _)| *member).filter(move |member| self.waits(dossier, *member))
    }

    fn waits(&self, dossier: DossierId, member: MemberId) -> bool {
        let said = |one: &&Catalogued| match one.kind {
            ActionKind::Interests => one.member == member,
            ActionKind::Recusal => one.objects.get(1) == Some(&member.0),
            _ => false,
        };
        let mut about = self.state.catalogue.iter().filter(|one| one.objects.first() == Some(&dossier.0));
        about.rfind(said).is_some_and(|last| last.kind == ActionKind::Interests)
    }

    /// Whether whoever does not mark these criteria should rather not mark at all (rules §3).
    ///
    /// # Errors
    /// This desk cannot read the dossier.
    pub fn proposes_discuss(&self, dossier: DossierId, criteria: &[String]) -> Result<bool> {
        let asked = self.questionnaire(dossier)?;
        Ok(proposes_discuss(&asked.grid, asked.class, criteria))
    }
}

/// A reason is as long as a justification at most.
pub(crate) fn fits(reason: &str) -> Result<()> {
    if reason.chars().count() > MAX_REASON {
        return Err(AppError::Procedure("recusal.long-reason".to_owned()));
    }
    Ok(())
}
