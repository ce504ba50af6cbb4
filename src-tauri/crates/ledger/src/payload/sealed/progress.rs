//! Work in progress on own devices, and marks changed after the opening.
//!
//! Rows have an id for ever and a version that grows: a later one of the same member replaces the earlier on screens,
//! never in the log.

use super::read_text;
use super::sheet::{Note, SheetRow, read_row, write_row};
use crate::encoding::{EncodingError, Reader, Record, Writer};
use sceau_domain::moment::Moment;

/// What is being worked on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfinished {
    /// A mark with its reason and passages.
    Mark(SheetRow),
    /// A highlight or a note.
    Note(Note),
}

/// A row as it stands on one device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRow {
    /// Random, given once.
    pub id: [u8; 16],
    /// Grows with each change.
    pub version: u64,
    /// When it was last changed.
    pub updated: Moment,
    /// What it says.
    pub content: Unfinished,
}

/// Rows for the author's other devices.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Drafts(pub Vec<DraftRow>);

impl Record for Drafts {
    fn write(&self, to: &mut Writer) {
        to.array(self.0.len());
        for row in &self.0 {
            to.array(5).bytes(&row.id).uint(row.version).moment(row.updated);
            match &row.content {
                Unfinished::Mark(mark) => write_row(mark, to.uint(0)),
                Unfinished::Note(note) => note.write(to.uint(1)),
            }
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        let rows = from.list(4096, |from| {
            from.places(5)?;
            let (id, version, updated) = (from.exactly()?, from.uint()?, from.moment()?);
            let content = match from.uint()? {
                0 => Unfinished::Mark(read_row(from)?),
                1 => Unfinished::Note(Note::read(from)?),
                _ => return Err(EncodingError::OutOfRange),
            };
            Ok(DraftRow { id, version, updated, content })
        })?;
        Ok(Self(rows))
    }
}

/// A mark changed after the opening, with the line that says why. The opened sheet stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevisedRow {
    /// Random, given once.
    pub id: [u8; 16],
    /// Grows with each change.
    pub version: u64,
    /// What now holds for the criterion.
    pub row: SheetRow,
    /// Why it changed.
    pub why: String,
}

/// Changed marks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Revision(pub Vec<RevisedRow>);

impl Record for Revision {
    fn write(&self, to: &mut Writer) {
        to.array(self.0.len());
        for revised in &self.0 {
            to.array(4).bytes(&revised.id).uint(revised.version);
            write_row(&revised.row, to);
            to.text(&revised.why);
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        let rows = from.list(4096, |from| {
            from.places(4)?;
            let (id, version) = (from.exactly()?, from.uint()?);
            Ok(RevisedRow { id, version, row: read_row(from)?, why: read_text(from)? })
        })?;
        Ok(Self(rows))
    }
}
