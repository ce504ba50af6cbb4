//! The seal authority's revocation list, from the desk that holds the authority. Nobody revokes a seal yet, so the list is
//! empty: a stranger's program that asks for it learns that, signed and dated, instead of nothing.

use sceau_certificate::seal::{SealKey, read_list, revocation_list};
use sceau_domain::moment::DAY;

use super::{SEAL_AUTHORITY, SEAL_AUTHORITY_KEY, SEAL_LIST};
use crate::desk::Desk;
use crate::error::{AppError, Result};

/// Days after which the next exchange brings a new list.
const RENEWED_DAYS: u64 = 7;
/// Days during which a list may be relied on: an institute may be closed for a summer.
const GOOD_DAYS: u64 = 90;

impl Desk {
    /// The revocation list that this desk should have published by now; made anew once the last one is a week old. None
    /// on a desk without the authority.
    pub(crate) fn revocation_list(&mut self) -> Result<Option<Vec<u8>>> {
        let refused = |error: sceau_certificate::seal::SealError| AppError::Certificate(error.to_string());
        let (key, authority, last) = self.store.read(|read| {
            Ok::<_, AppError>((
                read.secret(SEAL_AUTHORITY_KEY)?,
                read.secret(SEAL_AUTHORITY)?,
                read.secret(SEAL_LIST)?,
            ))
        })?;
        let (Some(key), Some(authority)) = (key, authority) else { return Ok(None) };
        let now = self.env.now();
        if let Some(last) = last
            && let Some(facts) = read_list(&last, &authority)
            && now < facts.from.plus(RENEWED_DAYS.saturating_mul(DAY))
        {
            return Ok(Some(last.to_vec()));
        }
        let key = SealKey::from_pkcs8(&key).map_err(refused)?;
        // Moments grow, and so do the numbers of lists, without anybody counting them.
        let next = now.plus(GOOD_DAYS.saturating_mul(DAY));
        let list = revocation_list(&key, &authority, &[], now.0, now, next).map_err(refused)?;
        self.store.write(|write| write.put_secret(SEAL_LIST, &list))?;
        Ok(Some(list))
    }
}
