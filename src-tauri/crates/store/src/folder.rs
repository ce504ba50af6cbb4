//! The folder of a desk: where its files lie, who may read them, one running copy at a time.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::error::{At, Result, StoreError};

/// Where the files of one desk lie. All of it is private to the person (0700).
#[derive(Debug, Clone)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// Names a folder; nothing is read or made.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// The folder itself.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The encrypted database.
    #[must_use]
    pub fn database(&self) -> PathBuf {
        self.path.join("desk.db")
    }

    /// How the database key is kept.
    #[must_use]
    pub fn salt(&self) -> PathBuf {
        self.path.join("salt.toml")
    }

    /// The double of the last verified checkpoint.
    #[must_use]
    pub fn checkpoint(&self) -> PathBuf {
        self.path.join("checkpoint")
    }

    /// Ciphertext of evidence files.
    #[must_use]
    pub fn files(&self) -> PathBuf {
        self.path.join("files")
    }

    /// Diagnostics of the application.
    #[must_use]
    pub fn log(&self) -> PathBuf {
        self.path.join("log")
    }

    /// Whether a desk was founded here. A key is drawn for a folder only while this is false: a keyring that
    /// says "no entry" may just be locked.
    #[must_use]
    pub fn has_database(&self) -> bool {
        self.database().exists()
    }

    /// Makes the folder and its parts, readable by their owner alone.
    pub fn make(&self) -> Result<()> {
        for path in [self.path.clone(), self.files(), self.log()] {
            make_private(&path)?;
        }
        Ok(())
    }

    /// Takes the folder for this process until what is returned is dropped; the system lets go of it whichever way the
    /// process ends.
    pub(crate) fn take(&self) -> Result<Taken> {
        let path = self.path.join("lock");
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path).at(&path)?;
        match file.try_lock() {
            Ok(()) => Ok(Taken(file)),
            Err(TryLockError::WouldBlock) => Err(StoreError::AlreadyOpen),
            Err(TryLockError::Error(source)) => Err(StoreError::from_file(&path, source)),
        }
    }
}

/// A folder that is this process's alone.
pub(crate) struct Taken(File);

impl Drop for Taken {
    fn drop(&mut self) {
        // Closing the file is not enough: a child that is being started at this very moment still holds a copy of it,
        // and the lock with it, until it has become another program. What cannot be unlocked is closed right after.
        let _ = self.0.unlock();
    }
}

/// Makes a folder that only its owner may enter.
pub(crate) fn make_private(path: &Path) -> Result<()> {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => {}
        Ok(_) => return Err(StoreError::NotAFolder { path: path.to_path_buf() }),
        Err(_) => fs::create_dir_all(path).at(path)?,
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // Asked first: a folder that is right already may lie on a disk that cannot be written.
        let now = fs::metadata(path).at(path)?.permissions();
        if now.mode() & 0o777 != 0o700 {
            fs::set_permissions(path, fs::Permissions::from_mode(0o700)).at(path)?;
        }
    }
    Ok(())
}

/// Replaces a file so that after a crash either the old or the new content is there, whole.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut fresh = path.as_os_str().to_owned();
    fresh.push(".new");
    let fresh = PathBuf::from(fresh);
    let mut options = OpenOptions::new();
    options.create(true).truncate(true).write(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let written = (|| {
        let mut file = options.open(&fresh)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&fresh, path)
    })();
    if written.is_err() {
        // The half-written file helps nobody; that it could not be written is what gets reported.
        let _ = fs::remove_file(&fresh);
    }
    written.at(path)?;
    keep_name(path)
}

/// Makes a new name in a folder survive a power cut.
pub(crate) fn keep_name(path: &Path) -> Result<()> {
    #[cfg(unix)]
    if let Some(parent) = path.parent() {
        File::open(parent).and_then(|folder| folder.sync_all()).at(parent)?;
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}
