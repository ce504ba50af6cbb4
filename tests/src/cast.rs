//! Who plays: the roster file and the campaign of the demonstration.

use std::path::Path;

use sceau_domain::label::Date;
use sceau_domain::role::Role;
use sceau_ledger::payload::sealed::Profile;
use serde::Deserialize;

use crate::board::{Problem, Result};
use crate::plan::DossierEntry;

/// A roster file, `sceau-roster/1`.
#[derive(Debug, Clone, Deserialize)]
pub struct Roster {
    /// Members in the order of the board.
    pub member: Vec<Entry>,
}

/// A member of the roster file.
#[derive(Debug, Clone, Deserialize)]
pub struct Entry {
    /// Name.
    pub name: String,
    /// "Pr", "Dr" …
    pub title: Option<String>,
    /// Code of the college; absent for the secretariat.
    pub college: Option<String>,
    /// Roles by name.
    #[serde(default)]
    pub roles: Vec<String>,
    /// Address for letters.
    pub email: Option<String>,
    /// Where they work.
    pub affiliation: Option<String>,
    /// Dossiers that they take at once.
    pub max_load: Option<usize>,
}

impl Entry {
    /// What the board may know of the person.
    #[must_use]
    pub fn profile(&self) -> Profile {
        Profile {
            name: self.name.clone(),
            title: self.title.clone(),
            affiliation: self.affiliation.clone(),
            email: self.email.clone(),
            ..Profile::default()
        }
    }

    /// Roles that this version knows.
    #[must_use]
    pub fn known_roles(&self) -> Vec<Role> {
        let named = |name: &String| match name.as_str() {
            "reviewer" => Some(Role::Reviewer),
            "chair" => Some(Role::Chair),
            "vice-chair" => Some(Role::ViceChair),
            "secretariat" => Some(Role::Secretariat),
            "examiner" => Some(Role::Examiner),
            _ => None,
        };
        self.roles.iter().filter_map(named).collect()
    }

    /// Name of the desk's folder: the name in plain letters.
    #[must_use]
    pub fn folder(&self) -> String {
        let plain = |c: char| match c {
            'à' | 'â' | 'ä' => 'a',
            'ç' => 'c',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'î' | 'ï' => 'i',
            'ô' | 'ö' => 'o',
            'ù' | 'û' | 'ü' => 'u',
            c if c.is_ascii_alphanumeric() => c,
            _ => '-',
        };
        self.name.to_lowercase().chars().map(plain).collect()
    }
}

/// The campaign file, `sceau-campaign/1`.
#[derive(Debug, Clone, Deserialize)]
pub struct Campaign {
    /// The institute.
    pub institute: Institute,
    /// Bylaws file by name.
    pub bylaws: String,
    /// Who keeps the secretariat.
    pub secretariat: String,
    /// Who opens the window when nothing else is asked.
    pub reviewer: String,
    /// The three officers.
    pub officers: Vec<String>,
    /// How many of them act together.
    pub threshold: u8,
    /// The round's rules.
    pub round: RoundRules,
    /// Dossiers in their order.
    #[serde(default)]
    pub dossier: Vec<DossierEntry>,
}

/// The institute of the campaign.
#[derive(Debug, Clone, Deserialize)]
pub struct Institute {
    /// Its names by language.
    pub name: Names,
    /// The day on which it was founded, where some of what its board did lies in the past.
    pub founded: Option<Date>,
}

/// A text in French and English.
#[derive(Debug, Clone, Deserialize)]
pub struct Names {
    /// French.
    pub fr: String,
}

/// Rules of a round.
#[derive(Debug, Clone, Deserialize)]
pub struct RoundRules {
    /// Fewest sheets that may be opened at the deadline.
    pub minimum_sheets: u16,
    /// Days until the deadline.
    pub deadline_days: u64,
    /// Reviewers for each dossier.
    pub assigned: usize,
}

/// Reads a file of the demonstration.
///
/// # Errors
/// The file cannot be read or is not of its format.
pub fn read<T: for<'de> Deserialize<'de>>(path: &Path) -> Result<T> {
    let text =
        std::fs::read_to_string(path).map_err(|cause| Problem::new(&path.display().to_string(), cause))?;
    toml::from_str(&text).map_err(|cause| Problem::new(&path.display().to_string(), cause))
}
