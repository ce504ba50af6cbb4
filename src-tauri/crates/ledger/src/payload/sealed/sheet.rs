//! Score sheets, anchors, notes.

use super::read_text;
use crate::encoding::{EncodingError, Reader, Record, Writer};

/// Left, bottom, right, top on the page before rotation, in hundredths of a point (PDF user space). A picture is one page,
/// whose points are its pixels.
pub type Rect = [i64; 4];

/// A passage of the evidence: enough to find it again in another version of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// Random, given once.
    pub id: [u8; 16],
    /// SHA-256 of the plain file.
    pub file: [u8; 32],
    /// From 1.
    pub page: u64,
    /// Where on the page.
    pub rects: Vec<Rect>,
    /// The words selected, or the description of a region.
    pub quote: String,
    /// Words before.
    pub before: String,
    /// Words after.
    pub after: String,
    /// A rectangle drawn on a figure rather than words selected.
    pub region: bool,
}

impl Record for Anchor {
    fn write(&self, to: &mut Writer) {
        to.array(8).bytes(&self.id).bytes(&self.file).uint(self.page).array(self.rects.len());
        for rect in &self.rects {
            to.array(4);
            for side in rect {
                to.int(*side);
            }
        }
        to.text(&self.quote).text(&self.before).text(&self.after).bool(self.region);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        from.places(8)?;
        let (id, file, page) = (from.exactly()?, from.exactly()?, from.uint()?);
        let rects = from.list(4096, |from| {
            from.places(4)?;
            Ok([from.int()?, from.int()?, from.int()?, from.int()?])
        })?;
        let (quote, before, after) = (read_text(from)?, read_text(from)?, read_text(from)?);
        Ok(Self { id, file, page, rects, quote, before, after, region: from.bool()? })
    }
}

/// A mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// Code of an option, or a level of a scale.
    Option(String),
    /// A number, as a decimal.
    Value(String),
    /// Not applicable.
    NotApplicable,
}

/// What a reviewer says of one criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// Code of the criterion.
    pub criterion: String,
    /// `None`: not marked.
    pub mark: Option<Mark>,
    /// Because …
    pub reason: String,
    /// The passages on which it rests.
    pub anchors: Vec<Anchor>,
}

/// A submitted sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// SHA-256 of the grid file that it answers.
    pub grid: [u8; 32],
    /// Rows in the order of the grid.
    pub rows: Vec<SheetRow>,
    /// Why marks differ from those of the round before. Added after the first records: where nothing is said, a sheet is
    /// written without it.
    pub whys: Vec<Why>,
}

/// Why a mark differs from that of the round before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// Code of the criterion.
    pub criterion: String,
    /// The line.
    pub line: String,
}

impl Record for Sheet {
    fn write(&self, to: &mut Writer) {
        to.array(if self.whys.is_empty() { 2 } else { 3 }).bytes(&self.grid).array(self.rows.len());
        for row in &self.rows {
            write_row(row, to);
        }
        if !self.whys.is_empty() {
            to.array(self.whys.len());
            for why in &self.whys {
                to.array(2).text(&why.criterion).text(&why.line);
            }
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        let places = from.array()?;
        if !matches!(places, 2 | 3) {
            return Err(EncodingError::WrongPlaces { expected: 3, found: places });
        }
        let grid = from.exactly()?;
        let rows = from.list(4096, read_row)?;
        let whys = if places == 3 { from.list(4096, read_why)? } else { Vec::new() };
        // One spelling for each content.
        if places == 3 && whys.is_empty() {
            return Err(EncodingError::WrongPlaces { expected: 2, found: places });
        }
        Ok(Self { grid, rows, whys })
    }
}

impl Sheet {
    /// Why the mark for a criterion differs from that of the round before.
    #[must_use]
    pub fn why(&self, criterion: &str) -> Option<&str> {
        self.whys.iter().find(|why| why.criterion == criterion).map(|why| why.line.as_str())
    }
}

fn read_why(from: &mut Reader<'_>) -> Result<Why, EncodingError> {
    from.places(2)?;
    Ok(Why { criterion: read_text(from)?, line: read_text(from)? })
}

pub(super) fn write_row(row: &SheetRow, to: &mut Writer) {
    to.array(4).text(&row.criterion);
    match &row.mark {
        None => to.null(),
        Some(Mark::Option(code)) => to.array(2).uint(0).text(code),
        Some(Mark::Value(value)) => to.array(2).uint(1).text(value),
        Some(Mark::NotApplicable) => to.array(2).uint(2).text(""),
    };
    to.text(&row.reason).array(row.anchors.len());
    for anchor in &row.anchors {
        anchor.write(to);
    }
}

pub(super) fn read_row(from: &mut Reader<'_>) -> Result<SheetRow, EncodingError> {
    from.places(4)?;
    let criterion = read_text(from)?;
    let mark = from.optional(read_mark)?;
    let reason = read_text(from)?;
    let anchors = from.list(1024, Anchor::read)?;
    Ok(SheetRow { criterion, mark, reason, anchors })
}

fn read_mark(from: &mut Reader<'_>) -> Result<Mark, EncodingError> {
    from.places(2)?;
    let tag = from.uint()?;
    let value = read_text(from)?;
    match tag {
        0 => Ok(Mark::Option(value)),
        1 => Ok(Mark::Value(value)),
        2 if value.is_empty() => Ok(Mark::NotApplicable),
        _ => Err(EncodingError::OutOfRange),
    }
}

/// How a passage that its reader marked is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NoteStyle {
    /// Behind the words.
    #[default]
    Highlight,
    /// Below the words.
    Underline,
    /// A page to come back to; its passage may have no rectangle.
    Bookmark,
}

/// What its reader says of a passage by its colour; the grid may name each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteColour {
    /// Speaks for the solution.
    For,
    /// Speaks against it.
    Against,
    /// Leaves open what is meant.
    Unclear,
    /// Says how it was found out.
    Method,
}

/// A highlight (without text) or a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The passage; its id is the note's.
    pub passage: Anchor,
    /// Grows with each edit.
    pub version: u64,
    /// Empty for a highlight.
    pub text: String,
    /// Taken away.
    pub removed: bool,
    /// Added after the first records: a plain highlight is written without it.
    pub style: NoteStyle,
    /// Added with it.
    pub colour: Option<NoteColour>,
}

impl NoteStyle {
    const fn number(self) -> u64 {
        match self {
            Self::Highlight => 0,
            Self::Underline => 1,
            Self::Bookmark => 2,
        }
    }

    const fn of(number: u64) -> Result<Self, EncodingError> {
        match number {
            0 => Ok(Self::Highlight),
            1 => Ok(Self::Underline),
            2 => Ok(Self::Bookmark),
            _ => Err(EncodingError::OutOfRange),
        }
    }
}

impl NoteColour {
    const fn number(self) -> u64 {
        match self {
            Self::For => 0,
            Self::Against => 1,
            Self::Unclear => 2,
            Self::Method => 3,
        }
    }

    const fn of(number: u64) -> Result<Self, EncodingError> {
        match number {
            0 => Ok(Self::For),
            1 => Ok(Self::Against),
            2 => Ok(Self::Unclear),
            3 => Ok(Self::Method),
            _ => Err(EncodingError::OutOfRange),
        }
    }
}

/// Places of a note that has neither style nor colour, and of one that has.
const PLAIN: u64 = 4;
const STYLED: u64 = 6;

/// Rows of notes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notes(pub Vec<Note>);

impl Record for Note {
    fn write(&self, to: &mut Writer) {
        let styled = self.style != NoteStyle::default() || self.colour.is_some();
        to.array(if styled { 6 } else { 4 });
        self.passage.write(to);
        to.uint(self.version).text(&self.text).bool(self.removed);
        if styled {
            to.uint(self.style.number());
            match self.colour {
                Some(colour) => to.uint(colour.number()),
                None => to.null(),
            };
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        let found = from.array()?;
        if found != PLAIN && found != STYLED {
            return Err(EncodingError::WrongPlaces { expected: PLAIN, found });
        }
        let passage = Anchor::read(from)?;
        let (version, text, removed) = (from.uint()?, read_text(from)?, from.bool()?);
        let (style, colour) = if found == STYLED {
            let style = NoteStyle::of(from.uint()?)?;
            (style, from.optional(|from| NoteColour::of(from.uint()?))?)
        } else {
            (NoteStyle::default(), None)
        };
        // One content has one form.
        if found == STYLED && style == NoteStyle::default() && colour.is_none() {
            return Err(EncodingError::WrongPlaces { expected: PLAIN, found });
        }
        Ok(Self { passage, version, text, removed, style, colour })
    }
}

impl Record for Notes {
    fn write(&self, to: &mut Writer) {
        to.array(self.0.len());
        for note in &self.0 {
            note.write(to);
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        Ok(Self(from.list(4096, Note::read)?))
    }
}
