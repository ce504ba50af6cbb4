//! Motions, ballots, closing, decisions.

use sceau_domain::action::{Action, ActionKind, MotionTerms, VoteMode};
use sceau_domain::id::{CommitteeId, DeviceId, DossierId, MemberId, MotionId};

use super::dossier::{read_shares, write_shares};
use super::object;
use crate::encoding::{EncodingError, Reader, Writer};
use crate::header::Header;

pub(super) fn write(action: &Action, to: &mut Writer) {
    match action {
        Action::Motion { terms, .. } => write_terms(terms, to),
        Action::Ballot { sealed_key, .. } => {
            to.array(1).bytes(sealed_key);
        }
        Action::BallotShares { shares, .. } => write_shares(shares, to),
        Action::LateAccept { device, seq, .. } => {
            to.array(2).bytes(&device.0).uint(*seq);
        }
        Action::Decision { commitment, .. } => {
            to.array(1).bytes(commitment);
        }
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
    let motion = MotionId(object(header, 0));
    match kind {
        ActionKind::Motion => {
            Ok(Action::Motion { motion, dossier: DossierId(object(header, 1)), terms: read_terms(from)? })
        }
        ActionKind::Ballot => {
            from.places(1)?;
            Ok(Action::Ballot { motion, sealed_key: from.bytes()?.to_vec() })
        }
        ActionKind::Close => {
            from.places(0)?;
            Ok(Action::Close { motion })
        }
        ActionKind::BallotShares => Ok(Action::BallotShares { motion, shares: read_shares(from)? }),
        ActionKind::LateAccept => {
            from.places(2)?;
            Ok(Action::LateAccept {
                member: MemberId(object(header, 0)),
                device: DeviceId(from.exactly()?),
                seq: from.uint()?,
            })
        }
        ActionKind::Decision => {
            from.places(1)?;
            Ok(Action::Decision {
                dossier: DossierId(object(header, 0)),
                motion: MotionId(object(header, 1)),
                commitment: from.exactly()?,
            })
        }
        _ => Err(EncodingError::OutOfRange),
    }
}

fn write_terms(terms: &MotionTerms, to: &mut Writer) {
    to.array(7).uint(u64::from(terms.mode == VoteMode::Secret)).array(terms.options.len());
    for option in &terms.options {
        to.text(option);
    }
    to.array(terms.colleges.len());
    for (college, members) in &terms.colleges {
        to.array(2).text(college).array(members.len());
        for member in members {
            to.bytes(&member.0);
        }
    }
    to.bytes(&terms.committee.0)
        .moment(terms.deadline)
        .uint(terms.smallest_group.into())
        .bytes(&terms.bylaws);
}

fn read_terms(from: &mut Reader<'_>) -> Result<MotionTerms, EncodingError> {
    from.places(7)?;
    let mode = match from.uint()? {
        0 => VoteMode::RollCall,
        1 => VoteMode::Secret,
        _ => return Err(EncodingError::OutOfRange),
    };
    let options = from.list(16, |from| from.text().map(str::to_owned))?;
    let colleges = from.list(64, |from| {
        from.places(2)?;
        let code = from.text()?.to_owned();
        Ok((code, from.list(1024, |from| from.exactly().map(MemberId))?))
    })?;
    Ok(MotionTerms {
        mode,
        options,
        colleges,
        committee: CommitteeId(from.exactly()?),
        deadline: from.moment()?,
        smallest_group: from.fit()?,
        bylaws: from.exactly()?,
    })
}
