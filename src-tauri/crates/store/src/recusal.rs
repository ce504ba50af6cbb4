//! Closing the door behind somebody who is recused.

use sceau_domain::id::GroupId;

use crate::error::{At, Result, StoreError};
use crate::files::folder_of;
use crate::store::Store;

/// What was forgotten, for the notice on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Erased {
    /// Keys of the group, one per epoch.
    pub keys: usize,
    /// Drafts of the dossier.
    pub drafts: usize,
    /// Evidence files.
    pub files: usize,
}

impl Store {
    /// Forgets everything that lets this desk read a dossier: its keys, drafts, evidence and extracted text,
    /// in one transaction. The signed records stay, as ciphertext that nothing here opens any more. Freed
    /// pages are overwritten and the write-ahead file is emptied before this returns.
    pub fn erase_group(&self, group: GroupId) -> Result<Erased> {
        let (erased, roots) = self.write(|to| {
            let files = to.files(sceau_domain::id::DossierId(group.0))?;
            let gone = |sql: &str| -> Result<usize> { Ok(to.connection.execute(sql, [group.0])?) };
            let keys = gone("DELETE FROM group_key WHERE group_id = ?1")?;
            let drafts = gone("DELETE FROM draft WHERE dossier = ?1")?;
            to.erase_texts(sceau_domain::id::DossierId(group.0))?;
            let count = gone("DELETE FROM file WHERE dossier = ?1")?;
            let roots: Vec<[u8; 32]> = files.into_iter().map(|file| file.root).collect();
            Ok::<_, StoreError>((Erased { keys, drafts, files: count }, roots))
        })?;
        self.empty_write_ahead()?;
        for root in roots {
            let path = folder_of(self.folder(), &root);
            if path.exists() {
                std::fs::remove_dir_all(&path).at(&path)?;
            }
        }
        Ok(erased)
    }
}
