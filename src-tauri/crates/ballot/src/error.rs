//! Everything that can be refused here, by name, so that a screen can say who did what.

use thiserror::Error;

/// Why a step of making the committee's key was refused. Officers are counted from 0, in the charter's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CommitteeError {
    /// A sealed vote of a board needs at least 3 officers, at least 2 of them to open, and more than half.
    #[error("a committee of {officers} officers opened by {needed} is not allowed")]
    Quorum {
        /// Officers in all (m).
        officers: u8,
        /// Officers needed to open (k).
        needed: u8,
    },
    /// There is no such officer.
    #[error("officer {index} does not exist in this committee of {officers}")]
    NoSuchOfficer {
        /// The index that was named.
        index: u8,
        /// Officers in all (m).
        officers: u8,
    },
    /// The officer sent a second, different message for a round that was already answered.
    #[error("officer {index} sent two different messages for one round")]
    Contradiction {
        /// Who sent both.
        index: u8,
    },
    /// Two officers sent the same commitment: one copied the other.
    #[error("officers {first} and {second} sent equal commitments")]
    EqualCommitments {
        /// The lower index.
        first: u8,
        /// The higher index.
        second: u8,
    },
    /// The round cannot be left yet: this officer's message is missing.
    #[error("officer {index} has not yet answered this round")]
    Missing {
        /// The first officer that is missing.
        index: u8,
    },
    /// The polynomial has another length, a point that is none, or the identity element.
    #[error("the polynomial of officer {index} is malformed")]
    MalformedPolynomial {
        /// Who sent it.
        index: u8,
    },
    /// The polynomial does not open the commitment of the first round.
    #[error("the polynomial of officer {index} does not open the commitment")]
    CommitmentNotOpened {
        /// Who sent it.
        index: u8,
    },
    /// The sender does not know the secret behind the polynomial.
    #[error("the polynomial of officer {index} is not proven")]
    PolynomialNotProven {
        /// Who sent it.
        index: u8,
    },
    /// The share is not the value of its sender's polynomial: the run restarts without that officer.
    #[error("the share of officer {index} is not on the polynomial")]
    ShareOffPolynomial {
        /// Who sent it.
        index: u8,
    },
    /// The officer confirmed another set of keys.
    #[error("officer {index} confirmed another key set")]
    OtherKeySetConfirmed {
        /// Who confirmed it.
        index: u8,
    },
    /// The participant keys do not belong to the common key, or a key is the identity element.
    #[error("the keys of this committee do not belong together")]
    InconsistentKeys,
    /// The secret is not the one behind this officer's key.
    #[error("the secret does not belong to the key of officer {index}")]
    ForeignSecret {
        /// Whose key it was compared with.
        index: u8,
    },
    /// The kept bytes are cut off, too long, or of another format.
    #[error("the stored committee state cannot be read")]
    Unreadable,
}

/// Why a box or a share was refused. Officers are counted from 0, in the charter's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SealError {
    /// Not a box: wrong length, a point that is none, a scalar that is not reduced, or the identity element.
    #[error("this is not a sealed box")]
    MalformedBox,
    /// The box was altered, or sealed under another label or for another committee.
    #[error("the box does not belong to this label and this committee")]
    BoxNotProven,
    /// There is no such officer.
    #[error("officer {index} does not exist in this committee of {officers}")]
    NoSuchOfficer {
        /// The index that was named.
        index: u8,
        /// Officers in all (m).
        officers: u8,
    },
    /// The officer belongs to another committee than the box.
    #[error("the officer's key belongs to another committee")]
    OtherCommittee,
    /// Not a share: wrong length, a point that is none, or the identity element.
    #[error("the share of officer {index} is malformed")]
    MalformedShare {
        /// In whose name it came.
        index: u8,
    },
    /// The share is wrong, of another box, or of another officer.
    #[error("the share of officer {index} is not proven for this box")]
    ShareNotProven {
        /// In whose name it came.
        index: u8,
    },
    /// The share was verified for another box.
    #[error("the share of officer {index} is of another box")]
    ShareOfOtherBox {
        /// Whose share it is.
        index: u8,
    },
    /// One officer's share counts once.
    #[error("officer {index} is counted twice")]
    SameOfficerTwice {
        /// Who was counted twice.
        index: u8,
    },
    /// Fewer shares than the committee needs.
    #[error("{have} shares where {needed} are needed")]
    TooFewShares {
        /// Shares of distinct officers.
        have: usize,
        /// Shares needed (k).
        needed: usize,
    },
    /// The box is in order, its content is not: its author sealed rubbish. Everybody sees the same failure.
    #[error("the content of the box is unreadable: its author sealed it wrongly")]
    UnreadableContent,
}
