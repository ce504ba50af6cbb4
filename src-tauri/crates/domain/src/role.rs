//! Roles of members. Being an officer is not a role that anyone grants: the charter says it.

use serde::{Deserialize, Serialize};

/// What a member may be asked to do. Every seated member is a reviewer and a voter by the seat alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Marks dossiers.
    Reviewer,
    /// Leads the board: decides about recusals, puts motions, opens sheets.
    Chair,
    /// Stands in for the chair, also where the chair is concerned.
    ViceChair,
    /// Takes dossiers in, invites, assigns, issues certificates. Holds no seat.
    Secretariat,
    /// Checks the declared answers of a dossier.
    Examiner,
}

impl Role {
    /// All roles, in the order of their codes.
    pub const ALL: [Self; 5] =
        [Self::Reviewer, Self::Chair, Self::ViceChair, Self::Secretariat, Self::Examiner];

    /// The number that stands in records. Never used for another role.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Reviewer => 1,
            Self::Chair => 2,
            Self::ViceChair => 3,
            Self::Secretariat => 4,
            Self::Examiner => 5,
        }
    }

    /// The role of a number, if this version knows it.
    #[must_use]
    pub fn from_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}
