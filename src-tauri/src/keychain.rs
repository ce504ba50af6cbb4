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

#[cfg(test)]
mod tests {
    use super::*;

    /// Runs against the real keyring of the session; where none answers, that is what is checked.
    #[test]
    fn a_key_comes_back_from_the_real_keyring_or_is_never_said_to_be_kept() {
        if !Keychain.available() {
            // Where a keyring was started for this test, its silence is a failure.
            assert!(std::env::var_os("SCEAU_KEYRING").is_none(), "the keyring does not answer");
            println!("SKIPPED in part: no keyring service answers here");
            assert!(Keychain.set("desk of a test", &[7; 32]).is_err());
            return;
        }
        let name = format!("desk of a test {}", std::process::id());
        assert!(Keychain.get(&name).unwrap().is_none());
        Keychain.set(&name, &[7; 32]).unwrap();
        assert_eq!(*Keychain.get(&name).unwrap().unwrap(), [7; 32]);
        Keychain.forget(&name).unwrap();
        Keychain.forget(&name).unwrap();
        assert!(Keychain.get(&name).unwrap().is_none());
    }
}
