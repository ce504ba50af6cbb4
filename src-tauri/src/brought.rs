//! Files that a person brought, by dialog, by drop or on the command line. The window only ever holds a token.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use sceau_app::error::AppError;
use sceau_app::intake::pieces::{self, Piece};
use sceau_app::references::library;
use sceau_app::view::files::{FileKind, Opened};

/// Largest file that is read into memory.
const MOST: u64 = 64 << 20;
/// Largest text that may be an invitation.
const INVITATION: u64 = 64 << 10;

/// Largest JSON file that is looked into for references.
const REFERENCES: u64 = 1 << 20;

/// Which files a dialog offers for a kind, by a name and their endings; `None`: folders.
pub const fn chooser(kind: FileKind) -> Option<(&'static str, &'static [&'static str])> {
    match kind {
        FileKind::Folder => None,
        FileKind::Files => Some((
            "PDF, PNG, JPEG, CSV, XLSX, JSON, BibTeX, RIS",
            &["pdf", "png", "jpg", "jpeg", "csv", "tsv", "xlsx", "json", "bib", "ris", "toml", "zip"],
        )),
        FileKind::Certificate => Some(("PDF", &["pdf"])),
        FileKind::Evidence => Some(("PDF, PNG, JPEG", &["pdf", "png", "jpg", "jpeg"])),
        FileKind::References => Some(("BibTeX, RIS, CSL-JSON", &["bib", "ris", "json"])),
        FileKind::Package => Some(("ZIP", &["zip"])),
        FileKind::Roster => Some(("TOML", &["toml"])),
        FileKind::Rules => Some(("TOML, JSON", &["toml", "json"])),
        FileKind::Invitation | FileKind::Other => Some(("Sceau", &["sceau", "txt"])),
    }
}

/// Files by token, until the program ends.
#[derive(Default)]
pub struct Brought {
    files: Mutex<BTreeMap<String, Vec<PathBuf>>>,
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
        let opened = Opened {
            token: String::new(),
            kind: kind_of(path, &about),
            name: Piece::Path(path.to_path_buf()).name(),
            bytes: about.len(),
        };
        Ok(self.keep(opened, vec![path.to_path_buf()]))
    }

    /// Takes note of what was dropped or chosen at once: several files are parts of one package.
    ///
    /// # Errors
    /// One of them is no file.
    pub fn take_all(&self, paths: &[PathBuf]) -> Result<Opened, AppError> {
        if let [path] = paths {
            return self.take(path);
        }
        let about = paths.iter().map(fs::metadata).collect::<Result<Vec<_>, _>>();
        let about = about.map_err(|_| AppError::Unknown("file"))?;
        let pieces: Vec<Piece> = paths.iter().cloned().map(Piece::Path).collect();
        let opened = Opened {
            token: String::new(),
            kind: FileKind::Files,
            name: pieces::name(&pieces),
            bytes: about.iter().map(fs::Metadata::len).sum(),
        };
        Ok(self.keep(opened, paths.to_vec()))
    }

    fn keep(&self, opened: Opened, paths: Vec<PathBuf>) -> Opened {
        let mut id = [0; 16];
        crate::machine::fill(&mut id);
        let token: String = id.iter().map(|byte| format!("{byte:02x}")).collect();
        self.files.lock().unwrap_or_else(PoisonError::into_inner).insert(token.clone(), paths);
        Opened { token, ..opened }
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
        let paths = self.paths(token)?;
        let [path] = &paths[..] else { return Err(AppError::Unknown("file")) };
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Ok((name, path.clone()))
    }

    /// The paths of everything that was brought at once.
    ///
    /// # Errors
    /// The token is none of ours.
    pub fn paths(&self, token: &str) -> Result<Vec<PathBuf>, AppError> {
        let paths = self.files.lock().unwrap_or_else(PoisonError::into_inner).get(token).cloned();
        paths.ok_or(AppError::Unknown("file"))
    }

    /// Name and bytes of a file. Never a part of one: what was cut would be another file.
    ///
    /// # Errors
    /// The token is none of ours, the file cannot be read, or it is larger than is read into memory.
    pub fn read(&self, token: &str) -> Result<(String, Vec<u8>), AppError> {
        self.read_within(token, MOST)?.ok_or(AppError::FileTooLarge(MOST >> 20))
    }

    /// Name and bytes of a file of evidence, within the limit that this desk has set, in megabytes.
    ///
    /// # Errors
    /// As [`Brought::read`].
    pub fn evidence(&self, token: &str, limit: u64) -> Result<(String, Vec<u8>), AppError> {
        let read = self.read_within(token, limit.saturating_mul(1 << 20))?;
        let size = || fs::metadata(self.path(token)?.1).map_err(|_| AppError::Unknown("file"));
        match read {
            Some(read) => Ok(read),
            None => Err(AppError::EvidenceTooLarge { size: size()?.len().div_ceil(1 << 20), limit }),
        }
    }

    /// `None`: larger than `most`.
    fn read_within(&self, token: &str, most: u64) -> Result<Option<(String, Vec<u8>)>, AppError> {
        let unreadable = |_| AppError::Unknown("file");
        let (name, path) = self.path(token)?;
        let mut bytes = Vec::new();
        let file = fs::File::open(&path).map_err(unreadable)?;
        let read = file.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(unreadable)?;
        Ok((read as u64 <= most).then_some((name, bytes)))
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
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        // A spreadsheet is a ZIP by its first bytes, and a part of a package.
        return if pieces::is_loose(&name) { FileKind::Files } else { FileKind::Package };
    }
    if is_references(path, about) {
        return FileKind::References;
    }
    match std::str::from_utf8(&head) {
        Ok(text) if about.len() <= INVITATION && sceau_app::view::enrolment::is_invitation(text) => {
            FileKind::Invitation
        }
        _ => FileKind::Other,
    }
}

/// References are called so by their endings; a JSON file only by what it holds, since many others end alike.
fn is_references(path: &Path, about: &fs::Metadata) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let holds = || fs::read(path).is_ok_and(|bytes| library::read(&name, &bytes).is_ok());
    library::is_library(&name) || (name.ends_with(".json") && about.len() <= REFERENCES && holds())
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
        let kind = |name: &str, text: &str| {
            let path = place.path().join(name);
            fs::write(&path, text).unwrap();
            brought.take(&path).unwrap().kind
        };
        assert_eq!(kind("a.bib", "@article{"), FileKind::References, "a broken one is refused as what it is");
        assert_eq!(kind("a.RIS", "TY  - JOUR"), FileKind::References);
        assert_eq!(kind("a.zip", "PK\u{3}\u{4}"), FileKind::Package);
        assert_eq!(kind("a.xlsx", "PK\u{3}\u{4}"), FileKind::Files, "added to what is in hand");
        let item = r#"[{"id": "a", "type": "book", "title": "Essai"}]"#;
        assert_eq!(kind("a.json", item), FileKind::References);
        assert_eq!(kind("b.json", r#"{"format": "sceau-roster/1"}"#), FileKind::Other);
        assert_eq!(kind("faux.bib", "%PDF-1.7"), FileKind::Certificate);
        let (_, whole) = brought.evidence(&opened.token, 1).unwrap();
        assert_eq!(whole.len(), 18);
        let large = place.path().join("grand.pdf");
        fs::File::create(&large).unwrap().set_len((2 << 20) + 1).unwrap();
        let large = brought.take(&large).unwrap().token;
        assert!(matches!(brought.evidence(&large, 2), Err(AppError::EvidenceTooLarge { size: 3, limit: 2 })));
        assert!(brought.evidence(&large, 3).is_ok());
        assert_eq!(brought.take(place.path()).unwrap().kind, FileKind::Folder);
        assert!(brought.take(&place.path().join("absent")).is_err());
        // What is dropped at once is one package, and never taken for a file of its own.
        let both = [path.clone(), place.path().join("a.bib")];
        let several = brought.take_all(&both).unwrap();
        assert_eq!((several.kind, several.name.as_str()), (FileKind::Files, "label.txt, a.bib"));
        assert_eq!(brought.paths(&several.token).unwrap(), both);
        assert!(brought.read(&several.token).is_err());
        assert_eq!(brought.take_all(&both[..1]).unwrap().kind, FileKind::Certificate);
        assert!(brought.take_all(&[path, place.path().join("absent")]).is_err());
    }
}
