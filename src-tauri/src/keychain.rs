//! The operating system's keyring, for the key of the database.
//!
//! A Secret Service whose collection is locked answers "no entry" where there is one, and one that cannot be written
//! may say nothing at all. So nothing here takes "no entry" for "never kept", and what was kept is read back before
//! anybody relies on it.

use keyring::{Entry, Error};
use sceau_app::environment::KeyKeeper;
use sceau_app::error::AppError;
use zeroize::Zeroizing;

/// Under this name the keyring lists our secrets.
const SERVICE: &str = "Sceau";

/// The operating system's keyring.
pub struct Keychain;

fn failed(error: &Error) -> AppError {
    AppError::Keyring(error.to_string())
}

impl KeyKeeper for Keychain {
    fn available(&self) -> bool {
        Entry::store_status().is_ok()
    }

    fn get(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, AppError> {
        let entry = Entry::new(SERVICE, name).map_err(|error| failed(&error))?;
        match entry.get_secret() {
            Ok(secret) => Ok(Some(Zeroizing::new(secret))),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(failed(&error)),
        }
    }

    fn set(&self, name: &str, secret: &[u8]) -> Result<(), AppError> {
        let entry = Entry::new(SERVICE, name).map_err(|error| failed(&error))?;
        entry.set_secret(secret).map_err(|error| failed(&error))?;
        match self.get(name)? {
            Some(kept) if *kept == secret => Ok(()),
            _ => Err(AppError::Keyring("what was kept does not come back".to_owned())),
        }
    }

    fn forget(&self, name: &str) -> Result<(), AppError> {
        let entry = Entry::new(SERVICE, name).map_err(|error| failed(&error))?;
        match entry.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(failed(&error)),
        }
    }
}
