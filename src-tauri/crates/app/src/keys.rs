//! Keys of groups on this laptop: taking what others wrapped, making new ones, giving them to those who may
//! hold them, and forgetting them when the door closes.

use std::collections::BTreeMap;
use std::sync::PoisonError;

use sceau_domain::action::Action;
use sceau_domain::board::DeviceState;
use sceau_domain::id::{DeviceId, DossierId, GroupId};
use sceau_domain::permission::may_hold_key;
use sceau_ledger::batch::KeyName;
use sceau_ledger::group::{Commitment, GroupKey, WrapLabel, unwrap, wrap};
use sceau_ledger::history::{open_previous, seal_previous};

use crate::act::Intent;
use crate::desk::Desk;
use crate::error::{AppError, Result};

impl Desk {
    /// The newest key of a group that this laptop holds, and the name under which parcels quote it.
    pub(crate) fn newest_key(&self, group: GroupId) -> Result<(KeyName, GroupKey)> {
        let epoch = self.board().groups.get(&group).map_or(0, sceau_domain::board::GroupState::epoch);
        let key = self.store.read(|read| read.group_key(group, epoch))?.ok_or(AppError::NoKey)?;
        // Another laptop's key of the same epoch came first: what ours would seal, nobody could open.
        if !self.is_announced(group, epoch, &key) {
            return Err(AppError::NoKey);
        }
        Ok((key.name(&self.institute()), key))
    }

    /// Whether a key is the one that the log announced for its epoch.
    fn is_announced(&self, group: GroupId, epoch: u64, key: &GroupKey) -> bool {
        let announced = self.board().groups.get(&group).and_then(|state| state.commitments.get(&epoch));
        announced == Some(&key.commitment(&self.institute()).0)
    }

    /// Whether this laptop holds the newest key of a group.
    #[must_use]
    pub fn holds_key(&self, group: GroupId) -> bool {
        self.newest_key(group).is_ok()
    }

    /// The key of a name, whichever group and epoch it is of.
    pub(crate) fn key_named(&self, name: KeyName) -> Result<Option<GroupKey>> {
        let institute = self.institute();
        // With a hundred dossiers, looking through all their keys for each parcel would be felt. Only where a key lies is
        // remembered: one that was erased is not found.
        let place = self.placed.lock().unwrap_or_else(PoisonError::into_inner).get(&name).copied();
        if let Some((group, epoch)) = place
            && let Some(key) = self.store.read(|read| read.group_key(group, epoch))?
            && key.name(&institute) == name
        {
            return Ok(Some(key));
        }
        for group in self.store.read(|read| read.groups())? {
            for (epoch, key) in self.store.read(|read| read.group_keys(group))? {
                if key.name(&institute) == name {
                    let mut placed = self.placed.lock().unwrap_or_else(PoisonError::into_inner);
                    placed.insert(name, (group, epoch));
                    return Ok(Some(key));
                }
            }
        }
        Ok(None)
    }

    /// Takes every key that was wrapped to this device, and with it the group's history.
    pub(crate) fn take_keys(&mut self) -> Result<()> {
        let (device, institute) = (self.device(), self.institute());
        let mut taken: BTreeMap<(GroupId, u64), GroupKey> = BTreeMap::new();
        let mut held = BTreeMap::new();
        for group in self.store.read(|read| read.groups())? {
            for (epoch, key) in self.store.read(|read| read.group_keys(group))? {
                if self.is_announced(group, epoch, &key) {
                    held.insert((group, epoch), ());
                }
            }
        }
        for (group, state) in &self.board().groups {
            if !may_hold_key(self.board(), *group, device) {
                continue;
            }
            for (epoch, wraps) in &state.wraps {
                let (Some(sealed), Some(announced)) = (wraps.get(&device), state.commitments.get(epoch))
                else {
                    continue;
                };
                if held.contains_key(&(*group, *epoch)) {
                    continue;
                }
                let label = WrapLabel { institute, group: *group, epoch: *epoch, device };
                let Ok(sealed) = sealed.as_slice().try_into() else { continue };
                // A wrap that does not open or is another key than the announced one is not taken; the author's
                // act stays in the log as evidence.
                let Ok(key) = unwrap(sealed, &self.secrets.receive, &label, &Commitment(*announced)) else {
                    tracing::warn!(group = %group, epoch, "a wrapped key was refused");
                    continue;
                };
                taken.insert((*group, *epoch), key);
            }
            let newest = taken
                .iter()
                .rev()
                .find(|((of, _), _)| of == group)
                .map(|((_, epoch), key)| (*epoch, key.clone()));
            if let Some((mut epoch, mut key)) = newest {
                while let Some(older) = state
                    .history
                    .get(&epoch)
                    .and_then(|sealed| open_previous(&key, sealed, &institute, *group, epoch))
                {
                    epoch = epoch.saturating_sub(1);
                    key = older;
                    taken.entry((*group, epoch)).or_insert_with(|| key.clone());
                }
            }
        }
        if taken.is_empty() {
            return Ok(());
        }
        self.store.write(|write| {
            for ((group, epoch), key) in &taken {
                write.put_group_key(*group, *epoch, key)?;
            }
            Ok(())
        })
    }

    /// On recusal or revocation the door closes: key, drafts, files and cached text of the dossier are deleted.
    /// What the member wrote in their own words is set aside, to be taken or left behind. While a link that they declared
    /// waits for its judge the door is shut only: what they wrote is there when it opens again.
    pub(crate) fn forget_recused(&mut self) -> Result<()> {
        let device = self.device();
        let groups = self.store.read(|read| read.groups())?;
        for group in groups {
            let Some(state) = self.board().dossiers.get(&DossierId(group.0)) else { continue };
            let waits = self.member().is_some_and(|me| state.awaits_judge(me));
            if !waits && !may_hold_key(self.board(), group, device) {
                self.set_words_aside(DossierId(group.0))?;
                self.store.erase_group(group)?;
            }
        }
        Ok(())
    }

    /// Makes the next key of a group and wraps it to every device that may hold it. The previous key travels
    /// sealed under the new one.
    pub(crate) fn new_key(&mut self, group: GroupId) -> Result<()> {
        let institute = self.institute();
        let epoch = self.board().groups.get(&group).map_or(0, sceau_domain::board::GroupState::epoch);
        let next = epoch.saturating_add(1);
        let key = GroupKey::draw(&mut self.env.chance());
        let previous = match self.store.read(|read| read.group_key(group, epoch))? {
            Some(older) => seal_previous(&key, &older, &institute, group, next).unwrap_or_default(),
            None => Vec::new(),
        };
        let commitment = key.commitment(&institute).0;
        self.store.write(|write| write.put_group_key(group, next, &key))?;
        let wraps = self.wraps(group, next, &key, &self.entitled(group))?;
        self.act(vec![
            Intent::clear(Action::KeyNew { group, epoch: next, commitment, previous }),
            Intent::clear(Action::KeyWrap { group, epoch: next, wraps }),
        ])?;
        Ok(())
    }

    /// After an exchange: the keys of own computers, and of the groups that this laptop looks after, lie where they
    /// belong. Answers whether there is something to send.
    ///
    /// # Errors
    /// An act is refused, or the disk.
    pub(crate) fn keep_keys(&mut self) -> Result<bool> {
        let active = self.board().devices.get(&self.device()).is_some_and(DeviceState::is_active);
        let Some(me) = self.member().filter(|_| active) else { return Ok(false) };
        let own = self.keep_own_keys(GroupId::of_member(me))?;
        Ok(self.tend_keys()? > 0 || own)
    }

    /// A computer that has no key of its owner's makes the next one, since nothing can be sealed without; one that has
    /// them hands on every epoch, so that a second computer reads what the first one sealed.
    fn keep_own_keys(&mut self, group: GroupId) -> Result<bool> {
        let first = || self.entitled(group).first() == Some(&self.device());
        if !self.holds_key(group) || (self.is_stale(group) && first()) {
            self.new_key(group)?;
            return Ok(true);
        }
        let mut changed = false;
        for (epoch, key) in self.store.read(|read| read.group_keys(group))? {
            if self.is_announced(group, epoch, &key) {
                changed |= self.wrap_epoch(group, epoch, &key)?;
            }
        }
        Ok(changed)
    }

    /// Wraps the newest key of a group to every entitled device that lacks it. Nothing happens when none does.
    pub(crate) fn wrap_missing(&mut self, group: GroupId) -> Result<bool> {
        let Some(state) = self.board().groups.get(&group) else { return Ok(false) };
        let epoch = state.epoch();
        if self.without_key(group, epoch).is_empty() {
            return Ok(false);
        }
        let (_, key) = self.newest_key(group)?;
        self.wrap_epoch(group, epoch, &key)
    }

    /// Devices that may hold a key and were not given it.
    fn without_key(&self, group: GroupId, epoch: u64) -> Vec<DeviceId> {
        let wraps = self.board().groups.get(&group).and_then(|state| state.wraps.get(&epoch));
        let has = |device: &DeviceId| wraps.is_some_and(|wraps| wraps.contains_key(device));
        self.entitled(group).into_iter().filter(|device| !has(device)).collect()
    }

    fn wrap_epoch(&mut self, group: GroupId, epoch: u64, key: &GroupKey) -> Result<bool> {
        let lacking = self.without_key(group, epoch);
        if lacking.is_empty() {
            return Ok(false);
        }
        let wraps = self.wraps(group, epoch, key, &lacking)?;
        self.act(vec![Intent::clear(Action::KeyWrap { group, epoch, wraps })])?;
        Ok(true)
    }

    fn entitled(&self, group: GroupId) -> Vec<DeviceId> {
        self.board()
            .devices
            .keys()
            .copied()
            .filter(|device| may_hold_key(self.board(), group, *device))
            .collect()
    }

    fn wraps(
        &self,
        group: GroupId,
        epoch: u64,
        key: &GroupKey,
        devices: &[DeviceId],
    ) -> Result<BTreeMap<DeviceId, Vec<u8>>> {
        let mut wraps = BTreeMap::new();
        for device in devices {
            let Some(state) = self.board().devices.get(device) else { continue };
            let label = WrapLabel { institute: self.institute(), group, epoch, device: *device };
            wraps.insert(*device, wrap(key, &state.receiving, &label, &mut self.env.chance())?.to_vec());
        }
        Ok(wraps)
    }
}
