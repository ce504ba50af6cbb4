//! Evidence chunks and public documents in a folder. A chunk is written beside its place, flushed, and renamed,
//! so that what has a name is whole. The registry holds no key: all it can check is a hash, and it does.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use sceau_protocol::path::hex;

/// The folder of files.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

impl Folder {
    /// The folder at a path, made if it is not there.
    ///
    /// # Errors
    /// It cannot be made.
    pub fn open(path: &Path) -> io::Result<Self> {
        fs::create_dir_all(path.join("evidence"))?;
        fs::create_dir_all(path.join("documents"))?;
        fs::create_dir_all(path.join("lists"))?;
        Ok(Self(path.to_owned()))
    }

    fn of_file(&self, root: &[u8; 32]) -> PathBuf {
        self.0.join("evidence").join(hex(root))
    }

    fn of_document(&self, sha256: &[u8; 32]) -> PathBuf {
        self.0.join("documents").join(hex(sha256))
    }

    /// Keeps a chunk. Keeping it again is harmless.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn put_chunk(&self, root: &[u8; 32], index: u32, bytes: &[u8]) -> io::Result<()> {
        let folder = self.of_file(root);
        fs::create_dir_all(&folder)?;
        write_whole(&folder, &index.to_string(), bytes)
    }

    /// A chunk, if it is here.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn chunk(&self, root: &[u8; 32], index: u32) -> io::Result<Option<Vec<u8>>> {
        read_if_there(&self.of_file(root).join(index.to_string()))
    }

    /// The indexes below `count` of the chunks that are not here, ascending.
    #[must_use]
    pub fn missing(&self, root: &[u8; 32], count: u32) -> Vec<u32> {
        let folder = self.of_file(root);
        (0..count).filter(|index| !folder.join(index.to_string()).is_file()).collect()
    }

    /// Keeps a public document under its digest, which the caller has checked.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn put_document(&self, sha256: &[u8; 32], bytes: &[u8]) -> io::Result<()> {
        write_whole(&self.0.join("documents"), &hex(sha256), bytes)
    }

    /// Keeps a revocation list of an authority, which the caller has checked. Names sort as the lists' numbers do.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn put_list(&self, authority: &[u8; 32], number: u64, bytes: &[u8]) -> io::Result<()> {
        write_whole(&self.0.join("lists"), &format!("{}.{number:020}", hex(authority)), bytes)
    }

    /// The list of an authority with the greatest number, if one is here.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn last_list(&self, authority: &[u8; 32]) -> io::Result<Option<Vec<u8>>> {
        let prefix = format!("{}.", hex(authority));
        let mut last: Option<String> = None;
        for entry in fs::read_dir(self.0.join("lists"))? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            let whole = name.strip_prefix(&prefix).is_some_and(|number| number.len() == 20);
            if whole && last.as_ref().is_none_or(|known| *known < name) {
                last = Some(name);
            }
        }
        last.map_or(Ok(None), |name| read_if_there(&self.0.join("lists").join(name)))
    }

    /// A public document, if it is here.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn document(&self, sha256: &[u8; 32]) -> io::Result<Option<Vec<u8>>> {
        read_if_there(&self.of_document(sha256))
    }
}

fn read_if_there(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Writes under a name of its own, flushes to the disk, and only then gives the name. Two writers of the same
/// content may meet; both end with the same whole file.
fn write_whole(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let place = folder.join(name);
    if place.is_file() {
        return Ok(());
    }
    let draft = folder.join(format!("{name}.{:?}.part", std::thread::current().id()));
    let written = write_draft(&draft, bytes).and_then(|()| fs::rename(&draft, &place));
    if written.is_err() {
        // A draft that stays behind is never read and is overwritten by the next attempt.
        let _ = fs::remove_file(&draft);
    }
    written
}

fn write_draft(draft: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::File::create(draft)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_upload_can_stop_anywhere_and_go_on() -> io::Result<()> {
        let place = tempfile::tempdir()?;
        let root = [3; 32];
        let folder = Folder::open(place.path())?;
        assert_eq!(folder.missing(&root, 3), [0, 1, 2]);
        folder.put_chunk(&root, 1, b"second")?;
        folder.put_chunk(&root, 1, b"second")?;
        let again = Folder::open(place.path())?;
        assert_eq!(again.missing(&root, 3), [0, 2]);
        assert_eq!(again.chunk(&root, 1)?.as_deref(), Some(&b"second"[..]));
        assert_eq!(again.chunk(&root, 0)?, None);
        Ok(())
    }
}
