//! Signed HTTP requests: which device asks, for what, when. TLS protects the way; this says who.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sceau_domain::id::{DeviceId, Institute};
use sceau_domain::moment::{MINUTE, Moment};

use crate::device::DeviceKeys;
use crate::sign::{Purpose, Signer, sign, verify};
use crate::tree::sha256;

/// How far a request's time may be from the registry's, in milliseconds.
pub const CLOCK_TOLERANCE: u64 = 10 * MINUTE;

/// Why a request is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RequestError {
    /// The header is not `Sceau <device>.<time>.<signature>`.
    #[error("the authorization header is malformed")]
    Malformed,
    /// The keys are another device's.
    #[error("the request names another device")]
    WrongDevice,
    /// The signature is not the device's over this request.
    #[error("the request's signature is not its device's")]
    BadSignature,
    /// More than ten minutes off: the registry answers with its time and the laptop repeats.
    #[error("the request's time is more than ten minutes off")]
    ClockOff,
}

/// What is asked, as both sides see it.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'r> {
    /// The institute.
    pub institute: &'r Institute,
    /// The host in the charter's origin, whatever address was dialled: a reverse proxy does not break it.
    pub host: &'r str,
    /// `GET`, `POST` …: upper-case letters.
    pub method: &'r str,
    /// Path and query as sent, from the first slash on.
    pub path: &'r str,
    /// The body as sent (after compression, if any).
    pub body: &'r [u8],
}

impl Asked<'_> {
    /// `institute ‖ host ‖ method ‖ path ‖ SHA-256(body) ‖ time(8)`. Only one split exists: the verifier
    /// knows the host, methods are letters, paths begin with a slash, the last 40 bytes are fixed.
    #[must_use]
    pub fn bytes(&self, at: Moment) -> Vec<u8> {
        [
            &self.institute.0[..],
            self.host.as_bytes(),
            self.method.as_bytes(),
            self.path.as_bytes(),
            &sha256(self.body),
            &at.0.to_be_bytes(),
        ]
        .concat()
    }
}

/// The content of the `Authorization` header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Authorization {
    /// Which device asks.
    pub device: DeviceId,
    /// When, by its own clock.
    pub at: Moment,
    /// Its signature.
    pub signature: [u8; 64],
}

impl Authorization {
    /// Signs a request.
    #[must_use]
    pub fn make(asked: &Asked<'_>, device: DeviceId, at: Moment, signer: &(impl Signer + ?Sized)) -> Self {
        Self { device, at, signature: sign(signer, Purpose::Request, &asked.bytes(at)) }
    }

    /// `Sceau <device: hex>.<time: decimal ms>.<signature: base64url>`.
    #[must_use]
    pub fn to_header(&self) -> String {
        format!("Sceau {}.{}.{}", self.device, self.at.0, URL_SAFE_NO_PAD.encode(self.signature))
    }

    /// Reads the header.
    ///
    /// # Errors
    /// Another form.
    pub fn parse(header: &str) -> Result<Self, RequestError> {
        Self::read(header).ok_or(RequestError::Malformed)
    }

    fn read(header: &str) -> Option<Self> {
        let mut parts = header.strip_prefix("Sceau ")?.split('.');
        let (device, at, signature) = (parts.next()?, parts.next()?, parts.next()?);
        let authorization = Self {
            device: device.parse().ok()?,
            at: Moment(at.parse().ok()?),
            signature: URL_SAFE_NO_PAD.decode(signature).ok()?.try_into().ok()?,
        };
        (authorization.to_header() == header).then_some(authorization)
    }

    /// Checks the signature, then the time. A request inside the ten minutes can be repeated by whoever saw
    /// it: every route must bear repetition.
    ///
    /// # Errors
    /// The first check that fails.
    pub fn verify(&self, asked: &Asked<'_>, keys: &DeviceKeys, now: Moment) -> Result<(), RequestError> {
        if keys.id() != self.device {
            return Err(RequestError::WrongDevice);
        }
        if !verify(&keys.sign, Purpose::Request, &asked.bytes(self.at), &self.signature) {
            return Err(RequestError::BadSignature);
        }
        if self.at.distance(now) > CLOCK_TOLERANCE { Err(RequestError::ClockOff) } else { Ok(()) }
    }
}
