//! Evidence files and public documents: sealed chunks in both directions, resumable at any chunk.

use std::collections::BTreeSet;
use std::sync::Mutex;

use sceau_domain::action::ActionKind;
use sceau_domain::id::{DossierId, GroupId};
use sceau_domain::role::Role;
use sceau_ledger::encoding::Record;
use sceau_ledger::file::Cut;
use sceau_ledger::payload::sealed::EvidenceItem;
use sceau_ledger::tree::{Hash, sha256};
use sceau_store::files::EvidenceFile;
use sceau_sync::client::Client;
use sceau_sync::error::Failure;
use sceau_sync::transfer::{Download, DownloadStep, TransferError, Upload, UploadStep};

use super::{Asker, lock};
use crate::desk::Desk;
use crate::error::{AppError, Result};

fn failed(failure: &Failure) -> AppError {
    AppError::Registry(failure.code().to_owned())
}

fn broken(error: &TransferError) -> AppError {
    AppError::Registry(error.to_string())
}

/// Setting that says that the registry holds a whole file or document.
fn sent_name(what: &str, hash: &Hash) -> String {
    hash.iter().fold(format!("sent/{what}/"), |name, byte| format!("{name}{byte:02x}"))
}

/// A file that has to go up or come down.
struct Wanted {
    root: Hash,
    dossier: DossierId,
    leaves: Option<Vec<Hash>>,
    missing: Vec<u32>,
    sent: bool,
}

impl Desk {
    /// Makes a place for every file of evidence that a manifest names and whose dossier this laptop may read.
    fn expect_files(&mut self) -> Result<()> {
        let dossiers: Vec<DossierId> = self.board().dossiers.keys().copied().collect();
        for dossier in dossiers.into_iter().filter(|id| self.holds_key(GroupId::of_dossier(*id))) {
            for (_, item) in self.every::<EvidenceItem>(ActionKind::Evidence, dossier.0)? {
                let root = item.place.root;
                if self.store.read(|read| read.file(&root))?.is_some() {
                    continue;
                }
                let chunks = Cut::of(item.place.size).map_err(|_| AppError::EvidenceAltered)?.chunks();
                let chunks = u32::try_from(chunks).map_err(|_| AppError::EvidenceAltered)?;
                let manifest = item.encode();
                self.store
                    .write(|write| write.add_file(&EvidenceFile { root, dossier, chunks, manifest }))?;
            }
        }
        Ok(())
    }

    fn wanted_files(&self) -> Result<Vec<Wanted>> {
        let mut wanted = Vec::new();
        for dossier in self.board().dossiers.keys() {
            for file in self.store.read(|read| read.files(*dossier))? {
                let (root, leaves, missing, sent) = self.store.read(|read| {
                    Ok::<_, AppError>((
                        file.root,
                        read.leaves(&file.root)?,
                        read.missing_chunks(&file.root)?,
                        read.setting(&sent_name("file", &file.root))?.is_some(),
                    ))
                })?;
                wanted.push(Wanted { root, dossier: *dossier, leaves, missing, sent });
            }
        }
        Ok(wanted)
    }

    /// Certificates of this desk's making and the seal authority, which the registry shows to the public.
    fn documents(&self) -> Result<Vec<(Hash, Vec<u8>)>> {
        let Some(me) = self.member() else { return Ok(Vec::new()) };
        let mut documents = Vec::new();
        if self.board().has_role(me, Role::Secretariat) || self.board().is_officer(me) {
            let folder = self.store.folder().path().join("documents");
            for (_, digest) in self.board().dossiers.values().filter_map(|state| state.certificate.as_ref()) {
                let name = digest.iter().fold(String::new(), |name, byte| format!("{name}{byte:02x}"));
                if let Ok(bytes) = std::fs::read(folder.join(format!("{name}.pdf"))) {
                    documents.push((*digest, bytes));
                }
            }
            if let Some(authority) = self.store.read(|read| read.secret(crate::identity::SEAL_AUTHORITY))? {
                documents.push((sha256(&authority), authority.to_vec()));
            }
        }
        let mut unsent = Vec::new();
        for (hash, bytes) in documents {
            if self.store.read(|read| read.setting(&sent_name("document", &hash)))?.is_none() {
                unsent.push((hash, bytes));
            }
        }
        Ok(unsent)
    }
}

/// Sends what the registry lacks, fetches what this laptop lacks. A file that fails does not stop the others: it is
/// taken up again at the next exchange.
pub(super) async fn exchange(desk: &Mutex<Desk>, client: &Client, asker: &Asker) -> Result<()> {
    lock(desk).expect_files()?;
    let wanted = lock(desk).wanted_files()?;
    for file in wanted {
        if !file.missing.is_empty() || file.leaves.is_none() {
            match fetch(desk, client, asker, &file).await {
                Err(AppError::Registry(why)) => tracing::info!(%why, "a file waits for the next exchange"),
                other => other?,
            }
        } else if !file.sent
            && let Some(leaves) = file.leaves
        {
            send(desk, client, asker, &file.root, file.dossier, leaves).await?;
        }
    }
    let list = lock(desk).revocation_list()?;
    let documents = lock(desk).documents()?;
    for (hash, bytes) in documents {
        let now = lock(desk).env.now();
        client.put_document(&asker.caller(), &hash, bytes, now).await.map_err(|failure| failed(&failure))?;
        lock(desk).store.write(|write| write.put_setting(&sent_name("document", &hash), "1"))?;
    }
    // After the authority, by whose certificate the registry checks it.
    if let Some(list) = list {
        publish_list(desk, client, asker, list).await?;
    }
    Ok(())
}

/// Sends the revocation list once. One that the registry does not take waits for the next exchange.
async fn publish_list(desk: &Mutex<Desk>, client: &Client, asker: &Asker, list: Vec<u8>) -> Result<()> {
    let name = sent_name("document", &sha256(&list));
    if lock(desk).store.read(|read| read.setting(&name))?.is_some() {
        return Ok(());
    }
    let now = lock(desk).env.now();
    match client.put_document(&asker.caller(), &sha256(&list), list, now).await {
        Ok(()) => lock(desk).store.write(|write| write.put_setting(&name, "1")).map_err(AppError::from),
        Err(failure) => {
            tracing::info!(why = failure.code(), "the revocation list waits for the next exchange");
            Ok(())
        }
    }
}

async fn send(
    desk: &Mutex<Desk>,
    client: &Client,
    asker: &Asker,
    root: &Hash,
    dossier: DossierId,
    leaves: Vec<Hash>,
) -> Result<()> {
    let mut upload = Upload::new(*root, dossier.0, leaves).map_err(|error| broken(&error))?;
    loop {
        let now = lock(desk).env.now();
        match upload.next() {
            UploadStep::PutLeaves(leaves) => {
                client
                    .put_leaves(&asker.caller(), root, leaves, now)
                    .await
                    .map_err(|failure| failed(&failure))?;
                upload.leaves_sent();
            }
            UploadStep::AskMissing => {
                let missing =
                    client.missing(&asker.caller(), root, now).await.map_err(|failure| failed(&failure))?;
                upload.missing(&missing).map_err(|error| broken(&error))?;
            }
            UploadStep::PutChunk(index) => {
                let end = index.saturating_add(1);
                let chunk = lock(desk).store.chunks(root, index..end)?.pop();
                let chunk = chunk.ok_or(AppError::EvidenceAbsent)?;
                client
                    .put_chunk(&asker.caller(), root, index, chunk, now)
                    .await
                    .map_err(|failure| failed(&failure))?;
                upload.chunk_sent(index);
            }
            UploadStep::Done => break,
        }
    }
    lock(desk).store.write(|write| write.put_setting(&sent_name("file", root), "1"))?;
    Ok(())
}

async fn fetch(desk: &Mutex<Desk>, client: &Client, asker: &Asker, file: &Wanted) -> Result<()> {
    let held: BTreeSet<u32> = match &file.leaves {
        None => BTreeSet::new(),
        Some(leaves) => {
            let count = u32::try_from(leaves.len()).map_err(|_| AppError::EvidenceAltered)?;
            (0..count).filter(|index| !file.missing.contains(index)).collect()
        }
    };
    let mut download = Download::new(file.root, held);
    loop {
        let now = lock(desk).env.now();
        match download.next() {
            DownloadStep::GetLeaves => {
                let leaves = client
                    .leaves(&asker.caller(), &file.root, now)
                    .await
                    .map_err(|failure| failed(&failure))?;
                let hashes = leaves.leaves.clone();
                download.leaves(leaves.leaves).map_err(|error| broken(&error))?;
                if file.leaves.is_none() {
                    lock(desk).store.write(|write| write.put_leaves(&file.root, &hashes))?;
                }
            }
            DownloadStep::GetChunk(index) => {
                let chunk = client
                    .chunk(&asker.caller(), &file.root, index, now)
                    .await
                    .map_err(|failure| failed(&failure))?;
                download.chunk(index, &chunk).map_err(|error| broken(&error))?;
                lock(desk).store.put_chunk(&file.root, index, &chunk)?;
            }
            DownloadStep::Done => break,
        }
    }
    // What came from the registry is there already.
    lock(desk).store.write(|write| write.put_setting(&sent_name("file", &file.root), "1"))?;
    Ok(())
}
