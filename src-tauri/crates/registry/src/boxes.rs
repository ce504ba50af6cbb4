//! What the registry checks of sealed keys without being able to open one: that a box is proven under its own label,
//! that an officer's share is proven for the very box that it names, and that a publication states what its certificate
//! asserts. A copied box, a false share and an invented fact end here.

use sceau_ballot::{CheckedBox, KeySet, Label, Quorum, SealedBox};
use sceau_domain::action::{Action, ActionKind, KeyShare};
use sceau_domain::board::Board;
use sceau_domain::id::{CommitteeId, DeviceId, MemberId};
use sceau_ledger::replay::Judged;
use sceau_protocol::Code;

use crate::publication;

/// Checks the boxes and shares of an act that the rules allow.
///
/// # Errors
/// The code of the misdeed: `box.not-proven`, `share.not-proven`, `share.other`,
/// `publication.bad-facts`.
pub fn check(board: &Board, act: &Judged) -> Result<(), Code> {
    match &act.action {
        Some(Action::Sheet { dossier, round, sealed_key }) => {
            let state = board
                .dossiers
                .get(dossier)
                .and_then(|dossier| dossier.rounds.iter().find(|r| r.id == *round));
            let committee = state.map(|state| state.committee);
            let label = Label::sheet(&board.institute.0, &dossier.0, &act.member.0, act.name.seq);
            open(board, committee, sealed_key, &label).map(|_| ())
        }
        Some(Action::Ballot { motion, sealed_key }) => {
            let committee = board.motions.get(motion).map(|state| state.terms.committee);
            let label = Label::roll_call(&board.institute.0, &motion.0, &act.member.0, act.name.seq);
            open(board, committee, sealed_key, &label).map(|_| ())
        }
        Some(Action::SheetShares { dossier, round, shares }) => {
            let state = board
                .dossiers
                .get(dossier)
                .and_then(|dossier| dossier.rounds.iter().find(|r| r.id == *round));
            let Some(state) = state else { return Err(Code::ShareOther) };
            shares.iter().try_for_each(|share| {
                let sheet = state.sheets.get(&share.member);
                let sheet = sheet.filter(|sheet| (sheet.device, sheet.seq) == (share.device, share.seq));
                let label = Label::sheet(&board.institute.0, &dossier.0, &share.member.0, share.seq);
                check_share(
                    board,
                    state.committee,
                    sheet.map(|sheet| sheet.sealed_key.as_slice()),
                    &label,
                    act.member,
                    share,
                )
            })
        }
        Some(Action::BallotShares { motion, shares }) => {
            let Some(state) = board.motions.get(motion) else {
                return Err(Code::ShareOther);
            };
            shares.iter().try_for_each(|share| {
                let same = |member: MemberId, device: DeviceId, seq: u64| {
                    (member, device, seq) == (share.member, share.device, share.seq)
                };
                let ballot =
                    state.ballots.iter().find(|ballot| same(ballot.member, ballot.device, ballot.seq));
                let label = Label::roll_call(&board.institute.0, &motion.0, &share.member.0, share.seq);
                let sealed = ballot.map(|ballot| ballot.sealed_key.as_slice());
                check_share(board, state.terms.committee, sealed, &label, act.member, share)
            })
        }
        Some(Action::Publication { number, facts, .. }) => match publication::facts(number, facts) {
            Some(_) => Ok(()),
            None => Err(Code::BadFacts),
        },
        _ => Ok(()),
    }
}

fn open(
    board: &Board,
    committee: Option<CommitteeId>,
    sealed: &[u8],
    label: &Label,
) -> Result<CheckedBox, Code> {
    let not_proven = || Code::BoxNotProven;
    let keys = committee.and_then(|committee| key_set(board, committee)).ok_or_else(not_proven)?;
    SealedBox::from_bytes(sealed).and_then(|sealed| sealed.check(&keys, label)).map_err(|_| not_proven())
}

fn check_share(
    board: &Board,
    committee: CommitteeId,
    sealed: Option<&[u8]>,
    label: &Label,
    officer: MemberId,
    share: &KeyShare,
) -> Result<(), Code> {
    let other = || Code::ShareOther;
    let checked = open(board, Some(committee), sealed.ok_or_else(other)?, label)?;
    let run = board.committees.get(&committee).ok_or_else(other)?;
    let index = run.officers.iter().position(|member| *member == officer).ok_or_else(other)?;
    let index = u8::try_from(index).map_err(|_| other())?;
    let proven = checked.verify_share(index, &share.share);
    proven.map(|_| ()).map_err(|_| Code::ShareNotProven)
}

/// The public keys that follow from a committee's messages in the log.
fn key_set(board: &Board, committee: CommitteeId) -> Option<KeySet> {
    let run = board.committees.get(&committee)?;
    let quorum = Quorum::new(u8::try_from(run.officers.len()).ok()?, run.threshold).ok()?;
    let message = |round: ActionKind, officer: &MemberId| run.messages.get(&(round, *officer));
    let commitments: Vec<[u8; 32]> = run
        .officers
        .iter()
        .map(|officer| message(ActionKind::CommitteeCommit, officer)?.as_slice().try_into().ok())
        .collect::<Option<_>>()?;
    let polynomials: Vec<&Vec<u8>> = run
        .officers
        .iter()
        .map(|officer| message(ActionKind::CommitteePolynomial, officer))
        .collect::<Option<_>>()?;
    KeySet::from_log(quorum, &commitments, &polynomials).ok()
}
