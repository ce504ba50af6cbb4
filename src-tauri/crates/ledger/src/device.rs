//! Devices and how they join: keys, one-time invitations, the request with its code, twenty digits to read
//! aloud.

use hmac::{Hmac, KeyInit, Mac};
use rand_core::CryptoRng;
use sceau_domain::id::{DeviceId, Institute, InviteId};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::encoding::{EncodingError, JOIN, Reader, Record, Writer};
use crate::group::{ReceiveSecret, derive};
use crate::sign::{Purpose, SecretSigner, Signer, sign, verify};
use crate::tree::sha256;

/// The public keys of a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeviceKeys {
    /// Ed25519, to sign.
    pub sign: [u8; 32],
    /// X25519, to receive.
    pub receive: [u8; 32],
}

impl DeviceKeys {
    /// `SHA-256("sceau/1 device" ‖ 0 ‖ ed ‖ x)[0..16]`.
    #[must_use]
    pub fn id(&self) -> DeviceId {
        DeviceId(first(&sha256(&[&b"sceau/1 device\0"[..], &self.sign, &self.receive].concat())))
    }
}

fn first<const N: usize>(hash: &[u8; 32]) -> [u8; N] {
    let mut bytes = [0; N];
    bytes.iter_mut().zip(hash).for_each(|(to, from)| *to = *from);
    bytes
}

/// The secret keys of a device, made on the laptop and wiped when dropped.
pub struct DeviceSecrets {
    /// Signs.
    pub signer: SecretSigner,
    /// Receives.
    pub receive: ReceiveSecret,
}

impl DeviceSecrets {
    /// Draws the keys of a new device.
    pub fn draw(rng: &mut impl CryptoRng) -> Self {
        Self { signer: SecretSigner::draw(rng), receive: ReceiveSecret::draw(rng) }
    }

    /// Keys that were kept: the Ed25519 seed and the X25519 secret.
    #[must_use]
    pub fn from_bytes(sign: &[u8; 32], receive: [u8; 32]) -> Self {
        Self { signer: SecretSigner::from_seed(sign), receive: ReceiveSecret::from_bytes(receive) }
    }

    /// The public half.
    #[must_use]
    pub fn keys(&self) -> DeviceKeys {
        DeviceKeys { sign: self.signer.public(), receive: self.receive.public() }
    }

    /// The device's name.
    #[must_use]
    pub fn id(&self) -> DeviceId {
        self.keys().id()
    }
}

/// The secret of an invitation, 16 bytes. Wiped when dropped, never printed.
#[derive(Clone)]
pub struct InviteSecret(Zeroizing<[u8; 16]>);

impl InviteSecret {
    /// Draws a new one.
    pub fn draw(rng: &mut impl CryptoRng) -> Self {
        let mut secret = Zeroizing::new([0; 16]);
        rng.fill_bytes(secret.as_mut());
        Self(secret)
    }

    /// A secret read from an invitation.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The bytes, to be put into an invitation.
    #[must_use]
    pub fn expose(&self) -> &[u8; 16] {
        &self.0
    }

    /// The invitation's name in the log: `SHA-256("sceau/1 invite" ‖ 0 ‖ s)[0..16]`.
    #[must_use]
    pub fn id(&self) -> InviteId {
        InviteId(first(&sha256(&Zeroizing::new([&b"sceau/1 invite\0"[..], &self.0[..]].concat()))))
    }

    /// The code of a request under this secret: neither the registry nor the network can make it.
    fn code(&self, institute: &Institute, request: &[u8]) -> Hmac<Sha256> {
        let key = derive(self.expose(), &institute.0, b"sceau/1 join mac");
        // HMAC fills a short key with zeros up to the block; done here, the constructor cannot fail.
        let mut block = Zeroizing::new([0; 64]);
        block.iter_mut().zip(*key).for_each(|(to, from)| *to = from);
        let mut code = <Hmac<Sha256> as KeyInit>::new(&(*block).into());
        code.update(request);
        code
    }
}

/// Record 7: a laptop asks to become a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JoinRequest {
    /// The institute that the laptop believes in.
    pub institute: Institute,
    /// The invitation.
    pub invite: InviteId,
    /// The keys that it made.
    pub keys: DeviceKeys,
}

impl Record for JoinRequest {
    fn write(&self, to: &mut Writer) {
        to.array(5).uint(JOIN).bytes(&self.institute.0).bytes(&self.invite.0);
        to.bytes(&self.keys.sign).bytes(&self.keys.receive);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        from.record(JOIN, 5)?;
        Ok(Self {
            institute: Institute(from.exactly()?),
            invite: InviteId(from.exactly()?),
            keys: DeviceKeys { sign: from.exactly()?, receive: from.exactly()? },
        })
    }
}

/// Why a join request is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum JoinError {
    /// Not a join request in its one form.
    #[error("join request: {0}")]
    Encoding(#[from] EncodingError),
    /// Made for another institute.
    #[error("the request is for another institute")]
    WrongInstitute,
    /// Made under another invitation.
    #[error("the request answers another invitation")]
    WrongInvite,
    /// Not signed by the key that it asks to enrol.
    #[error("the request is not signed by its own key")]
    BadSignature,
    /// Whoever made it does not know the invitation's secret, or the keys were swapped on the way.
    #[error("the request's code does not match the invitation")]
    BadCode,
}

/// A request as it travels: the record, its signature, its code under the invitation's secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedJoin {
    /// The bytes of the [`JoinRequest`].
    pub request: Vec<u8>,
    /// By the key that asks to be enrolled.
    pub signature: [u8; 64],
    /// `HMAC-SHA256(HKDF(s, salt = institute, "sceau/1 join mac"), request)`.
    pub code: [u8; 32],
}

impl SignedJoin {
    /// The request of a new laptop.
    #[must_use]
    pub fn make(
        institute: Institute,
        secret: &InviteSecret,
        keys: &DeviceKeys,
        signer: &impl Signer,
    ) -> Self {
        let request = JoinRequest { institute, invite: secret.id(), keys: *keys }.encode();
        let signature = sign(signer, Purpose::Join, &request);
        let code = secret.code(&institute, &request).finalize().into_bytes().into();
        Self { request, signature, code }
    }

    /// What anybody can check: form, institute and signature.
    ///
    /// # Errors
    /// The first of these that fails.
    pub fn check(&self, institute: &Institute) -> Result<JoinRequest, JoinError> {
        let request = JoinRequest::decode(&self.request)?;
        if request.institute != *institute {
            return Err(JoinError::WrongInstitute);
        }
        if !verify(&request.keys.sign, Purpose::Join, &self.request, &self.signature) {
            return Err(JoinError::BadSignature);
        }
        Ok(request)
    }

    /// What the inviter checks as well: the code, in constant time.
    ///
    /// # Errors
    /// The first check that fails.
    pub fn check_code(&self, institute: &Institute, secret: &InviteSecret) -> Result<JoinRequest, JoinError> {
        let request = self.check(institute)?;
        if request.invite != secret.id() {
            return Err(JoinError::WrongInvite);
        }
        let code = secret.code(institute, &self.request);
        code.verify_slice(&self.code).map_err(|_| JoinError::BadCode)?;
        Ok(request)
    }

    /// The twenty digits of this request.
    #[must_use]
    pub fn digits(&self) -> Digits {
        Digits::of_request(&self.request)
    }
}

impl Record for SignedJoin {
    /// `[request, signature, code]`: the form in `device.add` and on the way to the registry.
    fn write(&self, to: &mut Writer) {
        to.array(3).bytes(&self.request).bytes(&self.signature).bytes(&self.code);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        from.places(3)?;
        Ok(Self { request: from.bytes()?.to_vec(), signature: from.exactly()?, code: from.exactly()? })
    }
}

/// Twenty digits (66 bits), read by one person and typed by another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digits(u128);

impl Digits {
    /// The digits of a join request: the first 9 bytes of `SHA-256("sceau/1 phrase" ‖ 0 ‖ request)` modulo 10²⁰.
    #[must_use]
    pub fn of_request(request: &[u8]) -> Self {
        Self::of_hash(&sha256(&[&b"sceau/1 phrase\0"[..], request].concat()))
    }

    /// The digits of any hash, such as the log's root read aloud by two members.
    #[must_use]
    pub fn of_hash(hash: &[u8; 32]) -> Self {
        let nine = first::<9>(hash).into_iter().fold(0_u128, |value, byte| (value << 8) | u128::from(byte));
        Self(nine % 100_000_000_000_000_000_000)
    }

    /// What a person typed, in any grouping; `None` unless there are exactly twenty digits.
    #[must_use]
    pub fn typed(text: &str) -> Option<Self> {
        let digits: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
        let twenty = digits.len() == 20 && digits.bytes().all(|digit| digit.is_ascii_digit());
        if twenty { digits.parse().ok().map(Self) } else { None }
    }
}

impl core::fmt::Display for Digits {
    /// Groups of five.
    fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let digits = format!("{:020}", self.0);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && place % 5 == 0 {
                out.write_str(" ")?;
            }
            write!(out, "{digit}")?;
        }
        Ok(())
    }
}
