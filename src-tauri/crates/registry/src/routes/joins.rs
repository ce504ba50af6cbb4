//! New laptops: the request waits here until somebody has typed its digits, and for a member's
//! first one a second person has signed.

use sceau_domain::action::ActionKind;
use sceau_domain::board::InviteState;
use sceau_domain::id::InviteId;
use sceau_domain::moment::Moment;
use sceau_domain::permission::Permission;
use sceau_ledger::device::{JoinRequest, SignedJoin};
use sceau_protocol::join::{Join, JoinState, JoinStep, Joins, WaitingJoin};
use sceau_protocol::{Code, decode, limits};

use super::Request;
use crate::answer::Answer;
use crate::book::Book;
use crate::database::StoredJoin;
use crate::failure::Failure;
use crate::registry::Registry;

/// `POST /v1/joins/{invite}`: the same request twice is harmless, another one finds the invitation used.
///
/// # Errors
/// The invitation is unknown, expired or used; the request does not verify.
pub fn ask(registry: &Registry, request: &Request) -> Result<Answer, Failure> {
    let invite = InviteId(request.id(0)?);
    let join: Join = decode(&request.body)?;
    let now = registry.now();
    registry.with_book(|book| {
        let state = invitation(book, invite)?;
        let asked = check(book, invite, &join)?;
        if let Some(kept) = registry.database.join_of(&invite.0)? {
            let same = kept.body == request.body;
            return if same { answer(registry, book, invite) } else { Err(Code::InviteUsed.into()) };
        }
        if state.used {
            return Err(Code::InviteUsed.into());
        }
        // An invitation outlives neither what it says nor the longest life that the protocol allows.
        if now > state.expires {
            return Err(Code::InviteExpired.into());
        }
        let fresh = StoredJoin { invite: invite.0, received: now.0, body: request.body.clone() };
        let kept = registry.database.join(&fresh)?;
        if kept.body != request.body {
            return Err(Code::InviteUsed.into());
        }
        tracing::info!(%invite, device = %asked.keys.id(), "join request received");
        answer(registry, book, invite)
    })
}

/// `GET /v1/joins/{invite}`.
///
/// # Errors
/// The invitation is unknown, or expired before anybody used it.
pub fn state(registry: &Registry, request: &Request) -> Result<Answer, Failure> {
    let invite = InviteId(request.id(0)?);
    registry.with_book(|book| {
        let state = invitation(book, invite)?;
        let unused = !state.used && registry.database.join_of(&invite.0)?.is_none();
        if unused && registry.now() > state.expires {
            return Err(Code::InviteExpired.into());
        }
        answer(registry, book, invite)
    })
}

/// `GET /v1/joins`: what waits, as far as the caller may add it: those who keep the roster see every request, everybody
/// those for further computers of their own.
///
/// # Errors
/// The caller has no computer in force.
pub fn waiting(registry: &Registry, request: &Request) -> Result<Answer, Failure> {
    let caller = request.caller()?;
    let now = registry.now();
    registry.with_book(|book| {
        let adds = |invite: &[u8; 16]| {
            let invited = book.board().invites.get(&InviteId(*invite));
            invited.is_some_and(|invited| {
                let objects = [invited.member.0, [0; 16]];
                caller.may(book.board(), ActionKind::DeviceAdd, &objects, now) == Permission::Allowed
            })
        };
        let mut waiting = Vec::new();
        for stored in registry.database.joins()?.into_iter().filter(|stored| adds(&stored.invite)) {
            let Ok(join) = decode::<Join>(&stored.body) else { continue };
            let step = step(book, &join);
            let stale = now.0 > stored.received.saturating_add(limits::INVITATION);
            if step == JoinStep::InForce || (step == JoinStep::Waiting && stale) {
                continue;
            }
            waiting.push(WaitingJoin { invite: stored.invite, received: stored.received, join, step });
        }
        Ok(Answer::cbor(&Joins { waiting }))
    })
}

fn invitation(book: &Book, invite: InviteId) -> Result<InviteState, Failure> {
    Ok(*book.board().invites.get(&invite).ok_or(Code::InviteUnknown)?)
}

/// What the registry can check without the invitation's secret: form, institute, signature, invitation.
fn check(book: &Book, invite: InviteId, join: &Join) -> Result<JoinRequest, Failure> {
    let signed = signed(join);
    let asked = signed
        .check(&book.institute())
        .map_err(|error| Failure::RefusedBecause(Code::BadJoin, error.to_string()))?;
    if asked.invite != invite {
        return Err(Code::BadJoin.into());
    }
    Ok(asked)
}

fn signed(join: &Join) -> SignedJoin {
    SignedJoin { request: join.request.clone(), signature: join.signature, code: join.mac }
}

fn step(book: &Book, join: &Join) -> JoinStep {
    let Ok(request) = signed(join).check(&book.institute()) else { return JoinStep::Waiting };
    match book.board().devices.get(&request.keys.id()) {
        Some(device) if device.is_active() => JoinStep::InForce,
        Some(_) => JoinStep::Added,
        None => JoinStep::Waiting,
    }
}

fn answer(registry: &Registry, book: &Book, invite: InviteId) -> Result<Answer, Failure> {
    let kept = registry.database.join_of(&invite.0)?;
    let step = match &kept {
        None => JoinStep::Open,
        Some(kept) => decode::<Join>(&kept.body).map_or(JoinStep::Waiting, |join| step(book, &join)),
    };
    let Moment(time) = registry.now();
    Ok(Answer::cbor(&JoinState { time, received: kept.map(|kept| kept.received), step }))
}
