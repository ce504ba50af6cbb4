//! Newer versions of evidence: what the secretariat files, and what became of my passages.

use sceau_domain::action::ActionKind;
use sceau_domain::id::DossierId;
use sceau_domain::passage::{self, Doubt, Spot};
use sceau_ledger::payload::sealed::{self, EvidenceItem};
use serde::{Deserialize, Serialize};

use super::hex;
use super::review::Anchor;
use crate::desk::Desk;
use crate::dossier::{NewVersion, newest};
use crate::error::{AppError, Result};
use crate::review::{Fate, Revisited, Succession};

/// What became of a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the window's contract says what each is")]
pub enum FateKind {
    Same,
    Moved,
    Changed,
    Lost,
    Region,
    Unread,
}

/// Words that both passages have, or one of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the window's contract says what each is")]
pub enum Piece {
    Kept { text: String },
    Gone { text: String },
    Come { text: String },
}

impl From<passage::Piece> for Piece {
    fn from(piece: passage::Piece) -> Self {
        match piece {
            passage::Piece::Kept(text) => Self::Kept { text },
            passage::Piece::Gone(text) => Self::Gone { text },
            passage::Piece::Come(text) => Self::Come { text },
        }
    }
}

/// Where a passage stands in the newer version; the window knows the rectangles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Standing {
    pub page: u32,
    pub quote: String,
    pub before: String,
    pub after: String,
}

impl From<Spot> for Standing {
    fn from(spot: Spot) -> Self {
        Self { page: spot.page, quote: spot.quote, before: spot.before, after: spot.after }
    }
}

/// A passage of mine in a file that has a newer version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Passed {
    pub criterion: Option<String>,
    pub fate: FateKind,
    pub why: Option<String>,
    pub was: Anchor,
    pub now: Option<Standing>,
    pub pieces: Vec<Piece>,
}

/// A file with its newest version, and my passages in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Replaced {
    pub old: String,
    pub new: String,
    pub number: u64,
    pub title: String,
    pub change: Option<String>,
    pub filed_at: u64,
    pub passages: Vec<Passed>,
}

/// A version of a file, for whoever files the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Version {
    pub file: String,
    pub number: u64,
    pub version: u64,
    pub title: String,
    pub name: String,
    pub bytes: u64,
    pub filed_at: u64,
    pub change: Option<String>,
    pub newest: bool,
}

/// The files of a dossier with their versions, and whether another may come in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct VersionsView {
    pub open: bool,
    pub files: Vec<Version>,
}

/// The place of an item in the chain of its versions, from 1.
pub(crate) fn version_of(item: &EvidenceItem, among: &[EvidenceItem]) -> u64 {
    let (mut version, mut at) = (1, item);
    for _ in among {
        match among.iter().find(|one| Some(one.sha256) == at.beside.replaces) {
            Some(earlier) => (version, at) = (version + 1, earlier),
            None => break,
        }
    }
    version
}

impl From<Revisited> for Passed {
    fn from(one: Revisited) -> Self {
        let (fate, now, why) = match one.fate {
            Fate::Same(spot) => (FateKind::Same, Some(spot), None),
            Fate::Moved(spot) => (FateKind::Moved, Some(spot), None),
            Fate::Changed(spot, doubt) => (FateKind::Changed, Some(spot), Some(doubt)),
            Fate::Lost => (FateKind::Lost, None, None),
            // What was said of the region stays its words.
            Fate::Region(page) => (FateKind::Region, page.map(|page| region_on(page, &one.anchor)), None),
            Fate::Unread => (FateKind::Unread, None, None),
        };
        let why = why.map(|doubt| match doubt {
            Doubt::Words => "words".to_owned(),
            Doubt::Surroundings => "surroundings".to_owned(),
            Doubt::Repeated => "repeated".to_owned(),
        });
        let pieces = match (&now, fate) {
            (Some(spot), FateKind::Changed) => passage::differences(&one.anchor.quote, &spot.quote),
            _ => Vec::new(),
        };
        Self {
            criterion: one.criterion,
            fate,
            why,
            was: Anchor::from(one.anchor),
            now: now.map(Standing::from),
            pieces: pieces.into_iter().map(Piece::from).collect(),
        }
    }
}

fn region_on(page: u32, anchor: &sealed::Anchor) -> Spot {
    Spot { page, quote: anchor.quote.clone(), before: anchor.before.clone(), after: anchor.after.clone() }
}

impl From<Succession> for Replaced {
    fn from(one: Succession) -> Self {
        Self {
            old: hex(&one.old.sha256),
            new: hex(&one.new.sha256),
            number: one.new.number,
            title: title(&one.new),
            change: one.new.beside.change.clone(),
            filed_at: one.filed.0,
            passages: one.passages.into_iter().map(Passed::from).collect(),
        }
    }
}

fn title(item: &EvidenceItem) -> String {
    if item.title.is_empty() { item.name.clone() } else { item.title.clone() }
}

impl Desk {
    /// My passages in files that have a newer version.
    ///
    /// # Errors
    /// The dossier may not be read, or the disk.
    pub fn review_versions(&self, dossier: DossierId) -> Result<Vec<Replaced>> {
        Ok(self.successions(dossier)?.into_iter().map(Replaced::from).collect())
    }

    /// The files of a dossier with their versions, the newest of each number first.
    ///
    /// # Errors
    /// The dossier is not known, or a manifest cannot be read.
    pub fn evidence_versions(&self, dossier: DossierId) -> Result<VersionsView> {
        let open = self.takes_versions(dossier)?;
        let filed = self.every::<EvidenceItem>(ActionKind::Evidence, dossier.0)?;
        let items: Vec<EvidenceItem> = filed.iter().map(|(_, item)| item.clone()).collect();
        let mut files: Vec<Version> = filed
            .iter()
            .map(|(event, item)| Version {
                file: hex(&item.sha256),
                number: item.number,
                version: version_of(item, &items),
                title: title(item),
                name: item.name.clone(),
                bytes: item.place.size,
                filed_at: event.at.0,
                change: item.beside.change.clone(),
                newest: newest(item, &items) == item,
            })
            .collect();
        files.sort_by_key(|file| (file.number, std::cmp::Reverse(file.version)));
        Ok(VersionsView { open, files })
    }

    /// Files a newer version of a file.
    ///
    /// # Errors
    /// As [`Desk::replace_evidence`].
    pub fn evidence_replace(
        &mut self,
        dossier: DossierId,
        replaced: &str,
        new: NewVersion,
    ) -> Result<VersionsView> {
        let replaced = super::bytes_of(replaced).ok_or(AppError::Unknown("file"))?;
        self.replace_evidence(dossier, &replaced, new)?;
        self.evidence_versions(dossier)
    }
}
