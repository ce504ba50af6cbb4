//! One act on its way into the board: what its header shows, and its content where that is clear.

use sceau_domain::action::{Action, ActionKind};
use sceau_domain::board::{Board, Event};
use sceau_domain::id::{DeviceId, MemberId};
use sceau_domain::moment::Moment;
use sceau_domain::permission::{Act, Missing, Permission, content, permit};
use sceau_ledger::batch::Access;
use sceau_ledger::charter::SignedCharter;
use sceau_ledger::encoding::Record as _;
use sceau_ledger::payload::{self, PayloadError, is_clear};
use sceau_ledger::verify::{Event as SignedEvent, VerifiedBatch, payload_of};

/// An act that was verified and has yet to be judged, or is parked.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Index of its batch in the log.
    pub place: u64,
    /// When that was received.
    pub received: Moment,
    /// Who acted.
    pub member: MemberId,
    /// On which device.
    pub device: DeviceId,
    /// Its place in the device's series.
    pub seq: u64,
    /// Its kind, known to this version or not.
    pub kind: u16,
    /// Its objects.
    pub objects: Vec<[u8; 16]>,
    /// Its content; `None` when a newer version made it.
    pub action: Option<Action>,
    /// A charter as it travels, when the act is one.
    pub charter: Option<SignedCharter>,
    /// What it lacks, once parked.
    pub missing: Missing,
}

impl Candidate {
    /// Reads the act that a header announces.
    ///
    /// # Errors
    /// Its clear content is missing or not what it claims.
    pub fn read(
        batch: &VerifiedBatch,
        event: &SignedEvent,
        place: u64,
        received: Moment,
    ) -> Result<Self, PayloadError> {
        let header = &event.header;
        let kind = ActionKind::from_code(header.kind);
        let mut candidate = Self {
            place,
            received,
            member: batch.record().member,
            device: batch.record().device,
            seq: header.seq,
            kind: header.kind,
            objects: header.objects.clone(),
            action: None,
            charter: None,
            missing: Missing::Version,
        };
        let clear = clear_payload(batch, event, kind);
        let bytes = match (&clear, kind) {
            (Some(bytes), _) => bytes.as_slice(),
            // Content that everybody must fold and that is not there to be folded.
            (None, Some(kind)) if is_clear(kind) => return Err(PayloadError::OtherObject),
            (None, _) => &[],
        };
        match payload::decode(header, bytes, &batch.record().institute) {
            Ok(action) => candidate.action = Some(action),
            Err(PayloadError::Newer) => {}
            Err(error) => return Err(error),
        }
        if kind == Some(ActionKind::Charter) {
            candidate.charter = SignedCharter::decode(bytes).ok();
        }
        Ok(candidate)
    }

    /// What the rules say of it now.
    #[must_use]
    pub fn judge(&self, board: &Board) -> Permission {
        let act = Act {
            member: self.member,
            device: self.device,
            kind: self.kind,
            objects: &self.objects,
            received: self.received,
        };
        match (permit(&act, board), &self.action) {
            (Permission::Allowed, Some(action)) => content(&act, action, board),
            (Permission::Allowed, None) => Permission::Undecided(Missing::Version),
            (other, _) => other,
        }
    }

    /// Folds it. Only what [`Self::judge`] allows, or what the chair accepted, may come here.
    pub fn apply(&self, board: &mut Board) {
        if let Some(action) = &self.action {
            board.apply(&Event {
                member: self.member,
                device: self.device,
                seq: self.seq,
                index: self.place,
                received: self.received,
                action,
            });
        }
    }
}

/// The clear payload of an act. A sheet's and a ballot's header points at the sealed parcel; the box that everybody
/// folds is the first payload of the batch's clear parcel, the act being alone in its batch.
fn clear_payload(batch: &VerifiedBatch, event: &SignedEvent, kind: Option<ActionKind>) -> Option<Vec<u8>> {
    if matches!(kind, Some(ActionKind::Sheet | ActionKind::Ballot)) {
        let parcels = (0_u8..).zip(&batch.record().parcels);
        let (index, _) = parcels.into_iter().find(|(_, parcel)| parcel.access == Access::Clear)?;
        return batch.clear_payloads(index)?.into_iter().next();
    }
    let parcel = batch.clear_payloads(event.header.parcel)?;
    payload_of(&event.header, &parcel).map(<[u8]>::to_vec)
}
