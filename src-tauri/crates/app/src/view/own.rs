//! What this computer holds of its owner, what the registry can know, and the owner's work to take away.

use std::path::Path;

use sceau_domain::action::Declaration;
use sceau_domain::id::DossierId;
use serde::Serialize;

use super::card::Interest;
use super::review::{Mark, Note, Row, Sheet};
use crate::desk::Desk;
use crate::error::{AppError, Result};

/// What the log says of a member in clear.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct KnownOfMe {
    pub member: String,
    pub computers: usize,
    pub roles: usize,
    pub declarations: usize,
    pub links: usize,
    pub recusals: usize,
    pub assignments: usize,
    pub sheets: usize,
    pub ballots: usize,
    pub first_at: Option<u64>,
    pub last_at: Option<u64>,
}

/// What this computer holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct OwnData {
    pub folder: String,
    pub bytes: u64,
    pub evidence_files: usize,
    pub known: KnownOfMe,
}

/// A member's own work on one dossier.
#[derive(Debug, Clone, Serialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct OwnDossier {
    pub number: String,
    pub solution: String,
    pub version: String,
    pub sheet: Option<Sheet>,
    pub rows: Vec<Row>,
    pub notes: Vec<Note>,
    pub changes: Vec<OwnChange>,
    pub declared: Vec<Interest>,
}

/// A mark that its reviewer changed openly after the sheets were opened; the rows stay as they were handed in.
#[derive(Debug, Clone, Serialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct OwnChange {
    pub criterion: String,
    pub mark: Option<Mark>,
    pub why: String,
    /// Milliseconds since 1970 UTC.
    pub at: u64,
}

/// A member's own work, as it is written to a file.
#[derive(Debug, Clone, Serialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct OwnWork {
    pub format: &'static str,
    pub institute: String,
    pub member: String,
    pub name: String,
    /// Milliseconds since 1970 UTC.
    pub exported_at: u64,
    pub dossiers: Vec<OwnDossier>,
}

impl OwnWork {
    /// The file (`sceau-own-work/1`).
    ///
    /// # Errors
    /// Never for what a desk answers.
    pub fn to_json(&self) -> Result<Vec<u8>> {
        serde_json::to_vec_pretty(self).map_err(|error| AppError::Input(error.to_string()))
    }
}

impl Desk {
    /// What this computer holds, and what the registry can know.
    ///
    /// # Errors
    /// The database or the folder cannot be read.
    pub fn own_data(&self) -> Result<OwnData> {
        let folder = self.store.folder();
        let files = std::fs::read_dir(folder.files()).map(|found| found.flatten().count()).unwrap_or(0);
        Ok(OwnData {
            folder: folder.path().display().to_string(),
            bytes: size(folder.path()),
            evidence_files: files,
            known: self.known_of_me()?,
        })
    }

    fn known_of_me(&self) -> Result<KnownOfMe> {
        let (me, board) = (self.me()?, self.board());
        let dossiers = || board.dossiers.values();
        let declared: Vec<&Declaration> = dossiers().filter_map(|one| one.declared.get(&me)).collect();
        let mine: Vec<u64> =
            self.state.catalogue.iter().filter(|one| one.member == me).map(|one| one.at.0).collect();
        Ok(KnownOfMe {
            member: me.to_string(),
            computers: board.devices.values().filter(|device| device.member == me).count(),
            roles: board.members.get(&me).map_or(0, |known| known.roles.len()),
            declarations: declared.len(),
            links: declared.iter().filter(|said| ***said == Declaration::Something).count(),
            recusals: dossiers().filter(|one| one.recusals.get(&me).is_some_and(Option::is_some)).count(),
            assignments: dossiers().filter(|one| one.assigned.contains(&me)).count(),
            sheets: dossiers()
                .flat_map(|one| &one.rounds)
                .filter(|round| round.sheets.contains_key(&me))
                .count(),
            ballots: board
                .motions
                .values()
                .flat_map(|one| &one.ballots)
                .filter(|one| one.member == me)
                .count(),
            first_at: mine.iter().min().copied(),
            last_at: mine.iter().max().copied(),
        })
    }

    /// My own marks, reasons, passages, notes and declarations: of dossiers from which I am recused what I wrote before,
    /// nothing of anybody else.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn own_work(&self) -> Result<OwnWork> {
        let me = self.me()?;
        let mut dossiers = Vec::new();
        for dossier in self.board().dossiers.keys().copied() {
            dossiers.extend(self.own_dossier(dossier)?);
        }
        Ok(OwnWork {
            format: "sceau-own-work/1",
            institute: self.institute_name().to_owned(),
            member: me.to_string(),
            name: self.name_of(me)?,
            exported_at: self.env.now().0,
            dossiers,
        })
    }

    fn own_dossier(&self, dossier: DossierId) -> Result<Option<OwnDossier>> {
        let Some(card) = self.card_of(dossier)? else { return Ok(None) };
        let me = self.me()?;
        let declared = self.declared(dossier, me)?.map(|said| said.0).unwrap_or_default();
        let own = OwnDossier {
            number: card.number,
            solution: card.solution,
            version: card.version,
            // Whoever is not asked to review has no sheet.
            sheet: self.sheet_standing(dossier).ok().map(Sheet::from),
            rows: self.rows(dossier)?.into_iter().map(Row::from).collect(),
            notes: self.notes(dossier)?.into_iter().map(Note::from).collect(),
            changes: self.own_changes(dossier)?,
            declared: declared.into_iter().map(Interest::from).collect(),
        };
        let empty = own.rows.is_empty() && own.notes.is_empty();
        let empty = empty && own.changes.is_empty() && own.declared.is_empty();
        Ok((!empty).then_some(own))
    }

    /// Marks of mine that I changed in the round that is talked about, the oldest first; none where nothing is open, or the
    /// key is not here.
    fn own_changes(&self, dossier: DossierId) -> Result<Vec<OwnChange>> {
        let (Ok(questionnaire), Ok(round)) = (self.questionnaire(dossier), self.debated_round(dossier))
        else {
            return Ok(Vec::new());
        };
        let me = self.me()?;
        let changes = self.changed_since(dossier, round, &questionnaire.grid)?;
        let mine = changes.by_row.into_iter().filter(|((member, _), _)| *member == me);
        let mut mine: Vec<OwnChange> = mine
            .flat_map(|((_, criterion), changes)| {
                changes.into_iter().map(move |change| OwnChange {
                    criterion: criterion.clone(),
                    mark: change.revised.row.mark.map(Mark::from),
                    why: change.revised.why,
                    at: change.at.0,
                })
            })
            .collect();
        mine.sort_by_key(|change| change.at);
        Ok(mine)
    }
}

/// Bytes below a folder. What cannot be read counts for nothing: the figure is for orientation.
fn size(path: &Path) -> u64 {
    let Ok(about) = std::fs::symlink_metadata(path) else { return 0 };
    if !about.is_dir() {
        return about.len();
    }
    let inside = std::fs::read_dir(path).into_iter().flatten().flatten();
    inside.map(|entry| size(&entry.path())).sum()
}
