//! What can keep a laptop and the registry from agreeing, by name.
//!
//! A [`Failure`] is bad luck: nothing is lost, a repetition may help. A [`Misdeed`] is something that an honest
//! registry does not do; the notes that prove it are kept beside it.

use sceau_domain::moment::Moment;
use sceau_protocol::Code;

/// Every code of this crate, beside those of [`Code`]: for each the screens have a sentence in both languages.
pub const CODES: &[&str] = &[
    "sync.address",
    "sync.no-provider",
    "sync.unreachable",
    "sync.timed-out",
    "sync.truncated",
    "sync.too-large",
    "sync.redirected",
    "sync.not-the-registry",
    "sync.unreadable",
    "sync.update-needed",
    "sync.refused",
    "log.note-malformed",
    "log.other-log",
    "log.note-not-signed",
    "log.clock-stands-still",
    "log.clock-went-back",
    "log.rolled-back",
    "log.forked",
    "log.root-differs",
    "log.entry-dropped",
    "log.entry-inserted",
    "log.entry-replayed",
    "log.entries-reordered",
    "log.entry-unreadable",
    "log.received-went-back",
    "log.entry-altered",
    "log.receipt-false",
    "log.unacknowledged",
    "log.stray-content",
    "log.denied",
];

/// Why a request brought no usable answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// The address cannot be used: not a web address, or plain HTTP beyond this computer.
    #[error("the registry's address cannot be used")]
    Address,
    /// The program installed no provider for TLS: a fault of the program.
    #[error("no cryptographic provider is installed")]
    NoProvider,
    /// No connection: no network, no such host, refused, or a certificate that is not trusted.
    #[error("the registry cannot be reached")]
    Unreachable,
    /// The connection stood, and then nothing came for too long.
    #[error("the registry did not answer in time")]
    TimedOut,
    /// The answer broke off.
    #[error("the registry's answer was cut off")]
    Truncated,
    /// The answer is larger than any right one.
    #[error("the registry's answer is too large")]
    TooLarge,
    /// The answer sends elsewhere, as a hotel's or an airport's network does.
    #[error("something between here and the registry redirects the request")]
    Redirected,
    /// An answer that is not a registry's: a web page, another type, an error page without our code.
    #[error("what answered (status {status}) is not a registry")]
    NotTheRegistry {
        /// The HTTP status.
        status: u16,
    },
    /// A body that does not follow the protocol.
    #[error("the registry's answer cannot be read")]
    Unreadable,
    /// A record of a newer protocol.
    #[error("the log contains records of a newer version: update needed")]
    UpdateNeeded,
    /// The two clocks differ by more than ten minutes, and the repetition with the registry's time was refused too.
    #[error("the registry's clock says otherwise")]
    Clock {
        /// What the registry says it is.
        registry: Moment,
    },
    /// The registry says why not.
    #[error("the registry refuses: {}", .0.code())]
    Refused(Code),
    /// The registry says why not, in a code that this version does not know.
    #[error("the registry refuses: {0}")]
    RefusedOtherwise(String),
}

impl Failure {
    /// The stable word under which the screens have a sentence.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Address => "sync.address",
            Self::NoProvider => "sync.no-provider",
            Self::Unreachable => "sync.unreachable",
            Self::TimedOut => "sync.timed-out",
            Self::Truncated => "sync.truncated",
            Self::TooLarge => "sync.too-large",
            Self::Redirected => "sync.redirected",
            Self::NotTheRegistry { .. } => "sync.not-the-registry",
            Self::Unreadable => "sync.unreadable",
            Self::UpdateNeeded => "sync.update-needed",
            Self::Clock { .. } => "request.clock",
            Self::Refused(code) => code.code(),
            Self::RefusedOtherwise(_) => "sync.refused",
        }
    }

    /// Whether trying again later, without anybody doing anything, may help.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        match self {
            Self::Unreachable | Self::TimedOut | Self::Truncated | Self::Redirected => true,
            Self::NotTheRegistry { .. } | Self::Unreadable => true,
            Self::Refused(code) => code.status() >= 500 || code.status() == 429,
            _ => false,
        }
    }
}

/// What an honest registry does not do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Misdeed {
    /// The checkpoint is not a signed note.
    #[error("the checkpoint is malformed")]
    NoteMalformed,
    /// The checkpoint is of another log than the charter's, or of another epoch.
    #[error("the checkpoint is of another log")]
    OtherLog,
    /// The log's or the clock's signature is missing or false: somebody else answered in the registry's name.
    #[error("the checkpoint is not signed by the registry of the charter")]
    NoteNotSigned,
    /// The registry's dated word is more than a day old although it answers: it shows an old state.
    #[error("the registry's clock stands still since {}", .since.0)]
    ClockStandsStill {
        /// The date of its last word.
        since: Moment,
    },
    /// The registry's dated word is older than one it gave before.
    #[error("the registry's clock went back")]
    ClockWentBack,
    /// The log is shorter than it was.
    #[error("the log went back from {known} entries to {offered}")]
    RolledBack {
        /// Entries already verified here.
        known: u64,
        /// Entries now offered.
        offered: u64,
    },
    /// Same size, other root: two views of one log.
    #[error("two different logs of {size} entries are signed")]
    Forked {
        /// The size at which they differ.
        size: u64,
    },
    /// The entries do not lead to the signed root: one was altered, dropped, inserted or reordered.
    #[error("the entries do not lead to the signed root")]
    RootDiffers,
    /// Fewer entries than the checkpoint counts.
    #[error("entry {index} was left out")]
    EntryDropped {
        /// The first one that is missing.
        index: u64,
    },
    /// More entries than the checkpoint counts.
    #[error("entry {index} is beyond the signed log")]
    EntryInserted {
        /// The first one too many.
        index: u64,
    },
    /// An entry that is known already came again.
    #[error("entry {index} came again")]
    EntryReplayed {
        /// Its claimed place.
        index: u64,
    },
    /// The entries are not in their order.
    #[error("entry {index} is not in its place")]
    EntriesReordered {
        /// The first place that is not as it should be.
        index: u64,
    },
    /// Bytes that are not a log entry in its one form.
    #[error("entry {index} cannot be read")]
    EntryUnreadable {
        /// Its claimed place.
        index: u64,
    },
    /// An entry that claims to be received before its predecessor.
    #[error("entry {index} claims to be older than the one before")]
    ReceivedWentBack {
        /// Its place.
        index: u64,
    },
    /// The log holds another batch where it acknowledges ours.
    #[error("a batch of this laptop stands altered in the log at {index}")]
    EntryAltered {
        /// Its place.
        index: u64,
    },
    /// The acknowledgement's path does not lead to the signed root.
    #[error("the acknowledgement of entry {index} is false")]
    ReceiptFalse {
        /// Its claimed place.
        index: u64,
    },
    /// The answer does not say what became of each batch that was sent.
    #[error("the registry does not say what became of a batch")]
    Unacknowledged,
    /// Headers or parcels of a batch that was neither sent nor asked for.
    #[error("the registry sent contents that nobody asked for")]
    StrayContent,
    /// The registry denies the log that it signed.
    #[error("the registry denies a log of {size} entries that it signed")]
    Denied {
        /// The size of the log verified here.
        size: u64,
    },
}

impl Misdeed {
    /// The stable word under which the screens have a sentence.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoteMalformed => "log.note-malformed",
            Self::OtherLog => "log.other-log",
            Self::NoteNotSigned => "log.note-not-signed",
            Self::ClockStandsStill { .. } => "log.clock-stands-still",
            Self::ClockWentBack => "log.clock-went-back",
            Self::RolledBack { .. } => "log.rolled-back",
            Self::Forked { .. } => "log.forked",
            Self::RootDiffers => "log.root-differs",
            Self::EntryDropped { .. } => "log.entry-dropped",
            Self::EntryInserted { .. } => "log.entry-inserted",
            Self::EntryReplayed { .. } => "log.entry-replayed",
            Self::EntriesReordered { .. } => "log.entries-reordered",
            Self::EntryUnreadable { .. } => "log.entry-unreadable",
            Self::ReceivedWentBack { .. } => "log.received-went-back",
            Self::EntryAltered { .. } => "log.entry-altered",
            Self::ReceiptFalse { .. } => "log.receipt-false",
            Self::Unacknowledged => "log.unacknowledged",
            Self::StrayContent => "log.stray-content",
            Self::Denied { .. } => "log.denied",
        }
    }
}

/// Why a synchronisation ended before its end. What was kept before stays kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SyncError {
    /// No usable answer.
    #[error(transparent)]
    Failure(#[from] Failure),
    /// The registry did what an honest one does not do.
    #[error("{what}")]
    Misdeed {
        /// What it did.
        what: Misdeed,
        /// The last note that was verified here, if any.
        known: Option<String>,
        /// The note that it sent now: beside the other one it is the proof.
        offered: Option<String>,
    },
}

impl SyncError {
    /// The stable word under which the screens have a sentence.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Failure(failure) => failure.code(),
            Self::Misdeed { what, .. } => what.code(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_stands_once_in_the_list_of_sentences() {
        let source = include_str!("error.rs");
        let arms = source.lines().filter_map(|line| line.trim().split_once("=> \"")).map(|(_, rest)| rest);
        let codes: Vec<_> = arms.filter_map(|rest| rest.split_once('"')).map(|(code, _)| code).collect();
        assert!(codes.len() > 25);
        for code in codes {
            let listed = CODES.iter().filter(|known| **known == code).count();
            assert!(listed == 1 || Code::from_code(code).is_some(), "{code}");
        }
    }
}
