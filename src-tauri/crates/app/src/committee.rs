//! The officers' common key: three visits of each officer, any day, and nobody ever holds the whole.

use std::collections::BTreeMap;

use sceau_ballot::{KeyGeneration, KeySet, OfficerShare, Quorum};
use sceau_domain::action::{Action, ActionKind};
use sceau_domain::board::CommitteeState;
use sceau_domain::id::{CommitteeId, DeviceId, GroupId, MemberId};
use sceau_ledger::encoding::{Reader, Writer};
use sceau_ledger::group::{GroupKey, WrapLabel, unwrap_unannounced, wrap};

use crate::act::Intent;
use crate::desk::Desk;
use crate::error::{AppError, Result};

/// Rounds in their order.
const ROUNDS: [ActionKind; 4] = [
    ActionKind::CommitteeCommit,
    ActionKind::CommitteePolynomial,
    ActionKind::CommitteeShare,
    ActionKind::CommitteeConfirm,
];

fn run_name(committee: CommitteeId) -> String {
    format!("committee/{committee}")
}

fn share_name(committee: CommitteeId) -> String {
    format!("share/{committee}")
}

impl Desk {
    /// Begins a run of the key generation among the officers of the charter in force.
    ///
    /// # Errors
    /// Fewer than three officers, or not by this member.
    pub fn begin_committee(&mut self) -> Result<CommitteeId> {
        let committee = CommitteeId(self.env.draw_id());
        let officers: Vec<MemberId> = self.board().charter.officers.keys().copied().collect();
        let quorum = Quorum::new(count(&officers)?, self.board().charter.threshold)?;
        let index = place(&officers, self.me()?)?;
        let run = KeyGeneration::begin(quorum, index, &mut self.env.chance())?;
        self.say(committee, ActionKind::CommitteeCommit, &run, officers)?;
        Ok(committee)
    }

    /// Takes every step of a run that this officer can take now. Answers whether its key is in force.
    ///
    /// # Errors
    /// A message of another officer is refused by name, or the disk.
    pub fn advance_committee(&mut self, committee: CommitteeId) -> Result<bool> {
        let me = self.me()?;
        loop {
            let state =
                self.board().committees.get(&committee).cloned().ok_or(AppError::Unknown("committee"))?;
            if state.in_force_since.is_some() {
                return Ok(true);
            }
            let index = place(&state.officers, me)?;
            let quorum = Quorum::new(count(&state.officers)?, state.threshold)?;
            let kept = self.store.read(|read| read.secret(&run_name(committee)))?;
            let mut run = match kept {
                Some(bytes) => KeyGeneration::from_bytes(&bytes)?,
                None => KeyGeneration::begin(quorum, index, &mut self.env.chance())?,
            };
            self.hear(&state, committee, &mut run)?;
            let said = |round: &&ActionKind| state.messages.contains_key(&(**round, me));
            let next = ROUNDS.iter().find(|round| !said(round)).copied();
            let ready = |before: ActionKind| {
                state.officers.iter().all(|officer| state.messages.contains_key(&(before, *officer)))
            };
            match next {
                Some(ActionKind::CommitteeCommit) => {
                    self.say(committee, ActionKind::CommitteeCommit, &run, state.officers)?;
                }
                Some(ActionKind::CommitteePolynomial) if ready(ActionKind::CommitteeCommit) => {
                    self.say(committee, ActionKind::CommitteePolynomial, &run, Vec::new())?;
                }
                Some(ActionKind::CommitteeShare) if ready(ActionKind::CommitteePolynomial) => {
                    self.say(committee, ActionKind::CommitteeShare, &run, Vec::new())?;
                }
                Some(ActionKind::CommitteeConfirm) if ready(ActionKind::CommitteeShare) => {
                    let share = run.complete()?;
                    self.store.write(|write| write.put_secret(&share_name(committee), &share.to_bytes()))?;
                    self.say(committee, ActionKind::CommitteeConfirm, &run, Vec::new())?;
                }
                _ => {
                    self.keep_run(committee, &run)?;
                    return Ok(false);
                }
            }
        }
    }

    /// Says this officer's word of a round, and keeps the run first: a word without its secret would be lost.
    fn say(
        &mut self,
        committee: CommitteeId,
        round: ActionKind,
        run: &KeyGeneration,
        officers: Vec<MemberId>,
    ) -> Result<()> {
        self.keep_run(committee, run)?;
        let message = match round {
            ActionKind::CommitteeCommit => run.commitment().to_vec(),
            ActionKind::CommitteePolynomial => run.polynomial()?,
            ActionKind::CommitteeShare => self.shares_for_others(committee, run)?,
            _ => run.complete()?.key_set().confirmation().to_vec(),
        };
        self.act(vec![Intent::clear(Action::Committee { round, committee, message, officers })])?;
        Ok(())
    }

    fn keep_run(&self, committee: CommitteeId, run: &KeyGeneration) -> Result<()> {
        let bytes = run.to_bytes()?;
        Ok(self.store.write(|write| write.put_secret(&run_name(committee), &bytes))?)
    }

    /// Takes the other officers' words as far as they have come.
    fn hear(&self, state: &CommitteeState, committee: CommitteeId, run: &mut KeyGeneration) -> Result<()> {
        for round in &ROUNDS {
            for (index, officer) in (0_u8..).zip(&state.officers) {
                let Some(message) = state.messages.get(&(*round, *officer)) else { continue };
                if index == run.index() {
                    continue;
                }
                match round {
                    ActionKind::CommitteeCommit => {
                        let bytes = message.as_slice().try_into();
                        run.accept_commitment(index, bytes.map_err(|_| AppError::Unknown("commitment"))?)?;
                    }
                    ActionKind::CommitteePolynomial => run.accept_polynomial(index, message)?,
                    ActionKind::CommitteeShare => {
                        if let Some(scalar) = self.share_for_me(committee, index, message)? {
                            run.accept_share(index, scalar.expose())?;
                        }
                    }
                    _ => {}
                }
            }
        }
        Ok(())
    }

    /// The shares for the others, each wrapped to every device of its officer.
    fn shares_for_others(&self, committee: CommitteeId, run: &KeyGeneration) -> Result<Vec<u8>> {
        let state = self.board().committees.get(&committee).ok_or(AppError::Unknown("committee"))?;
        let mut wrapped: BTreeMap<DeviceId, Vec<u8>> = BTreeMap::new();
        for (index, officer) in (0_u8..).zip(&state.officers) {
            if index == run.index() {
                continue;
            }
            let scalar = GroupKey::from_bytes(*run.share_for(index)?);
            for (device, keys) in self.board().active_devices(*officer) {
                let label = self.share_label(committee, run.index(), device);
                wrapped
                    .insert(device, wrap(&scalar, &keys.receiving, &label, &mut self.env.chance())?.to_vec());
            }
        }
        let mut to = Writer::new();
        to.array(wrapped.len());
        for (device, bytes) in &wrapped {
            to.array(2).bytes(&device.0).bytes(bytes);
        }
        Ok(to.finish())
    }

    fn share_for_me(&self, committee: CommitteeId, from: u8, message: &[u8]) -> Result<Option<GroupKey>> {
        let device = self.device();
        let mut reader = Reader::new(message);
        let pairs = reader.list(256, |from| {
            from.places(2)?;
            Ok((DeviceId(from.exactly()?), from.exactly::<80>()?))
        })?;
        let Some((_, wrapped)) = pairs.into_iter().find(|(to, _)| *to == device) else { return Ok(None) };
        let label = self.share_label(committee, from, device);
        // No commitment is announced for a share: the polynomial's points judge it (`accept_share`).
        Ok(Some(unwrap_unannounced(&wrapped, &self.secrets.receive, &label)?))
    }

    fn share_label(&self, committee: CommitteeId, from: u8, device: DeviceId) -> WrapLabel {
        WrapLabel { institute: self.institute(), group: GroupId(committee.0), epoch: from.into(), device }
    }

    /// The public keys of a committee, recomputed from the log, and only if every officer confirmed the same.
    ///
    /// # Errors
    /// Not in force, or the messages contradict each other.
    pub fn committee_keys(&self, committee: CommitteeId) -> Result<KeySet> {
        let state = self.board().committees.get(&committee).ok_or(AppError::Unknown("committee"))?;
        let quorum = Quorum::new(count(&state.officers)?, state.threshold)?;
        let of = |round: ActionKind| {
            state
                .officers
                .iter()
                .map(move |officer| state.messages.get(&(round, *officer)))
                .collect::<Option<Vec<_>>>()
        };
        let missing = AppError::Unknown("committee message");
        let commitments = of(ActionKind::CommitteeCommit).and_then(|all| {
            all.into_iter().map(|bytes| bytes.as_slice().try_into().ok()).collect::<Option<Vec<[u8; 32]>>>()
        });
        let (Some(commitments), Some(polynomials)) = (commitments, of(ActionKind::CommitteePolynomial))
        else {
            return Err(missing);
        };
        let keys = KeySet::from_log(quorum, &commitments, &polynomials)?;
        let confirmed = (0_u8..)
            .zip(&state.officers)
            .filter_map(|(index, officer)| {
                let bytes = state.messages.get(&(ActionKind::CommitteeConfirm, *officer))?;
                Some((index, bytes.as_slice().try_into().ok()?))
            })
            .collect();
        keys.require_in_force(&confirmed)?;
        Ok(keys)
    }

    /// This officer's share of a committee's key.
    pub(crate) fn officer_share(&self, committee: CommitteeId) -> Result<OfficerShare> {
        let bytes = self.store.read(|read| read.secret(&share_name(committee)))?.ok_or(AppError::NoKey)?;
        Ok(OfficerShare::from_bytes(&bytes)?)
    }
}

fn count(officers: &[MemberId]) -> Result<u8> {
    u8::try_from(officers.len()).map_err(|_| AppError::Unknown("officers"))
}

fn place(officers: &[MemberId], me: MemberId) -> Result<u8> {
    let place = officers.iter().position(|officer| *officer == me).ok_or(AppError::Unknown("officer"))?;
    u8::try_from(place).map_err(|_| AppError::Unknown("officer"))
}
