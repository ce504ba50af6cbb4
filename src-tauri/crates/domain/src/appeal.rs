//! An appeal against a decision: until when, who sat on the decision, and who takes the second look (rules §2.1).

use alloc::collections::BTreeSet;

use crate::board::{Board, DossierState};
use crate::dossier::{Move, Stage};
use crate::id::MemberId;
use crate::label::{Date, months_after};
use crate::moment::Moment;

/// On what an appeal may rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// Something in the decision is materially wrong.
    MaterialError,
    /// Something that the decision could not know.
    NewElement,
    /// The procedure was not followed.
    Procedure,
}

impl Ground {
    /// Every ground, in the order of the rules.
    pub const ALL: [Self; 3] = [Self::MaterialError, Self::NewElement, Self::Procedure];

    /// Its name in records and in the locale files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::MaterialError => "material-error",
            Self::NewElement => "new-element",
            Self::Procedure => "procedure",
        }
    }

    /// The ground of a name.
    #[must_use]
    pub fn read(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ground| ground.code() == code)
    }
}

/// The last day on which an appeal is in time, itself included: a term of months from the day (Paris) on which the
/// decision was made known.
#[must_use]
pub fn last_day(notified: Moment, months: u32) -> Date {
    months_after(notified.day_in_paris(), months)
}

/// Who sat on the decision under appeal: whoever cast a ballot in its vote, counted or not; whoever put its motion,
/// closed its vote or put it on record; where there was no vote, whoever declared the dossier inadmissible or not
/// preselected.
#[must_use]
pub fn sat_on_decision(board: &Board, dossier: &DossierState) -> BTreeSet<MemberId> {
    let motion = dossier.decision.and_then(|(motion, _)| board.motions.get(&motion));
    let voters = motion.into_iter().flat_map(|motion| &motion.ballots).map(|ballot| ballot.member);
    voters.chain(dossier.recourse.presided.iter().copied()).collect()
}

/// With which step a second look begins: a refusal goes to other rapporteurs, what never reached the board is examined
/// again. `None` before an appeal.
#[must_use]
pub fn second_look(dossier: &DossierState) -> Option<Move> {
    dossier.recourse.against.map(|stage| match stage {
        Stage::Refused => Move::Assign,
        _ => Move::ReExamine,
    })
}
