//! Evidence: cut and sealed when it comes in, opened piece by piece when somebody reads it.

use std::ops::Range;
use std::sync::atomic::Ordering;

use sceau_domain::action::ActionKind;
use sceau_domain::id::DossierId;
use sceau_ledger::encoding::Record;
use sceau_ledger::file::{CHUNK, Cut, FileKey, Leaves};
use sceau_ledger::payload::sealed::{EvidenceItem, Place};
use sceau_ledger::tree::{Hash, leaf};
use sceau_store::error::StoreError;
use sceau_store::files::EvidenceFile;

use crate::desk::Desk;
use crate::error::{AppError, Result};

/// A file that was just sealed, before the desk keeps it.
pub(crate) struct SealedFile {
    pub place: Place,
    leaves: Vec<Hash>,
    chunks: Vec<Vec<u8>>,
}

impl Desk {
    /// Cuts and seals a file under a fresh key.
    pub(crate) fn seal_file(&self, bytes: &[u8]) -> Result<SealedFile> {
        let size = bytes.len() as u64;
        let cut = Cut::of(size).map_err(unfit)?;
        let key = FileKey::draw(&mut self.env.chance());
        let mut chunks = Vec::new();
        for index in 0..cut.chunks() {
            let own = piece(bytes, &cut.plain_range(index)).ok_or(AppError::EvidenceAltered)?;
            chunks.push(cut.seal(&key, index, own).map_err(unfit)?);
        }
        let leaves: Vec<Hash> = chunks.iter().map(|chunk| leaf(chunk)).collect();
        let root = Leaves::from_hashes(leaves.clone()).root();
        Ok(SealedFile { place: Place { root, key: *key.expose(), size }, leaves, chunks })
    }

    /// Keeps a sealed file among the files of this desk, from where the next exchange sends it.
    pub(crate) fn keep_file(
        &self,
        dossier: DossierId,
        item: &EvidenceItem,
        sealed: SealedFile,
    ) -> Result<()> {
        let root = sealed.place.root;
        let chunks = u32::try_from(sealed.chunks.len()).map_err(|_| AppError::EvidenceAltered)?;
        self.store.write(|write| {
            write.add_file(&EvidenceFile { root, dossier, chunks, manifest: item.encode() })?;
            write.put_leaves(&root, &sealed.leaves)
        })?;
        for (index, chunk) in (0..).zip(&sealed.chunks) {
            self.store.put_chunk(&root, index, chunk)?;
        }
        Ok(())
    }

    /// The files of evidence of a dossier, in their order.
    ///
    /// # Errors
    /// The dossier is not known, or a manifest cannot be read.
    pub fn evidence(&self, dossier: DossierId) -> Result<Vec<EvidenceItem>> {
        self.dossier(dossier)?;
        let found = self.every::<EvidenceItem>(ActionKind::Evidence, dossier.0)?;
        let mut items: Vec<EvidenceItem> = found.into_iter().map(|(_, item)| item).collect();
        items.sort_by_key(|item| item.number);
        Ok(items)
    }

    /// Whether every piece of a file is on this laptop.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn evidence_is_whole(&self, item: &EvidenceItem) -> Result<bool> {
        let root = &item.place.root;
        Ok(self.store.read(|read| match read.leaves(root)? {
            Some(_) => Ok(read.missing_chunks(root)?.is_empty()),
            None => Ok::<_, StoreError>(false),
        })?)
    }

    /// A file of evidence, named by the SHA-256 of the plain file.
    ///
    /// # Errors
    /// The dossier or the file is not known, or the dossier's key is not here.
    pub(crate) fn evidence_item(&self, dossier: DossierId, sha256: &[u8; 32]) -> Result<EvidenceItem> {
        self.dossier(dossier)?;
        // What the store keeps was opened once; opening the parcels for every range would be felt.
        let kept = self.manifests(dossier)?.into_iter().map(|(_, item)| item);
        let found = kept.into_iter().find(|item| item.sha256 == *sha256);
        let parcels =
            || Ok::<_, AppError>(self.evidence(dossier)?.into_iter().find(|item| item.sha256 == *sha256));
        found.map_or_else(parcels, |item| Ok(Some(item)))?.ok_or(AppError::Unknown("file"))
    }

    /// The files of a dossier as this laptop keeps them, with their roots.
    pub(crate) fn manifests(&self, dossier: DossierId) -> Result<Vec<([u8; 32], EvidenceItem)>> {
        let files = self.store.read(|read| read.files(dossier))?;
        files.into_iter().map(|file| Ok((file.root, EvidenceItem::decode(&file.manifest)?))).collect()
    }

    /// Bytes of a file of evidence, named by the SHA-256 of the plain file; beyond its end there are none. Only the
    /// pieces that hold them are opened.
    ///
    /// # Errors
    /// As [`Desk::evidence_range`]; the file is not known.
    pub fn evidence_bytes(
        &self,
        dossier: DossierId,
        sha256: &[u8; 32],
        range: Range<u64>,
    ) -> Result<Vec<u8>> {
        self.evidence_range(&self.evidence_item(dossier, sha256)?, range)
    }

    /// Bytes of a file of evidence; beyond its end there are none. Only the pieces that hold them are opened.
    ///
    /// A range can show nothing altered, though the rest of the file was not looked at. The signed manifest names the
    /// file by the root of a tree over its ciphertext. The leaves kept here must lead to that root, so they are the
    /// author's; each piece must have the hash of its leaf, so its ciphertext is the author's; and it opens only with
    /// the manifest's key at its own place. Size, key and ciphertext decide every plain byte. What is left for the
    /// digest of the plain file to find is a manifest that contradicts its own file, which is the same for all readers:
    /// [`WholeCheck`](crate::view::evidence::WholeCheck) finds it after the first page is shown.
    ///
    /// # Errors
    /// [`AppError::EvidenceAbsent`] while a piece is not here; [`AppError::EvidenceAltered`] when one is not the
    /// dossier's.
    pub(crate) fn evidence_range(&self, item: &EvidenceItem, range: Range<u64>) -> Result<Vec<u8>> {
        let Place { root, key, size } = item.place;
        let range = range.start.min(size)..range.end.min(size);
        if range.is_empty() {
            return Ok(Vec::new());
        }
        let leaves = self.store.read(|read| read.leaves(&root))?.ok_or(AppError::EvidenceAbsent)?;
        let leaves = Leaves::from_hashes(leaves);
        if leaves.root() != root {
            return Err(AppError::EvidenceAltered);
        }
        let (cut, key) = (Cut::of(size).map_err(unfit)?, FileKey::from_bytes(key));
        let length = CHUNK as u64;
        let pieces = range.start / length..range.end.div_ceil(length);
        let mut bytes = Vec::new();
        for (index, sealed) in pieces.clone().zip(self.chunks(&root, &pieces)?) {
            leaves.check(index, &sealed).map_err(|_| AppError::EvidenceAltered)?;
            let own = cut.open(&key, index, &sealed).map_err(|_| AppError::EvidenceAltered)?;
            self.deciphered.fetch_add(own.len() as u64, Ordering::Relaxed);
            let begin = cut.plain_range(index).start;
            let wanted = range.start.max(begin).saturating_sub(begin)..range.end.saturating_sub(begin);
            let wanted = wanted.start..wanted.end.min(own.len() as u64);
            bytes.extend_from_slice(piece(&own, &wanted).ok_or(AppError::EvidenceAltered)?);
        }
        Ok(bytes)
    }

    /// Bytes of evidence that were deciphered since the desk was opened, for measurements.
    #[must_use]
    pub fn deciphered(&self) -> u64 {
        self.deciphered.load(Ordering::Relaxed)
    }

    fn chunks(&self, root: &Hash, pieces: &Range<u64>) -> Result<Vec<Vec<u8>>> {
        let place = |n: u64| u32::try_from(n).map_err(|_| AppError::EvidenceAltered);
        match self.store.chunks(root, place(pieces.start)?..place(pieces.end)?) {
            Ok(chunks) => Ok(chunks),
            Err(StoreError::Unknown { .. }) => Err(AppError::EvidenceAbsent),
            Err(StoreError::Corrupt { .. }) => Err(AppError::EvidenceAltered),
            Err(error) => Err(error.into()),
        }
    }
}

fn piece<'b>(bytes: &'b [u8], range: &Range<u64>) -> Option<&'b [u8]> {
    bytes.get(usize::try_from(range.start).ok()?..usize::try_from(range.end).ok()?)
}

fn unfit(error: sceau_ledger::file::FileError) -> AppError {
    AppError::Input(error.to_string())
}
