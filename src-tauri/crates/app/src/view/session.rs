//! Who is here and how the program stands with the registry.

use std::collections::BTreeMap;

use sceau_domain::action::ActionKind;
use sceau_domain::id::MemberId;
use sceau_domain::permission::leads_board;
use serde::{Deserialize, Serialize};

use super::{Progress, Text};
use crate::desk::Desk;
use crate::error::Result;
use crate::view::settings::Density;

/// What a member may be asked to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are the roles'")]
pub enum Role {
    Reviewer,
    Chair,
    ViceChair,
    Secretariat,
    Officer,
    Examiner,
    /// Never granted: what follows for a vice-chair who acts as chair of a dossier.
    ActingChair,
}

/// Whose desk it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Person {
    pub name: String,
    pub college: Option<Text>,
    pub roles: Vec<Role>,
    pub density: Option<Density>,
}

/// Whether the registry answers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Line {
    /// It answered last.
    Online,
    /// It did not.
    Offline,
    /// Nothing was tried since the program started.
    #[default]
    Unknown,
}

/// The state of the line and of what waits for it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Network {
    pub state: Line,
    pub since: Option<u64>,
    pub last_contact: Option<u64>,
    pub waiting: usize,
    pub identical_at: Option<u64>,
    pub running: Option<Progress>,
}

/// What the program is doing as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SessionState {
    /// No desk yet, or one that waits for its second person.
    FirstStart,
    /// The database is shut.
    Locked,
    /// The desk is open.
    Open,
}

/// Why the desk is locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LockedBy {
    /// The program has just started.
    Start,
    /// Nobody touched it for a while.
    Idle,
    /// Somebody locked it.
    Person,
}

/// The program as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Session {
    pub state: SessionState,
    pub locked_by: Option<LockedBy>,
    pub passphrase: bool,
    pub recovery: bool,
    pub keyring: bool,
    pub institute: Option<String>,
    pub person: Option<Person>,
    pub demo: bool,
    pub single_officer: bool,
    pub network: Network,
    pub version: String,
    pub cipher: Option<String>,
}

/// What an open desk adds to a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenDesk {
    /// The institute's name.
    pub institute: String,
    /// Whose desk it is.
    pub person: Option<Person>,
    /// Everything shown is of the demonstration.
    pub demo: bool,
    /// One person alone could open everything.
    pub single_officer: bool,
    /// Version of the database's cipher.
    pub cipher: String,
}

impl Desk {
    /// What an open desk adds to a session.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn open_desk(&self) -> Result<OpenDesk> {
        let mut cards = Vec::new();
        for dossier in self.board().dossiers.keys() {
            cards.extend(self.card_of(*dossier)?);
        }
        Ok(OpenDesk {
            institute: self.institute_name().to_owned(),
            person: self.member().map(|me| self.person(me)).transpose()?,
            demo: cards.iter().any(|card| card.demonstration),
            single_officer: self.board().charter.officers.len() <= 1,
            cipher: self.store().cipher_version()?,
        })
    }

    fn person(&self, me: MemberId) -> Result<Person> {
        let board = self.board();
        let college = board.members.get(&me).and_then(|state| state.college.clone());
        let mut roles = self.roles_of(me);
        if !leads_board(board, me) && !self.followed()?.is_empty() {
            roles.push(Role::ActingChair);
        }
        Ok(Person {
            name: self.name_of(me)?,
            density: college.as_deref().map(Density::suggested),
            college: college.map(|code| self.college_title(&code)),
            roles,
        })
    }

    /// The title of a college in the latest bylaws that give one; its code otherwise.
    pub(crate) fn college_title(&self, code: &str) -> Text {
        /// The part of a bylaws file in which colleges have titles.
        #[derive(Deserialize)]
        struct Colleges {
            college: Vec<College>,
        }
        #[derive(Deserialize)]
        struct College {
            code: String,
            title: Option<Text>,
        }
        let board = self.board();
        let bylaws = board.latest_rules.iter().filter(|((kind, _), _)| *kind == ActionKind::Bylaws);
        let files = bylaws.filter_map(|(_, digest)| board.rules.get(digest));
        let titles: BTreeMap<String, Text> = files
            .filter_map(|file| toml::from_str::<Colleges>(&file.text).ok())
            .flat_map(|file| file.college)
            .filter_map(|college| Some((college.code, college.title?)))
            .collect();
        titles.get(code).cloned().unwrap_or_else(|| Text::plain(code))
    }
}
