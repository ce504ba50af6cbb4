//! State and act to state.

use alloc::string::ToString;

use crate::action::{Action, ActionKind};
use crate::board::implied;
use crate::board::{
    Ballot, Board, DeviceState, DossierState, InviteState, MotionState, RoundState, RulesFile, SheetIn,
};
use crate::dossier::Stage;
use crate::id::{DeviceId, DossierId, MemberId};
use crate::label::RecordedMove;
use crate::moment::Moment;

/// An act that permission has allowed, at its place in the log.
#[derive(Debug, Clone)]
pub struct Event<'a> {
    /// Who acted.
    pub member: MemberId,
    /// On which device.
    pub device: DeviceId,
    /// At which position of that device's series.
    pub seq: u64,
    /// Index of its batch in the log; for own acts not yet received, one that no entry has yet.
    pub index: u64,
    /// When the registry received it; for own acts not yet received, the author's claim.
    pub received: Moment,
    /// What happened.
    pub action: &'a Action,
}

impl Board {
    /// Folds an act that [`crate::permission`] has allowed. Folding what it refused would corrupt the state.
    pub fn apply(&mut self, event: &Event<'_>) {
        match event.action {
            Action::Charter(facts) => self.charter.gather(facts),
            Action::Member { .. }
            | Action::Role { .. }
            | Action::ProfileSet { .. }
            | Action::OfficerKey { .. } => {
                self.apply_person(event);
            }
            Action::Invite { .. }
            | Action::DeviceAdd { .. }
            | Action::DeviceCountersign { .. }
            | Action::DeviceRevoke { .. } => {
                self.apply_device(event);
            }
            Action::RulesFile { kind, id, version, digest, text } => {
                let file =
                    RulesFile { kind: *kind, id: id.clone(), version: version.clone(), text: text.clone() };
                self.latest_rules.insert((*kind, id.clone()), *digest);
                self.rules.insert(*digest, file);
            }
            Action::Committee { round, committee, message, officers } => {
                let threshold = self.charter.threshold;
                let state = self.committees.entry(*committee).or_default();
                if state.officers.is_empty() {
                    state.officers.clone_from(officers);
                    state.threshold = threshold;
                }
                state.take(*round, message, event);
            }
            Action::KeyNew { group, epoch, commitment, previous } => {
                let state = self.group(*group);
                state.commitments.entry(*epoch).or_insert(*commitment);
                if !previous.is_empty() {
                    state.history.entry(*epoch).or_insert_with(|| previous.clone());
                }
            }
            Action::KeyWrap { group, epoch, wraps } => {
                let state = self.group(*group).wraps.entry(*epoch).or_default();
                state.extend(wraps.iter().map(|(device, wrap)| (*device, wrap.clone())));
            }
            Action::LateAccept { device, seq, .. } => {
                self.accepted_late.entry((*device, *seq)).or_insert(event.index);
            }
            _ => self.apply_dossier(event),
        }
    }

    fn apply_person(&mut self, event: &Event<'_>) {
        match event.action {
            Action::Member { member, college } => {
                if !self.members.contains_key(member) {
                    self.roster.push(*member);
                }
                self.members.entry(*member).or_default().college.clone_from(college);
            }
            Action::Role { member, role, granted } => {
                if let Some(state) = self.members.get_mut(member) {
                    if *granted {
                        state.roles.insert(*role);
                    } else {
                        state.roles.remove(role);
                    }
                }
            }
            Action::ProfileSet { member, digest } => {
                if let Some(state) = self.members.get_mut(member) {
                    state.profile = Some(*digest);
                }
            }
            Action::OfficerKey { key } => {
                self.charter.officer_keys.insert(event.member, *key);
            }
            _ => {}
        }
    }

    fn apply_device(&mut self, event: &Event<'_>) {
        match event.action {
            Action::Invite { member, invite, expires } => {
                self.invites.insert(*invite, InviteState { member: *member, expires: *expires, used: false });
            }
            Action::DeviceAdd { member, device, signing, receiving, invite } => {
                // A member's own second device needs no second person, nor does anything while the charter
                // lets one person open everything (screens say so, and those devices are listed afterwards).
                let alone = event.member == *member || self.charter.officers.len() <= 1;
                let state = DeviceState {
                    member: *member,
                    signing: *signing,
                    receiving: *receiving,
                    added_by: event.member,
                    countersigned_by: None,
                    active_from: alone.then_some(event.index),
                    revoked_from: None,
                };
                self.add_device(*device, state, *invite);
            }
            Action::DeviceCountersign { device } => {
                if let Some(state) = self.devices.get_mut(device) {
                    state.countersigned_by.get_or_insert(event.member);
                    state.active_from.get_or_insert(event.index);
                }
            }
            Action::DeviceRevoke { device } => {
                if let Some(state) = self.devices.get_mut(device) {
                    state.revoked_from.get_or_insert(event.index);
                }
            }
            _ => {}
        }
    }

    fn apply_dossier(&mut self, event: &Event<'_>) {
        match event.action {
            Action::DossierNew { dossier } => {
                self.dossiers.entry(*dossier).or_insert_with(DossierState::received);
            }
            Action::DossierMove { dossier, step } => self.take_step(*dossier, step, event),
            Action::Sealed { kind: ActionKind::Examination, objects } => {
                if let Some(id) = objects.first() {
                    self.examined(DossierId(*id), event.member);
                }
            }
            Action::Assignment { dossier, member, assigned } => {
                if let Some(state) = self.dossiers.get_mut(dossier) {
                    if *assigned {
                        state.assigned.insert(*member);
                    } else {
                        state.assigned.remove(member);
                    }
                }
            }
            Action::Interests { dossier, declaration, .. } => {
                if let Some(state) = self.dossiers.get_mut(dossier) {
                    state.declared.insert(event.member, *declaration);
                    state.declared_at.insert(event.member, event.received);
                }
            }
            Action::Recusal { dossier, member, level } => {
                if let Some(state) = self.dossiers.get_mut(dossier) {
                    state.recusals.insert(*member, *level);
                    if state.is_recused(*member) {
                        state.assigned.remove(member);
                    }
                }
            }
            Action::Round { .. }
            | Action::Sheet { .. }
            | Action::SheetsOpen { .. }
            | Action::SheetShares { .. } => {
                self.apply_round(event);
            }
            Action::Motion { .. }
            | Action::Ballot { .. }
            | Action::Close { .. }
            | Action::BallotShares { .. } => {
                self.apply_vote(event);
            }
            Action::Decision { dossier, motion, commitment } => {
                if let Some(state) = self.dossiers.get_mut(dossier) {
                    state.decision = Some((*motion, *commitment));
                    state.recourse.presided.insert(event.member);
                }
            }
            Action::Certificate { dossier, number, document, decided } => {
                self.numbers.entry(number.clone()).or_insert(*dossier);
                if let Some(state) = self.dossiers.get_mut(dossier) {
                    state.stage = implied::shown(state.stage, &decided.outcome);
                    state.certificate = Some((number.clone(), *document));
                }
            }
            Action::Publication { dossier, .. } => {
                if let Some(state) = self.dossiers.get_mut(dossier) {
                    state.published = true;
                }
                self.advance(*dossier, "issue");
            }
            Action::LabelMove { dossier, said } => {
                if let Some(state) = self.dossiers.get_mut(dossier) {
                    state.label_moves.push(RecordedMove {
                        said: said.clone(),
                        by: event.member,
                        received: event.received,
                    });
                }
            }
            _ => {}
        }
    }

    fn apply_round(&mut self, event: &Event<'_>) {
        match event.action {
            Action::Round { dossier, round, deadline, minimum_sheets, committee, bylaws } => {
                if let Some(state) = self.dossiers.get_mut(dossier) {
                    // The step `rescore` stands before it in the batch; a first round is opened from *assigned*.
                    let again = state.round().filter(|_| state.stage == Stage::Scoring);
                    let number = again.map_or(1, |last| last.number.saturating_add(1));
                    state.rounds.push(RoundState {
                        id: *round,
                        number,
                        deadline: *deadline,
                        minimum_sheets: *minimum_sheets,
                        committee: *committee,
                        bylaws: *bylaws,
                        sheets: alloc::collections::BTreeMap::new(),
                        closed_at: None,
                        shares: alloc::collections::BTreeMap::new(),
                    });
                }
                self.advance(*dossier, "open-round");
            }
            Action::Sheet { dossier, round, sealed_key } => {
                let sheet = SheetIn {
                    device: event.device,
                    seq: event.seq,
                    received: event.received,
                    sealed_key: sealed_key.clone(),
                };
                if let Some(state) = self.round_mut(*dossier, *round) {
                    // What was accepted late may be older than what is in.
                    let newer = |known: &SheetIn| {
                        if known.device == sheet.device {
                            known.seq < sheet.seq
                        } else {
                            known.received <= sheet.received
                        }
                    };
                    if state.sheets.get(&event.member).is_none_or(newer) {
                        state.sheets.insert(event.member, sheet);
                    }
                }
            }
            Action::SheetsOpen { dossier, round } => {
                if let Some(state) = self.round_mut(*dossier, *round) {
                    state.closed_at.get_or_insert(event.index);
                }
            }
            Action::SheetShares { dossier, round, shares } => {
                let committees = self.committees.clone();
                if let Some(state) = self.round_mut(*dossier, *round) {
                    state.shares.entry(event.member).or_insert_with(|| shares.clone());
                    let needed = committees.get(&state.committee).map_or(u8::MAX, |known| known.threshold);
                    if state.shares.len() >= usize::from(needed) {
                        self.advance(*dossier, "open-sheets");
                    }
                }
            }
            _ => {}
        }
    }

    fn apply_vote(&mut self, event: &Event<'_>) {
        match event.action {
            Action::Motion { motion, dossier, terms } => {
                self.motions.entry(*motion).or_insert_with(|| MotionState {
                    dossier: *dossier,
                    terms: terms.clone(),
                    ballots: alloc::vec::Vec::new(),
                    closed_at: None,
                    recusals: alloc::collections::BTreeMap::new(),
                    shares: alloc::collections::BTreeMap::new(),
                });
                if let Some(state) = self.dossiers.get_mut(dossier) {
                    state.decision = None;
                    state.recourse.presided = [event.member].into();
                }
                self.advance(*dossier, "table-motion");
                self.advance(*dossier, "open-vote");
            }
            Action::Ballot { motion, sealed_key } => {
                let ballot = Ballot {
                    member: event.member,
                    device: event.device,
                    seq: event.seq,
                    received: event.received,
                    sealed_key: sealed_key.clone(),
                    late_accepted: self.accepted_late.contains_key(&(event.device, event.seq)),
                };
                if let Some(state) = self.motions.get_mut(motion) {
                    let late_accepted = ballot.late_accepted && ballot.received > state.terms.deadline;
                    state.ballots.push(Ballot { late_accepted, ..ballot });
                }
            }
            Action::Close { motion } => {
                if let Some(state) = self.motions.get_mut(motion) {
                    let first = state.closed_at.is_none();
                    state.closed_at.get_or_insert(event.index);
                    let about = state.dossier;
                    if let Some(dossier) = self.dossiers.get_mut(&about) {
                        dossier.recourse.presided.insert(event.member);
                        if first {
                            state.recusals.clone_from(&dossier.recusals);
                        }
                    }
                    self.advance(about, "close-vote");
                }
            }
            Action::BallotShares { motion, shares } => {
                if let Some(state) = self.motions.get_mut(motion) {
                    state.shares.entry(event.member).or_insert_with(|| shares.clone());
                }
            }
            _ => {}
        }
    }

    fn round_mut(&mut self, dossier: DossierId, round: crate::id::RoundId) -> Option<&mut RoundState> {
        self.dossiers.get_mut(&dossier)?.rounds.iter_mut().find(|state| state.id == round)
    }

    pub(super) fn advance(&mut self, dossier: DossierId, step: &str) {
        let Some(state) = self.dossiers.get_mut(&dossier) else { return };
        state.stage = implied::possible(state, step).unwrap_or(state.stage);
    }
}

impl Action {
    /// The kind that stands in the header.
    #[must_use]
    pub fn kind(&self) -> ActionKind {
        match self {
            Self::Charter(_) => ActionKind::Charter,
            Self::Member { .. } => ActionKind::Member,
            Self::Role { .. } => ActionKind::Role,
            Self::Invite { .. } => ActionKind::Invite,
            Self::DeviceAdd { .. } => ActionKind::DeviceAdd,
            Self::DeviceCountersign { .. } => ActionKind::DeviceCountersign,
            Self::DeviceRevoke { .. } => ActionKind::DeviceRevoke,
            Self::ProfileSet { .. } => ActionKind::ProfileSet,
            Self::OfficerKey { .. } => ActionKind::OfficerKey,
            Self::RulesFile { kind, .. }
            | Self::Committee { round: kind, .. }
            | Self::LinkWords { kind, .. }
            | Self::Sealed { kind, .. } => *kind,
            Self::DossierNew { .. } => ActionKind::DossierNew,
            Self::DossierMove { .. } => ActionKind::DossierMove,
            Self::KeyNew { .. } => ActionKind::KeyNew,
            Self::KeyWrap { .. } => ActionKind::KeyWrap,
            Self::Assignment { .. } => ActionKind::Assignment,
            Self::Interests { .. } => ActionKind::Interests,
            Self::Recusal { .. } => ActionKind::Recusal,
            Self::Round { .. } => ActionKind::Round,
            Self::SheetsOpen { .. } => ActionKind::SheetsOpen,
            Self::SheetShares { .. } => ActionKind::SheetShares,
            Self::Sheet { .. } => ActionKind::Sheet,
            Self::Motion { .. } => ActionKind::Motion,
            Self::Ballot { .. } => ActionKind::Ballot,
            Self::Close { .. } => ActionKind::Close,
            Self::BallotShares { .. } => ActionKind::BallotShares,
            Self::LateAccept { .. } => ActionKind::LateAccept,
            Self::Decision { .. } => ActionKind::Decision,
            Self::Certificate { .. } => ActionKind::Certificate,
            Self::Publication { .. } => ActionKind::Publication,
            Self::LabelMove { .. } => ActionKind::LabelMove,
        }
    }

    /// The objects that its header names, in the order of its kind.
    #[must_use]
    pub fn objects(&self) -> alloc::vec::Vec<[u8; 16]> {
        match self {
            Self::Charter(_) | Self::OfficerKey { .. } | Self::RulesFile { .. } => alloc::vec![],
            Self::Member { member, .. }
            | Self::Role { member, .. }
            | Self::ProfileSet { member, .. }
            | Self::LateAccept { member, .. } => {
                alloc::vec![member.0]
            }
            Self::Invite { member, invite, .. } => alloc::vec![member.0, invite.0],
            Self::DeviceAdd { member, device, .. } => alloc::vec![member.0, device.0],
            Self::DeviceCountersign { device } | Self::DeviceRevoke { device } => alloc::vec![device.0],
            Self::Committee { committee, .. } => alloc::vec![committee.0],
            Self::DossierNew { dossier }
            | Self::Interests { dossier, .. }
            | Self::Certificate { dossier, .. }
            | Self::Publication { dossier, .. }
            | Self::LabelMove { dossier, .. } => alloc::vec![dossier.0],
            Self::DossierMove { dossier, step } => alloc::vec![dossier.0, implied::step_object(step)],
            Self::KeyNew { group, .. } | Self::KeyWrap { group, .. } => alloc::vec![group.0],
            Self::Assignment { dossier, member, .. }
            | Self::Recusal { dossier, member, .. }
            | Self::LinkWords { dossier, member, .. } => {
                alloc::vec![dossier.0, member.0]
            }
            Self::Round { dossier, round, .. }
            | Self::SheetsOpen { dossier, round }
            | Self::SheetShares { dossier, round, .. }
            | Self::Sheet { dossier, round, .. } => alloc::vec![dossier.0, round.0],
            Self::Motion { motion, dossier, .. } => alloc::vec![motion.0, dossier.0],
            Self::Ballot { motion, .. } | Self::Close { motion } | Self::BallotShares { motion, .. } => {
                alloc::vec![motion.0]
            }
            Self::Decision { dossier, motion, .. } => alloc::vec![dossier.0, motion.0],
            Self::Sealed { objects, .. } => objects.clone(),
        }
    }
}

impl core::fmt::Display for ActionKind {
    fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        out.write_str(&self.code().to_string())
    }
}
