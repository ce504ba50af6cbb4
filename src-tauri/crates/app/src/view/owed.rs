//! Who owes what: members by dossiers. Whether something arrived, nothing of what it says.

use std::collections::BTreeMap;

use sceau_domain::board::DossierState;
use sceau_domain::dossier::Stage;
use sceau_domain::id::{DossierId, MemberId};
use sceau_domain::moment::{DAY, Moment};
use serde::{Deserialize, Serialize};

use super::Text;
use super::dossiers::DossierRow;
use crate::desk::Desk;
use crate::error::Result;

/// How long before a deadline members are reminded of it, in milliseconds: what My desk calls this week.
const NEAR: u64 = 7 * DAY;

/// What a member owes a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the window's contract says what each is")]
pub enum Debt {
    Received,
    Expected,
    Late,
    Declare,
    Renew,
    Recused,
    None,
}

impl Debt {
    /// Whether the member has still to do something.
    #[must_use]
    pub const fn is_owed(self) -> bool {
        matches!(self, Self::Expected | Self::Late | Self::Declare | Self::Renew)
    }
}

/// A dossier to which somebody owes something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct OwedColumn {
    pub dossier: String,
    pub solution: String,
    pub deadline: Option<u64>,
}

/// A member, with a cell for each column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct OwedRow {
    pub member: String,
    pub name: String,
    pub college: String,
    pub college_title: Text,
    pub cells: Vec<Debt>,
}

/// The matrix, with its sums.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Owed {
    pub columns: Vec<OwedColumn>,
    pub rows: Vec<OwedRow>,
    pub expected: usize,
    pub late: usize,
    pub soon: usize,
    pub declare: usize,
}

/// A letter's worth: what one member is reminded of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Reminder {
    pub member: String,
    pub name: String,
    pub email: Option<String>,
    pub items: Vec<ReminderItem>,
}

/// One thing in a reminder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct ReminderItem {
    pub dossier: String,
    pub debt: Debt,
    pub solution: String,
    pub deadline: Option<u64>,
}

/// Of what members are reminded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the window's contract says what each is")]
pub enum ReminderScope {
    Late,
    Soon,
    Declare,
    Due,
    Owed,
}

impl ReminderScope {
    const fn covers(self, debt: Debt, soon: bool) -> bool {
        match self {
            Self::Late => matches!(debt, Debt::Late),
            Self::Soon => soon,
            Self::Declare => matches!(debt, Debt::Declare | Debt::Renew),
            Self::Due => matches!(debt, Debt::Late) || soon,
            Self::Owed => debt.is_owed(),
        }
    }
}

impl Desk {
    /// The matrix over the dossiers of a table.
    pub(crate) fn owed_view(&self, rows: &[DossierRow]) -> Result<Owed> {
        let mut columns: Vec<(DossierId, OwedColumn)> = Vec::new();
        for row in rows {
            let Ok(dossier) = row.dossier.parse::<DossierId>() else { continue };
            let state = self.dossier(dossier)?;
            if self.board().seated().any(|member| self.debt(dossier, state, member).is_owed()) {
                columns.push((
                    dossier,
                    OwedColumn {
                        dossier: row.dossier.clone(),
                        solution: row.solution.clone(),
                        deadline: row.date,
                    },
                ));
            }
        }
        let mut owed = Owed::default();
        for (member, college, college_title) in self.seated_by_college() {
            let mut cells = Vec::with_capacity(columns.len());
            for (dossier, _) in &columns {
                let state = self.dossier(*dossier)?;
                let debt = self.debt(*dossier, state, member);
                owed.soon =
                    owed.soon.saturating_add(usize::from(self.is_soon(*dossier, state, member, debt)));
                cells.push(debt);
            }
            let of = |debt: Debt| cells.iter().filter(|cell| **cell == debt).count();
            owed.late = owed.late.saturating_add(of(Debt::Late));
            owed.expected = owed.expected.saturating_add(of(Debt::Late)).saturating_add(of(Debt::Expected));
            owed.declare = owed.declare.saturating_add(of(Debt::Declare)).saturating_add(of(Debt::Renew));
            let (id, name) = (member.to_string(), self.name_of(member)?);
            owed.rows.push(OwedRow { member: id, name, college, college_title, cells });
        }
        owed.columns = columns.into_iter().map(|(_, column)| column).collect();
        Ok(owed)
    }

    /// Seated members by college, colleges in the order of the roster, each with its title.
    pub(crate) fn seated_by_college(&self) -> Vec<(MemberId, String, Text)> {
        let board = self.board();
        let mut titles: BTreeMap<String, (usize, Text)> = BTreeMap::new();
        let mut seats: Vec<(usize, MemberId, String, Text)> = Vec::new();
        for member in board.seated() {
            let code = board.members.get(&member).and_then(|state| state.college.clone()).unwrap_or_default();
            let next = titles.len();
            let (place, title) =
                titles.entry(code.clone()).or_insert_with(|| (next, self.college_title(&code))).clone();
            seats.push((place, member, code, title));
        }
        seats.sort_by_key(|(place, ..)| *place);
        seats.into_iter().map(|(_, member, code, title)| (member, code, title)).collect()
    }

    /// Whether a seated member's declaration is awaited: of everybody until sheets are open, then of those who vote, who
    /// read nothing before they have declared.
    pub(crate) fn awaits_declaration(
        &self,
        dossier: DossierId,
        state: &DossierState,
        member: MemberId,
    ) -> bool {
        match state.stage {
            Stage::Admissible | Stage::Preselected | Stage::Assigned | Stage::Scoring | Stage::SecondLook => {
                true
            }
            Stage::Opened | Stage::Discussion | Stage::Ready => {
                let college = self.board().members.get(&member).and_then(|known| known.college.as_deref());
                let rules = state.round().and_then(|round| self.bylaws(&round.bylaws).ok());
                rules.is_none_or(|rules| {
                    rules.voting_colleges().any(|voting| Some(voting.code.as_str()) == college)
                })
            }
            Stage::Voting => self.last_motion(dossier).is_some_and(|(_, motion)| motion.is_elector(member)),
            _ => false,
        }
    }

    /// What a member owes a dossier. A sheet that is owed goes before a declaration that has run out: both are asked for in
    /// a reminder.
    pub(crate) fn debt(&self, dossier: DossierId, state: &DossierState, member: MemberId) -> Debt {
        if state.is_recused(member) {
            return Debt::Recused;
        }
        if self.awaits_declaration(dossier, state, member) && !state.declared.contains_key(&member) {
            return Debt::Declare;
        }
        let open = state.round().filter(|round| round.closed_at.is_none() && state.stage == Stage::Scoring);
        match open {
            Some(round) if state.assigned.contains(&member) => {
                if round.sheets.contains_key(&member) {
                    Debt::Received
                } else if self.env.now() > round.deadline {
                    Debt::Late
                } else {
                    Debt::Expected
                }
            }
            _ if self.awaits_renewal(dossier, state, member) => Debt::Renew,
            _ => Debt::None,
        }
    }

    /// By when a member is to have done what they owe a dossier, where a day is set for it: the sheet's, and of whoever
    /// may not read before they have declared, the vote's.
    fn due(&self, dossier: DossierId, state: &DossierState, member: MemberId, debt: Debt) -> Option<Moment> {
        match debt {
            Debt::Expected | Debt::Late => state.round().map(|round| round.deadline),
            Debt::Declare if state.stage == Stage::Voting => {
                self.last_motion(dossier).map(|(_, motion)| motion.terms.deadline)
            }
            Debt::Renew => Self::declaration_ends(state, member),
            Debt::Declare | Debt::Received | Debt::Recused | Debt::None => None,
        }
    }

    /// Whether the day of something that is still owed comes soon.
    fn is_soon(&self, dossier: DossierId, state: &DossierState, member: MemberId, debt: Debt) -> bool {
        let now = self.env.now();
        debt.is_owed()
            && self.due(dossier, state, member, debt).is_some_and(|due| now <= due && due <= now.plus(NEAR))
    }

    /// What each member is to be reminded of, for all dossiers or one. Nothing is sent: a person reads it first.
    ///
    /// # Errors
    /// Neither secretariat nor chair; or the database cannot be read.
    pub fn reminders(&self, scope: ReminderScope, only: Option<DossierId>) -> Result<Vec<Reminder>> {
        let rows = self.dossier_rows()?;
        let mut dossiers = Vec::new();
        for row in rows {
            let dossier = super::dossier_id(&row.dossier)?;
            if only.is_none_or(|only| only == dossier) {
                dossiers.push((dossier, self.dossier(dossier)?, row.solution));
            }
        }
        let mut letters = Vec::new();
        for (member, ..) in self.seated_by_college() {
            let mut items = Vec::new();
            for (dossier, state, solution) in &dossiers {
                let debt = self.debt(*dossier, state, member);
                let renews = debt != Debt::Renew && self.awaits_renewal(*dossier, state, member);
                for debt in [Some(debt), renews.then_some(Debt::Renew)].into_iter().flatten() {
                    if scope.covers(debt, self.is_soon(*dossier, state, member, debt)) {
                        items.push(ReminderItem {
                            dossier: dossier.to_string(),
                            debt,
                            solution: solution.clone(),
                            deadline: self.due(*dossier, state, member, debt).map(|due| due.0),
                        });
                    }
                }
            }
            if items.is_empty() {
                continue;
            }
            let email = self.profile(member)?.and_then(|profile| profile.email);
            let name = self.name_of(member)?;
            letters.push(Reminder { member: member.to_string(), name, email, items });
        }
        Ok(letters)
    }
}
