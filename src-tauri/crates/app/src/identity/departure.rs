//! A mandate ends, or a seat moves to another college: what is done at once, in the order that the rules allow, and what
//! is left to others.

use sceau_domain::action::{Action, ActionKind};
use sceau_domain::board::DossierState;
use sceau_domain::id::{DeviceId, DossierId, GroupId, MemberId, MotionId};
use sceau_domain::permission::{leads_dossier, may_depart, renews_keys};
use sceau_domain::role::Role;

use crate::act::Intent;
use crate::desk::Desk;
use crate::error::{AppError, Result};

/// What followed from the end of a mandate.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Departure {
    /// Dossiers whose sheet the member owed and no longer owes: they may need another reviewer.
    pub relieved: Vec<DossierId>,
    /// The same, but only secretariat or chair may relieve a reviewer.
    pub still_assigned: Vec<DossierId>,
    /// Dossiers for which the member's sheet is in: it stays and counts.
    pub sheets_kept: Vec<DossierId>,
    /// Open votes in which the member is an elector: electors were frozen, and the place counts as any that stays silent.
    pub open_votes: Vec<MotionId>,
    /// Computers whose access was taken back.
    pub computers: Vec<DeviceId>,
    /// Roles that only an officer can take back.
    pub roles_left: Vec<Role>,
    /// The charter in force names the member: a new one must not.
    pub officer: bool,
    /// Keys that were changed here.
    pub keys_changed: usize,
    /// Keys that the member held and this desk does not: whoever holds them changes them.
    pub keys_kept: usize,
}

impl Desk {
    /// Ends a member's mandate: unsubmitted sheets are no longer owed, roles and seat are given back, computers lose their
    /// access, and every key that they held is changed. What was handed in stays.
    ///
    /// # Errors
    /// Nobody would be left to go on ([`may_depart`]), or an act is refused.
    pub fn end_mandate(&mut self, member: MemberId) -> Result<Departure> {
        may_depart(self.board(), self.me()?, member)?;
        let mut departure = self.follows(member)?;
        let mut acts: Vec<Intent> = departure
            .relieved
            .iter()
            .map(|dossier| Action::Assignment { dossier: *dossier, member, assigned: false })
            .map(Intent::clear)
            .collect();
        let state = self.board().members.get(&member).ok_or(AppError::Unknown("member"))?;
        let left = &departure.roles_left;
        let taken_back = state.roles.iter().filter(|role| !left.contains(role));
        acts.extend(
            taken_back.map(|role| Intent::clear(Action::Role { member, role: *role, granted: false })),
        );
        if state.college.is_some() {
            acts.push(Intent::clear(Action::Member { member, college: None }));
        }
        acts.extend(
            departure.computers.iter().map(|device| Intent::clear(Action::DeviceRevoke { device: *device })),
        );
        let held = self.held_by(&departure.computers);
        if !acts.is_empty() {
            self.act(acts)?;
        }
        (departure.keys_changed, departure.keys_kept) = self.change_keys(&held)?;
        Ok(departure)
    }

    /// Moves a member's seat to another college. Votes that are open keep the electors with which they began.
    ///
    /// # Errors
    /// [`AppError::Unknown`] for a college that nobody knows; or the act is refused.
    pub fn move_seat(&mut self, member: MemberId, college: &str) -> Result<()> {
        if !self.colleges().iter().any(|known| known.code == college) {
            return Err(AppError::Unknown("college"));
        }
        self.act(vec![Intent::clear(Action::Member { member, college: Some(college.to_owned()) })]).map(drop)
    }

    /// What the end of a mandate would mean, before anything is done.
    fn follows(&self, member: MemberId) -> Result<Departure> {
        let me = self.me()?;
        let board = self.board();
        let mut departure = Departure { officer: board.is_officer(member), ..Departure::default() };
        for (dossier, state) in board.dossiers.iter().filter(|(_, state)| state.assigned.contains(&member)) {
            let list = match owes(state, member) {
                true if leads_dossier(board, state, me) => &mut departure.relieved,
                true => &mut departure.still_assigned,
                false => &mut departure.sheets_kept,
            };
            list.push(*dossier);
        }
        let open = board.motions.iter().filter(|(_, motion)| motion.closed_at.is_none());
        departure.open_votes =
            open.filter(|(_, motion)| motion.is_elector(member)).map(|(motion, _)| *motion).collect();
        let theirs = board.devices.iter().filter(|(_, device)| device.member == member);
        departure.computers =
            theirs.filter(|(_, device)| device.revoked_from.is_none()).map(|(device, _)| *device).collect();
        if self.permitted(ActionKind::Role, &[member.0]).is_err() {
            let roles = board.members.get(&member).map(|state| state.roles.iter().copied());
            departure.roles_left = roles.into_iter().flatten().collect();
        }
        Ok(departure)
    }

    /// Groups of whose newest key one of these devices was given a copy.
    pub(crate) fn held_by(&self, devices: &[DeviceId]) -> Vec<GroupId> {
        let groups = self.board().groups.iter();
        let held = groups.filter(|(_, group)| devices.iter().any(|device| group.holds(*device)));
        held.map(|(group, _)| *group).collect()
    }

    /// Makes new keys for groups, where this desk holds the present one and may hand on the next. Answers how many it
    /// changed and how many it could not.
    pub(crate) fn change_keys(&mut self, groups: &[GroupId]) -> Result<(usize, usize)> {
        let me = self.me()?;
        let renews = renews_keys(self.board(), me);
        let (here, elsewhere): (Vec<GroupId>, Vec<GroupId>) = groups
            .iter()
            .copied()
            .partition(|group| self.holds_key(*group) && (renews || *group == GroupId::of_member(me)));
        for group in &here {
            self.new_key(*group)?;
        }
        // Nobody reads what somebody who left wrote for themselves alone: that key is nobody else's to change.
        let others = elsewhere.iter().filter(|group| !self.is_own_group(**group)).count();
        Ok((here.len(), others))
    }

    fn is_own_group(&self, group: GroupId) -> bool {
        self.board().members.keys().any(|member| GroupId::of_member(*member) == group)
    }
}

/// Whether a reviewer still owes a sheet that somebody waits for.
fn owes(dossier: &DossierState, member: MemberId) -> bool {
    dossier.round().is_none_or(|round| round.closed_at.is_none() && !round.sheets.contains_key(&member))
}
