//! `.sceau` files: the same records, sealed to the registry or to one device, for any courier to carry.

use rand_core::CryptoRng;
use sceau_domain::id::{DeviceId, Institute};
use zeroize::Zeroizing;

use crate::encoding::{BUNDLE, EncodingError, Reader, Record, Writer};
use crate::group::{ReceiveSecret, hpke_open, hpke_seal};
use crate::parcel::Padding;

/// A bundle, at most (600 MiB): a file at its limit with room for the records around it.
pub const MAX_BUNDLE: usize = 600 << 20;

/// For whom a bundle is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recipient {
    /// The registry, by its `receive_key`.
    Registry,
    /// A device.
    Device(DeviceId),
}

impl Recipient {
    /// In the record and in the sealing: nothing for the registry, 16 bytes for a device.
    fn bytes(&self) -> &[u8] {
        match self {
            Self::Registry => &[],
            Self::Device(device) => &device.0,
        }
    }
}

/// Why a bundle cannot be made or read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BundleError {
    /// Not a bundle in its one form.
    #[error("bundle: {0}")]
    Encoding(#[from] EncodingError),
    /// Beyond [`MAX_BUNDLE`].
    #[error("the bundle is too large")]
    TooLarge,
    /// The recipient's key cannot receive.
    #[error("the receiving key is not valid")]
    BadRecipient,
    /// Made for another institute.
    #[error("the bundle is for another institute")]
    WrongInstitute,
    /// Made for somebody else.
    #[error("the bundle is for another recipient")]
    WrongRecipient,
    /// Another key, or changed bytes.
    #[error("the bundle does not open")]
    DoesNotOpen,
}

/// Record 4: `[4, institute, recipient, enc, ct]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle {
    /// For which institute.
    pub institute: Institute,
    /// For whom.
    pub recipient: Recipient,
    enc: [u8; 32],
    ct: Vec<u8>,
}

impl Record for Bundle {
    fn write(&self, to: &mut Writer) {
        to.array(5).uint(BUNDLE).bytes(&self.institute.0).bytes(self.recipient.bytes());
        to.bytes(&self.enc).bytes(&self.ct);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        from.record(BUNDLE, 5)?;
        let institute = Institute(from.exactly()?);
        let recipient = match from.bytes()? {
            [] => Recipient::Registry,
            device => Recipient::Device(DeviceId(device.try_into().map_err(|_| EncodingError::OutOfRange)?)),
        };
        Ok(Self { institute, recipient, enc: from.exactly()?, ct: from.bytes()?.to_vec() })
    }
}

/// `"sceau/1 bundle" ‖ 0 ‖ institute ‖ recipient`.
fn info(institute: &Institute, recipient: &Recipient) -> Vec<u8> {
    [&b"sceau/1 bundle\0"[..], &institute.0, recipient.bytes()].concat()
}

impl Bundle {
    /// Seals content (the same bytes that a sync would send) to a receiving key: `length(4) ‖ content ‖
    /// zeros` up to the Padmé length.
    ///
    /// # Errors
    /// Content beyond the limit, or a key that cannot receive.
    pub fn seal(
        content: &[u8],
        institute: Institute,
        recipient: Recipient,
        receive: &[u8; 32],
        rng: &mut impl CryptoRng,
    ) -> Result<Self, BundleError> {
        let padded = Padding::Padme.length(content.len().saturating_add(4));
        if padded > MAX_BUNDLE {
            return Err(BundleError::TooLarge);
        }
        let length = u32::try_from(content.len()).map_err(|_| BundleError::TooLarge)?;
        let mut plain = Zeroizing::new(Vec::with_capacity(padded));
        plain.extend_from_slice(&length.to_be_bytes());
        plain.extend_from_slice(content);
        plain.resize(padded, 0);
        let (enc, ct) = hpke_seal(receive, &info(&institute, &recipient), &plain, rng)
            .ok_or(BundleError::BadRecipient)?;
        Ok(Self { institute, recipient, enc, ct })
    }

    /// Opens a bundle that must be for this institute and this recipient.
    ///
    /// # Errors
    /// It is for somebody else, or was changed.
    pub fn open(
        &self,
        institute: &Institute,
        recipient: &Recipient,
        secret: &ReceiveSecret,
    ) -> Result<Vec<u8>, BundleError> {
        if self.institute != *institute {
            return Err(BundleError::WrongInstitute);
        }
        if self.recipient != *recipient {
            return Err(BundleError::WrongRecipient);
        }
        let info = info(institute, recipient);
        let plain = hpke_open(secret, &self.enc, &info, &self.ct).ok_or(BundleError::DoesNotOpen)?;
        let plain = Zeroizing::new(plain);
        let (length, rest) = plain.split_first_chunk::<4>().ok_or(BundleError::DoesNotOpen)?;
        let length = u32::from_be_bytes(*length) as usize;
        let (content, zeros) = rest.split_at_checked(length).ok_or(BundleError::DoesNotOpen)?;
        if zeros.iter().any(|byte| *byte != 0) {
            return Err(BundleError::DoesNotOpen);
        }
        Ok(content.to_vec())
    }
}
