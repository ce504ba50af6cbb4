//! Motions, ballots, closing, decisions.

use super::presiding::{acting_chair, chairs, leading, may_come_to_lead, presiding};
use super::{Act, Missing, Permission, accepted_late, awaiting, unless};
use crate::action::ActionKind;
use crate::board::{Board, DossierState, MotionState};
use crate::id::{DossierId, MemberId, MotionId};
use crate::refusal::Refusal;

pub(super) fn judge(act: &Act<'_>, kind: ActionKind, board: &Board) -> Result<(), Permission> {
    use ActionKind as K;
    match kind {
        K::Motion => {
            may_come_to_lead(act.member, board)?;
            let dossier = dossier(DossierId(act.object(1)), board)?;
            leading(act.member, board, dossier)?;
            unless(!board.motions.contains_key(&MotionId(act.object(0))), Refusal::AlreadyThere)?;
            let opened = dossier.round().is_some_and(|round| {
                let needed = board.committees.get(&round.committee).map_or(u8::MAX, |run| run.threshold);
                round.shares.len() >= usize::from(needed)
            });
            unless(opened, Refusal::NotOpenYet)
        }
        K::Ballot => ballot(act, motion(act, board)?, board),
        K::Close => {
            let motion = led(act, board)?;
            unless(motion.closed_at.is_none(), Refusal::VoteClosed)?;
            let due = act.received > motion.terms.deadline;
            unless(due || everybody_voted(motion, board), Refusal::VoteStillOpen)
        }
        K::BallotShares => {
            let motion = motion(act, board)?;
            let officer = board
                .committees
                .get(&motion.terms.committee)
                .is_some_and(|run| run.officers.contains(&act.member));
            unless(officer, Refusal::NotByYou)?;
            unless(motion.closed_at.is_some(), Refusal::VoteStillOpen)
        }
        // Which dossier it is about stands in no header: the laptop that accepts judges whose chair acts there.
        K::LateAccept => {
            let mut acting = board.dossiers.values().filter_map(|dossier| acting_chair(board, dossier));
            unless(chairs(act.member, board), Refusal::NotByYou)?;
            unless(acting.any(|chair| chair == act.member), Refusal::AnotherPresides)
        }
        K::MotionText | K::Tally => led(act, board).map(|_| ()),
        K::Decision => {
            unless(chairs(act.member, board), Refusal::NotByYou)?;
            presiding(act.member, board, dossier(act.dossier(), board)?)?;
            let Some(motion) = board.motions.get(&MotionId(act.object(1))) else {
                return Err(Permission::Undecided(Missing::Object));
            };
            unless(motion.dossier == DossierId(act.object(0)), Refusal::Malformed)?;
            unless(motion.closed_at.is_some(), Refusal::VoteStillOpen)
        }
        K::Opinion => {
            may_come_to_lead(act.member, board)?;
            leading(act.member, board, dossier(act.dossier(), board)?)
        }
        _ => Err(Permission::Refused(Refusal::Malformed)),
    }
}

fn motion<'a>(act: &Act<'_>, board: &'a Board) -> Result<&'a MotionState, Permission> {
    board.motions.get(&MotionId(act.object(0))).ok_or(Permission::Undecided(Missing::Object))
}

fn dossier(id: DossierId, board: &Board) -> Result<&DossierState, Permission> {
    board.dossiers.get(&id).ok_or(Permission::Undecided(Missing::Object))
}

/// The motion of an act that leads its dossier on.
fn led<'a>(act: &Act<'_>, board: &'a Board) -> Result<&'a MotionState, Permission> {
    may_come_to_lead(act.member, board)?;
    let motion = motion(act, board)?;
    leading(act.member, board, dossier(motion.dossier, board)?)?;
    Ok(motion)
}

fn ballot(act: &Act<'_>, motion: &MotionState, board: &Board) -> Result<(), Permission> {
    unless(motion.is_elector(act.member), Refusal::NotAnElector)?;
    let recused = board.dossiers.get(&motion.dossier).is_some_and(|dossier| dossier.is_recused(act.member));
    unless(!recused, Refusal::Recused)?;
    if act.received <= motion.terms.deadline {
        // Before its deadline a vote closes only when everybody has voted: what comes then is a second word.
        return unless(motion.closed_at.is_none(), Refusal::VoteClosed);
    }
    // Once shares exist, whoever accepts knows how the others voted.
    unless(motion.shares.is_empty(), Refusal::VoteClosed)?;
    awaiting(accepted_late(act, board), Missing::Acceptance)
}

fn everybody_voted(motion: &MotionState, board: &Board) -> bool {
    let recused = board.dossiers.get(&motion.dossier).map(|dossier| dossier.recused()).unwrap_or_default();
    let voted = motion.last_ballots(&recused);
    let awaited = |member: &MemberId| !recused.contains(member) && !voted.contains_key(member);
    !motion.terms.colleges.iter().flat_map(|(_, members)| members).any(awaited)
}
