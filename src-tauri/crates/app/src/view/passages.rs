//! Everything that I marked, over all dossiers that I may read: what I cited, highlighted, noted and where I put a
//! bookmark. Nothing of anybody else.

use std::collections::BTreeMap;

use sceau_domain::action::ActionKind;
use sceau_domain::id::DossierId;
use sceau_ledger::payload::sealed::EvidenceItem;
use serde::Serialize;

use super::hex;
use super::review::{Anchor, Colour, Note, NoteColour, NoteStyle, Row};
use crate::desk::Desk;
use crate::error::Result;

/// A passage of mine.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct MyPassage {
    #[serde(flatten)]
    pub anchor: Anchor,
    /// Number and title of the file.
    pub number: u64,
    pub title: String,
    /// Cited for it; null for what is only marked.
    pub criterion: Option<String>,
    pub text: String,
    pub style: Option<NoteStyle>,
    pub colour: Option<NoteColour>,
}

/// My passages of one dossier.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct DossierPassages {
    pub dossier: String,
    pub number: String,
    pub solution: String,
    pub passages: Vec<MyPassage>,
    /// What colours say there; empty where its grid is not at hand, and the window has its own words.
    pub colours: Vec<Colour>,
}

impl Desk {
    /// My passages, by dossier; in each by file and page.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn my_passages(&self) -> Result<Vec<DossierPassages>> {
        let dossiers: Vec<DossierId> = self.board().dossiers.keys().copied().collect();
        let mut found = Vec::new();
        for dossier in dossiers {
            // Whoever may not read a dossier has no passages in it.
            if self.may_read(dossier).is_err() {
                continue;
            }
            let Some(card) = self.card_of(dossier)? else { continue };
            let passages = self.passages_of(dossier)?;
            if !passages.is_empty() {
                let (number, solution) = (card.number, card.solution);
                let colours = self.grid_of(dossier).map(|grid| Colour::all_of(&grid)).unwrap_or_default();
                let dossier = dossier.to_string();
                found.push(DossierPassages { dossier, number, solution, passages, colours });
            }
        }
        found.sort_by(|a, b| a.number.cmp(&b.number));
        Ok(found)
    }

    fn passages_of(&self, dossier: DossierId) -> Result<Vec<MyPassage>> {
        let files: BTreeMap<String, (u64, String)> = self
            .every::<EvidenceItem>(ActionKind::Evidence, dossier.0)?
            .into_iter()
            .map(|(_, item)| {
                let title = if item.title.is_empty() { item.name } else { item.title };
                (hex(&item.sha256), (item.number, title))
            })
            .collect();
        let placed = |anchor: Anchor| {
            let (number, title) = files.get(&anchor.passage.file).cloned().unwrap_or_default();
            MyPassage {
                anchor,
                number,
                title,
                criterion: None,
                text: String::new(),
                style: None,
                colour: None,
            }
        };
        let mut passages = Vec::new();
        for row in self.rows(dossier)?.into_iter().map(Row::from) {
            let cited = |anchor| MyPassage { criterion: Some(row.criterion.clone()), ..placed(anchor) };
            passages.extend(row.anchors.iter().cloned().map(cited));
        }
        for note in self.notes(dossier)?.into_iter().map(Note::from).filter(|note| !note.removed) {
            let anchor = Anchor { id: note.id, passage: note.passage };
            let (style, colour) = (Some(note.style), note.colour);
            passages.push(MyPassage { text: note.text, style, colour, ..placed(anchor) });
        }
        passages.sort_by_key(|one| (one.number, one.anchor.passage.page));
        Ok(passages)
    }
}
