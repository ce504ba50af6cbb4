//! A computer is revoked: which keys change, and what its holder keeps.

use sceau_domain::id::{DeviceId, DossierId};
use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::error::{AppError, Result};

/// What followed from a revocation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct RevokedView {
    pub name: String,
    pub keys_changed: usize,
    pub keys_kept: usize,
    pub dossiers: Vec<String>,
    pub others: Vec<String>,
    pub officer: bool,
}

impl Desk {
    /// Revokes a computer and says what followed.
    ///
    /// # Errors
    /// As [`Desk::revoke`].
    pub fn people_revoke(&mut self, device: DeviceId) -> Result<RevokedView> {
        let member = self.board().devices.get(&device).ok_or(AppError::Unknown("device"))?.member;
        let held = self.held_by(&[device]);
        let (keys_changed, keys_kept) = self.revoke(device)?;
        let mut dossiers = Vec::new();
        for dossier in held.iter().map(|group| DossierId(group.0)) {
            if self.board().dossiers.contains_key(&dossier) {
                dossiers.extend(self.card_of(dossier)?.map(|card| card.solution));
            }
        }
        // A thief may have vouched for a computer of their own as the member's second one.
        let devices = self.board().devices.iter();
        let others = devices.filter(|(_, state)| state.member == member && state.revoked_from.is_none());
        Ok(RevokedView {
            name: self.name_of(member)?,
            keys_changed,
            keys_kept,
            dossiers,
            others: others.map(|(id, _)| id.to_string().chars().take(8).collect()).collect(),
            officer: self.board().is_officer(member),
        })
    }
}
