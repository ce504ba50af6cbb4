//! Files that a person brought, by dialog, by drop or on the command line. The window only ever holds a token.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use sceau_app::error::AppError;
use sceau_app::view::files::{FileKind, Opened};

/// Largest file that is read into memory.
const MOST: u64 = 64 << 20;
/// Largest text that may be an invitation.
const INVITATION: u64 = 64 << 10;

/// Which files a dialog offers for a kind, by a name and their endings; `None`: folders.
pub const fn chooser(kind: FileKind) -> Option<(&'static str, &'static [&'static str])> {
    match kind {
        FileKind::Folder => None,
        FileKind::Certificate => Some(("PDF", &["pdf"])),
        FileKind::Evidence => Some(("PDF, PNG, JPEG", &["pdf", "png", "jpg", "jpeg"])),
        FileKind::Package => Some(("ZIP", &["zip"])),
        FileKind::Roster | FileKind::Rules => Some(("TOML, JSON", &["toml", "json"])),
        FileKind::Invitation | FileKind::Other => Some(("Sceau", &["sceau", "txt"])),
    }
}

/// Files by token, until the program ends.
#[derive(Default)]
pub struct Brought {
    files: Mutex<BTreeMap<String, PathBuf>>,
    at_start: Mutex<Option<Opened>>,
}

impl Brought {
    /// Takes note of a file and gives it a token.
    ///
    /// # Errors
    /// There is no such file.
    pub fn take(&self, path: &Path) -> Result<Opened, AppError> {
        let unreadable = || AppError::Unknown("file");
        let about = fs::metadata(path).map_err(|_| unreadable())?;
        if !about.is_file() && !about.is_dir() {
            return Err(unreadable());
        }
        let mut id = [0; 16];
        crate::machine::fill(&mut id);
        let token: String = id.iter().map(|byte| format!("{byte:02x}")).collect();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let opened = Opened { token: token.clone(), kind: kind_of(path, &about), name, bytes: about.len() };
        self.files.lock().unwrap_or_else(PoisonError::into_inner).insert(token, path.to_path_buf());
        Ok(opened)
    }

    /// Keeps a file of the command line until the window asks for it.
    pub fn keep_for_start(&self, opened: Opened) {
        *self.at_start.lock().unwrap_or_else(PoisonError::into_inner) = Some(opened);
    }

    /// The file of the command line, once.
    pub fn at_start(&self) -> Option<Opened> {
        self.at_start.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Name and path of a file or folder: never for the window.
    ///
    /// # Errors
    /// The token is none of ours.
    pub fn path(&self, token: &str) -> Result<(String, PathBuf), AppError> {
        let path = self.files.lock().unwrap_or_else(PoisonError::into_inner).get(token).cloned();
        let path = path.ok_or(AppError::Unknown("file"))?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Ok((name, path))
    }

    /// Name and bytes of a file.
    ///
    /// # Errors
    /// The token is none of ours, or the file cannot be read.
    pub fn read(&self, token: &str) -> Result<(String, Vec<u8>), AppError> {
        let (name, path) = self.path(token)?;
        let mut bytes = Vec::new();
        let file = fs::File::open(&path).map_err(|_| AppError::Unknown("file"))?;
        file.take(MOST).read_to_end(&mut bytes).map_err(|_| AppError::Unknown("file"))?;
        Ok((name, bytes))
    }
}

/// What a file is by its first bytes, not by its name.
fn kind_of(path: &Path, about: &fs::Metadata) -> FileKind {
    if about.is_dir() {
        return FileKind::Folder;
    }
    let mut head = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(INVITATION).read_to_end(&mut head));
    if read.is_err() {
        return FileKind::Other;
    }
    if head.windows(5).take(1024).any(|window| window == b"%PDF-") {
        return FileKind::Certificate;
    }
    if head.starts_with(b"PK\x03\x04") {
        return FileKind::Package;
    }
    match std::str::from_utf8(&head) {
        Ok(text) if about.len() <= INVITATION && sceau_app::view::enrolment::is_invitation(text) => {
            FileKind::Invitation
        }
        _ => FileKind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_reached_by_its_token_and_by_nothing_else() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("label.txt");
        fs::write(&path, b"%PDF-1.7 and so on").unwrap();
        let brought = Brought::default();
        let opened = brought.take(&path).unwrap();
        assert_eq!(
            (opened.kind, opened.name.as_str(), opened.bytes),
            (FileKind::Certificate, "label.txt", 18)
        );
        assert_eq!(brought.read(&opened.token).unwrap().1, b"%PDF-1.7 and so on");
        assert!(brought.read(&path.display().to_string()).is_err());
        assert_eq!(brought.take(place.path()).unwrap().kind, FileKind::Folder);
        assert!(brought.take(&place.path().join("absent")).is_err());
    }
}
