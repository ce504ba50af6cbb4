//! An open desk: one member's laptop, or the secretariat's. The database, the device's keys, and the state that
//! follows from the log and from what this device has signed since.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::AtomicU64;

use sceau_domain::action::ActionKind;
use sceau_domain::board::Board;
use sceau_domain::id::{DeviceId, DossierId, GroupId, Institute, MemberId};
use sceau_domain::moment::Moment;
use sceau_ledger::batch::{KeyName, Seen};
use sceau_ledger::charter::{CharterChain, LogIdentity, SignedCharter};
use sceau_ledger::device::DeviceSecrets;
use sceau_ledger::encoding::{Reader, Record, Writer};
use sceau_ledger::header::EventName;
use sceau_ledger::note::SignedNote;
use sceau_ledger::replay::{Judged, Replay, Standing};
use sceau_ledger::series::Head;
use sceau_ledger::tree::Hash;
use sceau_store::log::KeptBatch;
use sceau_store::store::Store;
use sceau_sync::client::Client;
use zeroize::Zeroizing;

use crate::environment::Environment;
use crate::error::{AppError, Result};

/// Names of the secrets in the vault.
pub(crate) mod secret {
    /// The device's signing seed and receiving secret, 64 bytes.
    pub const DEVICE: &str = "device";
    /// The institute's identity, 32 bytes.
    pub const INSTITUTE: &str = "institute";
    /// The chain of charters, as a CBOR array of containers.
    pub const CHARTERS: &str = "charters";
    /// The member whose desk this is, 16 bytes, once known.
    pub const MEMBER: &str = "member";
    /// The officer's charter key, 32 bytes.
    pub const OFFICER: &str = "officer";
}

/// A sealed event in force: where its content lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Catalogued {
    pub name: EventName,
    pub member: MemberId,
    pub kind: ActionKind,
    pub objects: Vec<[u8; 16]>,
    pub batch: Hash,
    pub parcel: u8,
    pub item: u16,
    pub at: Moment,
}

impl Catalogued {
    pub fn of(judged: &Judged, kind: ActionKind) -> Self {
        Self {
            name: judged.name,
            member: judged.member,
            kind,
            objects: judged.header.objects.clone(),
            batch: judged.batch,
            parcel: judged.header.parcel,
            item: judged.header.item,
            at: judged.received,
        }
    }
}

/// What a fold of some prefix of the log gives.
#[derive(Clone)]
pub(crate) struct Folded {
    pub replay: Replay,
    /// Sealed events in force, in the order of the log.
    pub catalogue: Vec<Catalogued>,
}

impl Folded {
    fn nothing(institute: Institute) -> Self {
        Self { replay: Replay::new(institute), catalogue: Vec::new() }
    }
}

/// What follows from the log and from own acts.
pub(crate) struct State {
    pub replay: Replay,
    pub catalogue: Vec<Catalogued>,
    /// The same without what the registry has not received.
    pub confirmed: Folded,
    /// Entries of the log in `confirmed`.
    pub folded: u64,
}

impl State {
    fn of(confirmed: Folded, folded: u64) -> Self {
        let Folded { replay, catalogue } = confirmed.clone();
        Self { replay, catalogue, confirmed, folded }
    }
}

/// An open desk.
pub struct Desk {
    pub(crate) env: Environment,
    pub(crate) store: Store,
    pub(crate) secrets: DeviceSecrets,
    pub(crate) charters: CharterChain,
    pub(crate) state: State,
    /// The connection to the registry, once there is one, with the address that it dials.
    pub(crate) line: Mutex<Option<(String, Client)>>,
    /// Bytes of evidence deciphered since the opening.
    pub(crate) deciphered: AtomicU64,
    /// Files of evidence whose plain bytes were compared with their digest since the opening.
    pub(crate) compared: Mutex<BTreeSet<Hash>>,
    /// Number and solution of dossiers whose card was opened, for the search.
    pub(crate) called: Mutex<Called>,
    /// Under which group and epoch a key lies.
    pub(crate) placed: Mutex<BTreeMap<KeyName, (GroupId, u64)>>,
}

/// Number and solution of dossiers, with the card that says so.
pub(crate) type Called = BTreeMap<DossierId, (EventName, (String, String))>;

impl Desk {
    /// Opens a desk whose database is open. The state is folded from the log.
    ///
    /// # Errors
    /// The vault lacks what every desk has, or the database cannot be read.
    pub fn open(env: Environment, store: Store) -> Result<Self> {
        let (device, charters) = store
            .read(|read| Ok::<_, AppError>((read.secret(secret::DEVICE)?, read.secret(secret::CHARTERS)?)))?;
        let secrets = device_secrets(&device.ok_or(AppError::NotOpen)?)?;
        let charters = read_charters(&charters.ok_or(AppError::NotOpen)?)?;
        let state = State::of(Folded::nothing(charters.institute()), 0);
        let mut desk = Self {
            env,
            store,
            secrets,
            charters,
            state,
            line: Mutex::new(None),
            deciphered: AtomicU64::new(0),
            compared: Mutex::default(),
            called: Mutex::default(),
            placed: Mutex::default(),
        };
        desk.rebuild()?;
        Ok(desk)
    }

    /// Puts the secrets that make a desk into a fresh database.
    pub(crate) fn equip(store: &Store, secrets: &DeviceSecrets, charters: &[SignedCharter]) -> Result<()> {
        let first = charters.first().ok_or(AppError::WrongInstitute)?;
        store.write(|write| {
            write.put_secret(secret::DEVICE, &device_bytes(secrets))?;
            write.put_secret(secret::INSTITUTE, &first.hash())?;
            write.put_secret(secret::CHARTERS, &charter_bytes(charters))?;
            Ok(())
        })
    }

    /// Folds the log from its beginning: what was withheld and has come now may change everything after it.
    pub(crate) fn refold(&mut self) -> Result<()> {
        self.state = State::of(Folded::nothing(self.institute()), 0);
        self.rebuild()
    }

    /// Folds what the log has brought since the last fold, then what this device has signed and the registry has not
    /// received. Signatures are checked once for each batch; sealed content is only opened when a screen asks for it.
    pub(crate) fn rebuild(&mut self) -> Result<()> {
        let (mut confirmed, mut folded) = (self.state.confirmed.clone(), self.state.folded);
        loop {
            let page = self.store.read(|read| read.batches(folded, 256))?;
            if page.is_empty() {
                break;
            }
            for kept in page {
                folded = kept.logged.map_or(folded, |(index, _)| index.saturating_add(1));
                fold(&mut confirmed, kept)?;
            }
        }
        let mut all = confirmed.clone();
        for (place, kept) in (folded..).zip(self.store.read(|read| read.unsent())?) {
            fold(&mut all, KeptBatch { logged: Some((place, self.env.now())), ..kept })?;
        }
        let Folded { replay, catalogue } = all;
        self.state = State { replay, catalogue, confirmed, folded };
        self.take_charters()?;
        self.take_keys()?;
        self.forget_recused()
    }

    /// Charters in force that the log brought: the vault keeps the chain, since the log's keys come from it.
    fn take_charters(&mut self) -> Result<()> {
        if self.state.replay.board.charter.version <= self.charters.current().version {
            return Ok(());
        }
        let mut known: Vec<SignedCharter> =
            self.charters.charters().iter().map(|(signed, _)| signed.clone()).collect();
        for charter in self.charter_proposals()? {
            let mut longer = self.charters.clone();
            if longer.extend(charter.clone()).is_ok() {
                self.charters = longer;
                known.push(charter);
            }
        }
        self.store.write(|write| write.put_secret(secret::CHARTERS, &charter_bytes(&known)))?;
        Ok(())
    }

    /// The institute whose board this desk serves.
    #[must_use]
    pub fn institute(&self) -> Institute {
        self.charters.institute()
    }

    /// The institute's name, as its charter says it.
    #[must_use]
    pub fn institute_name(&self) -> &str {
        &self.charters.current().name
    }

    /// The log's keys and the registry's address, from the charter in force.
    #[must_use]
    pub fn log(&self) -> &LogIdentity {
        &self.charters.current().log
    }

    /// The state of the board, as this desk knows it.
    #[must_use]
    pub const fn board(&self) -> &Board {
        &self.state.replay.board
    }

    /// This device.
    #[must_use]
    pub fn device(&self) -> DeviceId {
        self.secrets.id()
    }

    /// Whose desk it is; `None` until the secretariat has added the device.
    #[must_use]
    pub fn member(&self) -> Option<MemberId> {
        self.board().devices.get(&self.device()).map(|state| state.member)
    }

    /// Whose desk it is.
    ///
    /// # Errors
    /// The device is not added yet.
    pub fn me(&self) -> Result<MemberId> {
        self.member().ok_or(AppError::NotOpen)
    }

    /// The database, for reading and for what is no act: drafts, settings, files.
    #[must_use]
    pub const fn store(&self) -> &Store {
        &self.store
    }

    /// Where this device's series stands.
    pub(crate) fn head(&self) -> Result<Head> {
        let kept = self.store.read(|read| read.head(self.device()))?;
        Ok(kept.unwrap_or_else(Head::start))
    }

    /// The last checkpoint that this laptop verified, as batches quote it.
    pub(crate) fn seen(&self) -> Result<Seen> {
        let epoch = self.log().epoch().unwrap_or(1);
        let checkpoint = self.store.read(|read| read.checkpoint())?;
        let note = checkpoint.and_then(|kept| SignedNote::parse(&kept.note).ok());
        Ok(note.and_then(|note| note.checkpoint.seen()).unwrap_or_else(|| Seen::nothing(epoch)))
    }

    /// Closes the database; the write-ahead file is folded in.
    ///
    /// # Errors
    /// The disk.
    pub fn close(self) -> Result<()> {
        Ok(self.store.close()?)
    }
}

/// Folds one kept batch. A batch that does not verify was altered on this disk: nothing after it can be trusted.
fn fold(into: &mut Folded, kept: KeptBatch) -> Result<()> {
    let (index, received) = kept.logged.unwrap_or((u64::MAX, Moment(0)));
    // A device that the fold does not know: its batch waits outside until the roster names it.
    let Some(batch) = into.replay.verify(kept.parts) else { return Ok(()) };
    for judged in into.replay.take(&batch?, index, received) {
        let kind = ActionKind::from_code(judged.header.kind);
        // What is not in force stays in the log with its reason, and out of everything that is shown.
        let Some(kind) = kind.filter(|_| judged.standing == Standing::InForce) else { continue };
        into.catalogue.push(Catalogued::of(&judged, kind));
    }
    Ok(())
}

fn device_bytes(secrets: &DeviceSecrets) -> Zeroizing<Vec<u8>> {
    Zeroizing::new([&secrets.signer.seed()[..], secrets.receive.expose()].concat())
}

fn device_secrets(bytes: &[u8]) -> Result<DeviceSecrets> {
    let (seed, receive) = bytes.split_first_chunk::<32>().ok_or(AppError::NotOpen)?;
    let receive = receive.try_into().map_err(|_| AppError::NotOpen)?;
    Ok(DeviceSecrets::from_bytes(seed, receive))
}

/// The chain of charters as the vault keeps it.
pub(crate) fn charter_bytes(charters: &[SignedCharter]) -> Vec<u8> {
    let mut to = Writer::new();
    to.array(charters.len());
    for charter in charters {
        to.bytes(&charter.encode());
    }
    to.finish()
}

fn read_charters(bytes: &[u8]) -> Result<CharterChain> {
    let mut from = Reader::new(bytes);
    let containers = from.list(10_000, |from| from.bytes().map(<[u8]>::to_vec))?;
    let charters =
        containers.iter().map(|bytes| SignedCharter::decode(bytes)).collect::<Result<Vec<_>, _>>()?;
    let institute = Institute(charters.first().ok_or(AppError::NotOpen)?.hash());
    Ok(CharterChain::walk(charters, &institute)?)
}
