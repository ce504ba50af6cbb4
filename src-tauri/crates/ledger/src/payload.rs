//! Payloads: what each kind says, in bytes. `src-tauri/docs/records.cddl` is the schema of the same.
//!
//! [`encode`] and [`decode`] are the codec of clear payloads, which everybody folds. [`sealed`] holds the
//! content of kinds that only holders of a key read.

mod dossier;
mod figures;
mod label;
mod people;
pub mod sealed;
mod vote;

use sceau_domain::action::{Action, ActionKind};
use sceau_domain::id::{DossierId, Institute};

use crate::batch::Access;
use crate::charter::CharterError;
use crate::device::JoinError;
use crate::encoding::{EncodingError, Reader, Writer, door};
use crate::header::Header;
use crate::verify::{Event, VerifiedBatch};

/// Version of every payload's schema in this release.
pub const VERSION: u16 = 1;

/// Why a clear payload cannot be folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PayloadError {
    /// Not the schema of its kind.
    #[error("payload: {0}")]
    Encoding(#[from] EncodingError),
    /// A device's request is not what it claims.
    #[error("device: {0}")]
    Join(#[from] JoinError),
    /// A charter is not what it claims.
    #[error("charter: {0}")]
    Charter(#[from] CharterError),
    /// A payload speaks of another object than its header.
    #[error("the payload speaks of another object than its header")]
    OtherObject,
    /// A kind or version that this release does not know.
    #[error("made by a newer version")]
    Newer,
}

/// Whether the payload of a kind travels in clear, so that everybody folds it.
#[must_use]
pub const fn is_clear(kind: ActionKind) -> bool {
    use ActionKind as K;
    !matches!(
        kind,
        K::DossierCard
            | K::Evidence
            | K::Answers
            | K::Examination
            | K::Renewal
            | K::StepWords
            | K::AppealTerms
            | K::RecusalCriteria
            | K::Draft
            | K::Notes
            | K::Revision
            | K::Thread
            | K::MotionText
            | K::Tally
            | K::Opinion
    )
}

/// Writes the clear payload of an act. For a sheet, a ballot, an acceptance of what came late and a step of a label's
/// life it stands in the batch's clear parcel, while the header points at the sealed one.
#[must_use]
pub fn encode(action: &Action) -> Vec<u8> {
    let mut to = Writer::new();
    write(action, &mut to);
    to.finish()
}

fn write(action: &Action, to: &mut Writer) {
    match action {
        Action::Charter(_)
        | Action::Member { .. }
        | Action::Role { .. }
        | Action::Invite { .. }
        | Action::DeviceAdd { .. }
        | Action::DeviceCountersign { .. }
        | Action::DeviceRevoke { .. }
        | Action::ProfileSet { .. }
        | Action::OfficerKey { .. }
        | Action::RulesFile { .. }
        | Action::Committee { .. }
        | Action::KeyNew { .. }
        | Action::KeyWrap { .. } => people::write(action, to),
        Action::Motion { .. }
        | Action::Ballot { .. }
        | Action::Close { .. }
        | Action::BallotShares { .. }
        | Action::LateAccept { .. }
        | Action::Decision { .. } => vote::write(action, to),
        Action::LabelMove { said, .. } => label::write(said, to),
        _ => dossier::write(action, to),
    }
}

/// Reads the clear payload of a header.
///
/// # Errors
/// Another schema, a signature that does not hold, or an object other than the header's.
pub fn decode(header: &Header, payload: &[u8], institute: &Institute) -> Result<Action, PayloadError> {
    let kind = ActionKind::from_code(header.kind).ok_or(PayloadError::Newer)?;
    if header.version != VERSION {
        return Err(PayloadError::Newer);
    }
    if header.objects.len() != kind.objects() {
        return Err(PayloadError::OtherObject);
    }
    let sealed = Action::Sealed { kind, objects: header.objects.clone() };
    let action = match kind {
        ActionKind::Charter => people::charter(payload)?,
        ActionKind::DeviceAdd => people::device_add(header, payload, institute)?,
        _ if !is_clear(kind) => return Ok(sealed),
        _ => door(payload, |from| read(kind, header, from), write)?,
    };
    if action.objects() == header.objects { Ok(action) } else { Err(PayloadError::OtherObject) }
}

fn read(kind: ActionKind, header: &Header, from: &mut Reader<'_>) -> Result<Action, EncodingError> {
    use ActionKind as K;
    match kind {
        K::Motion | K::Ballot | K::Close | K::BallotShares | K::LateAccept | K::Decision => {
            vote::read(kind, header, from)
        }
        K::DossierNew
        | K::DossierMove
        | K::Assignment
        | K::Interests
        | K::Recusal
        | K::RecusalWords
        | K::NameMatch
        | K::Round
        | K::Sheet
        | K::SheetsOpen
        | K::SheetShares
        | K::Certificate
        | K::Publication => dossier::read(kind, header, from),
        K::LabelMove => {
            Ok(Action::LabelMove { dossier: DossierId(object(header, 0)), said: label::read(from)? })
        }
        _ => people::read(kind, header, from),
    }
}

/// What the batch's events say in clear, in their order; `None` where header or clear parcel are withheld.
#[must_use]
pub fn acts(batch: &VerifiedBatch) -> Option<Vec<(&Event, Result<Action, PayloadError>)>> {
    let institute = &batch.record().institute;
    let read = |event: &Event| -> Option<Result<Action, PayloadError>> {
        let header = &event.header;
        let kind = ActionKind::from_code(header.kind);
        if kind.is_some_and(|kind| !is_clear(kind)) {
            return Some(decode(header, &[], institute));
        }
        let (parcel, item) = match kind {
            // What everybody folds lies beside what is sealed: alone in its batch, hence the first item of the
            // clear parcel.
            Some(ActionKind::Sheet | ActionKind::Ballot | ActionKind::LateAccept | ActionKind::LabelMove) => {
                (clear_parcel(batch)?, 0)
            }
            _ => (header.parcel, usize::from(header.item)),
        };
        let payloads = batch.clear_payloads(parcel)?;
        Some(
            payloads
                .get(item)
                .map_or(Err(EncodingError::Malformed.into()), |bytes| decode(header, bytes, institute)),
        )
    };
    batch.events()?.iter().map(|event| read(event).map(|act| (event, act))).collect()
}

fn clear_parcel(batch: &VerifiedBatch) -> Option<u8> {
    let parcels = &batch.record().parcels;
    let place = parcels.iter().position(|entry| entry.access == Access::Clear)?;
    u8::try_from(place).ok()
}

/// The header's object at a place; `decode` has compared their number with the kind's.
fn object(header: &Header, place: usize) -> [u8; 16] {
    header.object(place).unwrap_or_default()
}

#[cfg(test)]
mod tests;
