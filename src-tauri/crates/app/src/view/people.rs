//! Members and their computers: the secretariat's screen, and the second person's.

mod arrival;
mod revocation;
mod roster;

use std::collections::BTreeMap;

use sceau_domain::action::ActionKind;
use sceau_domain::board::DeviceState;
use sceau_domain::id::{DeviceId, MemberId};
use sceau_domain::moment::Moment;
use sceau_domain::role::Role as Granted;
use sceau_ledger::payload::sealed::Profile;
use serde::{Deserialize, Serialize};

use super::Text;
use super::session::Role;
use crate::desk::Desk;
use crate::error::{AppError, Result};

pub use arrival::{InvitationView, WaitingView};
pub use revocation::RevokedView;
pub(super) use roster::shown;
pub use roster::{RosterLine, RosterPreview};

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
    pub since: Option<u64>,
    pub heard: Option<u64>,
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

/// What the log says of my own computers and time.
#[derive(Default)]
struct Times {
    since: BTreeMap<DeviceId, Moment>,
    heard: BTreeMap<DeviceId, Moment>,
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
        let (board, may, times) = (self.board(), self.people_rights(me), self.times(me));
        let mut members = Vec::new();
        for (member, state) in board.roster.iter().filter_map(|id| Some((*id, board.members.get(id)?))) {
            let profile = self.profile(member)?.unwrap_or_default();
            let mut computers = Vec::new();
            for (device, state) in board.devices.iter().filter(|(_, state)| state.member == member) {
                computers.push(self.computer(*device, state, (me, may), &times)?);
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
        (me, may): (MemberId, PeopleRights),
        times: &Times,
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
            since: times.since.get(&device).map(|at| at.0),
            heard: times.heard.get(&device).map(|at| at.0),
            added_by: self.name_of(state.added_by)?,
            countersigned_by: state.countersigned_by.map(|member| self.name_of(member)).transpose()?,
            may_countersign: open && may.second && state.added_by != me,
            may_revoke: standing != DeviceStanding::Revoked && (may.keep || state.member == me),
        })
    }

    /// When my own computers were added, and when each was last heard of. When others work is theirs to tell.
    fn times(&self, me: MemberId) -> Times {
        let mut times = Times::default();
        for one in &self.state.catalogue {
            if let (ActionKind::DeviceAdd, [of, device, ..]) = (one.kind, &one.objects[..])
                && *of == me.0
            {
                times.since.entry(DeviceId(*device)).or_insert(one.at);
            }
            if one.member == me {
                times.heard.insert(one.name.device, one.at);
            }
        }
        times
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
}
