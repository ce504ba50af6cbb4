//! Everything impure, named once: the clock, randomness, where keys rest. Tests bring a clock that they move
//! and a seeded source; the shell brings the system's.

use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};

use rand_core::{TryCryptoRng, TryRng};
use sceau_domain::moment::Moment;
use zeroize::Zeroizing;

use crate::error::AppError;

/// The operating system's keyring, or what stands for it in a test. Names are chosen by the caller and are
/// different for every desk.
pub trait KeyKeeper: Send + Sync {
    /// Whether a keyring service answers and can be written.
    fn available(&self) -> bool;

    /// The secret of a name.
    ///
    /// # Errors
    /// The keyring is locked or does not answer.
    fn get(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, AppError>;

    /// Keeps a secret, and is sure of it: what cannot be read back was not kept.
    ///
    /// # Errors
    /// The keyring is locked or does not answer.
    fn set(&self, name: &str, secret: &[u8]) -> Result<(), AppError>;

    /// Forgets a secret.
    ///
    /// # Errors
    /// The keyring is locked or does not answer.
    fn forget(&self, name: &str) -> Result<(), AppError>;
}

/// No keyring at all: a passphrase is asked for.
pub struct NoKeyring;

impl KeyKeeper for NoKeyring {
    fn available(&self) -> bool {
        false
    }

    fn get(&self, _name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, AppError> {
        Ok(None)
    }

    fn set(&self, _name: &str, _secret: &[u8]) -> Result<(), AppError> {
        Err(AppError::NoKeyring)
    }

    fn forget(&self, _name: &str) -> Result<(), AppError> {
        Ok(())
    }
}

/// Fills bytes with randomness.
pub type Fill = dyn FnMut(&mut [u8]) + Send;

/// The clock, randomness and the keyring.
#[derive(Clone)]
pub struct Environment {
    /// Reads the clock.
    pub clock: Arc<dyn Fn() -> Moment + Send + Sync>,
    /// Where keys rest.
    pub keeper: Arc<dyn KeyKeeper>,
    fill: Arc<Mutex<Box<Fill>>>,
}

impl Environment {
    /// From the three things that are impure.
    pub fn new(
        clock: impl Fn() -> Moment + Send + Sync + 'static,
        fill: impl FnMut(&mut [u8]) + Send + 'static,
        keeper: Arc<dyn KeyKeeper>,
    ) -> Self {
        Self { clock: Arc::new(clock), keeper, fill: Arc::new(Mutex::new(Box::new(fill))) }
    }

    /// The present moment.
    #[must_use]
    pub fn now(&self) -> Moment {
        (self.clock)()
    }

    /// A source of randomness to hand on.
    #[must_use]
    pub fn chance(&self) -> Chance {
        Chance(Arc::clone(&self.fill))
    }

    /// Sixteen random bytes: a new identifier.
    #[must_use]
    pub fn draw_id(&self) -> [u8; 16] {
        let mut id = [0; 16];
        self.chance().fill(&mut id);
        id
    }
}

/// A source of randomness, as the cryptographic crates ask for it.
#[derive(Clone)]
pub struct Chance(Arc<Mutex<Box<Fill>>>);

impl Chance {
    fn fill(&self, bytes: &mut [u8]) {
        (self.0.lock().unwrap_or_else(PoisonError::into_inner))(bytes);
    }
}

impl TryRng for Chance {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.fill(&mut bytes);
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.fill(&mut bytes);
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        self.fill(bytes);
        Ok(())
    }
}

impl TryCryptoRng for Chance {}
