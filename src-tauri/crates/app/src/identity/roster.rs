//! A roster file, `sceau-roster/1`: who sits on the board. Identifiers are drawn when members are added and never stand
//! in the file.

use std::collections::BTreeSet;

use sceau_domain::role::Role;
use sceau_ledger::payload::sealed::Profile;
use serde::Deserialize;

use crate::error::{AppError, Result};
use crate::lines::line_at;

/// The format that this version reads.
const FORMAT: &str = "sceau-roster/1";
/// Members in one file, at most.
const MOST: usize = 500;
/// Dossiers that somebody reviews at once, at most.
const MOST_LOAD: u64 = 999;
/// Longest text of a field.
const LONGEST: usize = 200;

/// A member to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newcomer {
    /// Who.
    pub profile: Profile,
    /// Code of the college; absent: no seat.
    pub college: Option<String>,
    /// Roles, each once.
    pub roles: Vec<Role>,
}

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    format: String,
    #[serde(default)]
    member: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    #[serde(default)]
    name: String,
    title: Option<String>,
    college: Option<String>,
    #[serde(default)]
    roles: Vec<String>,
    email: Option<String>,
    phone: Option<String>,
    affiliation: Option<String>,
    max_load: Option<i64>,
}

/// The role of a name in a roster file. Officers stand in the charter, not in rosters.
#[must_use]
pub fn role_of(name: &str) -> Option<Role> {
    match name {
        "reviewer" => Some(Role::Reviewer),
        "chair" => Some(Role::Chair),
        "vice-chair" => Some(Role::ViceChair),
        "secretariat" => Some(Role::Secretariat),
        "examiner" => Some(Role::Examiner),
        _ => None,
    }
}

/// Reads a roster file. Colleges must be among `colleges`, unless none is known yet.
///
/// # Errors
/// [`AppError::File`] with every `code@place`: `roster.format`, `roster.empty`, `roster.too-many`, `roster.name`,
/// `roster.twice`, `roster.college`, `roster.role`, `roster.too-long`, `roster.max-load`.
pub fn read(text: &str, colleges: &[String]) -> Result<Vec<Newcomer>> {
    let refused = |codes: Vec<String>| AppError::File { file: "roster".to_owned(), codes };
    let file: File = toml::from_str(text).map_err(|error| {
        let line = line_at(text, error.span().map_or(0, |span| span.start));
        refused(vec![format!("roster.format@{line}")])
    })?;
    if file.format != FORMAT {
        return Err(refused(vec!["roster.format@1".to_owned()]));
    }
    let mut codes = Vec::new();
    if file.member.is_empty() {
        codes.push("roster.empty@member".to_owned());
    }
    if file.member.len() > MOST {
        codes.push("roster.too-many@member".to_owned());
    }
    let mut names = BTreeSet::new();
    let mut newcomers = Vec::new();
    for (place, entry) in (1_usize..).zip(file.member) {
        let name = entry.name.trim().to_owned();
        let mut say = |code: &str, what: &str| codes.push(format!("{code}@{place} {what}"));
        if name.is_empty() {
            say("roster.name", "");
        } else if !names.insert(name.to_lowercase()) {
            say("roster.twice", &name);
        }
        let texts =
            [entry.title.as_ref(), entry.email.as_ref(), entry.phone.as_ref(), entry.affiliation.as_ref()];
        if texts.into_iter().flatten().chain([&name]).any(|text| text.chars().count() > LONGEST) {
            say("roster.too-long", &name);
        }
        if let Some(college) =
            entry.college.as_ref().filter(|code| !colleges.is_empty() && !colleges.contains(code))
        {
            say("roster.college", college);
        }
        let max_load = entry
            .max_load
            .and_then(|most| u64::try_from(most).ok())
            .filter(|most| (1..=MOST_LOAD).contains(most));
        if let Some(most) = entry.max_load.filter(|_| max_load.is_none()) {
            say("roster.max-load", &most.to_string());
        }
        let mut roles = BTreeSet::new();
        for role in &entry.roles {
            match role_of(role) {
                Some(role) => {
                    roles.insert(role);
                }
                None => say("roster.role", role),
            }
        }
        newcomers.push(Newcomer {
            profile: Profile {
                name,
                title: entry.title,
                affiliation: entry.affiliation,
                email: entry.email,
                phone: entry.phone,
                away_until: None,
                max_load,
            },
            college: entry.college,
            roles: roles.into_iter().collect(),
        });
    }
    if codes.is_empty() { Ok(newcomers) } else { Err(refused(codes)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEMONSTRATION: &str = include_str!("../../../../../assets/demo/roster.toml");

    #[test]
    fn the_demonstration_roster_gives_every_member_with_college_and_roles() {
        let colleges = ["clinicians", "academics", "institutions", "patients", "industry"].map(str::to_owned);
        let found = read(DEMONSTRATION, &colleges).unwrap();
        assert_eq!(found.iter().filter(|one| one.college.is_some()).count(), 22);
        let chair = found.iter().find(|one| one.roles.contains(&Role::Chair)).unwrap();
        assert_eq!((chair.profile.name.as_str(), chair.profile.max_load), ("Antoine Lefort", Some(6)));
        assert!(found.iter().any(|one| one.roles.contains(&Role::Secretariat) && one.college.is_none()));
    }

    #[test]
    fn every_fault_of_a_roster_is_said_at_once_with_its_place() {
        let text = "format = \"sceau-roster/1\"\n[[member]]\nname = \"A\"\ncollege = \"poets\"\n[[member]]\nname = \"a\"\nmax_load = -3\nroles = [\"king\"]\n";
        let AppError::File { codes, .. } = read(text, &["patients".to_owned()]).unwrap_err() else {
            panic!()
        };
        assert_eq!(
            codes,
            ["roster.college@1 poets", "roster.twice@2 a", "roster.max-load@2 -3", "roster.role@2 king"]
        );
        let AppError::File { codes, .. } = read("format = \"sceau-roster/1\"\n[[member]\n", &[]).unwrap_err()
        else {
            panic!()
        };
        assert_eq!(codes, ["roster.format@2"]);
        assert!(read("format = \"sceau-roster/2\"", &[]).is_err());
    }
}
