//! Evidence for the window: checked as a whole before its first page is drawn, then handed over in pieces.

use std::ops::Range;

use sceau_domain::id::DossierId;
use sceau_ledger::payload::sealed::EvidenceItem;
use sceau_store::StoreError;
use sha2::{Digest, Sha256};

use super::review::EvidenceOpened;
use super::{Problem, from_hex};
use crate::desk::Desk;
use crate::error::AppError;

/// Bytes decrypted at a time while a file is checked: a large one must not fill the memory.
const STRIDE: u64 = 4 << 20;
/// Most bytes handed over at once.
const MOST: u64 = 1 << 20;

/// The type that a file's first bytes show.
fn media_of(head: &[u8]) -> Option<&'static str> {
    // Readers accept a PDF whose header stands a little further down.
    let pdf = head.windows(5).take(1024).any(|window| window == b"%PDF-");
    if head.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some("image/png")
    } else if head.starts_with(b"\xff\xd8\xff") {
        Some("image/jpeg")
    } else if pdf {
        Some("application/pdf")
    } else {
        None
    }
}

/// A failure with the number by which people call the file.
fn about(item: &EvidenceItem, error: &AppError) -> Problem {
    match error {
        AppError::EvidenceAltered => Problem::with("evidence-altered", "number", item.number),
        AppError::EvidenceAbsent => Problem::with("evidence-absent", "number", item.number),
        other => Problem::from(other),
    }
}

impl Desk {
    fn evidence_item(&self, dossier: DossierId, file: &str) -> Result<EvidenceItem, Problem> {
        let digest: [u8; 32] = from_hex(file).ok_or(Problem::from(AppError::Unknown("file")))?;
        let found = self.evidence(dossier)?.into_iter().find(|item| item.sha256 == digest);
        found.ok_or(Problem::from(AppError::Unknown("file")))
    }

    /// Checks a whole file against its digest, and tells its type by its first bytes, not by its name.
    ///
    /// # Errors
    /// `evidence-altered`, `evidence-absent`, `evidence-type`, or the dossier may not be read.
    pub fn evidence_open(&self, dossier: DossierId, file: &str) -> Result<EvidenceOpened, Problem> {
        let item = self.evidence_item(dossier, file)?;
        let size = item.place.size;
        let (mut digest, mut media, mut begin) = (Sha256::new(), None, 0);
        while begin < size {
            let end = begin.saturating_add(STRIDE).min(size);
            let piece = self
                .evidence_bytes(dossier, &item.sha256, begin..end)
                .map_err(|error| about(&item, &error))?;
            if begin == 0 {
                media = media_of(&piece);
            }
            digest.update(&piece);
            begin = end;
        }
        if <[u8; 32]>::from(digest.finalize()) != item.sha256 {
            return Err(about(&item, &AppError::EvidenceAltered));
        }
        let media = media.ok_or(Problem::plain("evidence-type"))?;
        Ok(EvidenceOpened { bytes: size, media: media.to_owned() })
    }

    /// A piece of a file, at most 1 MiB.
    ///
    /// # Errors
    /// As [`Desk::evidence_open`]; beyond the file's end.
    pub fn evidence_piece(
        &self,
        dossier: DossierId,
        file: &str,
        range: Range<u64>,
    ) -> Result<Vec<u8>, Problem> {
        let item = self.evidence_item(dossier, file)?;
        let end = range.end.min(range.start.saturating_add(MOST)).min(item.place.size);
        if range.start >= end {
            return Ok(Vec::new());
        }
        self.evidence_bytes(dossier, &item.sha256, range.start..end).map_err(|error| about(&item, &error))
    }
}

impl Desk {
    /// Asks for a file again: pieces that are not as they were sealed count as missing from now on, and the next
    /// exchange fetches them.
    ///
    /// # Errors
    /// The file is not known, or the disk.
    pub fn evidence_again(&self, dossier: DossierId, file: &str) -> Result<(), Problem> {
        let root = self.evidence_item(dossier, file)?.place.root;
        let known = self.store.read(|read| read.file(&root)).map_err(AppError::from)?;
        for place in 0..known.map_or(0, |file| file.chunks) {
            match self.store.chunks(&root, place..place.saturating_add(1)) {
                // Looking at a damaged piece is what makes the store forget it.
                Ok(_) | Err(StoreError::Corrupt { .. } | StoreError::Unknown { .. }) => {}
                Err(error) => return Err(AppError::from(error).into()),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::media_of;

    #[test]
    fn a_file_is_what_its_bytes_say_whatever_it_is_called() {
        assert_eq!(media_of(b"%PDF-1.7\n"), Some("application/pdf"));
        assert_eq!(media_of(b"\xef\xbb\xbf\n%PDF-1.4"), Some("application/pdf"));
        assert_eq!(media_of(b"\x89PNG\r\n\x1a\n0000"), Some("image/png"));
        assert_eq!(media_of(b"\xff\xd8\xff\xe0"), Some("image/jpeg"));
        assert_eq!(media_of(b"<html><script>"), None);
        assert_eq!(media_of(b""), None);
    }
}
