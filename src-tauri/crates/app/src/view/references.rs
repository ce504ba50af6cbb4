//! Libraries of references before they are taken, and the evidence of a package in hand with its kinds of study.

use sceau_domain::grid::Grid;
use serde::{Deserialize, Serialize};

use super::review::Known;
use super::{Text, hex};
use crate::intake::evidence::{EvidenceFile, Media};
use crate::paper::Tongue;
use crate::references::item::identifiers;
use crate::references::library::Library;
use crate::references::style;

/// A kind of study to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct StudyOffer {
    pub code: String,
    pub title: Text,
}

/// An item of evidence of the package in hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct IncomingFile {
    pub file: String,
    pub name: String,
    pub title: String,
    pub reference: bool,
    pub study: Option<String>,
}

/// A reference that would be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct TakenReference {
    pub key: String,
    pub cited: String,
    pub identifiers: Vec<Known>,
}

/// Something that would not be taken; the screens have a sentence `references-left-<why>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct LeftReference {
    pub place: String,
    pub why: String,
}

/// A library of references as it would be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct ReferencesView {
    pub name: String,
    pub taken: Vec<TakenReference>,
    pub left: Vec<LeftReference>,
}

/// Identifiers as the screens show them.
pub(super) fn known(found: Vec<sceau_domain::reference::Identifier>) -> Vec<Known> {
    let known =
        |one: sceau_domain::reference::Identifier| Known { text: one.to_string(), address: one.address() };
    found.into_iter().map(known).collect()
}

impl ReferencesView {
    /// A library for the screen; each reference as it would be cited.
    #[must_use]
    pub fn of(name: String, library: &Library, tongue: Tongue) -> Self {
        let taken = library.entries.iter().map(|entry| TakenReference {
            key: entry.key.clone(),
            cited: style::cite(&entry.item, tongue).unwrap_or_else(|| entry.title.clone()),
            identifiers: known(identifiers(&entry.item)),
        });
        let left = library
            .left
            .iter()
            .map(|left| LeftReference { place: left.place.clone(), why: left.why.code().to_owned() });
        Self { name, taken: taken.collect(), left: left.collect() }
    }
}

/// The kinds of study that a grid names.
pub(super) fn studies(grid: &Grid) -> Vec<StudyOffer> {
    let offer = |study: &sceau_domain::grid::Study| StudyOffer {
        code: study.code.clone(),
        title: Text::from(&study.title),
    };
    grid.studies.iter().map(offer).collect()
}

/// The evidence of a package.
pub(super) fn evidence(files: &[EvidenceFile]) -> Vec<IncomingFile> {
    let line = |file: &EvidenceFile| IncomingFile {
        file: hex(&file.sha256),
        name: file.name.clone(),
        title: file.title.clone(),
        reference: file.media == Media::Reference,
        study: file.study.clone(),
    };
    files.iter().map(line).collect()
}

/// The words of a kind of study; the code itself where the grid has none.
pub(super) fn study_words(code: &str, grid: &Grid) -> Text {
    grid.study(code).map_or_else(|| Text::plain(code), |study| Text::from(&study.title))
}
