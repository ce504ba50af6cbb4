//! Members, their computers, invitations and requests: the secretariat's screen, and the second person's.

use std::sync::Mutex;

use sceau_domain::action::ActionKind;
use sceau_domain::board::DeviceState;
use sceau_domain::id::{DeviceId, DossierId, InviteId, MemberId};
use sceau_domain::role::Role as Granted;
use sceau_ledger::payload::sealed::Profile;
use sceau_protocol::join::WaitingJoin;
use serde::{Deserialize, Serialize};

use super::Text;
use super::session::Role;
use crate::desk::Desk;
use crate::error::{AppError, Result};
use crate::identity::roster::{self, Newcomer};
use crate::synchronise::lock;

/// Quiet modules around a QR code (ISO/IEC 18004).
const QUIET: usize = 4;

/// What this person may do here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct PeopleRights {
    pub keep: bool,
    pub roles: bool,
    pub second: bool,
}

/// How far a computer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeviceStanding {
    /// It waits for the second person.
    Waiting,
    /// Its acts count.
    Active,
    /// It was revoked.
    Revoked,
}

/// A computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Computer {
    pub device: String,
    pub short: String,
    pub state: DeviceStanding,
    pub here: bool,
    pub added_by: String,
    pub countersigned_by: Option<String>,
    pub may_countersign: bool,
    pub may_revoke: bool,
}

/// A member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct MemberLine {
    pub member: String,
    pub name: String,
    pub affiliation: Option<String>,
    pub email: Option<String>,
    pub college: Option<String>,
    pub roles: Vec<Role>,
    pub me: bool,
    pub invited_until: Option<u64>,
    pub officer_key: bool,
    pub away_until: Option<String>,
    pub may_say_away: bool,
    pub computers: Vec<Computer>,
}

/// A college.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct CollegeName {
    pub code: String,
    pub title: Text,
}

/// The screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct PeopleView {
    pub now: u64,
    pub may: PeopleRights,
    pub single_officer: bool,
    pub colleges: Vec<CollegeName>,
    pub members: Vec<MemberLine>,
    pub unconfirmed: usize,
}

/// A member as the form says them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct MemberForm {
    pub name: String,
    pub title: Option<String>,
    pub affiliation: Option<String>,
    pub email: Option<String>,
    pub college: Option<String>,
}

fn clean(text: Option<&String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

impl MemberForm {
    /// Who it names.
    ///
    /// # Errors
    /// `input` without a name.
    pub(super) fn profile(&self) -> Result<Profile> {
        let name = clean(Some(&self.name)).ok_or_else(|| AppError::Input("name".to_owned()))?;
        Ok(Profile {
            name,
            title: clean(self.title.as_ref()),
            affiliation: clean(self.affiliation.as_ref()),
            email: clean(self.email.as_ref()),
            ..Profile::default()
        })
    }

    /// The college in which they sit, if any.
    pub(super) fn college(&self) -> Option<String> {
        clean(self.college.as_ref())
    }
}

/// An invitation to hand over: shown once more as long as this desk holds its secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct InvitationView {
    pub name: String,
    pub institute: String,
    pub code: String,
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
}

/// What followed from a revocation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct RevokedView {
    pub name: String,
    pub keys_changed: usize,
    pub keys_kept: usize,
    pub dossiers: Vec<String>,
    pub others: Vec<String>,
    pub officer: bool,
}

/// A line of a roster file before it is taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct RosterLine {
    pub name: String,
    pub college: Option<Text>,
    pub roles: Vec<Role>,
    pub already: bool,
}

/// A roster file before it is taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct RosterPreview {
    pub lines: Vec<RosterLine>,
    pub fresh: usize,
    pub with_roles: bool,
}

/// Reads a member's id as screens hold it.
///
/// # Errors
/// Not an id of ours.
pub fn member_id(text: &str) -> Result<MemberId> {
    text.parse().map_err(|_| AppError::Unknown("member"))
}

/// Reads a device's id as screens hold it.
///
/// # Errors
/// Not an id of ours.
pub fn device_id(text: &str) -> Result<DeviceId> {
    text.parse().map_err(|_| AppError::Unknown("device"))
}

impl Desk {
    fn people_rights(&self, me: MemberId) -> PeopleRights {
        let board = self.board();
        let (chair, officer) = (board.has_role(me, Granted::Chair), board.is_officer(me));
        PeopleRights {
            keep: chair || officer || board.has_role(me, Granted::Secretariat),
            roles: officer,
            second: chair || officer,
        }
    }

    /// Members, computers, invitations.
    ///
    /// # Errors
    /// The database cannot be read, or the desk is nobody's yet.
    pub fn people_view(&self) -> Result<PeopleView> {
        let me = self.me()?;
        let (board, may) = (self.board(), self.people_rights(me));
        let mut members = Vec::new();
        for (member, state) in board.roster.iter().filter_map(|id| Some((*id, board.members.get(id)?))) {
            let profile = self.profile(member)?.unwrap_or_default();
            let mut computers = Vec::new();
            for (device, state) in board.devices.iter().filter(|(_, state)| state.member == member) {
                computers.push(self.computer(*device, state, me, may)?);
            }
            computers.sort_by_key(|computer| computer.state);
            let now = self.env.now();
            let open = board
                .invites
                .values()
                .filter(|invite| invite.member == member && !invite.used && invite.expires > now);
            members.push(MemberLine {
                member: member.to_string(),
                name: self.name_of(member)?,
                affiliation: profile.affiliation,
                email: profile.email.filter(|_| may.keep),
                college: state.college.clone(),
                away_until: self.away_until(member)?.map(|day| day.to_string()),
                may_say_away: may.keep || member == me,
                roles: self.roles_of(member),
                me: member == me,
                invited_until: open.map(|invite| invite.expires.0).max(),
                officer_key: board.charter.officer_keys.contains_key(&member),
                computers,
            });
        }
        let lines = members.iter().flat_map(|member| &member.computers);
        Ok(PeopleView {
            now: self.env.now().0,
            may,
            single_officer: board.charter.officers.len() <= 1,
            colleges: self.colleges(),
            unconfirmed: lines.filter(|computer| computer.may_countersign).count(),
            members,
        })
    }

    fn computer(
        &self,
        device: DeviceId,
        state: &DeviceState,
        me: MemberId,
        may: PeopleRights,
    ) -> Result<Computer> {
        let standing = match (state.active_from, state.revoked_from) {
            (_, Some(_)) => DeviceStanding::Revoked,
            (Some(_), None) => DeviceStanding::Active,
            (None, None) => DeviceStanding::Waiting,
        };
        // While one officer could open everything a single signature was enough: those computers are confirmed
        // afterwards. A member's own further computer needs nobody.
        let by_other = state.added_by != state.member || self.is_founders(state);
        let open = standing != DeviceStanding::Revoked && state.countersigned_by.is_none() && by_other;
        let id = device.to_string();
        Ok(Computer {
            short: id.chars().take(8).collect(),
            device: id,
            state: standing,
            here: device == self.device(),
            added_by: self.name_of(state.added_by)?,
            countersigned_by: state.countersigned_by.map(|member| self.name_of(member)).transpose()?,
            may_countersign: open && may.second && state.added_by != me,
            may_revoke: standing != DeviceStanding::Revoked && (may.keep || state.member == me),
        })
    }

    /// The founder vouched for their own first computer: the only one that nobody else added.
    fn is_founders(&self, state: &DeviceState) -> bool {
        let first = self.board().devices.values().filter_map(|one| one.active_from).min();
        state.added_by == state.member && state.active_from.is_some() && state.active_from == first
    }

    pub(crate) fn roles_of(&self, member: MemberId) -> Vec<Role> {
        let board = self.board();
        let granted = [
            (board.is_seated(member) || board.has_role(member, Granted::Reviewer), Role::Reviewer),
            (board.has_role(member, Granted::Chair), Role::Chair),
            (board.has_role(member, Granted::ViceChair), Role::ViceChair),
            (board.has_role(member, Granted::Secretariat), Role::Secretariat),
            (board.is_officer(member), Role::Officer),
            (board.has_role(member, Granted::Examiner), Role::Examiner),
        ];
        granted.into_iter().filter_map(|(holds, role)| holds.then_some(role)).collect()
    }

    /// Colleges of the bylaws in force that name any, with those that members hold.
    pub(crate) fn colleges(&self) -> Vec<CollegeName> {
        let board = self.board();
        let bylaws = board.latest_rules.iter().filter(|((kind, _), _)| *kind == ActionKind::Bylaws);
        let mut codes: Vec<String> = Vec::new();
        for (_, digest) in bylaws {
            let Ok(bylaws) = self.bylaws(digest) else { continue };
            codes.extend(bylaws.colleges.into_iter().map(|college| college.code));
        }
        codes.extend(board.members.values().filter_map(|state| state.college.clone()));
        let mut known = std::collections::BTreeSet::new();
        codes.retain(|code| known.insert(code.clone()));
        let named = |code: String| CollegeName { title: self.college_title(&code), code };
        codes.into_iter().map(named).collect()
    }

    /// Adds a member as the form says them.
    ///
    /// # Errors
    /// As [`Desk::add_member`]; `input` without a name.
    pub fn people_add(&mut self, form: MemberForm) -> Result<PeopleView> {
        self.add_member(&form.profile()?, form.college().as_deref())?;
        self.people_view()
    }

    /// Gives a member exactly these roles.
    ///
    /// # Errors
    /// As [`Desk::set_roles`].
    pub fn people_roles(&mut self, member: MemberId, wanted: &[Role]) -> Result<PeopleView> {
        let grantable = [
            (Role::Chair, Granted::Chair),
            (Role::ViceChair, Granted::ViceChair),
            (Role::Secretariat, Granted::Secretariat),
            (Role::Examiner, Granted::Examiner),
        ];
        let changes: Vec<(MemberId, Granted, bool)> = grantable
            .into_iter()
            .map(|(shown, role)| (role, wanted.contains(&shown)))
            .filter(|(role, wish)| self.board().has_role(member, *role) != *wish)
            .map(|(role, wish)| (member, role, wish))
            .collect();
        if !changes.is_empty() {
            self.set_roles(&changes)?;
        }
        self.people_view()
    }

    /// Draws an invitation, as a code to paste and as a QR code.
    ///
    /// # Errors
    /// As [`Desk::invite`].
    pub fn people_invite(&mut self, member: MemberId) -> Result<InvitationView> {
        let invitation = self.invite(member)?;
        let code = invitation.to_text();
        let (qr_size, qr_path) = qr(&code)?;
        Ok(InvitationView {
            name: self.name_of(member)?,
            institute: self.institute_name().to_owned(),
            code,
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

    /// Revokes a computer and says what followed.
    ///
    /// # Errors
    /// As [`Desk::revoke`].
    pub fn people_revoke(&mut self, device: DeviceId) -> Result<RevokedView> {
        let member = self.board().devices.get(&device).ok_or(AppError::Unknown("device"))?.member;
        let held = self.held_by(&[device]);
        let (keys_changed, keys_kept) = self.revoke(device)?;
        let mut dossiers = Vec::new();
        for dossier in held.iter().map(|group| DossierId(group.0)) {
            if self.board().dossiers.contains_key(&dossier) {
                dossiers.extend(self.card_of(dossier)?.map(|card| card.solution));
            }
        }
        // A thief may have vouched for a computer of their own as the member's second one.
        let devices = self.board().devices.iter();
        let others = devices.filter(|(_, state)| state.member == member && state.revoked_from.is_none());
        Ok(RevokedView {
            name: self.name_of(member)?,
            keys_changed,
            keys_kept,
            dossiers,
            others: others.map(|(id, _)| id.to_string().chars().take(8).collect()).collect(),
            officer: self.board().is_officer(member),
        })
    }

    /// What a roster file would add.
    ///
    /// # Errors
    /// As [`roster::read`].
    pub fn roster_preview(&self, text: &str) -> Result<RosterPreview> {
        let with_roles = self.people_rights(self.me()?).roles;
        let lines: Vec<RosterLine> = self
            .newcomers(text)?
            .into_iter()
            .map(|(one, already)| RosterLine {
                name: one.profile.name,
                college: one.college.map(|code| self.college_title(&code)),
                roles: one.roles.into_iter().map(shown).collect(),
                already,
            })
            .collect();
        Ok(RosterPreview { fresh: lines.iter().filter(|line| !line.already).count(), lines, with_roles })
    }

    /// Adds the members of a roster file who are not on the board yet; roles where an officer does it.
    ///
    /// # Errors
    /// As [`roster::read`], or not by this member.
    pub fn roster_import(&mut self, text: &str) -> Result<PeopleView> {
        let with_roles = self.people_rights(self.me()?).roles;
        for (one, already) in self.newcomers(text)? {
            if already {
                continue;
            }
            let member = self.add_member(&one.profile, one.college.as_deref())?;
            let roles: Vec<_> = one.roles.into_iter().map(|role| (member, role, true)).collect();
            if with_roles && !roles.is_empty() {
                self.set_roles(&roles)?;
            }
        }
        self.people_view()
    }

    fn newcomers(&self, text: &str) -> Result<Vec<(Newcomer, bool)>> {
        // Without bylaws nobody can say which colleges there are.
        let any = self.board().latest_rules.keys().any(|(kind, _)| *kind == ActionKind::Bylaws);
        let colleges: Vec<String> = self.colleges().into_iter().map(|college| college.code).collect();
        let newcomers = roster::read(text, if any { &colleges } else { &[] })?;
        let mut names = Vec::new();
        for member in self.board().members.keys() {
            names.extend(self.profile(*member)?.map(|profile| profile.name.to_lowercase()));
        }
        let known = |one: Newcomer| {
            let already = names.contains(&one.profile.name.to_lowercase());
            (one, already)
        };
        Ok(newcomers.into_iter().map(known).collect())
    }
}

pub(super) const fn shown(role: Granted) -> Role {
    match role {
        Granted::Reviewer => Role::Reviewer,
        Granted::Chair => Role::Chair,
        Granted::ViceChair => Role::ViceChair,
        Granted::Secretariat => Role::Secretariat,
        Granted::Examiner => Role::Examiner,
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
