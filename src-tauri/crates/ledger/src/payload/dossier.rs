//! Dossiers, interests, rounds, sheets, certificates.

use sceau_domain::action::{Action, ActionKind, Declaration, KeyShare, RecusalLevel, SealedOutcome};
use sceau_domain::board::step_of;
use sceau_domain::id::{CommitteeId, DeviceId, DossierId, MemberId, RoundId};

use super::figures;
use super::object;
use super::people::{read_by_device, write_by_device};
use crate::encoding::{EncodingError, Reader, Writer};
use crate::header::Header;

pub(super) fn write(action: &Action, to: &mut Writer) {
    match action {
        Action::Assignment { assigned, .. } => {
            to.array(1).bool(*assigned);
        }
        Action::Interests { declaration, details, .. } => {
            to.array(2).bool(*declaration == Declaration::Something);
            write_by_device(details, to);
        }
        Action::Recusal { level, .. } => {
            to.array(1).uint(level.map_or(0, level_code));
        }
        Action::LinkWords { details, .. } => {
            to.array(1);
            write_by_device(details, to);
        }
        Action::Round { deadline, minimum_sheets, committee, bylaws, .. } => {
            to.array(4).moment(*deadline).uint((*minimum_sheets).into()).bytes(&committee.0).bytes(bylaws);
        }
        Action::Sheet { sealed_key, .. } => {
            to.array(1).bytes(sealed_key);
        }
        Action::SheetShares { shares, .. } => write_shares(shares, to),
        Action::Certificate { number, document, decided, .. } => {
            to.array(4).text(number).bytes(document).text(&decided.outcome).bytes(&decided.opening);
        }
        Action::Publication { number, document, facts, figures, .. } => {
            to.array(if figures.is_some() { 4 } else { 3 }).text(number).bytes(document).text(facts);
            if let Some(figures) = figures {
                figures::write(figures, to);
            }
        }
        _ => {
            to.array(0);
        }
    }
}

const fn level_code(level: RecusalLevel) -> u64 {
    match level {
        RecusalLevel::Criterion => 1,
        RecusalLevel::Discuss => 2,
        RecusalLevel::Full => 3,
    }
}

pub(super) fn read(
    kind: ActionKind,
    header: &Header,
    from: &mut Reader<'_>,
) -> Result<Action, EncodingError> {
    let dossier = DossierId(object(header, 0));
    let round = RoundId(object(header, 1));
    let member = MemberId(object(header, 1));
    match kind {
        ActionKind::DossierNew => {
            from.places(0)?;
            Ok(Action::DossierNew { dossier })
        }
        ActionKind::DossierMove => {
            from.places(0)?;
            let step = step_of(&object(header, 1)).ok_or(EncodingError::OutOfRange)?;
            Ok(Action::DossierMove { dossier, step: step.to_owned() })
        }
        ActionKind::Assignment => {
            from.places(1)?;
            Ok(Action::Assignment { dossier, member, assigned: from.bool()? })
        }
        ActionKind::Interests => {
            from.places(2)?;
            let declaration = if from.bool()? { Declaration::Something } else { Declaration::Nothing };
            Ok(Action::Interests { dossier, declaration, details: read_by_device(0, from)? })
        }
        ActionKind::Recusal => {
            from.places(1)?;
            let level = match from.uint()? {
                0 => None,
                1 => Some(RecusalLevel::Criterion),
                2 => Some(RecusalLevel::Discuss),
                3 => Some(RecusalLevel::Full),
                _ => return Err(EncodingError::OutOfRange),
            };
            Ok(Action::Recusal { dossier, member, level })
        }
        ActionKind::RecusalWords | ActionKind::NameMatch => {
            from.places(1)?;
            Ok(Action::LinkWords { kind, dossier, member, details: read_by_device(0, from)? })
        }
        ActionKind::Round => {
            from.places(4)?;
            Ok(Action::Round {
                dossier,
                round,
                deadline: from.moment()?,
                minimum_sheets: from.fit()?,
                committee: CommitteeId(from.exactly()?),
                bylaws: from.exactly()?,
            })
        }
        ActionKind::Sheet => {
            from.places(1)?;
            Ok(Action::Sheet { dossier, round, sealed_key: from.bytes()?.to_vec() })
        }
        ActionKind::SheetsOpen => {
            from.places(0)?;
            Ok(Action::SheetsOpen { dossier, round })
        }
        ActionKind::SheetShares => Ok(Action::SheetShares { dossier, round, shares: read_shares(from)? }),
        ActionKind::Certificate => {
            from.places(4)?;
            let (number, document) = (from.text()?.to_owned(), from.exactly()?);
            let decided = SealedOutcome { outcome: from.text()?.to_owned(), opening: from.exactly()? };
            Ok(Action::Certificate { dossier, number, document, decided })
        }
        ActionKind::Publication => {
            let places = from.array()?;
            if !(3..=4).contains(&places) {
                return Err(EncodingError::Malformed);
            }
            Ok(Action::Publication {
                dossier,
                number: from.text()?.to_owned(),
                document: from.exactly()?,
                facts: from.text()?.to_owned(),
                figures: (places == 4).then(|| figures::read(from).map(Box::new)).transpose()?,
            })
        }
        _ => {
            from.places(0)?;
            Ok(Action::Sealed { kind, objects: header.objects.clone() })
        }
    }
}

pub(super) fn write_shares(shares: &[KeyShare], to: &mut Writer) {
    to.array(shares.len());
    for share in shares {
        to.array(4).bytes(&share.member.0).bytes(&share.device.0).uint(share.seq).bytes(&share.share);
    }
}

pub(super) fn read_shares(from: &mut Reader<'_>) -> Result<Vec<KeyShare>, EncodingError> {
    from.list(1024, |from| {
        from.places(4)?;
        let (member, device) = (MemberId(from.exactly()?), DeviceId(from.exactly()?));
        Ok(KeyShare { member, device, seq: from.uint()?, share: from.exactly::<96>()?.to_vec() })
    })
}
