//! The first start: an invitation, keys, twenty digits, two persons. Until the keys are made nothing is on this disk;
//! from then on everything survives a restart.

use std::fs;
use std::sync::Arc;

use sceau_app::desk::Desk;
use sceau_app::disk::{Cost, DatabaseKey, Folder, Lock};
use sceau_app::error::AppError;
use sceau_app::identity::{Joining, Progress};
use sceau_app::view::Problem;
use sceau_app::view::enrolment::{Enrolment, Step};
use sceau_app::view::session::Line;
use zeroize::Zeroizing;

use super::{Answer, Program, blocking, locked};
use crate::home::Home;
use crate::notices::Notice;

impl Program {
    /// Where the first start stands.
    pub async fn enrolment(self: &Arc<Self>) -> Answer<Enrolment> {
        let program = Arc::clone(self);
        blocking(move || program.enrolment_now()).await
    }

    fn enrolment_now(&self) -> Answer<Enrolment> {
        let keyring = self.keeper().available();
        let (desk, joining, progress) = {
            let present = locked(&self.present);
            (present.desk.clone(), present.joining.clone(), present.progress)
        };
        match (desk, joining) {
            (Some(desk), _) => Ok(locked(&desk).enrolment(progress, keyring)?),
            (None, Some(joining)) => Ok(Enrolment::invited(&joining, keyring)),
            (None, None) => Ok(Enrolment::start(keyring)),
        }
    }

    /// Reads an invitation and checks the registry against it. A mismatch keeps nothing.
    pub async fn enrol_begin(self: &Arc<Self>, code: &str) -> Answer<Enrolment> {
        if self.held().is_some() || self.home.desk().is_some_and(|folder| folder.has_database()) {
            return self.enrolment().await;
        }
        let joining = Joining::begin(code.trim(), self.env.now()).await?;
        locked(&self.present).joining = Some(Arc::new(joining));
        self.tell(Notice::Enrolment);
        self.enrolment().await
    }

    /// Makes the keys. They rest in the keyring, or behind a passphrase where one was given.
    pub async fn enrol_keys(self: &Arc<Self>, passphrase: Option<Zeroizing<String>>) -> Answer<Enrolment> {
        let program = Arc::clone(self);
        blocking(move || program.make_keys(passphrase.as_deref().map(String::as_str))).await?;
        // The request travels at once when it can; the digits are shown either way.
        self.push();
        self.enrolment().await
    }

    fn make_keys(&self, passphrase: Option<&str>) -> Answer<()> {
        let joining = {
            let present = locked(&self.present);
            if present.desk.is_some() {
                return Ok(());
            }
            present.joining.clone().ok_or(Problem::plain("not-open"))?
        };
        let folder = self.home.desk_of(&joining.invitation.institute);
        if folder.has_database() {
            return Err(Problem::plain("already-open"));
        }
        let key = DatabaseKey::draw(&mut self.env.chance());
        self.rest_key(&folder, &key, passphrase)?;
        let desk = joining.make_desk(self.env.clone(), folder.path(), &key)?;
        tracing::info!(device = %desk.device(), "keys were made");
        self.hold(desk);
        Ok(())
    }

    /// Puts a desk's key to rest: behind a passphrase where one was given, else in the keyring.
    pub(super) fn rest_key(
        &self,
        folder: &Folder,
        key: &DatabaseKey,
        passphrase: Option<&str>,
    ) -> Result<(), AppError> {
        match passphrase.filter(|words| !words.is_empty()) {
            Some(words) => {
                let mut chance = self.env.chance();
                Lock::passphrase(folder, key, words, Cost::default(), &mut chance)?;
            }
            None if self.keeper().available() => {
                self.keeper().set(&Home::keyring_name(folder), key.expose())?;
                Lock::keyring(folder, key)?;
            }
            None => return Err(AppError::PassphraseMissing),
        }
        Ok(())
    }

    /// Asks the registry whether the two persons have confirmed. Silence of the network is no failure here: the
    /// request waits on this computer.
    pub async fn enrol_check(self: &Arc<Self>) -> Answer<Enrolment> {
        let Some(desk) = self.held() else { return self.enrolment().await };
        let _one_at_a_time = self.exchanging.lock().await;
        let asked = {
            let desk = Arc::clone(&desk);
            let ask =
                move || tauri::async_runtime::block_on(Desk::join_progress(&desk)).map_err(Problem::from);
            blocking(ask).await
        };
        match asked {
            Ok(progress) => {
                self.set_line(Line::Online);
                locked(&self.present).progress = Some(progress);
                let done = blocking(move || {
                    let desk = locked(&desk);
                    match progress {
                        Progress::Added => desk.note_added()?,
                        Progress::InForce => desk.begin_visit()?,
                        _ => {}
                    }
                    Ok(())
                });
                done.await?;
            }
            Err(problem) if problem.code.starts_with("sync.") => self.set_line(Line::Offline),
            Err(problem) => return Err(problem),
        }
        let enrolment = self.enrolment().await?;
        if enrolment.step == Step::Done {
            self.tell(Notice::Session);
            self.push();
        }
        Ok(enrolment)
    }

    /// Gives up: keeps nothing.
    pub async fn enrol_cancel(self: &Arc<Self>) -> Answer<Enrolment> {
        let joined = match self.held() {
            Some(desk) => blocking(move || Ok(locked(&desk).member().is_some())).await?,
            None => false,
        };
        if joined {
            return Err(Problem::plain("already-open"));
        }
        let had_desk = self.held().is_some();
        locked(&self.present).joining = None;
        self.close().await?;
        if had_desk && let Some(folder) = self.home.desk() {
            let program = Arc::clone(self);
            blocking(move || program.remove(&folder)).await?;
        }
        self.enrolment().await
    }

    /// Removes a desk that never came to be, and its key.
    pub(super) fn remove(&self, folder: &Folder) -> Answer<()> {
        let parts = ["desk.db", "desk.db-wal", "desk.db-shm", "salt.toml", "checkpoint", "lock"];
        for name in parts {
            match fs::remove_file(folder.path().join(name)) {
                Ok(()) => {}
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                Err(_) => return Err(Problem::plain("read-only")),
            }
        }
        if self.keeper().available() {
            self.keeper().forget(&Home::keyring_name(folder))?;
        }
        Ok(())
    }
}
