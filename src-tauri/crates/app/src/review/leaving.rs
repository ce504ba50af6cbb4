//! What a reviewer had written when the door closed: their own words, offered once. No word of the evidence is among
//! them: passages go with the key.

use sceau_domain::id::DossierId;

use crate::desk::Desk;
use crate::error::{AppError, Result};

/// Vault name of the words, before the dossier's.
const LEAVING: &str = "leaving/";

fn place(dossier: DossierId) -> String {
    format!("{LEAVING}{dossier}")
}

impl Desk {
    /// Sets aside the reasons and notes of a dossier before its drafts are erased. Nothing for whoever was not
    /// recused: a revoked laptop keeps nothing.
    pub(crate) fn set_words_aside(&self, dossier: DossierId) -> Result<()> {
        let state = self.board().dossiers.get(&dossier);
        if !state.is_some_and(|state| self.member().is_some_and(|me| state.is_shut_out(me))) {
            return Ok(());
        }
        // A draft that does not read must not hold the door open.
        let reasons = self.rows_of_all_rounds(dossier).unwrap_or_default().into_iter().map(|one| one.row);
        let reasons = reasons.map(|row| (row.criterion, row.reason));
        let notes = self.notes(dossier).unwrap_or_default().into_iter();
        let notes = notes.map(|note| (format!("p. {}", note.passage.page), note.text));
        let written = reasons.chain(notes).filter(|(_, words)| !words.trim().is_empty());
        let words: Vec<String> = written.map(|(about, words)| format!("{about}\n{words}\n")).collect();
        if words.is_empty() {
            return Ok(());
        }
        self.store.write(|write| write.put_secret(&place(dossier), words.join("\n").as_bytes()))?;
        Ok(())
    }

    /// What was set aside, until it is taken or left behind.
    ///
    /// # Errors
    /// The disk.
    pub fn words_aside(&self, dossier: DossierId) -> Result<Option<String>> {
        let kept = self.store.read(|read| read.secret(&place(dossier)))?;
        Ok(kept.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
    }

    /// Forgets what was set aside.
    ///
    /// # Errors
    /// The disk.
    pub fn forget_words_aside(&self, dossier: DossierId) -> Result<()> {
        self.store.write(|write| Ok::<_, AppError>(write.forget_secret(&place(dossier))?))?;
        Ok(())
    }
}
