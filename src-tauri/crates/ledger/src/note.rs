//! Checkpoints as C2SP signed notes: three lines, a blank line, signature lines. The log key signs the note;
//! the registry's clock key and the witnesses add `cosignature/v1` lines, each with its own time.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sceau_domain::id::DeviceId;
use sceau_domain::moment::Moment;
use sha2::{Digest, Sha256};

use crate::batch::Seen;
use crate::charter::LogIdentity;
use crate::sign::{Signer, verify_message};
use crate::tree::Hash;

/// Signature lines of one note, at most.
const MAX_LINES: usize = 128;
/// Bytes of one note, at most.
pub const MAX_NOTE: usize = 64 << 10;
/// Plain Ed25519 signature of the log.
const LOG_TYPE: u8 = 1;
/// Timestamped Ed25519 cosignature.
const COSIGNATURE_TYPE: u8 = 4;

/// Why a note is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// Not a signed note over a checkpoint.
    #[error("the checkpoint is malformed")]
    Malformed,
    /// Another log than the one in the charter.
    #[error("the checkpoint is another log's")]
    WrongOrigin,
    /// No line by the key that is asked for.
    #[error("the checkpoint lacks a signature")]
    Unsigned,
    /// A line by that key which does not verify.
    #[error("a signature under the checkpoint is false")]
    BadSignature,
}

/// The epoch in an origin `<host>/sceau/<epoch>`.
#[must_use]
pub fn epoch_of(origin: &str) -> Option<u64> {
    let (host, epoch) = origin.split_once("/sceau/")?;
    let number: u64 = epoch.parse().ok()?;
    (is_key_name(host) && number.to_string() == epoch).then_some(number)
}

/// Names in notes hold neither spaces nor plus signs.
fn is_key_name(name: &str) -> bool {
    !name.is_empty() && !name.chars().any(|c| c.is_whitespace() || c.is_control() || c == '+')
}

/// The name of the registry's clock key: the origin with `clock` for the epoch.
#[must_use]
pub fn clock_name(origin: &str) -> String {
    beside(origin, "clock")
}

/// The name under which a member's device cosigns: the origin with `device/<id>` for the epoch.
#[must_use]
pub fn witness_name(origin: &str, device: &DeviceId) -> String {
    beside(origin, &format!("device/{device}"))
}

fn beside(origin: &str, last: &str) -> String {
    let base = origin.rsplit_once('/').map_or(origin, |(base, _)| base);
    format!("{base}/{last}")
}

/// What the log claims to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// `<host>/sceau/<epoch>`.
    pub origin: String,
    /// Entries in the tree.
    pub size: u64,
    /// Its root.
    pub root: Hash,
}

impl Checkpoint {
    /// The signed text: origin, size, base64 root, each with its newline.
    #[must_use]
    pub fn body(&self) -> String {
        format!("{}\n{}\n{}\n", self.origin, self.size, STANDARD.encode(self.root))
    }

    fn parse(body: &str) -> Option<Self> {
        let mut lines = body.strip_suffix('\n')?.split('\n');
        let (origin, size, root) = (lines.next()?, lines.next()?, lines.next()?);
        let checkpoint = Self {
            origin: origin.to_owned(),
            size: size.parse().ok()?,
            root: STANDARD.decode(root).ok()?.try_into().ok()?,
        };
        // One form only: no leading zeros, no extension lines, no other base64 of the same root.
        (lines.next().is_none() && is_key_name(origin) && checkpoint.body() == body).then_some(checkpoint)
    }

    /// What batches say of this checkpoint; `None` if its origin names no epoch.
    #[must_use]
    pub fn seen(&self) -> Option<Seen> {
        Some(Seen { epoch: epoch_of(&self.origin)?, size: self.size, root: self.root })
    }
}

/// One signature line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteLine {
    /// The signer's name.
    pub name: String,
    /// `SHA-256(name ‖ newline ‖ type ‖ key)[0..4]`: a hint, not a proof.
    pub key_hash: [u8; 4],
    /// The signature; for a cosignature after its 8 bytes of seconds.
    pub bytes: Vec<u8>,
}

fn key_hash(name: &str, kind: u8, key: &[u8; 32]) -> [u8; 4] {
    let hash: Hash =
        Sha256::new().chain_update(name).chain_update([b'\n', kind]).chain_update(key).finalize().into();
    let [a, b, c, d, ..] = hash;
    [a, b, c, d]
}

fn cosigned_message(seconds: u64, body: &str) -> String {
    format!("cosignature/v1\ntime {seconds}\n{body}")
}

/// A checkpoint with its signature lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedNote {
    /// What is signed.
    pub checkpoint: Checkpoint,
    /// By whom.
    pub lines: Vec<NoteLine>,
}

impl SignedNote {
    /// A checkpoint signed by the log key.
    pub fn issue(checkpoint: Checkpoint, log: &(impl Signer + ?Sized)) -> Self {
        let name = checkpoint.origin.clone();
        let bytes = log.sign(checkpoint.body().as_bytes()).to_vec();
        let line = NoteLine { key_hash: key_hash(&name, LOG_TYPE, &log.public()), name, bytes };
        Self { checkpoint, lines: vec![line] }
    }

    /// Adds a dated line: the registry's clock, or a witness. Whole seconds count.
    pub fn cosign(&mut self, name: &str, signer: &(impl Signer + ?Sized), at: Moment) {
        let seconds = at.0 / 1000;
        let signature = signer.sign(cosigned_message(seconds, &self.checkpoint.body()).as_bytes());
        self.lines.push(NoteLine {
            name: name.to_owned(),
            key_hash: key_hash(name, COSIGNATURE_TYPE, &signer.public()),
            bytes: [&seconds.to_be_bytes()[..], &signature].concat(),
        });
    }

    /// The note as text.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = self.checkpoint.body();
        text.push('\n');
        for line in &self.lines {
            let bytes = STANDARD.encode([&line.key_hash[..], &line.bytes].concat());
            text.push_str(&format!("— {} {bytes}\n", line.name));
        }
        text
    }

    /// Reads a note. Lines by unknown keys are kept.
    ///
    /// # Errors
    /// Anything but the one form that [`SignedNote::to_text`] writes.
    pub fn parse(text: &str) -> Result<Self, NoteError> {
        if text.len() > MAX_NOTE {
            return Err(NoteError::Malformed);
        }
        let (body, lines) = text.split_once("\n\n").ok_or(NoteError::Malformed)?;
        let checkpoint = Checkpoint::parse(&format!("{body}\n")).ok_or(NoteError::Malformed)?;
        let lines = lines.strip_suffix('\n').ok_or(NoteError::Malformed)?;
        let lines: Vec<_> =
            lines.split('\n').map(parse_line).collect::<Option<_>>().ok_or(NoteError::Malformed)?;
        let note = Self { checkpoint, lines };
        if note.lines.len() > MAX_LINES || note.to_text() != text {
            return Err(NoteError::Malformed);
        }
        Ok(note)
    }

    fn line(&self, name: &str, kind: u8, key: &[u8; 32]) -> Result<&NoteLine, NoteError> {
        let hash = key_hash(name, kind, key);
        let found = self.lines.iter().find(|line| line.name == name && line.key_hash == hash);
        found.ok_or(NoteError::Unsigned)
    }

    /// The log's own signature.
    ///
    /// # Errors
    /// It is missing or false.
    pub fn check_log(&self, log_key: &[u8; 32]) -> Result<(), NoteError> {
        let line = self.line(&self.checkpoint.origin, LOG_TYPE, log_key)?;
        let signature = line.bytes.as_slice().try_into().map_err(|_| NoteError::BadSignature)?;
        if verify_message(log_key, self.checkpoint.body().as_bytes(), signature) {
            Ok(())
        } else {
            Err(NoteError::BadSignature)
        }
    }

    /// The time at which the holder of a key cosigned, in whole seconds.
    ///
    /// # Errors
    /// Its line is missing or false.
    pub fn cosigned(&self, name: &str, key: &[u8; 32]) -> Result<Moment, NoteError> {
        let line = self.line(name, COSIGNATURE_TYPE, key)?;
        let (seconds, signature) = line.bytes.split_first_chunk::<8>().ok_or(NoteError::BadSignature)?;
        let seconds = u64::from_be_bytes(*seconds);
        let signature = signature.try_into().map_err(|_| NoteError::BadSignature)?;
        let message = cosigned_message(seconds, &self.checkpoint.body());
        if verify_message(key, message.as_bytes(), signature) {
            Ok(Moment(seconds.saturating_mul(1000)))
        } else {
            Err(NoteError::BadSignature)
        }
    }
}

fn parse_line(line: &str) -> Option<NoteLine> {
    let (name, encoded) = line.strip_prefix("— ")?.split_once(' ')?;
    let decoded = STANDARD.decode(encoded).ok()?;
    let (hash, bytes) = decoded.split_first_chunk::<4>()?;
    (is_key_name(name) && !bytes.is_empty()).then(|| NoteLine {
        name: name.to_owned(),
        key_hash: *hash,
        bytes: bytes.to_vec(),
    })
}

/// A checkpoint signed and dated by the log that the charter names. Made by [`VerifiedCheckpoint::verify`]
/// alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifiedCheckpoint {
    note: SignedNote,
    seen: Seen,
    at: Moment,
}

impl VerifiedCheckpoint {
    /// Checks a note's text against the charter: origin, log key, clock key.
    ///
    /// # Errors
    /// Another log, a signature that is missing or false, or no note at all.
    pub fn verify(text: &str, log: &LogIdentity) -> Result<Self, NoteError> {
        let note = SignedNote::parse(text)?;
        if note.checkpoint.origin != log.origin {
            return Err(NoteError::WrongOrigin);
        }
        note.check_log(&log.log_key)?;
        let at = note.cosigned(&clock_name(&log.origin), &log.clock_key)?;
        let seen = note.checkpoint.seen().ok_or(NoteError::WrongOrigin)?;
        Ok(Self { note, seen, at })
    }

    /// Size and root.
    #[must_use]
    pub const fn checkpoint(&self) -> &Checkpoint {
        &self.note.checkpoint
    }

    /// What a batch written now says of the log.
    #[must_use]
    pub const fn seen(&self) -> Seen {
        self.seen
    }

    /// The registry's dated word.
    #[must_use]
    pub const fn at(&self) -> Moment {
        self.at
    }

    /// The note with all its lines.
    #[must_use]
    pub const fn note(&self) -> &SignedNote {
        &self.note
    }
}
