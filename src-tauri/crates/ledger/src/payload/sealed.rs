//! The content of kinds that only holders of a key read. Frozen by `records.cddl`: what is written here must
//! be readable in ten years.

mod dossier;
mod evidence;
mod person;
mod progress;
mod sheet;
mod thread;
mod vote;

pub use dossier::{
    About, Answer, Answers, AppealTerms, Card, Entity, Examination, Examined, Renewal, StepWords,
};
pub use evidence::{Beside, EvidenceItem, Place};
pub use person::{InterestItem, Interests, NameMatch, Profile, RecusalCriteria, RecusalWords};
pub use progress::{DraftRow, Drafts, RevisedRow, Revision, Unfinished};
pub use sheet::{Anchor, Mark, Note, NoteColour, NoteStyle, Notes, Rect, Sheet, SheetRow, Why};
pub use thread::{Message, Said, Thread};
pub use vote::{Choice, LabelGrounds, LateReason, MotionText, Opinion, Tally};

use crate::encoding::{EncodingError, Reader, Writer};

/// A justification or a note, at most (characters).
pub const MAX_REASON: usize = 8_000;

fn optional_text(value: Option<&str>, to: &mut Writer) {
    match value {
        Some(text) => to.text(text),
        None => to.null(),
    };
}

fn texts(values: &[String], to: &mut Writer) {
    to.array(values.len());
    for value in values {
        to.text(value);
    }
}

fn read_texts(from: &mut Reader<'_>) -> Result<Vec<String>, EncodingError> {
    from.list(4096, |from| from.text().map(str::to_owned))
}

fn read_optional(from: &mut Reader<'_>) -> Result<Option<String>, EncodingError> {
    from.optional(|from| from.text().map(str::to_owned))
}

fn read_text(from: &mut Reader<'_>) -> Result<String, EncodingError> {
    from.text().map(str::to_owned)
}
