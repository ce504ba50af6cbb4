//! The review desk: evidence, the grid, my rows and notes. Nothing of anybody else's.

mod grid;
mod passage;

pub use grid::{
    AnswerKind, Axis, Colour, Criterion, Declared, DeclaredStatus, Evidence, GradeOption, Grid, Na,
};
pub use passage::{Anchor, Mark, Note, NoteColour, NoteStyle, Passage, Row};

use std::collections::BTreeMap;

use sceau_domain::action::ActionKind;
use sceau_domain::id::DossierId;
use sceau_ledger::payload::sealed::EvidenceItem;
use serde::{Deserialize, Serialize};

use super::recourse::AppealView;
use super::references::{known, study_words};
use super::versions::version_of;
use super::{Problem, Text, hex};
use crate::desk::Desk;
use crate::dossier::newest;
use crate::error::{AppError, Result};
use crate::paper::Tongue;
use crate::references::{formatted, identifiers};
use crate::review::{Kept, Questionnaire, SheetStanding};

/// Where a sheet stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the window's contract says what each state is")]
pub enum SheetState {
    Draft,
    Sealed,
    Late,
    Opened,
}

/// My sheet as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Sheet {
    pub state: SheetState,
    pub sealed_at: Option<u64>,
    pub received: bool,
    pub may_take_back: bool,
}

impl From<SheetStanding> for Sheet {
    fn from(standing: SheetStanding) -> Self {
        let (state, at, received) = match standing {
            SheetStanding::Draft => (SheetState::Draft, None, false),
            SheetStanding::Sealed { at, received } => (SheetState::Sealed, Some(at), received),
            SheetStanding::Late { at, received } => (SheetState::Late, Some(at), received),
            SheetStanding::Opened { at, received } => (SheetState::Opened, at, received),
        };
        let may_take_back = matches!(state, SheetState::Sealed | SheetState::Late);
        Self { state, sealed_at: at.map(|at| at.0), received, may_take_back }
    }
}

/// What the first bytes of a file show it to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Media {
    Pdf,
    Image,
    Reference,
    Other,
}

/// Whether a file can be read here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the window's contract says what each state is")]
pub enum FileState {
    Here,
    Fetching,
    Absent,
    Altered,
}

/// A file of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct EvidenceFile {
    pub file: String,
    pub number: u64,
    pub title: String,
    pub media: Media,
    pub bytes: u64,
    pub state: FileState,
    pub version: u64,
    pub replaced_by: Option<String>,
    pub reference: Option<Text>,
    pub identifiers: Vec<Known>,
    pub study: Option<Text>,
}

/// An identifier of a publication or of a trial.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Known {
    pub text: String,
    pub address: String,
}

/// Where the person was.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Place {
    pub criterion: String,
    pub file: Option<String>,
    pub page: u64,
    pub scroll: f64,
    pub zoom: Option<f64>,
    /// Each file keeps its own place and look.
    #[serde(default)]
    pub files: BTreeMap<String, FilePlace>,
    /// Light letters on dark paper.
    #[serde(default)]
    pub night: bool,
}

/// Where the person was in one file, and how it was shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct FilePlace {
    pub page: u64,
    pub scroll: f64,
    pub zoom: Option<f64>,
    pub rotation: u64,
    pub spread: bool,
}

/// The answer to a save.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Saved {
    pub at: u64,
    pub version: u64,
}

impl From<Kept> for Saved {
    fn from(kept: Kept) -> Self {
        Self { at: kept.at.0, version: kept.version }
    }
}

/// A file of evidence that was checked as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct EvidenceOpened {
    pub bytes: u64,
    pub media: String,
}

/// What a person sees before sealing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Summary {
    pub unmarked: Vec<String>,
    pub without_evidence: Vec<String>,
    pub not_applicable: Vec<String>,
    pub to_confirm: Vec<String>,
    pub why_missing: Vec<String>,
    pub reason_missing: Vec<String>,
    pub marked: usize,
    pub total: usize,
    pub refusal: Option<Problem>,
}

/// The review desk of one dossier.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct ReviewView {
    pub dossier: String,
    pub number: String,
    pub solution: String,
    pub solution_version: String,
    pub publisher: String,
    pub grid: Grid,
    pub rows: Vec<Row>,
    pub notes: Vec<Note>,
    pub files: Vec<EvidenceFile>,
    pub place: Option<Place>,
    pub deadline: Option<u64>,
    pub opens_at: Option<u64>,
    pub assigned: bool,
    pub sheet: Sheet,
    pub saved_at: Option<u64>,
    pub not_mine: Vec<String>,
    pub not_mine_why: Option<String>,
    pub round: u32,
    pub former: Vec<FormerMark>,
    pub appeal: Option<AppealView>,
}

/// What my sheet of the round before says of a criterion, as I changed it since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct FormerMark {
    pub criterion: String,
    pub mark: Option<Mark>,
}

impl Desk {
    /// The review desk of a dossier.
    ///
    /// # Errors
    /// The dossier may not be read, or its key is not here.
    pub fn review_view(&self, dossier: DossierId) -> Result<ReviewView> {
        let questionnaire = self.questionnaire(dossier)?;
        let card = self.card_of(dossier)?.ok_or(AppError::NoKey)?;
        let state = self.board().dossiers.get(&dossier).ok_or(AppError::Unknown("dossier"))?;
        let deadline = state.round().map(|round| round.deadline.0);
        let not_mine = self.not_mine(dossier)?;
        let assigned = state.assigned.contains(&self.me()?);
        let mut sheet = Sheet::from(self.sheet_standing(dossier)?);
        // Whoever was relieved could not hand it in again.
        sheet.may_take_back &= assigned;
        Ok(ReviewView {
            dossier: dossier.to_string(),
            number: card.number,
            solution: card.solution,
            solution_version: card.version,
            publisher: card.publisher,
            grid: Grid::of(&questionnaire),
            rows: self.rows(dossier)?.into_iter().map(Row::from).collect(),
            notes: self.notes(dossier)?.into_iter().map(Note::from).collect(),
            files: self.evidence_files(dossier, &questionnaire.grid)?,
            place: self.last_place(dossier)?,
            deadline,
            opens_at: deadline,
            assigned,
            sheet,
            saved_at: self.saved_at(dossier)?.map(|at| at.0),
            round: state.round().map_or(0, |round| round.number),
            former: self.former_marks(dossier, &questionnaire)?,
            appeal: self.accepted_appeal(dossier)?,
            not_mine_why: if not_mine.is_empty() {
                None
            } else {
                self.reason_of_decision(dossier, self.me()?)?
            },
            not_mine,
        })
    }

    /// Every criterion that applies with my mark of the round before; none where there is no such sheet of mine.
    fn former_marks(&self, dossier: DossierId, of: &Questionnaire) -> Result<Vec<FormerMark>> {
        let Some(sheet) = self.former_sheet(dossier)? else { return Ok(Vec::new()) };
        let mark = |code: &str| sheet.rows.iter().find(|row| row.criterion == code)?.mark.clone();
        let former = of.grid.applicable(of.class).map(|criterion| FormerMark {
            criterion: criterion.code.clone(),
            mark: mark(&criterion.code).map(Mark::from),
        });
        Ok(former.collect())
    }

    /// The place that was kept last, as the screen wrote it.
    pub(crate) fn last_place(&self, dossier: DossierId) -> Result<Option<Place>> {
        // A place of an older version of the program that no longer reads is only a lost page number.
        Ok(self.place(dossier)?.and_then(|text| serde_json::from_str(&text).ok()))
    }

    /// Keeps where the person is.
    ///
    /// # Errors
    /// The disk.
    pub fn review_place(&self, dossier: DossierId, place: &Place) -> Result<()> {
        let text = serde_json::to_string(place).map_err(|error| AppError::Input(error.to_string()))?;
        self.save_place(dossier, &text)
    }

    /// What stands between the sheet and its submission, for the screen.
    ///
    /// # Errors
    /// The dossier cannot be read.
    pub fn review_summary(&self, dossier: DossierId) -> Result<Summary> {
        let summary = self.summary(dossier)?;
        Ok(Summary {
            marked: summary.marked(),
            total: summary.total,
            // No grid can ask for a reason yet: `sceau-grid/1` has no such key.
            reason_missing: Vec::new(),
            refusal: summary.refusal.as_ref().map(Problem::from),
            why_missing: summary.why_missing,
            unmarked: summary.unmarked,
            without_evidence: summary.without_evidence,
            not_applicable: summary.not_applicable,
            to_confirm: self.to_confirm(dossier)?,
        })
    }

    pub(super) fn evidence_files(
        &self,
        dossier: DossierId,
        grid: &sceau_domain::grid::Grid,
    ) -> Result<Vec<EvidenceFile>> {
        let mut files = Vec::new();
        let filed = self.every::<EvidenceItem>(ActionKind::Evidence, dossier.0)?;
        let items: Vec<EvidenceItem> = filed.into_iter().map(|(_, item)| item).collect();
        for item in items.iter().cloned() {
            let (version, newest) = (version_of(&item, &items), newest(&item, &items));
            let replaced_by = (newest.sha256 != item.sha256).then(|| hex(&newest.sha256));
            let reference =
                formatted(&item, Tongue::Fr).map(|fr| Text { fr, en: formatted(&item, Tongue::En) });
            let identifiers = known(identifiers(&item));
            let study = item.beside.study.as_deref().map(|code| study_words(code, grid));
            let root = item.place.root;
            let state = self.store.read(|read| {
                Ok::<_, AppError>(match read.file(&root)? {
                    None => FileState::Absent,
                    Some(file) => match read.missing_chunks(&root)?.len() {
                        0 => FileState::Here,
                        missing if missing < file.chunks as usize => FileState::Fetching,
                        _ => FileState::Absent,
                    },
                })
            })?;
            files.push(EvidenceFile {
                file: hex(&item.sha256),
                number: item.number,
                title: if item.title.is_empty() { item.name } else { item.title },
                media: match item.media.as_str() {
                    "application/pdf" => Media::Pdf,
                    media if media.starts_with("image/") => Media::Image,
                    crate::references::MEDIA => Media::Reference,
                    _ => Media::Other,
                },
                bytes: item.place.size,
                state,
                version,
                replaced_by,
                reference,
                identifiers,
                study,
            });
        }
        files.sort_by_key(|file| (file.number, std::cmp::Reverse(file.version)));
        Ok(files)
    }
}

impl Desk {
    /// Keeps a row as the window writes it.
    ///
    /// # Errors
    /// As [`Desk::save_row`].
    pub fn review_row(&self, dossier: DossierId, row: Row) -> Result<Saved> {
        let (version, row, why) = row.record()?;
        Ok(self.save_row_because(dossier, version, &row, &why)?.into())
    }

    /// Keeps a highlight or a note as the window writes it.
    ///
    /// # Errors
    /// As [`Desk::save_note`].
    pub fn review_note(&self, dossier: DossierId, note: Note) -> Result<Saved> {
        Ok(self.save_note(dossier, &note.record()?)?.into())
    }

    /// Submits the sheet and says where it stands.
    ///
    /// # Errors
    /// As [`Desk::submit`].
    pub fn review_submit(&mut self, dossier: DossierId) -> Result<Sheet> {
        self.submit(dossier)?;
        Ok(self.sheet_standing(dossier)?.into())
    }

    /// Takes the sheet back and says where it stands.
    ///
    /// # Errors
    /// As [`Desk::take_back`].
    pub fn review_take_back(&mut self, dossier: DossierId) -> Result<Sheet> {
        self.take_back(dossier)?;
        Ok(self.sheet_standing(dossier)?.into())
    }
}
