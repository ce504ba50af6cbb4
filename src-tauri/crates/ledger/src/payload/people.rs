//! Charter, members, devices, rules files, committee messages, keys.

use std::collections::BTreeMap;

use sceau_domain::action::{Action, ActionKind, CharterFacts};
use sceau_domain::id::{CommitteeId, DeviceId, GroupId, Institute, InviteId, MemberId};
use sceau_domain::role::Role;

use super::{PayloadError, object};
use crate::charter::{Charter, CharterError, SignedCharter};
use crate::device::SignedJoin;
use crate::encoding::{EncodingError, Reader, Record, Writer};
use crate::header::Header;
use crate::sign::{Purpose, verify};

/// Text of a rules file, at most: 1 MiB would fill a batch.
const MAX_FILE: usize = 512 * 1024;

pub(super) fn write(action: &Action, to: &mut Writer) {
    match action {
        Action::Member { college, .. } => {
            to.array(1);
            match college {
                Some(code) => to.text(code),
                None => to.null(),
            };
        }
        Action::Role { role, granted, .. } => {
            to.array(2).uint(role.code().into()).bool(*granted);
        }
        Action::Invite { expires, .. } => {
            to.array(1).moment(*expires);
        }
        Action::ProfileSet { digest, .. } => {
            to.array(1).bytes(digest);
        }
        Action::OfficerKey { key } => {
            to.array(1).bytes(key);
        }
        Action::RulesFile { id, version, digest, text, .. } => {
            to.array(4).text(id).text(version).bytes(digest).bytes(text.as_bytes());
        }
        Action::Committee { message, officers, .. } => {
            to.array(2).array(officers.len());
            for officer in officers {
                to.bytes(&officer.0);
            }
            to.bytes(message);
        }
        Action::KeyNew { epoch, commitment, previous, .. } => {
            to.array(3).uint(*epoch).bytes(commitment).bytes(previous);
        }
        Action::KeyWrap { epoch, wraps, .. } => {
            to.array(2).uint(*epoch);
            write_by_device(wraps, to);
        }
        // A charter and a device request are records of their own, signed elsewhere: see `charter_payload`
        // and `device_payload`. The rest says nothing beyond its header.
        _ => {
            to.array(0);
        }
    }
}

pub(super) fn read(
    kind: ActionKind,
    header: &Header,
    from: &mut Reader<'_>,
) -> Result<Action, EncodingError> {
    let member = MemberId(object(header, 0));
    match kind {
        ActionKind::Member => {
            from.places(1)?;
            let college = from.optional(|from| from.text().map(str::to_owned))?;
            Ok(Action::Member { member, college })
        }
        ActionKind::Role => {
            from.places(2)?;
            let role = Role::from_code(from.fit()?).ok_or(EncodingError::OutOfRange)?;
            Ok(Action::Role { member, role, granted: from.bool()? })
        }
        ActionKind::Invite => {
            from.places(1)?;
            Ok(Action::Invite { member, invite: InviteId(object(header, 1)), expires: from.moment()? })
        }
        ActionKind::DeviceCountersign | ActionKind::DeviceRevoke => {
            from.places(0)?;
            let device = DeviceId(object(header, 0));
            Ok(if kind == ActionKind::DeviceRevoke {
                Action::DeviceRevoke { device }
            } else {
                Action::DeviceCountersign { device }
            })
        }
        ActionKind::ProfileSet => {
            from.places(1)?;
            Ok(Action::ProfileSet { member, digest: from.exactly()? })
        }
        ActionKind::OfficerKey => {
            from.places(1)?;
            Ok(Action::OfficerKey { key: from.exactly()? })
        }
        ActionKind::Bylaws | ActionKind::Grid | ActionKind::Labels | ActionKind::Orientation => {
            rules_file(kind, from)
        }
        ActionKind::CommitteeCommit
        | ActionKind::CommitteePolynomial
        | ActionKind::CommitteeShare
        | ActionKind::CommitteeConfirm => {
            from.places(2)?;
            let officers = from.list(16, |from| from.exactly().map(MemberId))?;
            let message = from.bytes()?.to_vec();
            Ok(Action::Committee {
                round: kind,
                committee: CommitteeId(object(header, 0)),
                message,
                officers,
            })
        }
        ActionKind::KeyNew => {
            from.places(3)?;
            Ok(Action::KeyNew {
                group: GroupId(object(header, 0)),
                epoch: from.uint()?,
                commitment: from.exactly()?,
                previous: from.bytes()?.to_vec(),
            })
        }
        ActionKind::KeyWrap => {
            from.places(2)?;
            let epoch = from.uint()?;
            Ok(Action::KeyWrap { group: GroupId(object(header, 0)), epoch, wraps: read_by_device(80, from)? })
        }
        _ => Err(EncodingError::OutOfRange),
    }
}

fn rules_file(kind: ActionKind, from: &mut Reader<'_>) -> Result<Action, EncodingError> {
    from.places(4)?;
    let (id, version) = (from.text()?.to_owned(), from.text()?.to_owned());
    let digest = from.exactly()?;
    let bytes = from.bytes()?;
    let text = std::str::from_utf8(bytes).map_err(|_| EncodingError::Malformed)?;
    if bytes.len() > MAX_FILE || crate::tree::sha256(bytes) != digest {
        return Err(EncodingError::OutOfRange);
    }
    Ok(Action::RulesFile { kind, id, version, digest, text: text.to_owned() })
}

/// Sealed bytes by device, in the order of the identifiers.
pub(super) fn write_by_device(sealed: &BTreeMap<DeviceId, Vec<u8>>, to: &mut Writer) {
    to.array(sealed.len());
    for (device, bytes) in sealed {
        to.array(2).bytes(&device.0).bytes(bytes);
    }
}

/// Reads what [`write_by_device`] wrote; `length` 0 allows any length.
pub(super) fn read_by_device(
    length: usize,
    from: &mut Reader<'_>,
) -> Result<BTreeMap<DeviceId, Vec<u8>>, EncodingError> {
    let pairs = from.list(1024, |from| {
        from.places(2)?;
        let device = DeviceId(from.exactly()?);
        let bytes = from.bytes()?.to_vec();
        if length > 0 && bytes.len() != length {
            return Err(EncodingError::OutOfRange);
        }
        Ok((device, bytes))
    })?;
    Ok(pairs.into_iter().collect())
}

/// Reads a charter with the signatures gathered so far.
pub(super) fn charter(payload: &[u8]) -> Result<Action, PayloadError> {
    let signed = SignedCharter::decode(payload)?;
    let charter = Charter::decode(&signed.record)?;
    let holds =
        |(key, signature): (&[u8; 32], &[u8; 64])| verify(key, Purpose::Charter, &signed.record, signature);
    if !signed.signatures.iter().all(holds) {
        return Err(CharterError::BadSignature.into());
    }
    Ok(Action::Charter(CharterFacts {
        digest: signed.hash(),
        previous: charter.previous,
        version: charter.version,
        name: charter.name,
        officers: charter.officers.iter().map(|officer| (officer.member, officer.key)).collect(),
        threshold: u8::try_from(charter.k).map_err(|_| EncodingError::OutOfRange)?,
        signers: signed.signatures.into_keys().collect(),
    }))
}

/// Reads a device's request and checks that it is signed by its own key, for this institute.
pub(super) fn device_add(
    header: &Header,
    payload: &[u8],
    institute: &Institute,
) -> Result<Action, PayloadError> {
    let request = SignedJoin::decode(payload)?.check(institute)?;
    let founder = request.invite == InviteId([0; 16]);
    Ok(Action::DeviceAdd {
        member: MemberId(object(header, 0)),
        device: request.keys.id(),
        signing: request.keys.sign,
        receiving: request.keys.receive,
        invite: (!founder).then_some(request.invite),
    })
}
