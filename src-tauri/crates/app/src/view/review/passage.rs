//! Rows, anchors and notes as the window writes them, and their form in records.

use sceau_ledger::payload::sealed as record;
use serde::{Deserialize, Serialize};

use crate::error::{AppError, Result};
use crate::review::DraftRow;
use crate::view::{from_hex, hex, uuid};

/// What a reviewer says of one criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub enum Mark {
    Option { option: String },
    Value { value: String },
    Na,
}

/// A passage of the evidence. Rectangles are left, bottom, right, top in points of the page before rotation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Passage {
    pub file: String,
    pub page: u64,
    pub rects: Vec<[f64; 4]>,
    pub quote: String,
    pub before: String,
    pub after: String,
    pub region: bool,
}

/// A passage on which a mark rests.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Anchor {
    /// Given once by the window.
    pub id: String,
    /// Where.
    #[serde(flatten)]
    pub passage: Passage,
}

/// A row of the sheet; `version` grows by one with each edit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Row {
    pub criterion: String,
    pub version: u64,
    pub mark: Option<Mark>,
    pub reason: String,
    pub anchors: Vec<Anchor>,
    /// Why the mark differs from that of the round before.
    #[serde(default)]
    pub why: String,
}

/// How a marked passage is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the window's contract says what each one is")]
pub enum NoteStyle {
    #[default]
    Highlight,
    Underline,
    Bookmark,
}

/// What a reader says of a passage by its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the window's contract says what each one is")]
pub enum NoteColour {
    For,
    Against,
    Unclear,
    Method,
}

/// A highlight (empty text), a note or a bookmark.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Note {
    pub id: String,
    #[serde(flatten)]
    pub passage: Passage,
    pub version: u64,
    pub text: String,
    pub removed: bool,
    #[serde(default)]
    pub style: NoteStyle,
    #[serde(default)]
    pub colour: Option<NoteColour>,
}

/// Points as hundredths. A page is at most 14,400 points wide (PDF 32000, annex C), so everything beyond is cut off.
fn hundredths(point: f64) -> i64 {
    // The bounds keep the value far inside the type.
    #[expect(clippy::cast_possible_truncation, reason = "clamped to a few million before the cast")]
    let whole = (point * 100.0).round().clamp(-10_000_000.0, 10_000_000.0) as i64;
    whole
}

fn points(hundredths: i64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "beyond 2^53 no page has a place")]
    let value = hundredths as f64 / 100.0;
    value
}

impl Passage {
    fn record(self, id: &str) -> Result<record::Anchor> {
        let unclear = |what: &str| AppError::Input(what.to_owned());
        Ok(record::Anchor {
            id: from_hex(id).ok_or_else(|| unclear("id"))?,
            file: from_hex(&self.file).ok_or_else(|| unclear("file"))?,
            page: self.page,
            rects: self.rects.into_iter().map(|rect| rect.map(hundredths)).collect(),
            quote: self.quote,
            before: self.before,
            after: self.after,
            region: self.region,
        })
    }

    /// A passage of a record, with its id.
    pub(crate) fn of(anchor: record::Anchor) -> (String, Self) {
        let passage = Self {
            file: hex(&anchor.file),
            page: anchor.page,
            rects: anchor.rects.into_iter().map(|rect| rect.map(points)).collect(),
            quote: anchor.quote,
            before: anchor.before,
            after: anchor.after,
            region: anchor.region,
        };
        (uuid(&anchor.id), passage)
    }
}

impl Anchor {
    /// The passage as records hold it.
    ///
    /// # Errors
    /// An id that is none.
    pub fn record(self) -> Result<record::Anchor> {
        self.passage.record(&self.id)
    }
}

impl From<record::Anchor> for Anchor {
    fn from(anchor: record::Anchor) -> Self {
        let (id, passage) = Passage::of(anchor);
        Self { id, passage }
    }
}

impl From<record::Mark> for Mark {
    fn from(mark: record::Mark) -> Self {
        match mark {
            record::Mark::Option(option) => Self::Option { option },
            record::Mark::Value(value) => Self::Value { value },
            record::Mark::NotApplicable => Self::Na,
        }
    }
}

impl Mark {
    /// The mark as records hold it.
    #[must_use]
    pub fn record(self) -> record::Mark {
        match self {
            Self::Option { option } => record::Mark::Option(option),
            Self::Value { value } => record::Mark::Value(value),
            Self::Na => record::Mark::NotApplicable,
        }
    }
}

impl From<DraftRow> for Row {
    fn from(draft: DraftRow) -> Self {
        Self {
            criterion: draft.row.criterion,
            version: draft.version,
            mark: draft.row.mark.map(Mark::from),
            reason: draft.row.reason,
            anchors: draft.row.anchors.into_iter().map(Anchor::from).collect(),
            why: draft.why,
        }
    }
}

impl Row {
    /// The row as records hold it, with its version and the line that says why its mark changed.
    ///
    /// # Errors
    /// An id that is none.
    pub fn record(self) -> Result<(u64, record::SheetRow, String)> {
        let anchors = self.anchors.into_iter().map(Anchor::record);
        let row = record::SheetRow {
            criterion: self.criterion,
            mark: self.mark.map(Mark::record),
            reason: self.reason,
            anchors: anchors.collect::<Result<_>>()?,
        };
        Ok((self.version, row, self.why))
    }
}

impl From<record::Note> for Note {
    fn from(note: record::Note) -> Self {
        let (id, passage) = Passage::of(note.passage);
        let style = match note.style {
            record::NoteStyle::Highlight => NoteStyle::Highlight,
            record::NoteStyle::Underline => NoteStyle::Underline,
            record::NoteStyle::Bookmark => NoteStyle::Bookmark,
        };
        let colour = note.colour.map(|colour| match colour {
            record::NoteColour::For => NoteColour::For,
            record::NoteColour::Against => NoteColour::Against,
            record::NoteColour::Unclear => NoteColour::Unclear,
            record::NoteColour::Method => NoteColour::Method,
        });
        Self { id, passage, version: note.version, text: note.text, removed: note.removed, style, colour }
    }
}

impl Note {
    /// The note as records hold it.
    ///
    /// # Errors
    /// An id that is none.
    pub fn record(self) -> Result<record::Note> {
        Ok(record::Note {
            passage: self.passage.record(&self.id)?,
            version: self.version,
            text: self.text,
            removed: self.removed,
            style: match self.style {
                NoteStyle::Highlight => record::NoteStyle::Highlight,
                NoteStyle::Underline => record::NoteStyle::Underline,
                NoteStyle::Bookmark => record::NoteStyle::Bookmark,
            },
            colour: self.colour.map(|colour| match colour {
                NoteColour::For => record::NoteColour::For,
                NoteColour::Against => record::NoteColour::Against,
                NoteColour::Unclear => record::NoteColour::Unclear,
                NoteColour::Method => record::NoteColour::Method,
            }),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sceau_domain::moment::Moment;

    #[test]
    fn what_the_window_saved_is_what_it_gets_back() {
        let passage = Passage {
            file: "ab".repeat(32),
            page: 4,
            rects: vec![[72.0, 700.25, 523.5, 712.75]],
            quote: "taux de suivi à 12 mois".into(),
            before: "le ".into(),
            after: " est de".into(),
            region: false,
        };
        let row = Row {
            criterion: "2.3".into(),
            version: 7,
            mark: Some(Mark::Option { option: "3".into() }),
            reason: "Parce que l’essai est randomisé.".into(),
            anchors: vec![Anchor { id: "3f2504e0-4f89-41d3-9a0c-0305e82c3301".into(), passage }],
            why: "L’annexe C m’a convaincue.".into(),
        };
        let (version, kept, why) = row.clone().record().unwrap();
        let back = Row::from(DraftRow { version, updated: Moment(0), row: kept, why });
        assert_eq!(back, row);
        let json = serde_json::to_value(&row).unwrap();
        assert_eq!(json["mark"]["kind"], "option");
        assert_eq!(json["anchors"][0]["quote"], "taux de suivi à 12 mois");
    }
}
