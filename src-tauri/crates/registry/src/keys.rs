//! The registry's three keys, each in a file that only its owner may read: the log's, the clock's, and the one to
//! which bundles are sealed.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use rand_core::CryptoRng;
use sceau_ledger::group::ReceiveSecret;
use sceau_ledger::sign::{SecretSigner, Signer as _};
use sceau_protocol::institute::Card;
use zeroize::Zeroizing;

use crate::settings::Settings;

/// The keys in memory, wiped when dropped.
pub struct Keys {
    /// Signs checkpoints.
    pub log: SecretSigner,
    /// Signs the registry's dated word.
    pub clock: SecretSigner,
    /// Opens bundles.
    pub receive: ReceiveSecret,
}

/// Why the keys cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeysError {
    /// A key file cannot be read or written.
    #[error("{path}: {cause}")]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
    /// A key file does not hold 32 bytes.
    #[error("{0} is not a key")]
    NotAKey(PathBuf),
    /// Others than its owner may read a key file.
    #[error("{0} can be read by others: its mode must be 0600")]
    TooOpen(PathBuf),
}

const NAMES: [&str; 3] = ["log.key", "clock.key", "receive.key"];

impl Keys {
    /// Draws new keys and writes them under `folder`, which must not hold any yet.
    ///
    /// # Errors
    /// The folder holds keys, or the disk refuses.
    pub fn create(folder: &Path, rng: &mut impl CryptoRng) -> Result<Self, KeysError> {
        let at = |path: &Path| {
            let path = path.to_owned();
            move |cause| KeysError::File { path, cause }
        };
        fs::create_dir_all(folder).map_err(at(folder))?;
        restrict(folder, 0o700).map_err(at(folder))?;
        for name in NAMES {
            let mut seed = Zeroizing::new([0; 32]);
            rng.fill_bytes(seed.as_mut());
            let path = folder.join(name);
            write_secret(&path, seed.as_ref()).map_err(at(&path))?;
        }
        Self::read(folder)
    }

    /// Reads the keys of a folder.
    ///
    /// # Errors
    /// A file is missing, open to others, or no key.
    pub fn read(folder: &Path) -> Result<Self, KeysError> {
        let [log, clock, receive] = NAMES.map(|name| read_secret(&folder.join(name)));
        Ok(Self {
            log: SecretSigner::from_seed(&*log?),
            clock: SecretSigner::from_seed(&*clock?),
            receive: ReceiveSecret::from_bytes(*receive?),
        })
    }

    /// The card of a registry with these keys and settings.
    #[must_use]
    pub fn card(&self, settings: &Settings) -> Card {
        Card {
            origin: settings.origin.clone(),
            url: settings.url.clone(),
            log_key: self.log.public(),
            clock_key: self.clock.public(),
            receive_key: self.receive.public(),
        }
    }
}

fn read_secret(path: &Path) -> Result<Zeroizing<[u8; 32]>, KeysError> {
    if open_to_others(path).map_err(|cause| KeysError::File { path: path.to_owned(), cause })? {
        return Err(KeysError::TooOpen(path.to_owned()));
    }
    let bytes = fs::read(path).map_err(|cause| KeysError::File { path: path.to_owned(), cause })?;
    let bytes = Zeroizing::new(bytes);
    let secret: [u8; 32] = bytes.as_slice().try_into().map_err(|_| KeysError::NotAKey(path.to_owned()))?;
    Ok(Zeroizing::new(secret))
}

#[cfg(unix)]
fn restrict(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn restrict(_: &Path, _: u32) -> io::Result<()> {
    // Elsewhere the folder inherits the rights of the account that runs the registry.
    Ok(())
}

#[cfg(unix)]
fn open_to_others(path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::PermissionsExt as _;
    Ok(fs::metadata(path)?.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn open_to_others(path: &Path) -> io::Result<bool> {
    fs::metadata(path).map(|_| false)
}

/// Writes a file that did not exist, readable by its owner alone from its first byte on.
pub(crate) fn write_secret(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
