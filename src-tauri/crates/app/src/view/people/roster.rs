//! A roster file: shown before it is taken, and nobody is added twice.

use sceau_domain::action::ActionKind;
use sceau_domain::role::Role as Granted;
use serde::{Deserialize, Serialize};

use super::PeopleView;
use crate::desk::Desk;
use crate::error::Result;
use crate::identity::roster::{self, Newcomer};
use crate::view::Text;
use crate::view::session::Role;

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

impl Desk {
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

pub(in crate::view) const fn shown(role: Granted) -> Role {
    match role {
        Granted::Reviewer => Role::Reviewer,
        Granted::Chair => Role::Chair,
        Granted::ViceChair => Role::ViceChair,
        Granted::Secretariat => Role::Secretariat,
        Granted::Examiner => Role::Examiner,
    }
}
