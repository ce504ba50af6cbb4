//! How often one device or one address may ask. Enrolled devices are limited one by one, so that a laptop gone
//! wild slows itself and nobody else.

use std::net::IpAddr;
use std::num::NonZeroU32;

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use sceau_domain::id::DeviceId;
use sceau_protocol::Code;

use crate::settings::Rates;

/// The three limits.
pub struct Throttle {
    device: DefaultKeyedRateLimiter<DeviceId>,
    join: DefaultKeyedRateLimiter<IpAddr>,
    check: DefaultKeyedRateLimiter<IpAddr>,
}

fn quota(per_minute: u32) -> Quota {
    Quota::per_minute(NonZeroU32::new(per_minute).unwrap_or(NonZeroU32::MIN))
}

impl Throttle {
    /// Limits at these rates.
    #[must_use]
    pub fn new(rates: &Rates) -> Self {
        Self {
            device: RateLimiter::keyed(quota(rates.device)),
            join: RateLimiter::keyed(quota(rates.join)),
            check: RateLimiter::keyed(quota(rates.check)),
        }
    }

    /// A signed request.
    ///
    /// # Errors
    /// [`Code::TooOften`].
    pub fn device(&self, device: DeviceId) -> Result<(), Code> {
        self.device.check_key(&device).map_err(|_| Code::TooOften)
    }

    /// A join request or the question how it stands.
    ///
    /// # Errors
    /// [`Code::TooOften`].
    pub fn join(&self, address: IpAddr) -> Result<(), Code> {
        self.join.check_key(&address).map_err(|_| Code::TooOften)
    }

    /// A certificate to be checked.
    ///
    /// # Errors
    /// [`Code::TooOften`].
    pub fn check(&self, address: IpAddr) -> Result<(), Code> {
        self.check.check_key(&address).map_err(|_| Code::TooOften)
    }

    /// Forgets callers that have been quiet, so that memory does not grow with addresses.
    pub fn sweep(&self) {
        self.device.retain_recent();
        self.join.retain_recent();
        self.check.retain_recent();
    }
}
