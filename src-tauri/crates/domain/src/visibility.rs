//! May this member see this by now? One function, used by the registry's feed, screens, search, counters,
//! exports and notices.

use crate::action::{ActionKind, VoteMode};
use crate::board::{Board, DossierState, MotionState};
use crate::decision::{WhatIfScope, what_if_scope};
use crate::id::{DossierId, MemberId, MotionId, RoundId};
use crate::label::Deed;
use crate::permission::{acting_chair, judge_of_links, leads_board};

/// How much of somebody's act a viewer may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Visibility {
    /// Not even its header: only the batch record, which the log's root needs.
    Entry,
    /// Kind, objects and place, but no sealed payload.
    Header,
    /// Header and payload; reading it still takes the key.
    Everything,
}

/// Whose act it is and what its header shows.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// Author.
    pub author: MemberId,
    /// The header's kind.
    pub kind: u16,
    /// The header's objects.
    pub objects: &'a [[u8; 16]],
}

/// May `viewer` see this act by now?
///
/// Work in progress is the author's alone. Sheets and notes stay out of everybody's sight, headers included,
/// until the round's sheets are open: when somebody submits says who hesitates. Who takes part in a discussion is known
/// to those who can follow it. Ballots show that a vote was
/// cast, never the choice, until closing.
#[must_use]
pub fn visible(board: &Board, viewer: MemberId, act: &Seen<'_>) -> Visibility {
    if act.author == viewer {
        return Visibility::Everything;
    }
    let object = |place: usize| act.objects.get(place).copied().unwrap_or_default();
    let Some(kind) = ActionKind::from_code(act.kind) else { return Visibility::Everything };
    match kind {
        ActionKind::Draft => Visibility::Entry,
        ActionKind::Notes => of_dossier(board, viewer, DossierId(object(0)), |state| {
            state.rounds.last().is_some_and(|round| round.closed_at.is_some())
        }),
        ActionKind::Sheet => of_sheet(board, viewer, DossierId(object(0)), RoundId(object(1))),
        ActionKind::Revision | ActionKind::Thread => {
            of_dossier(board, viewer, DossierId(object(0)), |state| has_ended(state, RoundId(object(1))))
        }
        ActionKind::Ballot => of_ballot(board, viewer, MotionId(object(0))),
        ActionKind::Evidence
        | ActionKind::Answers
        | ActionKind::Examination
        | ActionKind::AppealTerms
        | ActionKind::MotionText
        | ActionKind::Tally
        | ActionKind::Opinion
        | ActionKind::RecusalCriteria
        | ActionKind::LabelMove => {
            let dossier = if matches!(kind, ActionKind::MotionText | ActionKind::Tally) {
                object(1)
            } else {
                object(0)
            };
            of_sealed(board, viewer, DossierId(dossier))
        }
        // That a name was compared at all says what somebody declared.
        ActionKind::NameMatch => {
            let reads = board.dossiers.get(&DossierId(object(0))).is_some_and(|state| {
                !state.is_shut_out(viewer) && may_read_interests(board, state, viewer, MemberId(object(1)))
            });
            if reads { Visibility::Everything } else { Visibility::Entry }
        }
        _ => Visibility::Everything,
    }
}

/// Whether anything of a dossier beyond its card may be shown to a member.
#[must_use]
pub fn may_read_dossier(board: &Board, viewer: MemberId, dossier: DossierId) -> bool {
    board.dossiers.get(&dossier).is_some_and(|state| {
        let leads = leads_board(board, viewer) && !state.declared.contains_key(&viewer);
        !state.is_shut_out(viewer) && (state.may_read(viewer) || leads)
    })
}

/// Whether a member may see where a dossier stands and who owes it what: those who look after the board, and whoever acts
/// as chair of it; not where they are kept out themselves. Whether somebody handed in is part of it, what they wrote never is.
#[must_use]
pub fn may_follow_dossier(board: &Board, viewer: MemberId, dossier: DossierId) -> bool {
    board.dossiers.get(&dossier).is_some_and(|state| {
        let follows = leads_board(board, viewer) || presides(board, viewer, state);
        follows && !state.is_shut_out(viewer)
    })
}

/// Whether a member may see the year's figures, over the dossiers that they follow: those who look after the board, and
/// whoever acts as chair of a dossier.
#[must_use]
pub fn may_see_year(board: &Board, viewer: MemberId) -> bool {
    leads_board(board, viewer)
        || board.dossiers.keys().any(|dossier| may_follow_dossier(board, viewer, *dossier))
}

/// Whether a member acts as chair of a dossier, or answered its appeal.
fn presides(board: &Board, viewer: MemberId, dossier: &DossierState) -> bool {
    dossier.recourse.answered.is_some_and(|(by, _)| by == viewer)
        || acting_chair(board, dossier) == Some(viewer)
}

/// What a member may ask of a vote in which something were otherwise (rules §6.4); `opened`: its choices are. `None`:
/// nothing. Headcounts are for whoever reads the dossier or follows it, alike.
#[must_use]
pub fn what_may_be_asked(
    board: &Board,
    viewer: MemberId,
    motion: &MotionState,
    opened: bool,
) -> Option<WhatIfScope> {
    let follows = may_follow_dossier(board, viewer, motion.dossier);
    let asks = follows || may_read_dossier(board, viewer, motion.dossier);
    asks.then(|| what_if_scope(motion.terms.mode != VoteMode::RollCall, opened, follows))
}

/// Whether a member may read what another one declared about a dossier: those who look after the board and whoever
/// decides about it, nobody about themselves.
#[must_use]
pub fn may_read_interests(board: &Board, dossier: &DossierState, viewer: MemberId, of: MemberId) -> bool {
    viewer != of && (leads_board(board, viewer) || judge_of_links(board, dossier, of) == Some(viewer))
}

/// Whether the public is told of a step of a label's life, with its reason. A formal notice, and what a holder notifies
/// while the label stands, stay between the board and the holder (rules §2.2).
#[must_use]
pub const fn is_published(deed: Deed) -> bool {
    match deed {
        Deed::Granted { .. }
        | Deed::Extended { .. }
        | Deed::Confirmed { .. }
        | Deed::Suspended
        | Deed::Reinstated
        | Deed::Withdrawn
        | Deed::Renounced
        | Deed::Superseded => true,
        Deed::EvidenceReceived
        | Deed::FormalNotice { .. }
        | Deed::NoticeLifted
        | Deed::ChangeNotified
        | Deed::ChangeCleared => false,
    }
}

fn of_sealed(board: &Board, viewer: MemberId, dossier: DossierId) -> Visibility {
    if may_read_dossier(board, viewer, dossier) { Visibility::Everything } else { Visibility::Header }
}

fn of_dossier(
    board: &Board,
    viewer: MemberId,
    dossier: DossierId,
    open: impl Fn(&DossierState) -> bool,
) -> Visibility {
    let opened = board.dossiers.get(&dossier).is_some_and(open);
    if opened && may_read_dossier(board, viewer, dossier) {
        Visibility::Everything
    } else {
        Visibility::Entry
    }
}

/// Whether the intake of a round's sheets has ended.
fn has_ended(state: &DossierState, round: RoundId) -> bool {
    state.rounds.iter().any(|known| known.id == round && known.closed_at.is_some())
}

/// That a sheet is in is known to those who lead and to the officers, who must open it; what it says, to
/// nobody before the opening.
fn of_sheet(board: &Board, viewer: MemberId, dossier: DossierId, round: RoundId) -> Visibility {
    let Some(state) = board.dossiers.get(&dossier) else { return Visibility::Entry };
    let opened = has_ended(state, round);
    if opened && may_read_dossier(board, viewer, dossier) {
        return Visibility::Everything;
    }
    if opened || may_follow_dossier(board, viewer, dossier) || board.is_officer(viewer) {
        return Visibility::Header;
    }
    Visibility::Entry
}

fn of_ballot(board: &Board, viewer: MemberId, motion: MotionId) -> Visibility {
    let Some(state) = board.motions.get(&motion) else { return Visibility::Header };
    if state.closed_at.is_some() && may_read_dossier(board, viewer, state.dossier) {
        Visibility::Everything
    } else {
        Visibility::Header
    }
}
