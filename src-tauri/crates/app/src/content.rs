//! Sealed content, opened when somebody asks for it.

use sceau_domain::action::ActionKind;
use sceau_ledger::encoding::Record;
use sceau_ledger::group::SheetKey;
use sceau_ledger::verify::VerifiedBatch;

use crate::desk::{Catalogued, Desk};
use crate::error::{AppError, Result};

impl Desk {
    /// The sealed events of a kind whose first object is `object`, in the order of the log.
    pub(crate) fn sealed(&self, kind: ActionKind, object: [u8; 16]) -> impl Iterator<Item = &Catalogued> {
        self.state
            .catalogue
            .iter()
            .filter(move |one| one.kind == kind && one.objects.first() == Some(&object))
    }

    /// Whether the registry acknowledged an act.
    pub(crate) fn has_arrived(&self, event: &Catalogued) -> Result<bool> {
        let kept = self.store.read(|read| read.batch(&event.batch))?;
        Ok(kept.is_some_and(|kept| kept.logged.is_some()))
    }

    /// The last content of a kind about an object that this laptop can open.
    pub(crate) fn last<T: Record>(&self, kind: ActionKind, object: [u8; 16]) -> Result<Option<T>> {
        let found: Vec<&Catalogued> = self.sealed(kind, object).collect();
        for one in found.into_iter().rev() {
            if let Some(bytes) = self.open_content(one)? {
                return Ok(Some(T::decode(&bytes)?));
            }
        }
        Ok(None)
    }

    /// Every content of a kind about an object that this laptop can open, with its event.
    pub(crate) fn every<T: Record>(
        &self,
        kind: ActionKind,
        object: [u8; 16],
    ) -> Result<Vec<(Catalogued, T)>> {
        let found: Vec<Catalogued> = self.sealed(kind, object).cloned().collect();
        let mut contents = Vec::with_capacity(found.len());
        for one in found {
            if let Some(bytes) = self.open_content(&one)? {
                contents.push((one, T::decode(&bytes)?));
            }
        }
        Ok(contents)
    }

    /// As [`Desk::every`], for what any reader of a dossier may write: what does not open or read is left out, and
    /// counted. Nobody's rubbish may keep the others from reading.
    pub(crate) fn every_readable<T: Record>(
        &self,
        kind: ActionKind,
        object: [u8; 16],
    ) -> Result<(Vec<(Catalogued, T)>, usize)> {
        let found: Vec<Catalogued> = self.sealed(kind, object).cloned().collect();
        let (mut contents, mut unread) = (Vec::with_capacity(found.len()), 0);
        for one in found {
            let bytes = match self.open_content(&one) {
                Err(error @ AppError::Store(_)) => return Err(error),
                Ok(None) => continue,
                other => other.ok().flatten(),
            };
            match bytes.map(|bytes| T::decode(&bytes)) {
                Some(Ok(content)) => contents.push((one, content)),
                _ => unread += 1,
            }
        }
        Ok((contents, unread))
    }

    /// Opens the group parcel in which an event's content lies; `None` when key or parcel are not here.
    pub(crate) fn open_content(&self, one: &Catalogued) -> Result<Option<Vec<u8>>> {
        let Some(batch) = self.batch(one)? else { return Ok(None) };
        let Some(name) = batch.parcel_entry(one.parcel).and_then(|entry| entry.key) else { return Ok(None) };
        let Some(key) = self.key_named(name)? else { return Ok(None) };
        let payloads = batch.open(one.parcel, &key.class())?;
        Ok(payloads.and_then(|mut all| {
            (usize::from(one.item) < all.len()).then(|| all.swap_remove(usize::from(one.item)))
        }))
    }

    /// Opens a sealed sheet or choice with its own key.
    pub(crate) fn open_sealed(&self, one: &Catalogued, key: &SheetKey) -> Result<Option<Vec<u8>>> {
        let Some(batch) = self.batch(one)? else { return Ok(None) };
        let Some(name) = batch.parcel_entry(one.parcel).and_then(|entry| entry.key) else { return Ok(None) };
        let Some(dossier_key) = self.key_named(name)? else { return Ok(None) };
        let payloads = batch.open(one.parcel, &dossier_key.sealed_class(key, &self.institute()))?;
        Ok(payloads.and_then(|mut all| {
            (usize::from(one.item) < all.len()).then(|| all.swap_remove(usize::from(one.item)))
        }))
    }

    /// The author's own copy of the key of a sealed act, in the batch's own parcel.
    pub(crate) fn own_copy(&self, one: &Catalogued) -> Result<Option<SheetKey>> {
        let Some(batch) = self.batch(one)? else { return Ok(None) };
        for (place, entry) in (0_u8..).zip(&batch.record().parcels) {
            if entry.access != sceau_ledger::batch::Access::Own {
                continue;
            }
            let Some(key) = entry.key.map(|name| self.key_named(name)).transpose()?.flatten() else {
                continue;
            };
            let payloads = batch.open(place, &key.class())?.unwrap_or_default();
            if let Some(bytes) = payloads.first().and_then(|bytes| bytes.as_slice().try_into().ok()) {
                return Ok(Some(SheetKey::from_bytes(bytes)));
            }
        }
        Ok(None)
    }

    /// The clear payload of an event, in the bytes that were signed.
    pub(crate) fn clear_payload(&self, one: &Catalogued) -> Result<Option<Vec<u8>>> {
        let Some(batch) = self.batch(one)? else { return Ok(None) };
        Ok(batch.clear_payloads(one.parcel).and_then(|all| all.into_iter().nth(usize::from(one.item))))
    }

    /// The batch of an event, verified again.
    pub(crate) fn batch(&self, one: &Catalogued) -> Result<Option<VerifiedBatch>> {
        let Some(kept) = self.store.read(|read| read.batch(&one.batch))? else { return Ok(None) };
        match self.state.replay.verify(kept.parts) {
            None => Err(AppError::Unknown("device")),
            Some(batch) => Ok(Some(batch?)),
        }
    }
}
