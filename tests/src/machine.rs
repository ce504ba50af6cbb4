//! What is impure here, named once: the system's clock and randomness, a folder for a desk's database key.

use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use sceau_app::environment::{Environment, NoKeyring};
use sceau_domain::moment::Moment;

/// The system's clock.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "the one place where the headless job reads the clock")]
pub fn now() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Moment(u64::try_from(since.as_millis()).unwrap_or(u64::MAX))
}

/// The system's clock, as files are dated.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "files are dated by the system's clock")]
pub fn since() -> SystemTime {
    SystemTime::now()
}

/// Fills bytes from the system's generator.
#[expect(clippy::disallowed_methods, reason = "the one place where the headless job draws randomness")]
#[expect(clippy::expect_used, reason = "a system without randomness can make no keys: nothing may go on")]
pub fn fill(bytes: &mut [u8]) {
    getrandom::fill(bytes).expect("the system's generator answers");
}

/// The system's clock and randomness, without a keyring.
#[must_use]
pub fn environment() -> Environment {
    Environment::new(now, fill, Arc::new(NoKeyring))
}

/// Measures how long steps take.
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts.
    #[must_use]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// Time since the start.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}
