//! Who asks: from the request's signature to a member's device that is in force.

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use sceau_domain::action::ActionKind;
use sceau_domain::board::Board;
use sceau_domain::id::{DeviceId, MemberId};
use sceau_domain::moment::Moment;
use sceau_domain::permission::{Act, Permission, permit};
use sceau_ledger::request::{Asked, Authorization, RequestError};
use sceau_protocol::Code;

use crate::book::Book;
use crate::failure::Failure;

/// A member's device in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Caller {
    /// Whose device it is.
    pub member: MemberId,
    /// The device.
    pub device: DeviceId,
}

/// What a signature covers besides institute and host.
#[derive(Debug, Clone, Copy)]
pub struct Signed<'r> {
    /// `GET`, `POST` …
    pub method: &'r str,
    /// Path and query as sent.
    pub path: &'r str,
    /// The body as sent.
    pub body: &'r [u8],
    /// The headers, among them the signature.
    pub headers: &'r HeaderMap,
}

impl Caller {
    /// Checks the signature of a request and that its device is in force.
    ///
    /// # Errors
    /// No signature, another device's, an old one, or a device that is unknown, waiting or revoked.
    pub fn identify(book: &Book, signed: &Signed<'_>, now: Moment) -> Result<Self, Failure> {
        let header = signed.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        let authorization =
            header.and_then(|header| Authorization::parse(header).ok()).ok_or(Code::Unsigned)?;
        let device = authorization.device;
        let keys = book.keys_of(device).ok_or(Code::DeviceUnknown)?;
        let asked = Asked {
            institute: &book.institute(),
            host: book.charters().current().log.host(),
            method: signed.method,
            path: signed.path,
            body: signed.body,
        };
        authorization.verify(&asked, &keys, now).map_err(|error| match error {
            RequestError::ClockOff => Code::Clock,
            RequestError::Malformed => Code::Unsigned,
            RequestError::WrongDevice | RequestError::BadSignature => Code::BadSignature,
        })?;
        let state = book.board().devices.get(&device).ok_or(Code::DeviceUnknown)?;
        if state.revoked_from.is_some() {
            return Err(Code::DeviceRevoked.into());
        }
        if !state.is_active() {
            return Err(Code::DeviceUnknown.into());
        }
        Ok(Self { member: state.member, device })
    }

    /// Whether the board's rules would let this caller do an act on these objects now. An address that stands for an
    /// act asks exactly what the act itself would be asked.
    #[must_use]
    pub fn may(&self, board: &Board, kind: ActionKind, objects: &[[u8; 16]], now: Moment) -> Permission {
        let act = Act {
            member: self.member,
            device: self.device,
            kind: kind.code(),
            objects,
            seq: u64::MAX,
            index: u64::MAX,
            received: now,
        };
        permit(&act, board)
    }

    /// Refuses unless [`Self::may`] allows.
    ///
    /// # Errors
    /// [`Code::NotAllowed`], with the rule's code.
    pub fn must(
        &self,
        board: &Board,
        kind: ActionKind,
        objects: &[[u8; 16]],
        now: Moment,
    ) -> Result<(), Failure> {
        let because = |code: &str| Failure::RefusedBecause(Code::NotAllowed, code.to_owned());
        match self.may(board, kind, objects, now) {
            Permission::Allowed => Ok(()),
            Permission::Refused(refusal) => Err(because(refusal.code())),
            Permission::Undecided(missing) => Err(because(missing.code())),
        }
    }

    /// Whether the caller keeps the roster: whoever may add a device of somebody else. The member that is asked
    /// about is nobody's, so the rule can only speak of the caller.
    ///
    /// # Errors
    /// [`Code::NotAllowed`], with the rule's code.
    pub fn must_keep_roster(&self, board: &Board, now: Moment) -> Result<(), Failure> {
        match self.may(board, ActionKind::DeviceAdd, &[[0; 16], [0; 16]], now) {
            Permission::Refused(refusal) => {
                Err(Failure::RefusedBecause(Code::NotAllowed, refusal.code().to_owned()))
            }
            Permission::Allowed | Permission::Undecided(_) => Ok(()),
        }
    }
}
