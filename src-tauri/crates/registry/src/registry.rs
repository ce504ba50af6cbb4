//! One registry: settings, keys, database, files, and the log in memory, behind one value that routes share.

use std::net::IpAddr;
use std::path::Path;
use std::sync::{Arc, RwLock, RwLockReadGuard, RwLockWriteGuard};

use rand_core::CryptoRng;
use sceau_domain::moment::Moment;
use sceau_ledger::batch::{BatchParts, BatchRecord};
use sceau_ledger::charter::{CharterChain, CharterError, SignedCharter};
use sceau_ledger::encoding::{EncodingError, Record as _};
use sceau_ledger::error::VerifyError;
use sceau_ledger::log::Entry;
use sceau_ledger::verify::VerifiedBatch;
use sceau_protocol::Code;
use sceau_protocol::path::hex;

use crate::book::{Book, Taken};
use crate::database::{Database, DatabaseError, Sqlite, StoredBatch};
use crate::failure::Failure;
use crate::files::Folder;
use crate::keys::{Keys, KeysError, write_secret};
use crate::pages::{Texts, TextsError};
use crate::settings::{FILE, Settings, SettingsError};
use crate::throttle::Throttle;

/// Where the time comes from: an argument, as everywhere.
pub type Clock = Arc<dyn Fn() -> Moment + Send + Sync>;

/// Fact: container of the first charter.
pub(crate) const FIRST_CHARTER: &str = "first-charter";
/// Fact: SHA-256 of the founding token; its absence means that none is valid.
pub(crate) const FOUNDING_TOKEN: &str = "founding-token";

/// One registry.
pub struct Registry {
    /// Where it listens and under which name.
    pub settings: Settings,
    /// Its keys.
    pub keys: Keys,
    /// Its rows.
    pub database: Box<dyn Database>,
    /// Its files.
    pub files: Folder,
    /// How often callers may ask.
    pub throttle: Throttle,
    /// Texts of the public pages.
    pub texts: Texts,
    clock: Clock,
    book: RwLock<Option<Book>>,
}

/// Why a registry does not start.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The settings cannot be used.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The keys cannot be used.
    #[error(transparent)]
    Keys(#[from] KeysError),
    /// The database cannot be used.
    #[error(transparent)]
    Database(#[from] DatabaseError),
    /// The folder cannot be used.
    #[error("the folder cannot be used: {0}")]
    Folder(#[from] std::io::Error),
    /// There is a registry in this folder already.
    #[error("{0} holds a registry already")]
    AlreadyThere(String),
    /// The first charter in the database does not hold.
    #[error("the first charter does not hold: {0}")]
    Charter(#[from] CharterError),
    /// A record in the database cannot be read.
    #[error("a record of the database cannot be read: {0}")]
    Record(#[from] EncodingError),
    /// A batch in the database does not verify: it was altered on the disk.
    #[error("entry {place} of the database does not verify: {cause}")]
    Altered {
        /// Index in the log.
        place: u64,
        /// What is wrong.
        cause: String,
    },
    /// A text of the public pages is missing or malformed.
    #[error(transparent)]
    Texts(#[from] TextsError),
}

/// What `init` hands out: the card, and a token with which an institute can be founded once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prepared {
    /// One line to paste at founding.
    pub card: String,
    /// The one-time founding token, 32 hexadecimal digits.
    pub token: String,
}

impl Registry {
    /// Makes the folder of a new registry: settings, keys, an empty database, a founding token.
    ///
    /// # Errors
    /// The folder holds one already, or cannot be written.
    pub fn init(folder: &Path, settings: &Settings, rng: &mut impl CryptoRng) -> Result<Prepared, OpenError> {
        std::fs::create_dir_all(folder)?;
        let place = folder.join(FILE);
        if place.exists() {
            return Err(OpenError::AlreadyThere(folder.display().to_string()));
        }
        let keys = Keys::create(&folder.join("keys"), rng)?;
        let mut token = [0; 16];
        rng.fill_bytes(&mut token);
        let token = hex(&token);
        let database = Sqlite::open(&folder.join("registry.db"))?;
        database.set_fact(FOUNDING_TOKEN, &sceau_ledger::tree::sha256(token.as_bytes()))?;
        // Last, so that a run that was interrupted can be repeated after removing the folder.
        write_secret(&place, settings.to_toml().as_bytes())?;
        Ok(Prepared { card: keys.card(settings).to_text(), token })
    }

    /// Opens the registry of a folder and rebuilds what follows from its log.
    ///
    /// # Errors
    /// Something in the folder cannot be used, or was altered.
    pub fn open(folder: &Path, clock: Clock) -> Result<Self, OpenError> {
        let settings = Settings::read(folder)?;
        let keys = Keys::read(&folder.join("keys"))?;
        let database = Sqlite::open(&folder.join("registry.db"))?;
        let files = Folder::open(&folder.join("files"))?;
        let book = rebuild(&database)?;
        Ok(Self {
            throttle: Throttle::new(&settings.limits),
            texts: Texts::load()?,
            settings,
            keys,
            database: Box::new(database),
            files,
            clock,
            book: RwLock::new(book),
        })
    }

    /// The registry's time.
    #[must_use]
    pub fn now(&self) -> Moment {
        (self.clock)()
    }

    /// The book, to read.
    ///
    /// # Errors
    /// A panic lost it.
    pub fn read(&self) -> Result<RwLockReadGuard<'_, Option<Book>>, Failure> {
        self.book.read().map_err(|_| Failure::Poisoned)
    }

    /// The book, to write. Whoever holds it works on a clone and puts that back only once the database has it.
    ///
    /// # Errors
    /// A panic lost it.
    pub(crate) fn write(&self) -> Result<RwLockWriteGuard<'_, Option<Book>>, Failure> {
        self.book.write().map_err(|_| Failure::Poisoned)
    }

    /// Reads the book of the institute.
    ///
    /// # Errors
    /// There is no institute yet, or a panic lost the book, or what `read` says.
    pub fn with_book<T>(&self, read: impl FnOnce(&Book) -> Result<T, Failure>) -> Result<T, Failure> {
        read(self.read()?.as_ref().ok_or(Code::NotFounded)?)
    }
}

/// The address of a caller, for the limits of public routes.
pub type Address = IpAddr;

fn rebuild(database: &Sqlite) -> Result<Option<Book>, OpenError> {
    let Some(first) = database.fact(FIRST_CHARTER)? else { return Ok(None) };
    let mut book = Book::new(CharterChain::found(SignedCharter::decode(&first)?)?);
    let mut trouble = None;
    database.replay(&mut |stored| {
        if trouble.is_none()
            && let Err(cause) = again(&mut book, &stored)
        {
            trouble = Some(OpenError::Altered { place: stored.place, cause });
        }
    })?;
    trouble.map_or(Ok(Some(book)), Err)
}

/// Takes a stored batch again, verifying it as if it had just come in.
fn again(book: &mut Book, stored: &StoredBatch) -> Result<(), String> {
    let entry = Entry::decode(&stored.entry).map_err(|cause| cause.to_string())?;
    let mut parts = entry.bare_parts();
    parts.headers = Some(stored.headers.clone());
    let whole = |parcel: &crate::database::StoredParcel| Some((parcel.place, parcel.bytes.clone()?));
    parts.parcels = stored.parcels.iter().filter_map(whole).collect();
    let batch = verify(book, parts).map_err(|cause| cause.to_string())?;
    match book.replay_again(&batch, entry.received) {
        Ok(Taken::New(same)) if same.place == stored.place && same.entry == stored.entry => Ok(()),
        Ok(_) => Err("out of place".to_owned()),
        Err(rejection) => Err(rejection.code),
    }
}

/// Verifies a batch under the keys of its device: those that the board knows, or, while no device is known at all,
/// those that the founding batch itself brings.
///
/// # Errors
/// [`VerifyError`]; an unknown device is [`VerifyError::WrongDevice`].
pub(crate) fn verify(book: &Book, parts: BatchParts) -> Result<VerifiedBatch, VerifyError> {
    let update = BatchRecord::decode(&parts.record).is_err_and(|cause| cause.update_needed());
    if update {
        return Err(VerifyError::UpdateNeeded);
    }
    book.replay().verify(parts).unwrap_or(Err(VerifyError::WrongDevice))
}
