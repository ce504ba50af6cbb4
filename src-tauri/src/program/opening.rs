//! Opening and locking the desk.

use std::sync::{Arc, Mutex};

use sceau_app::desk::Desk;
use sceau_app::disk::{DatabaseKey, Folder, Keeping, Lock, Store};
use sceau_app::error::AppError;
use sceau_app::view::Problem;
use sceau_app::view::session::{LockedBy, Network, Session};
use sceau_domain::moment::Moment;
use zeroize::Zeroizing;

use super::{Answer, Program, blocking, locked};
use crate::home::Home;
use crate::notices::Notice;

/// Wrong passphrases that cost nothing but the time to try them.
const FREE: u32 = 3;
/// Longest wait between two tries, in seconds.
const LONGEST: u64 = 60;

/// Wrong passphrases in a row, and until when the next one waits.
#[derive(Debug, Default)]
pub struct Wait {
    wrong: u32,
    until: Option<Moment>,
}

impl Wait {
    /// Seconds that are still to be waited; `None`: none.
    fn left(&self, now: Moment) -> Option<u64> {
        let left = self.until?.0.checked_sub(now.0).filter(|left| *left > 0)?;
        Some(left.div_ceil(1000))
    }

    /// One more wrong passphrase: the fourth waits 2 s, each further one twice as long, at most a minute.
    fn wrong(&mut self, now: Moment) {
        self.wrong = self.wrong.saturating_add(1);
        if let Some(doublings) = self.wrong.checked_sub(FREE) {
            let seconds = 2_u64.checked_shl(doublings).unwrap_or(LONGEST).min(LONGEST);
            self.until = Some(now.plus(seconds.saturating_mul(1000)));
        }
    }
}

impl Program {
    /// Opens the desk with the key in the keyring, when that is where it rests. Anything else waits for a person.
    pub fn open_by_keyring(self: &Arc<Self>) -> Answer<()> {
        let Some(folder) = self.home.desk().filter(Folder::has_database) else { return Ok(()) };
        let lock = Lock::read(&folder).map_err(AppError::from)?;
        if lock.is_none_or(|lock| lock.kept() != Keeping::Keyring) {
            return Ok(());
        }
        let key = self.key_in_keyring(&folder)?;
        self.open(&folder, &key)
    }

    pub(super) fn key_in_keyring(&self, folder: &Folder) -> Answer<DatabaseKey> {
        let kept = self.keeper().get(&Home::keyring_name(folder))?;
        // A locked keyring may say that there is nothing: never a reason to make another key.
        let kept = kept.ok_or(AppError::Keyring("no entry".to_owned()))?;
        let bytes = <[u8; 32]>::try_from(kept.as_slice()).map_err(|_| AppError::NoKeyring)?;
        Ok(DatabaseKey::from_bytes(bytes))
    }

    /// Opens the desk with a passphrase.
    pub async fn unlock(self: &Arc<Self>, passphrase: Zeroizing<String>) -> Answer<Session> {
        let program = Arc::clone(self);
        blocking(move || program.unlock_now(&passphrase)).await?;
        self.push();
        self.session().await
    }

    pub(crate) fn unlock_now(self: &Arc<Self>, passphrase: &str) -> Answer<()> {
        if self.held().is_some() {
            return Ok(());
        }
        let (folder, lock) = self.locked_desk()?;
        if lock.kept() == Keeping::Keyring {
            return self.open_by_keyring();
        }
        let key = self.try_secret(passphrase, |words| lock.open(words))?;
        self.open(&folder, &key)
    }

    /// The folder of the desk, and how it is locked.
    pub(super) fn locked_desk(&self) -> Answer<(Folder, Lock)> {
        let folder = self.home.desk().filter(Folder::has_database).ok_or(Problem::plain("not-open"))?;
        let lock = Lock::read(&folder).map_err(AppError::from)?;
        Ok((folder, lock.ok_or(Problem::plain("database-key"))?))
    }

    /// One try of a secret. Slips cost nothing, guessing gets slower.
    pub(super) fn try_secret<E: Into<AppError>>(
        &self,
        secret: &str,
        open: impl FnOnce(&str) -> Result<DatabaseKey, E>,
    ) -> Answer<DatabaseKey> {
        if secret.is_empty() {
            return Err(Problem::plain("passphrase-missing"));
        }
        if let Some(seconds) = locked(&self.wait).left(self.env.now()) {
            return Err(Problem::with("passphrase-wait", "seconds", seconds));
        }
        match open(secret) {
            Ok(key) => {
                *locked(&self.wait) = Wait::default();
                Ok(key)
            }
            Err(error) => {
                locked(&self.wait).wrong(self.env.now());
                Err(error.into().into())
            }
        }
    }

    pub(super) fn open(&self, folder: &Folder, key: &DatabaseKey) -> Answer<()> {
        let store = Store::open(folder, key).map_err(AppError::from)?;
        let desk = Desk::open(self.env.clone(), store)?;
        if desk.member().is_some() {
            desk.begin_visit()?;
        }
        tracing::info!(device = %desk.device(), "the desk is open");
        self.hold(desk);
        Ok(())
    }

    /// Keeps an open desk in memory.
    pub(super) fn hold(&self, desk: Desk) {
        let mut present = locked(&self.present);
        present.desk = Some(Arc::new(Mutex::new(desk)));
        present.locked_by = None;
        present.joining = None;
    }

    /// Shuts the database and forgets its key. Without a passphrase there is nothing to lock: the session's own lock
    /// is the lock.
    pub async fn lock(self: &Arc<Self>, idle: bool) -> Answer<Session> {
        let folder = self.home.desk();
        let kept = folder.and_then(|folder| Lock::read(&folder).ok().flatten()).map(|lock| lock.kept());
        if kept == Some(Keeping::Passphrase) {
            self.close().await?;
            locked(&self.present).locked_by = Some(if idle { LockedBy::Idle } else { LockedBy::Person });
            self.tell(Notice::Session);
        }
        self.session().await
    }

    /// Lets go of the desk. An exchange that runs is broken off: it may be repeated at any point.
    pub async fn close(self: &Arc<Self>) -> Answer<()> {
        let desk = {
            let mut present = locked(&self.present);
            present.line = Network::default();
            present.problem = None;
            present.progress = None;
            present.desk.take()
        };
        self.put_away();
        self.stop.notify_waiters();
        let _none_runs = self.exchanging.lock().await;
        let Some(desk) = desk else { return Ok(()) };
        blocking(move || {
            match Arc::try_unwrap(desk) {
                Ok(desk) => {
                    desk.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner).close()?;
                }
                // A command is still reading; the database closes when it lets go.
                Err(shared) => drop(shared),
            }
            Ok(())
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guessing_gets_slower_and_a_slip_of_the_finger_does_not() {
        let mut wait = Wait::default();
        let now = Moment(1_000_000);
        for _ in 0..2 {
            wait.wrong(now);
            assert_eq!(wait.left(now), None);
        }
        let mut last = 0;
        for _ in 0..40 {
            wait.wrong(now);
            let left = wait.left(now).unwrap();
            assert!(left >= last && left <= LONGEST);
            last = left;
        }
        assert_eq!(last, LONGEST);
        assert_eq!(wait.left(now.plus(LONGEST * 1000)), None);
    }
}
