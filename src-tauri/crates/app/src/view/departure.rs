//! People who change: the end of a mandate with what followed from it, another college, an absence.

use sceau_domain::action::ActionKind;
use sceau_domain::id::{DossierId, MemberId};
use serde::{Deserialize, Serialize};

use super::people::{MemberForm, PeopleView};
use super::session::Role;
use crate::desk::Desk;
use crate::error::{AppError, Result};
use crate::identity::Departure;

/// What followed from the end of a mandate, and what is left to do. Dossiers are named by their solution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct DepartedView {
    pub name: String,
    pub successor: Option<Successor>,
    pub relieved: Vec<String>,
    pub still_assigned: Vec<String>,
    pub sheets_kept: Vec<String>,
    pub open_votes: Vec<String>,
    pub computers: usize,
    pub roles_left: Vec<Role>,
    pub officer: bool,
    pub keys_changed: usize,
    pub keys_kept: usize,
}

/// Who takes the seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Successor {
    pub member: String,
    pub name: String,
}

impl Desk {
    /// Ends a member's mandate and, if somebody is named, gives them the seat: a new person with keys of their own, who
    /// inherits nothing that was sealed to the other.
    ///
    /// # Errors
    /// `input` for a successor without a name; otherwise as [`Desk::end_mandate`] and [`Desk::add_member`].
    pub fn people_replace(
        &mut self,
        member: MemberId,
        successor: Option<MemberForm>,
    ) -> Result<DepartedView> {
        let college = self.board().members.get(&member).and_then(|state| state.college.clone());
        let next = match successor {
            Some(form) => Some((form.profile()?, form.college().or(college))),
            None => None,
        };
        let name = self.name_of(member)?;
        let departure = self.end_mandate(member)?;
        let successor = match next {
            Some((profile, college)) => {
                let member = self.add_member(&profile, college.as_deref())?;
                Some(Successor { member: member.to_string(), name: self.name_of(member)? })
            }
            None => None,
        };
        self.departed(name, successor, departure)
    }

    fn departed(
        &self,
        name: String,
        successor: Option<Successor>,
        departure: Departure,
    ) -> Result<DepartedView> {
        let votes = departure.open_votes.iter();
        let voted: Vec<DossierId> =
            votes.filter_map(|motion| Some(self.board().motions.get(motion)?.dossier)).collect();
        Ok(DepartedView {
            name,
            successor,
            relieved: self.solutions(&departure.relieved)?,
            still_assigned: self.solutions(&departure.still_assigned)?,
            sheets_kept: self.solutions(&departure.sheets_kept)?,
            open_votes: self.solutions(&voted)?,
            computers: departure.computers.len(),
            roles_left: departure.roles_left.into_iter().map(super::people::shown).collect(),
            officer: departure.officer,
            keys_changed: departure.keys_changed,
            keys_kept: departure.keys_kept,
        })
    }

    /// Names of the solutions of dossiers whose card is here.
    fn solutions(&self, dossiers: &[DossierId]) -> Result<Vec<String>> {
        let mut names = Vec::new();
        for dossier in dossiers {
            names.extend(self.card_of(*dossier)?.map(|card| card.solution));
        }
        Ok(names)
    }

    /// Moves a member's seat to another college.
    ///
    /// # Errors
    /// As [`Desk::move_seat`].
    pub fn people_seat(&mut self, member: MemberId, college: &str) -> Result<PeopleView> {
        self.move_seat(member, college)?;
        self.people_view()
    }

    /// Says until which day (`YYYY-MM-DD`) a member is away, or that they are back: nobody who is away is proposed as a
    /// reviewer.
    ///
    /// # Errors
    /// `input` for a day that is none; the profile is not here, or not by this member.
    pub fn people_away(&mut self, member: MemberId, until: Option<&str>) -> Result<PeopleView> {
        self.permitted(ActionKind::ProfileSet, &[member.0])?;
        let until = match until.map(str::trim).filter(|day| !day.is_empty()) {
            Some(day) => Some(day.parse().map_err(|_| AppError::Input("until".to_owned()))?),
            None => None,
        };
        self.set_away(member, until)?;
        self.people_view()
    }
}
