//! The passphrase of a desk and its recovery sheet.

use std::sync::Arc;

use sceau_app::disk::{Cost, DatabaseKey, Folder, Keeping, Lock, RecoveryCode};
use sceau_app::error::AppError;
use sceau_app::view::Problem;
use sceau_app::view::session::Session;
use zeroize::Zeroizing;

use super::{Answer, Program, blocking};
use crate::notices::Notice;

impl Program {
    /// Changes the passphrase. The database itself is not touched.
    pub async fn change_passphrase(
        self: &Arc<Self>,
        present: Zeroizing<String>,
        next: Zeroizing<String>,
    ) -> Answer<()> {
        let program = Arc::clone(self);
        blocking(move || {
            let (folder, lock) = program.locked_desk()?;
            let key = program.try_secret(&present, |words| lock.open(words))?;
            program.set_passphrase(&folder, &key, &next)
        })
        .await
    }

    /// A fresh code for a recovery sheet. It opens nothing before it is kept.
    pub fn draw_recovery(&self) -> Zeroizing<String> {
        RecoveryCode::draw(&mut self.env.chance()).to_text()
    }

    /// Seals the desk's key under the code of a sheet that its owner has in hand. An earlier sheet is void from then on.
    pub async fn keep_recovery(
        self: &Arc<Self>,
        passphrase: Zeroizing<String>,
        code: Zeroizing<String>,
    ) -> Answer<Session> {
        let program = Arc::clone(self);
        blocking(move || {
            let code = parse(&code)?;
            let (folder, lock) = program.locked_desk()?;
            let key = match lock.kept() {
                Keeping::Passphrase => program.try_secret(&passphrase, |words| lock.open(words))?,
                Keeping::Keyring => program.key_in_keyring(&folder)?,
            };
            let mut chance = program.env.chance();
            Lock::recovery(&folder, &key, &code, Cost::default(), &mut chance).map_err(AppError::from)?;
            Ok(())
        })
        .await?;
        self.tell(Notice::Session);
        self.session().await
    }

    /// Opens the desk with its recovery sheet, and gives it another passphrase.
    pub async fn recover(
        self: &Arc<Self>,
        code: Zeroizing<String>,
        next: Zeroizing<String>,
    ) -> Answer<Session> {
        let program = Arc::clone(self);
        blocking(move || {
            let code = parse(&code)?;
            let (folder, lock) = program.locked_desk()?;
            let key = program.try_secret(&code.to_text(), |_| lock.open_with(&code))?;
            program.set_passphrase(&folder, &key, &next)?;
            if program.held().is_none() {
                program.open(&folder, &key)?;
            }
            Ok(())
        })
        .await?;
        self.push();
        self.session().await
    }

    fn set_passphrase(&self, folder: &Folder, key: &DatabaseKey, words: &str) -> Answer<()> {
        if words.is_empty() {
            return Err(Problem::plain("passphrase-missing"));
        }
        let mut chance = self.env.chance();
        Lock::passphrase(folder, key, words, Cost::default(), &mut chance).map_err(AppError::from)?;
        Ok(())
    }
}

fn parse(code: &str) -> Answer<RecoveryCode> {
    RecoveryCode::parse(code).ok_or(Problem::plain("recovery-unreadable"))
}
