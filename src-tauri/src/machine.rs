//! The impure things of a real machine, named once: clock, randomness, keyring.

use std::sync::Arc;

use sceau_app::environment::{Environment, KeyKeeper};
use sceau_domain::moment::Moment;

/// The machine's clock.
pub fn now() -> Moment {
    #[expect(clippy::disallowed_methods, reason = "the one place where this program reads the clock")]
    let now = std::time::SystemTime::now();
    let since = now.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    Moment(u64::try_from(since.as_millis()).unwrap_or(u64::MAX))
}

/// Fills bytes from the operating system's source.
pub fn fill(bytes: &mut [u8]) {
    #[expect(clippy::disallowed_methods, reason = "the one place where this program draws randomness")]
    let drawn = getrandom::fill(bytes);
    if drawn.is_err() {
        // Keys drawn from anything else would be worthless: better no program than that one.
        tracing::error!("the system gives no randomness");
        std::process::abort();
    }
}

/// The machine as the application sees it.
pub fn environment(keeper: Arc<dyn KeyKeeper>) -> Environment {
    Environment::new(now, fill, keeper)
}
