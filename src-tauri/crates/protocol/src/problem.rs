//! What the registry can answer when it does not do what was asked: the only table of codes with their HTTP
//! statuses. The screens have a sentence for each code; nothing else is shown to people.

use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($( $(#[$doc:meta])* $variant:ident = $code:literal, $status:literal, $title:literal; )*) => {
        /// A reason why a request was not carried out.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code { $( $(#[$doc])* $variant, )* }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Self] = &[ $( Self::$variant, )* ];

            /// The stable word for programs and for the key of the sentence.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $( Self::$variant => $code, )* }
            }

            /// The HTTP status.
            #[must_use]
            pub const fn status(self) -> u16 {
                match self { $( Self::$variant => $status, )* }
            }

            /// A short English title for whoever reads the wire.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $( Self::$variant => $title, )* }
            }

            /// The code that a word names.
            #[must_use]
            pub fn from_code(word: &str) -> Option<Self> {
                match word { $( $code => Some(Self::$variant), )* _ => None }
            }
        }
    };
}

codes! {
    /// The body is not what the address expects.
    Malformed = "request.malformed", 400, "The body cannot be read";
    /// The body is larger than its limit.
    TooLarge = "request.too-large", 413, "The body is larger than allowed";
    /// The body is compressed; requests are signed and sent as they are.
    Encoding = "request.encoding", 415, "Requests are not compressed";
    /// More items than the limit.
    TooMany = "request.too-many", 400, "More items than allowed";
    /// No such address or thing.
    NotFound = "request.not-found", 404, "There is nothing here";
    /// The address knows other methods.
    Method = "request.method", 405, "This address does not do that";
    /// Too many requests of one device or address.
    TooOften = "request.too-often", 429, "Too many requests; wait and repeat";
    /// The request took too long.
    Timeout = "request.timeout", 408, "The request took too long";
    /// The address needs a signed request and there is no readable signature.
    Unsigned = "request.unsigned", 401, "The request is not signed";
    /// The signature does not match the request.
    BadSignature = "request.bad-signature", 401, "The signature does not match the request";
    /// The request's time is more than ten minutes from the registry's; the answer carries its time.
    Clock = "request.clock", 401, "The laptop's clock differs by more than ten minutes";
    /// The device is not known, not countersigned yet, or revoked.
    DeviceUnknown = "device.unknown", 403, "This device is not enrolled";
    /// The device was revoked.
    DeviceRevoked = "device.revoked", 403, "This device was revoked";
    /// The caller has no right to this address.
    NotAllowed = "request.not-allowed", 403, "This is not for you";
    /// No institute was founded yet.
    NotFounded = "institute.not-founded", 409, "No institute was founded here yet";
    /// An institute exists already.
    AlreadyFounded = "institute.already-founded", 409, "An institute exists here already";
    /// The founding token is wrong or was used.
    BadToken = "institute.bad-token", 403, "The founding token is wrong or was used";
    /// The charter is not in order.
    BadCharter = "institute.bad-charter", 422, "The charter is not in order";
    /// The charter names another registry (origin, address or keys).
    OtherRegistry = "institute.other-registry", 422, "The charter names another registry";
    /// The batch belongs to another institute.
    OtherInstitute = "batch.other-institute", 422, "The batch belongs to another institute";
    /// A batch was altered, or is of a form that this version cannot verify.
    BadBatch = "batch.bad", 422, "The batch does not verify";
    /// The batch is of a newer format.
    UpdateNeeded = "batch.update-needed", 422, "The batch needs a newer registry";
    /// Earlier batches of the series are missing.
    Gap = "series.gap", 409, "Earlier batches of this series are missing";
    /// Another batch of this number is already in the log.
    Fork = "series.fork", 409, "Another batch of this number is already in the log";
    /// A sealed key is not proven under its own label: copied, or altered.
    BoxNotProven = "box.not-proven", 422, "A sealed key does not prove what it is for";
    /// An officer's share is not proven.
    ShareNotProven = "share.not-proven", 422, "A share does not prove that it is this officer's";
    /// A share of something that is not to be opened.
    ShareOther = "share.other", 422, "A share of something that is not to be opened";
    /// A header or parcel is missing from a pushed batch.
    Incomplete = "batch.incomplete", 422, "Headers or parcels of the batch are missing";
    /// The claimed checkpoint is not of this log.
    LogDiffers = "log.differs", 409, "This is not the log that you saw";
    /// The invitation is unknown.
    InviteUnknown = "invite.unknown", 404, "There is no such invitation";
    /// The invitation has expired.
    InviteExpired = "invite.expired", 410, "The invitation has expired";
    /// The invitation was used by another request.
    InviteUsed = "invite.used", 409, "The invitation was already used";
    /// The join request is not in order.
    BadJoin = "invite.bad-request", 422, "The join request does not verify";
    /// The leaves do not hash to the root.
    BadLeaves = "file.bad-leaves", 422, "The leaves do not make this root";
    /// A chunk came before its leaves.
    NoLeaves = "file.no-leaves", 409, "Send the leaves first";
    /// A chunk does not match its leaf.
    BadChunk = "file.bad-chunk", 422, "The chunk does not match its leaf";
    /// The chunk is not here yet.
    ChunkMissing = "file.chunk-missing", 404, "The chunk is not here yet";
    /// A document does not match its digest, or no publication names it.
    BadDocument = "document.bad", 422, "The document does not match its digest";
    /// A publication whose facts are not its certificate's credential under the same number.
    BadFacts = "publication.bad-facts", 422, "The facts are not the certificate's credential";
    /// A profile does not match the digest in the log.
    BadProfile = "profile.bad", 422, "The profile does not match the digest in the log";
    /// The registry's disk is full or not writable.
    Storage = "registry.storage", 507, "The registry cannot write";
    /// Something broke in the registry.
    Broken = "registry.broken", 500, "Something broke in the registry";
    /// The registry is starting or stopping.
    Unavailable = "registry.unavailable", 503, "The registry is not ready";
}

/// The body of an error: an RFC 9457 problem with our code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// `urn:sceau:problem:<code>`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Short English title.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// Our code.
    pub code: String,
    /// The registry's clock, milliseconds since 1970; with `request.clock` the laptop repeats using it.
    pub time: u64,
    /// More about this occurrence: identifiers only, never content.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}

impl Problem {
    /// The problem for a code at a moment (milliseconds since 1970).
    #[must_use]
    pub fn new(code: Code, time: u64) -> Self {
        Self {
            kind: format!("urn:sceau:problem:{}", code.code()),
            title: code.title().to_owned(),
            status: code.status(),
            code: code.code().to_owned(),
            time,
            detail: None,
        }
    }

    /// The same with a detail.
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Its JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a problem from JSON; `None` when the body is something else (a proxy's page, garbage).
    #[must_use]
    pub fn from_json(body: &[u8]) -> Option<Self> {
        serde_json::from_slice(body).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_named_once_and_reads_back() {
        for (i, code) in Code::ALL.iter().enumerate() {
            assert_eq!(Code::from_code(code.code()), Some(*code));
            assert!((400..600).contains(&code.status()));
            assert!(Code::ALL.iter().skip(i + 1).all(|other| other.code() != code.code()), "{}", code.code());
        }
        assert_eq!(Code::from_code("nothing"), None);
    }

    #[test]
    fn a_problem_travels_and_a_proxys_page_is_not_one() {
        let problem = Problem::new(Code::Clock, 1_795_305_600_000).with_detail("device a1");
        assert_eq!(Problem::from_json(problem.to_json().as_bytes()), Some(problem));
        assert_eq!(Problem::from_json(b"<html>403</html>"), None);
    }
}
