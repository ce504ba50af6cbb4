//! My own work on the evidence, to take away: an annotated copy, the annotations alone, the list of citations.

use std::ops::Range;

use sceau_domain::id::DossierId;
use sceau_domain::moment::Moment;
use sceau_ledger::payload::sealed::{Anchor, EvidenceItem, Mark, Note, NoteColour, NoteStyle, SheetRow};
use serde::{Deserialize, Serialize};

use super::references::study_words;
use super::uuid;
use crate::annotated::{self, Colour, Kind};
use crate::citations::{self, Cited, ENGLISH, FRENCH, Headings, Section};
use crate::desk::Desk;
use crate::error::{AppError, Result};
use crate::paper::Tongue;
use crate::references::reference_of;
use crate::review::Questionnaire;

/// What is taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the window's contract says what each is")]
pub enum Taken {
    Annotated,
    Xfdf,
    Markdown,
    Csv,
}

/// A file ready to be written where the person says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenFile {
    /// The name that the dialog proposes.
    pub name: String,
    /// What the dialog calls such files, and their ending.
    pub kind: (&'static str, &'static str),
    /// The file.
    pub bytes: Vec<u8>,
}

/// Bytes that are read at a time, between which the desk is free for whoever types.
const PIECE: u64 = 4 << 20;

/// What is to be taken away: the work that is left needs the file, and no desk.
#[derive(Debug)]
pub struct Outgoing {
    name: String,
    kind: (&'static str, &'static str),
    making: Making,
}

#[derive(Debug)]
enum Making {
    List(Vec<u8>),
    Marks { dossier: DossierId, item: Box<EvidenceItem>, marks: Vec<annotated::Mark>, copy: bool },
}

impl Outgoing {
    /// Makes the file. `read` gives a stretch of a file of evidence.
    ///
    /// # Errors
    /// The file is not here, or it takes no annotations.
    pub fn finish(
        self,
        mut read: impl FnMut(DossierId, &[u8; 32], Range<u64>) -> Result<Vec<u8>>,
    ) -> Result<TakenFile> {
        let Self { name, kind, making } = self;
        let bytes = match making {
            Making::List(bytes) => bytes,
            Making::Marks { dossier, item, marks, copy } => {
                let size = item.place.size;
                let mut pdf = Vec::new();
                let mut at = 0;
                while at < size {
                    let to = size.min(at + PIECE);
                    pdf.extend(read(dossier, &item.sha256, at..to)?);
                    at = to;
                }
                if copy {
                    annotated::annotate(pdf, marks)?
                } else {
                    let turns = annotated::turns(pdf)?;
                    annotated::xfdf(&item.name, &marks, &turns).into_bytes()
                }
            }
        };
        Ok(TakenFile { name, kind, bytes })
    }
}

/// A moment as PDF writes it.
fn pdf_moment(moment: Moment) -> String {
    let millis = i64::try_from(moment.0).unwrap_or(0);
    let stamp = jiff::Timestamp::from_millisecond(millis).unwrap_or_default();
    format!("D:{}Z", stamp.strftime("%Y%m%d%H%M%S"))
}

/// A name without what a file system refuses.
fn file_name(parts: &[&str]) -> String {
    let joined = parts.join(" - ");
    let safe =
        joined.chars().map(|one| if one.is_control() || "/\\:*?\"<>|".contains(one) { '-' } else { one });
    safe.take(120).collect::<String>().trim().to_owned()
}

impl Desk {
    /// Gathers what a person takes away. `file` names the evidence; the lists are of the whole dossier.
    ///
    /// # Errors
    /// The dossier may not be read, or the file is not of it.
    pub fn take_out(
        &self,
        dossier: DossierId,
        what: Taken,
        file: Option<&str>,
        tongue: Tongue,
    ) -> Result<Outgoing> {
        let questionnaire = self.questionnaire(dossier)?;
        match what {
            Taken::Annotated | Taken::Xfdf => self.take_marks(dossier, what, file, &questionnaire, tongue),
            Taken::Markdown | Taken::Csv => self.take_list(dossier, what, &questionnaire, tongue),
        }
    }

    fn take_marks(
        &self,
        dossier: DossierId,
        what: Taken,
        file: Option<&str>,
        questionnaire: &Questionnaire,
        tongue: Tongue,
    ) -> Result<Outgoing> {
        let digest = file.and_then(super::bytes_of).ok_or(AppError::Unknown("file"))?;
        let items = self.evidence(dossier)?;
        let item = items.into_iter().find(|item| item.sha256 == digest).ok_or(AppError::Unknown("file"))?;
        let marks = self.marks_in(dossier, &item, questionnaire, tongue)?;
        let stem = item.name.strip_suffix(".pdf").unwrap_or(&item.name);
        let copy = what == Taken::Annotated;
        let (name, kind) = if copy {
            let annotated = if tongue == Tongue::Fr { "annoté.pdf" } else { "annotated.pdf" };
            (file_name(&[stem, annotated]), ("PDF", "pdf"))
        } else {
            (file_name(&[&format!("{stem}.xfdf")]), ("XFDF", "xfdf"))
        };
        Ok(Outgoing { name, kind, making: Making::Marks { dossier, item: Box::new(item), marks, copy } })
    }

    /// My citations, highlights and notes in a file, in the order of the rows.
    fn marks_in(
        &self,
        dossier: DossierId,
        item: &EvidenceItem,
        questionnaire: &Questionnaire,
        tongue: Tongue,
    ) -> Result<Vec<annotated::Mark>> {
        let author = self.name_of(self.me()?)?;
        let written = pdf_moment(self.saved_at(dossier)?.unwrap_or_else(|| self.env.now()));
        let mut marks = Vec::new();
        let mark = |anchor: &Anchor, style, colour, subject: String, contents: String| annotated::Mark {
            id: uuid(&anchor.id),
            page: u32::try_from(anchor.page).unwrap_or(u32::MAX),
            kind: match (anchor.rects.is_empty(), anchor.region, style) {
                (true, ..) | (_, _, NoteStyle::Bookmark) => Kind::Text,
                (_, true, _) => Kind::Square,
                (_, _, NoteStyle::Underline) => Kind::Underline,
                _ => Kind::Highlight,
            },
            rects: anchor.rects.clone(),
            colour,
            author: author.clone(),
            subject,
            contents,
            written: written.clone(),
        };
        for row in self.rows_in_order(dossier, questionnaire)? {
            for anchor in row.anchors.iter().filter(|anchor| anchor.file == item.sha256) {
                let head = if tongue == Tongue::Fr { "Critère" } else { "Criterion" };
                let contents = format!("{head} {} : {}", row.criterion, anchor.quote);
                marks.push(mark(
                    anchor,
                    NoteStyle::Highlight,
                    Colour::Cited,
                    row.criterion.clone(),
                    contents,
                ));
            }
        }
        for note in self.notes(dossier)?.iter().filter(|note| note.passage.file == item.sha256) {
            let Note { passage, text, style, colour, .. } = note;
            let colour = colour.map_or(Colour::Noted, |colour| match colour {
                NoteColour::For => Colour::For,
                NoteColour::Against => Colour::Against,
                NoteColour::Unclear => Colour::Unclear,
                NoteColour::Method => Colour::Method,
            });
            let contents = if text.is_empty() { passage.quote.clone() } else { text.clone() };
            marks.push(mark(passage, *style, colour, String::new(), contents));
        }
        Ok(marks)
    }

    fn take_list(
        &self,
        dossier: DossierId,
        what: Taken,
        questionnaire: &Questionnaire,
        tongue: Tongue,
    ) -> Result<Outgoing> {
        let card = self.card(dossier)?;
        let items = self.evidence(dossier)?;
        let rows = self.rows_in_order(dossier, questionnaire)?;
        let said = rows.into_iter().filter(|row| row.mark.is_some() || !row.anchors.is_empty());
        let sections: Vec<Section> =
            said.map(|row| section(questionnaire, &items, row, tongue)).collect::<Result<_>>()?;
        let words: &Headings = if tongue == Tongue::Fr { &FRENCH } else { &ENGLISH };
        let stem = [card.solution.as_str(), words.title];
        Ok(if what == Taken::Markdown {
            let about = format!("{} {}, {}", card.solution, card.version, card.number);
            Outgoing {
                name: format!("{}.md", file_name(&stem)),
                kind: ("Markdown", "md"),
                making: Making::List(citations::markdown(&about, &sections, words).into_bytes()),
            }
        } else {
            Outgoing {
                name: format!("{}.csv", file_name(&stem)),
                kind: ("CSV", "csv"),
                making: Making::List(citations::csv(&sections, words)?),
            }
        })
    }

    /// The reference of a place in the evidence, as it is copied beside a quotation.
    ///
    /// # Errors
    /// The dossier may not be read, or the file is not of it.
    pub fn reference_text(
        &self,
        dossier: DossierId,
        file: &str,
        page: u64,
        tongue: Tongue,
    ) -> Result<String> {
        self.may_read(dossier)?;
        let digest = super::bytes_of(file).ok_or(AppError::Unknown("file"))?;
        let items = self.evidence(dossier)?;
        let item = items.iter().find(|item| item.sha256 == digest).ok_or(AppError::Unknown("file"))?;
        Ok(reference_of(item, &items, Some(page), tongue))
    }
}

fn section(
    questionnaire: &Questionnaire,
    items: &[EvidenceItem],
    row: SheetRow,
    tongue: Tongue,
) -> Result<Section> {
    let question = questionnaire.grid.criterion(&row.criterion).map(|criterion| &criterion.title);
    let question = question.map(|words| match (&words.en, tongue) {
        (Some(en), Tongue::En) => en.clone(),
        _ => words.fr.clone(),
    });
    let passages = row.anchors.into_iter().map(|anchor| {
        let item = items.iter().find(|item| item.sha256 == anchor.file).ok_or(AppError::Unknown("file"))?;
        let reference = reference_of(item, items, Some(anchor.page), tongue);
        let study = item.beside.study.as_deref().map(|code| study_words(code, &questionnaire.grid));
        let study = study.map_or_else(String::new, |words| match tongue {
            Tongue::En => words.en.unwrap_or(words.fr),
            Tongue::Fr => words.fr,
        });
        Ok(Cited { reference, quote: anchor.quote, region: anchor.region, study })
    });
    Ok(Section {
        code: row.criterion,
        question: question.unwrap_or_default(),
        mark: match row.mark {
            Some(Mark::Option(mark) | Mark::Value(mark)) => mark,
            Some(Mark::NotApplicable) if tongue == Tongue::Fr => "sans objet".to_owned(),
            Some(Mark::NotApplicable) => "not applicable".to_owned(),
            None => String::new(),
        },
        reason: row.reason,
        passages: passages.collect::<Result<_>>()?,
    })
}
