//! Invitations: what a link, a QR code or a pasted line carries to a new laptop. No personal data.
//!
//! The link is the registry's page that says what to do, with the code as its fragment: browsers send no fragment, so the
//! registry sees that somebody asked for that page and never the code.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sceau_domain::id::Institute;
use sceau_domain::moment::Moment;

use crate::device::InviteSecret;
use crate::encoding::{EncodingError, INVITATION, Reader, Record, Writer};
use crate::tree::sha256;

/// What every pasted invitation begins with.
const PREFIX: &str = "sceau1:";
/// The page of the registry to which links lead.
const PAGE: &str = "/join";
/// Bytes of the hash that follow the record in the text.
const CHECKSUM: usize = 4;

/// Why a pasted text is not an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvitationError {
    /// It does not begin like one, or holds characters that none has.
    #[error("this text is not an invitation")]
    NotAnInvitation,
    /// An address whose fragment is missing.
    #[error("this address has no code: copy it whole, with what follows the #")]
    NoCode,
    /// A character was lost or changed on the way.
    #[error("the invitation was damaged: copy it again, whole")]
    Damaged,
    /// The checksum holds, the record does not.
    #[error("invitation: {0}")]
    Encoding(#[from] EncodingError),
}

/// Record 6: `[6, institute, url, s, expires]`.
#[derive(Clone)]
pub struct Invitation {
    /// The institute to pin.
    pub institute: Institute,
    /// Where its registry answers.
    pub url: String,
    /// The one-time secret.
    pub secret: InviteSecret,
    /// Until when it can be used.
    pub expires: Moment,
}

impl Record for Invitation {
    fn write(&self, to: &mut Writer) {
        to.array(5).uint(INVITATION).bytes(&self.institute.0).text(&self.url);
        to.bytes(self.secret.expose()).moment(self.expires);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        from.record(INVITATION, 5)?;
        Ok(Self {
            institute: Institute(from.exactly()?),
            url: from.text()?.to_owned(),
            secret: InviteSecret::from_bytes(from.exactly()?),
            expires: from.moment()?,
        })
    }
}

impl Invitation {
    /// One line to paste: `sceau1:` and the record with a checksum of 4 bytes, in base64url.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut bytes = self.encode();
        let hash = sha256(&bytes);
        bytes.extend(hash.iter().take(CHECKSUM));
        format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(bytes))
    }

    /// The same as an address at the registry.
    #[must_use]
    pub fn to_link(&self) -> String {
        format!("{}{PAGE}#{}", self.url.trim_end_matches('/'), self.to_text())
    }

    /// Reads a pasted link or line; white space that mail programs add inside or around it does not matter, nor do words
    /// before it, the brackets in which some put addresses, or the way in which some write the colon.
    ///
    /// # Errors
    /// Not an invitation, an address without its code, or a damaged one.
    pub fn parse(text: &str) -> Result<Self, InvitationError> {
        let blank = |c: &char| !c.is_whitespace() && !matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}');
        let text: String = text.chars().filter(blank).collect();
        let text = text.replace("%3A", ":").replace("%3a", ":");
        let Some((_, after)) = text.split_once(PREFIX) else {
            let address = text.contains("://");
            return Err(if address { InvitationError::NoCode } else { InvitationError::NotAnInvitation });
        };
        let end = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
        let encoded = end.and_then(|end| after.get(..end)).unwrap_or(after);
        let bytes = URL_SAFE_NO_PAD.decode(encoded).map_err(|_| InvitationError::Damaged)?;
        let (record, checksum) = bytes.split_last_chunk::<CHECKSUM>().ok_or(InvitationError::Damaged)?;
        if !sha256(record).starts_with(checksum) {
            return Err(InvitationError::Damaged);
        }
        Ok(Self::decode(record)?)
    }
}
