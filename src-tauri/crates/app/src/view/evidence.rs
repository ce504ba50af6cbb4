//! Evidence for the window: handed over in ranges that are checked one by one, and compared as a whole behind the
//! reader's back.

use std::ops::Range;
use std::sync::PoisonError;

use sceau_domain::id::DossierId;
use sceau_ledger::payload::sealed::EvidenceItem;
use sceau_store::StoreError;
use sha2::{Digest, Sha256};

use super::review::EvidenceOpened;
use super::{Problem, from_hex};
use crate::desk::Desk;
use crate::error::AppError;
use crate::references::MEDIA;

/// Bytes of a file's beginning that show its type.
const HEAD: u64 = 4096;
/// Bytes decrypted at a time while a whole file is compared: a large one must not fill the memory, nor hold up whoever
/// reads.
const STRIDE: u64 = 2 << 20;
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
    fn evidence_named(&self, dossier: DossierId, file: &str) -> Result<EvidenceItem, Problem> {
        let digest: [u8; 32] = from_hex(file).ok_or(Problem::from(AppError::Unknown("file")))?;
        Ok(self.evidence_item(dossier, &digest)?)
    }

    /// The size of a file and its type by its first bytes, not by its name. Only its head is read: each range is
    /// checked when it is opened, and [`WholeCheck`] compares the whole with its digest afterwards.
    ///
    /// # Errors
    /// `evidence-altered`, `evidence-absent`, `evidence-type`, or the dossier may not be read.
    pub fn evidence_open(&self, dossier: DossierId, file: &str) -> Result<EvidenceOpened, Problem> {
        let item = self.evidence_named(dossier, file)?;
        let head = self.evidence_range(&item, 0..HEAD).map_err(|error| about(&item, &error))?;
        // A reference is text of ours, written at intake: the manifest says so, and nothing is drawn of its bytes.
        let reference = (item.media == MEDIA).then_some(MEDIA);
        let media = reference.or_else(|| media_of(&head)).ok_or(Problem::plain("evidence-type"))?;
        // A reader begins with the first page and jumps about: a file that is not whole would fail in the middle.
        if !self.evidence_is_whole(&item)? {
            return Err(about(&item, &AppError::EvidenceAbsent));
        }
        Ok(EvidenceOpened { bytes: item.place.size, media: media.to_owned() })
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
        let item = self.evidence_named(dossier, file)?;
        let end = range.end.min(range.start.saturating_add(MOST)).min(item.place.size);
        if range.start >= end {
            return Ok(Vec::new());
        }
        self.evidence_range(&item, range.start..end).map_err(|error| about(&item, &error))
    }

    /// Begins to compare a whole file with the digest in its manifest; `None` when that was done since the desk was
    /// opened.
    ///
    /// # Errors
    /// The file is not known, or the dossier's key is not here.
    pub fn compare_whole(&self, dossier: DossierId, file: &str) -> Result<Option<WholeCheck>, Problem> {
        let item = self.evidence_named(dossier, file)?;
        let done = self.compared.lock().unwrap_or_else(PoisonError::into_inner).contains(&item.place.root);
        Ok((!done).then(|| WholeCheck { item, digest: Sha256::new(), begin: 0 }))
    }
}

/// A comparison of a whole file with the digest in its manifest, a stride at a time: whoever reads goes first.
pub struct WholeCheck {
    item: EvidenceItem,
    digest: Sha256,
    begin: u64,
}

impl WholeCheck {
    /// Reads on; `None` when the end was reached and the digest is the one in the manifest.
    ///
    /// # Errors
    /// `evidence-altered`, `evidence-absent`, or the disk.
    pub fn step(mut self, desk: &Desk) -> Result<Option<Self>, Problem> {
        let Self { item, digest, begin } = &mut self;
        let end = begin.saturating_add(STRIDE).min(item.place.size);
        let piece = desk.evidence_range(item, *begin..end).map_err(|error| about(item, &error))?;
        digest.update(&piece);
        *begin = end;
        if end < item.place.size {
            return Ok(Some(self));
        }
        if <[u8; 32]>::from(self.digest.finalize()) != self.item.sha256 {
            return Err(about(&self.item, &AppError::EvidenceAltered));
        }
        desk.compared.lock().unwrap_or_else(PoisonError::into_inner).insert(self.item.place.root);
        Ok(None)
    }
}

impl Desk {
    /// Asks for a file again: pieces that are not as they were sealed count as missing from now on, and the next
    /// exchange fetches them.
    ///
    /// # Errors
    /// The file is not known, or the disk.
    pub fn evidence_again(&self, dossier: DossierId, file: &str) -> Result<(), Problem> {
        let root = self.evidence_named(dossier, file)?.place.root;
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
