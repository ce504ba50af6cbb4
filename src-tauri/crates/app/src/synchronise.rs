//! Agreeing with the registry: the engine of `sceau_sync` run against this desk's database and an HTTP client.
//!
//! The desk is locked only to begin and to keep a round, never while the network is waited for: a key press must
//! not wait for a registry.

mod coverage;
mod files;
mod profiles;

use std::sync::{Mutex, MutexGuard, PoisonError};

use sceau_domain::moment::Moment;
use sceau_ledger::batch::BatchParts;
use sceau_ledger::encoding::Record;
use sceau_ledger::log::{Entry, LogReader};
use sceau_ledger::note::{SignedNote, VerifiedCheckpoint, witness_name};
use sceau_ledger::tree::{Frontier, Hash, leaf};
use sceau_store::checkpoint::Checkpoint;
use sceau_sync::client::{Caller, Client};
use sceau_sync::engine::{Engine, Known, Reply, Round, Step, Summary};

use crate::desk::Desk;
use crate::error::{AppError, Result};

/// What one exchange brought.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Exchange {
    /// Counts and the root that both sides compared.
    pub summary: Summary,
    /// Own batches that the registry did not take, with its reasons.
    pub refused: Vec<(Hash, String)>,
    /// Members' devices whose signed view of the log contradicts this one.
    pub disputed: usize,
    /// Milliseconds by which the registry's clock is ahead of this laptop's; negative when behind.
    pub clock_ahead: i64,
}

impl Desk {
    /// A client for the registry that the charter names, or for the address that this laptop was told to use
    /// instead (keys decide, not the host). The same one for as long as the address stays: making one reads every
    /// certificate that this computer trusts, and a connection that is open need not be opened again.
    ///
    /// # Errors
    /// The address cannot be used.
    pub fn client(&self) -> Result<Client> {
        let other = self.store.read(|read| read.setting("registry-address"))?;
        let address = other.unwrap_or_else(|| self.log().url.clone());
        let mut line = self.line.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, client)) = line.as_ref().filter(|(dialled, _)| *dialled == address) {
            return Ok(client.clone());
        }
        let client =
            Client::new(&address).map_err(|failure| AppError::Registry(failure.code().to_owned()))?;
        *line = Some((address, client.clone()));
        Ok(client)
    }

    /// Begins a synchronisation.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn sync_begin(&self) -> Result<Engine> {
        let unsent: Vec<BatchParts> =
            self.store.read(|read| read.unsent())?.into_iter().map(|kept| kept.parts).collect();
        Ok(Engine::new(self.known()?, unsent, self.lacking()?, self.cosignature()?))
    }

    fn known(&self) -> Result<Known> {
        let log = self.log().clone();
        let epoch = log.epoch().unwrap_or(1);
        let checkpoint = self.store.read(|read| read.checkpoint())?;
        let Some(checkpoint) = checkpoint else {
            return Ok(Known {
                log,
                reader: LogReader::new(epoch),
                note: None,
                noted: Moment(0),
                roots: std::collections::BTreeMap::new(),
            });
        };
        let last = checkpoint.size.saturating_sub(1);
        let received =
            self.store.read(|read| read.entries(last, 1))?.first().map_or(Moment(0), |entry| entry.received);
        let frontier =
            Frontier::restore(checkpoint.size, checkpoint.frontier).ok_or(AppError::Unknown("checkpoint"))?;
        let noted = VerifiedCheckpoint::verify(&checkpoint.note, &log).map_or(Moment(0), |note| note.at());
        Ok(Known {
            log,
            reader: LogReader::restore(epoch, frontier, received),
            note: Some(checkpoint.note),
            noted,
            roots: self.roots()?,
        })
    }

    /// Roots at every earlier size: against them the checkpoints that others have seen are compared.
    fn roots(&self) -> Result<std::collections::BTreeMap<u64, Hash>> {
        let mut frontier = Frontier::default();
        let mut roots = std::collections::BTreeMap::new();
        loop {
            let page = self.store.read(|read| read.entries(frontier.size(), 512))?;
            if page.is_empty() {
                return Ok(roots);
            }
            for entry in page {
                let bytes =
                    Entry { received: entry.received, batch: entry.record, signature: entry.signature }
                        .encode();
                frontier.append(&leaf(&bytes));
                roots.insert(frontier.size(), frontier.root());
            }
        }
    }

    /// Batches whose headers or parcels are withheld here: asked for again at each exchange, since an opening or a
    /// new key may have freed them.
    fn lacking(&self) -> Result<Vec<Hash>> {
        let mut lacking = self.store.read(|read| read.batches_without_headers())?;
        for missing in self.store.read(|read| read.missing_parcels())? {
            lacking.extend(self.store.read(|read| read.batches_of_parcel(&missing.sha256))?);
        }
        lacking.sort_unstable();
        lacking.dedup();
        Ok(lacking)
    }

    /// This device's word on the last checkpoint that it verified.
    fn cosignature(&self) -> Result<Option<String>> {
        let Some(checkpoint) = self.store.read(|read| read.checkpoint())? else { return Ok(None) };
        let Ok(mut note) = SignedNote::parse(&checkpoint.note) else { return Ok(None) };
        note.lines.clear();
        let name = witness_name(&note.checkpoint.origin, &self.device());
        note.cosign(&name, &self.secrets.signer, self.env.now());
        let text = note.to_text();
        Ok(text.lines().last().map(str::to_owned))
    }

    /// Keeps a round: entries, contents, acknowledgements and the checkpoint in one transaction, then folds.
    ///
    /// # Errors
    /// A batch that does not verify, or the disk. Nothing of the round is kept then.
    pub fn sync_keep(&mut self, round: &Round) -> Result<()> {
        let mut replay = self.state.confirmed.replay.clone();
        let mut verified = Vec::with_capacity(round.arrived.len());
        for arrived in &round.arrived {
            let batch = replay.verify(arrived.parts.clone()).ok_or(AppError::Unknown("device"))??;
            replay.take(&batch, arrived.index, arrived.received);
            verified.push((arrived.index, arrived.received, batch));
        }
        let mut late = Vec::with_capacity(round.late.len());
        for content in &round.late {
            let Some(kept) = self.store.read(|read| read.batch(&content.batch))? else { continue };
            let mut parts = kept.parts;
            parts.headers = parts.headers.or_else(|| content.headers.clone());
            for (place, bytes) in &content.parcels {
                parts.parcels.entry(*place).or_insert_with(|| bytes.clone());
            }
            late.push(replay.verify(parts).ok_or(AppError::Unknown("device"))??);
        }
        let frontier = round.known.reader.frontier();
        let checkpoint = Checkpoint {
            size: frontier.size(),
            root: frontier.root(),
            note: round.known.note.clone().unwrap_or_default(),
            frontier: frontier.peaks().to_vec(),
        };
        self.store.write(|write| {
            for (index, received, batch) in &verified {
                write.append_entry(*index, *received, batch)?;
            }
            for batch in &late {
                write.fill(batch)?;
            }
            for refused in &round.refused {
                write.put_setting(&refused_name(&refused.batch), &refused.code)?;
            }
            write.set_checkpoint(&checkpoint)?;
            Ok::<_, AppError>(())
        })?;
        if late.is_empty() { self.rebuild() } else { self.refold() }
    }
}

/// Name of the setting that keeps why the registry did not take a batch.
pub(crate) fn refused_name(batch: &Hash) -> String {
    batch.iter().fold("refused/".to_owned(), |name, byte| format!("{name}{byte:02x}"))
}

pub(crate) fn lock(desk: &Mutex<Desk>) -> MutexGuard<'_, Desk> {
    // A panic elsewhere leaves the desk whole: every change is one transaction followed by a fold.
    desk.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Who asks, owned, so that the desk need not stay locked while the network is waited for.
pub(crate) struct Asker {
    institute: sceau_domain::id::Institute,
    host: String,
    device: sceau_domain::id::DeviceId,
    signer: sceau_ledger::sign::SecretSigner,
}

impl Asker {
    pub fn of(desk: &Desk) -> Self {
        Self {
            institute: desk.institute(),
            host: desk.log().host().to_owned(),
            device: desk.device(),
            signer: sceau_ledger::sign::SecretSigner::from_seed(&desk.secrets.signer.seed()),
        }
    }

    pub fn caller(&self) -> Caller<'_> {
        Caller { institute: &self.institute, host: &self.host, device: self.device, signer: &self.signer }
    }
}

/// One whole exchange: log, keys that came with it, profiles, evidence files, documents to publish. Idempotent and
/// resumable: whatever breaks off is taken up by the next one.
///
/// # Errors
/// No network, a registry that does not answer in its language, or one that does what an honest registry does not.
pub async fn synchronise(desk: &Mutex<Desk>) -> Result<Exchange> {
    let (client, asker) = {
        let desk = lock(desk);
        (desk.client()?, Asker::of(&desk))
    };
    let mut exchange = Exchange::default();
    agree(desk, &client, &asker, &mut exchange).await?;
    let kept = lock(desk).keep_keys();
    match kept {
        Ok(false) => {}
        Ok(true) => agree(desk, &client, &asker, &mut exchange).await?,
        // What came is here all the same; the next exchange tries again.
        Err(error) => tracing::warn!(%error, "keys were not handed on"),
    }
    profiles::exchange(desk, &client, &asker).await?;
    files::exchange(desk, &client, &asker).await?;
    if let Err(error) = coverage::exchange(desk, &client, &asker).await {
        // It is advice: an exchange is whole without it.
        tracing::warn!(%error, "the order of reading was not told");
    }
    Ok(exchange)
}

/// Sends and fetches until both sides hold the same log.
async fn agree(desk: &Mutex<Desk>, client: &Client, asker: &Asker, exchange: &mut Exchange) -> Result<()> {
    let mut engine = lock(desk).sync_begin()?;
    loop {
        match engine.next() {
            Step::Ask(request) => {
                let now = lock(desk).env.now();
                let reply: Reply = client.sync(&asker.caller(), request, now).await;
                let now = lock(desk).env.now();
                engine.receive(reply, now);
            }
            Step::Keep(round) => {
                exchange.refused.extend(round.refused.iter().map(|one| (one.batch, one.code.clone())));
                exchange.disputed = exchange.disputed.saturating_add(round.disputed.len());
                exchange.clock_ahead = round.clock_ahead;
                let (lacking, cosignature) = {
                    let mut desk = lock(desk);
                    desk.sync_keep(round)?;
                    (desk.lacking()?, desk.cosignature()?)
                };
                engine.kept(lacking, cosignature);
            }
            Step::Done(summary) => {
                exchange.summary = exchange.summary.then(summary);
                return Ok(());
            }
            Step::Stop(error) => return Err(AppError::Sync(error.clone())),
        }
    }
}
