//! The institute's charters, its founding, and the public log.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use minicbor::{Decode, Encode};
use sceau_ledger::charter::LogIdentity;
use sceau_ledger::tree::sha256;

use crate::cbor::{WireError, decode, encode};
use crate::sync::SentBatch;

/// `GET /v1/institute`: all that a stranger needs to pin the institute and read its log.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct InstituteAnswer {
    /// The registry's clock, milliseconds since 1970.
    #[n(0)]
    pub time: u64,
    /// Charter containers `[record, [[key, signature]…]]`, version 1 first.
    #[cbor(n(1), with = "crate::cbor::blobs")]
    pub charters: Vec<Vec<u8>>,
    /// The latest checkpoint, a signed note.
    #[n(2)]
    pub checkpoint: String,
    /// The card's own words, for a laptop that has only an address.
    #[n(3)]
    pub card: Card,
}

/// The registry's card: what a founder pastes, and what the first charter repeats in its `log` field.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Card {
    /// Origin of the log, e.g. `registry.example.org/sceau/1`.
    #[n(0)]
    pub origin: String,
    /// Address of the registry, without a slash at the end.
    #[n(1)]
    pub url: String,
    /// Ed25519 key of the log.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub log_key: [u8; 32],
    /// Ed25519 key of the clock.
    #[cbor(n(3), with = "minicbor::bytes")]
    pub clock_key: [u8; 32],
    /// X25519 key to which bundles are sealed.
    #[cbor(n(4), with = "minicbor::bytes")]
    pub receive_key: [u8; 32],
}

/// What every pasted card begins with.
const PREFIX: &str = "sceau-registre1:";
/// Bytes of the hash that follow the card in its text.
const CHECKSUM: usize = 4;

/// Why a pasted text is not a card.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CardError {
    /// It does not begin like one, or holds characters that none has.
    #[error("this text is not a registry's card")]
    NotACard,
    /// A character was lost or changed on the way.
    #[error("the card was damaged: copy it again, whole")]
    Damaged,
    /// The checksum holds, the content does not.
    #[error("card: {0}")]
    Form(#[from] WireError),
}

impl Card {
    /// One line to paste: `sceau-registre1:` and the card with a checksum of 4 bytes, in base64url.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut bytes = encode(self);
        let hash = sha256(&bytes);
        bytes.extend(hash.iter().take(CHECKSUM));
        format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(bytes))
    }

    /// Reads a pasted line; white space inside or around it does not matter.
    ///
    /// # Errors
    /// Not a card, or a damaged one.
    pub fn parse(text: &str) -> Result<Self, CardError> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let encoded = text.strip_prefix(PREFIX).ok_or(CardError::NotACard)?;
        let bytes = URL_SAFE_NO_PAD.decode(encoded).map_err(|_| CardError::Damaged)?;
        let (card, checksum) = bytes.split_last_chunk::<CHECKSUM>().ok_or(CardError::Damaged)?;
        if !sha256(card).starts_with(checksum) {
            return Err(CardError::Damaged);
        }
        Ok(decode(card)?)
    }

    /// The registry as a charter names it.
    #[must_use]
    pub fn identity(&self) -> LogIdentity {
        LogIdentity {
            origin: self.origin.clone(),
            log_key: self.log_key,
            clock_key: self.clock_key,
            url: self.url.clone(),
            receive_key: self.receive_key,
        }
    }
}

/// `POST /v1/institute`: founds the institute, once.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Founding {
    /// The one-time founding token that `sceau-registry init` printed.
    #[n(0)]
    pub token: String,
    /// Container of charter 1.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub charter: Vec<u8>,
    /// The log's first batches: of the founders' own devices, whose members charter 1 lists.
    #[n(2)]
    pub batches: Vec<SentBatch>,
}

/// `GET /v1/log/entries?from=&count=`: entries for outsiders (batch records, no headers).
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Entries {
    /// Index of the first entry.
    #[n(0)]
    pub from: u64,
    /// Entry bytes, in order.
    #[cbor(n(1), with = "crate::cbor::blobs")]
    pub entries: Vec<Vec<u8>>,
}

/// `GET /v1/log/consistency?from=&to=`: RFC 9162 §2.1.4.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Consistency {
    /// The older size.
    #[n(0)]
    pub from: u64,
    /// The newer size.
    #[n(1)]
    pub to: u64,
    /// The proof's nodes.
    #[cbor(n(2), with = "crate::cbor::digests")]
    pub path: Vec<[u8; 32]>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_survives_a_mail_program_and_says_when_it_was_damaged() {
        let card = Card {
            origin: "127.0.0.1:47320/sceau/1".to_owned(),
            url: "http://127.0.0.1:47320".to_owned(),
            log_key: [1; 32],
            clock_key: [2; 32],
            receive_key: [3; 32],
        };
        let text = card.to_text();
        let (front, back) = text.split_at(40);
        assert_eq!(Card::parse(&format!(" {front}\r\n {back} \n")), Ok(card));
        let damaged = text.replacen(|c: char| c.is_ascii_uppercase(), "x", 1);
        assert_eq!(Card::parse(&damaged), Err(CardError::Damaged));
        assert_eq!(Card::parse("sceau1:abc"), Err(CardError::NotACard));
    }
}
