//! What can go wrong, and the short list of codes by which screens know it.

use std::collections::BTreeMap;

use sceau_ballot::{CommitteeError, SealError};
use sceau_domain::permission::Missing;
use sceau_domain::refusal::Refusal;
use sceau_ledger::charter::CharterError;
use sceau_ledger::encoding::EncodingError;
use sceau_ledger::error::{BuildError, VerifyError};
use sceau_ledger::group::WrapError;
use sceau_ledger::invitation::InvitationError;
use sceau_ledger::parcel::ParcelError;
use sceau_store::error::StoreError;

use crate::annotated::Untouchable;
use crate::references::library::BadLibrary;
use crate::wording::Unfit;

/// Parameters of a sentence.
pub type Params = BTreeMap<String, String>;

/// Why something was not done. Nothing was lost: what was confirmed before is on the disk.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AppError {
    /// The rules say no.
    #[error("refused: {0}")]
    Refused(#[from] Refusal),
    /// The rules cannot say yet.
    #[error("undecided: {}", .0.code())]
    Undecided(Missing),
    /// A rule of the procedure refuses, by its code in the rules.
    #[error("refused by the procedure: {0}")]
    Procedure(String),
    /// A dossier, grid or bylaws file is refused, with every code and place.
    #[error("{file} is refused: {}", codes.join(", "))]
    File {
        /// Which file.
        file: String,
        /// `code@place`, all of them.
        codes: Vec<String>,
    },
    /// A file above the limit that this desk has set.
    #[error("larger than {limit} MB")]
    EvidenceTooLarge {
        /// Its size, in megabytes.
        size: u64,
        /// The limit, in megabytes.
        limit: u64,
    },
    /// A file that is read whole and is too large for that.
    #[error("larger than {0} MB")]
    FileTooLarge(u64),
    /// Limits of intake that nobody may set.
    #[error("limits out of range")]
    Limits {
        /// The largest file, in megabytes.
        file: u64,
        /// The largest package, in megabytes.
        package: u64,
        /// The most files.
        count: u64,
    },
    /// A library of references cannot be read.
    #[error("references: {0}")]
    References(#[from] BadLibrary),
    /// The disk or the database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The network, or what the registry answered.
    #[error(transparent)]
    Sync(#[from] sceau_sync::error::SyncError),
    /// The registry did not answer, or not in its language.
    #[error("the registry: {0}")]
    Registry(String),
    /// A record of ours could not be made.
    #[error(transparent)]
    Build(#[from] BuildError),
    /// A batch does not verify.
    #[error(transparent)]
    Verify(#[from] VerifyError),
    /// A payload cannot be read.
    #[error(transparent)]
    Encoding(#[from] EncodingError),
    /// A key could not be wrapped or taken.
    #[error(transparent)]
    Wrap(#[from] WrapError),
    /// A parcel does not open.
    #[error(transparent)]
    Parcel(#[from] ParcelError),
    /// A charter is not in order.
    #[error(transparent)]
    Charter(#[from] CharterError),
    /// The officers' key generation.
    #[error(transparent)]
    Committee(#[from] CommitteeError),
    /// A box or share is not in order.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// The invitation cannot be read.
    #[error(transparent)]
    Invitation(#[from] InvitationError),
    /// The certificate could not be made or read.
    #[error("certificate: {0}")]
    Certificate(String),
    /// This laptop does not hold the key.
    #[error("the key is not on this laptop")]
    NoKey,
    /// There is no keyring service; a passphrase is needed.
    #[error("no keyring service")]
    NoKeyring,
    /// A text that will be printed cannot be.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// A passphrase is needed.
    #[error("a passphrase is needed")]
    PassphraseMissing,
    /// The keyring is locked or did not keep what it was given.
    #[error("the keyring: {0}")]
    Keyring(String),
    /// What was named is not here.
    #[error("{0} is not known here")]
    Unknown(&'static str),
    /// The digits typed are not those of the request.
    #[error("the digits differ")]
    DigitsDiffer,
    /// The registry's card cannot be read.
    #[error("the registry's card cannot be read")]
    CardUnreadable,
    /// The registry was asked to found and nobody can say what it did.
    #[error("nobody can say whether the institute was founded")]
    FoundingUnsure,
    /// The answer comes from another institute than the invitation names.
    #[error("another institute")]
    WrongInstitute,
    /// The invitation was used or has expired.
    #[error("the invitation is spent")]
    InvitationSpent,
    /// The desk is locked, or not set up yet.
    #[error("the desk is not open")]
    NotOpen,
    /// A file of evidence is not the one of the dossier.
    #[error("the file was altered")]
    EvidenceAltered,
    /// A file of evidence is not on this laptop yet.
    #[error("the file is not here yet")]
    EvidenceAbsent,
    /// A file takes no annotations.
    #[error(transparent)]
    Untouchable(#[from] Untouchable),
    /// A passage lies in a file that the dossier does not have.
    #[error("the passage lies in a file of another dossier")]
    PassageElsewhere,
    /// The input is not what was asked for.
    #[error("not understood: {0}")]
    Input(String),
    /// The clock is off by more than a day.
    #[error("the clock is off by {hours} hours")]
    Clock {
        /// Hours between the two clocks.
        hours: u64,
    },
}

/// Short form.
pub type Result<T, E = AppError> = std::result::Result<T, E>;

impl AppError {
    /// The code by which screens choose a sentence (`error-<code>`), and its parameters.
    #[must_use]
    pub fn code(&self) -> (String, Params) {
        let plain = |code: &str| (code.to_owned(), Params::new());
        let with = |code: &str, name: &str, value: String| {
            (code.to_owned(), Params::from([(name.to_owned(), value)]))
        };
        match self {
            Self::Refused(reason) => plain(reason.code()),
            Self::Undecided(missing) => plain(missing.code()),
            Self::Procedure(code) => with("procedure", "code", code.replace(['.', '@'], "-")),
            Self::File { file, codes } => {
                let (code, params) = with("file-refused", "codes", codes.join(", "));
                (code, params.into_iter().chain([("file".to_owned(), file.clone())]).collect())
            }
            Self::EvidenceTooLarge { size, limit } => {
                let (code, params) = with("evidence-too-large", "limit", limit.to_string());
                (code, params.into_iter().chain([("size".to_owned(), size.to_string())]).collect())
            }
            Self::FileTooLarge(limit) => with("file-too-large", "limit", limit.to_string()),
            Self::Limits { file, package, count } => {
                let (code, mut params) = with("intake-limits", "file", file.to_string());
                params.insert("package".to_owned(), package.to_string());
                params.insert("count".to_owned(), count.to_string());
                (code, params)
            }
            Self::References(BadLibrary::Format) => plain("references-format"),
            Self::References(BadLibrary::TooLarge) => plain("references-too-large"),
            Self::References(_) => plain("references-unreadable"),
            Self::Store(error) => plain(store_code(error)),
            Self::Sync(error) => plain(error.code()),
            Self::Registry(why) => with("registry", "why", why.clone()),
            Self::Build(_) | Self::Verify(_) | Self::Encoding(_) | Self::Parcel(_) | Self::Wrap(_) => {
                plain("record")
            }
            Self::Charter(_) => plain("charter"),
            Self::Committee(_) | Self::Seal(_) => plain("committee"),
            Self::Invitation(InvitationError::NotAnInvitation) => plain("invitation-none"),
            Self::Invitation(InvitationError::NoCode) => plain("invitation-no-code"),
            Self::Invitation(_) => plain("invitation-unreadable"),
            Self::Certificate(why) => with("certificate", "why", why.clone()),
            Self::NoKey => plain("no-key"),
            Self::NoKeyring => plain("no-keyring"),
            Self::Unfit(Unfit::Character(character)) => {
                with("unprintable", "character", character.to_string())
            }
            Self::Unfit(Unfit::Length(limit)) => with("certificate-length", "limit", limit.to_string()),
            Self::Unfit(Unfit::Phrase(phrase)) => with("certificate-phrase", "phrase", phrase.clone()),
            Self::PassphraseMissing => plain("passphrase-missing"),
            Self::Keyring(_) => plain("keyring"),
            Self::Unknown(what) => with("unknown", "what", (*what).to_owned()),
            Self::DigitsDiffer => plain("digits-differ"),
            Self::CardUnreadable => plain("card-unreadable"),
            Self::FoundingUnsure => plain("founding-unsure"),
            Self::WrongInstitute => plain("wrong-institute"),
            Self::InvitationSpent => plain("invitation-spent"),
            Self::NotOpen => plain("not-open"),
            Self::EvidenceAltered => plain("evidence-altered"),
            Self::EvidenceAbsent => plain("evidence-absent"),
            Self::Untouchable(Untouchable::Locked) => plain("annotate-locked"),
            Self::Untouchable(Untouchable::Slow) => plain("annotate-slow"),
            Self::Untouchable(Untouchable::Page(page)) => with("annotate-page", "page", page.to_string()),
            Self::Untouchable(Untouchable::Unreadable) => plain("annotate-unreadable"),
            Self::PassageElsewhere => plain("passage-elsewhere"),
            Self::Input(why) => with("input", "why", why.clone()),
            Self::Clock { hours } => with("clock", "hours", hours.to_string()),
        }
    }
}

/// The codes of the disk: each asks something different of the person.
fn store_code(error: &StoreError) -> &'static str {
    match error {
        StoreError::AlreadyOpen => "already-open",
        StoreError::NewerVersion { .. } => "database-newer",
        StoreError::WrongKey => "database-key",
        StoreError::WrongPassphrase => "passphrase-wrong",
        StoreError::NoRecovery => "recovery-none",
        StoreError::WrongRecovery => "recovery-wrong",
        StoreError::DiskFull => "disk-full",
        StoreError::ReadOnly { .. } => "read-only",
        StoreError::NotAFolder { .. } => "not-a-folder",
        _ => "database",
    }
}
