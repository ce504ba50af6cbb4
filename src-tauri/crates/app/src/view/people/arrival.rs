//! Somebody arrives: an invitation as a code and a QR code, the request that answers it, the digits.

use std::sync::Mutex;

use sceau_domain::id::{InviteId, MemberId};
use sceau_protocol::join::WaitingJoin;
use serde::{Deserialize, Serialize};

use super::PeopleView;
use crate::desk::Desk;
use crate::error::{AppError, Result};
use crate::synchronise::lock;

/// Quiet modules around a QR code (ISO/IEC 18004).
const QUIET: usize = 4;

/// An invitation to hand over: shown once more as long as this desk holds its secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct InvitationView {
    pub name: String,
    pub institute: String,
    pub link: String,
    pub code: String,
    pub email: Option<String>,
    pub expires: u64,
    pub qr_size: usize,
    pub qr_path: String,
}

/// A request that waits for its digits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct WaitingView {
    pub invite: String,
    pub name: String,
    pub received: u64,
    pub here: bool,
    pub mine: bool,
}

impl Desk {
    /// Draws an invitation, as a link, as a code to paste and as a QR code of the link.
    ///
    /// # Errors
    /// As [`Desk::invite`].
    pub fn people_invite(&mut self, member: MemberId) -> Result<InvitationView> {
        let invitation = self.invite(member)?;
        let link = invitation.to_link();
        let (qr_size, qr_path) = qr(&link)?;
        Ok(InvitationView {
            name: self.name_of(member)?,
            institute: self.institute_name().to_owned(),
            code: invitation.to_text(),
            email: self.profile(member)?.and_then(|profile| profile.email),
            link,
            expires: invitation.expires.0,
            qr_size,
            qr_path,
        })
    }

    /// Requests that wait for their digits, with the members for whom they were invited.
    ///
    /// # Errors
    /// As [`Desk::waiting_joins`].
    pub async fn people_waiting(desk: &Mutex<Self>) -> Result<Vec<WaitingView>> {
        let waiting = Self::waiting_joins(desk).await?;
        let desk = lock(desk);
        let view = |join: &WaitingJoin| {
            let invite = InviteId(join.invite);
            let member = desk.board().invites.get(&invite).map(|state| state.member);
            let here = desk.store.read(|read| read.secret(&format!("invite/{invite}")))?.is_some();
            Ok(WaitingView {
                invite: invite.to_string(),
                name: member.map(|member| desk.name_of(member)).transpose()?.unwrap_or_default(),
                received: join.received,
                here,
                mine: member.is_some() && member == desk.member(),
            })
        };
        // Those whose digits were typed here are no longer asked for, though the registry has yet to hear of it.
        let open = waiting.iter().filter(|join| {
            desk.board().invites.get(&InviteId(join.invite)).is_none_or(|invite| !invite.used)
        });
        open.map(view).collect()
    }

    /// Adds the computer of a waiting request after its digits were read aloud and typed.
    ///
    /// # Errors
    /// As [`Desk::waiting_joins`] and [`Desk::add_device`].
    pub async fn people_type(desk: &Mutex<Self>, invite: &str, digits: &str) -> Result<PeopleView> {
        let waiting = Self::waiting_joins(desk).await?;
        let join = waiting.iter().find(|join| InviteId(join.invite).to_string() == invite);
        let join = join.ok_or(AppError::Unknown("invitation"))?;
        let mut desk = lock(desk);
        desk.add_device(join, digits)?;
        desk.people_view()
    }
}

/// A QR code as one SVG path, with its width in modules.
fn qr(text: &str) -> Result<(usize, String)> {
    let code = qrcode::QrCode::new(text.as_bytes()).map_err(|error| AppError::Input(error.to_string()))?;
    let width = code.width();
    let mut path = String::new();
    for (place, colour) in code.to_colors().into_iter().enumerate() {
        if colour == qrcode::Color::Dark {
            let (x, y) = (place % width, place / width);
            path.push_str(&format!("M{} {}h1v1h-1z", x.saturating_add(QUIET), y.saturating_add(QUIET)));
        }
    }
    Ok((width.saturating_add(2 * QUIET), path))
}
