//! A newer version of a file of evidence: filed beside the one that it replaces, which stays readable, since marks rest
//! on its words.

use sceau_domain::action::{Action, ActionKind};
use sceau_domain::dossier::Stage;
use sceau_domain::id::{DossierId, GroupId};
use sceau_domain::refusal::Refusal;
use sceau_ledger::encoding::Record;
use sceau_ledger::payload::sealed::{Beside, EvidenceItem};

use crate::act::Intent;
use crate::desk::Desk;
use crate::error::{AppError, Result};
use crate::intake::{Reading, single};

/// Longest description of what changed (characters).
const CHANGE: usize = 500;

/// A newer version as the secretariat files it.
#[derive(Debug, Clone, Default)]
pub struct NewVersion {
    /// The file's name.
    pub name: String,
    /// The file.
    pub bytes: Vec<u8>,
    /// What changed, in a line.
    pub change: String,
    /// A person looked, and there is no data of a patient in it.
    pub cleared: bool,
}

/// The newest version of a file among those of its dossier, in the order of the log; itself, if nothing replaces it.
#[must_use]
pub fn newest<'i>(of: &'i EvidenceItem, among: &'i [EvidenceItem]) -> &'i EvidenceItem {
    let mut newest = of;
    // A chain is at most as long as there are files: a circle, which we never write, ends all the same.
    for _ in among {
        match among.iter().rfind(|item| item.beside.replaces == Some(newest.sha256)) {
            Some(next) => newest = next,
            None => break,
        }
    }
    newest
}

impl Desk {
    /// Whether a newer version may come in: no sheet of the scoring that the dossier is in is open, nor about to be; or
    /// something new is awaited, after a deferral or for an appeal.
    ///
    /// # Errors
    /// The dossier is not known.
    pub fn takes_versions(&self, dossier: DossierId) -> Result<bool> {
        let closed = self.dossier(dossier)?.round().is_some_and(|round| round.closed_at.is_some());
        let stage = self.stage(dossier)?;
        // Elsewhere a round that is closed belongs to an earlier scoring.
        Ok(!(closed && stage == Stage::Scoring) && stage.takes_evidence())
    }

    /// Files a newer version of a file: sealed like the others, under the same number, and naming what it replaces.
    ///
    /// # Errors
    /// [`AppError::File`] with the codes of intake for what cannot be taken; the file is not of this dossier, it was
    /// replaced already, the same bytes are there already, the sheets are open, or the rules say no.
    pub fn replace_evidence(
        &mut self,
        dossier: DossierId,
        replaced: &[u8; 32],
        new: NewVersion,
    ) -> Result<EvidenceItem> {
        if !self.takes_versions(dossier)? {
            return Err(Refusal::WrongStage.into());
        }
        let items = self.evidence(dossier)?;
        let old = items.iter().find(|item| item.sha256 == *replaced).ok_or(AppError::Unknown("file"))?;
        if newest(old, &items) != old {
            return Err(Refusal::AlreadyThere.into());
        }
        let change = new.change.trim();
        if change.chars().count() > CHANGE {
            return Err(AppError::Input("change".to_owned()));
        }
        let limits = self.intake_limits()?;
        let size = (new.bytes.len() as u64).div_ceil(1 << 20);
        if size > limits.file {
            return Err(AppError::EvidenceTooLarge { size, limit: limits.file });
        }
        let mut reading = Reading { limits: limits.limits(), ..Reading::default() };
        if new.cleared {
            reading.cleared.push(sceau_ledger::tree::sha256(&new.bytes));
        }
        let file = single::judge(&new.name, new.bytes, &reading).map_err(|items| AppError::File {
            file: new.name.clone(),
            codes: items.iter().map(|item| format!("{}@{}", item.code, item.place)).collect(),
        })?;
        if items.iter().any(|item| item.sha256 == file.sha256) {
            return Err(Refusal::AlreadyThere.into());
        }
        let sealed = self.seal_file(&file.bytes)?;
        let item = EvidenceItem {
            place: sealed.place.clone(),
            sha256: file.sha256,
            media: file.media.mime().to_owned(),
            name: file.name.clone(),
            title: old.title.clone(),
            kind: old.kind.clone(),
            number: old.number,
            criteria: old.criteria.clone(),
            beside: Beside {
                replaces: Some(old.sha256),
                change: (!change.is_empty()).then(|| change.to_owned()),
                reference: old.beside.reference.clone(),
                study: old.beside.study.clone(),
            },
        };
        // The act first: what the rules refuse leaves no file behind.
        let action = Action::Sealed { kind: ActionKind::Evidence, objects: vec![dossier.0] };
        self.act(vec![Intent::group(action, GroupId::of_dossier(dossier), item.encode())])?;
        self.keep_file(dossier, &item, sealed)?;
        Ok(item)
    }
}
