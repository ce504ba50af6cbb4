//! The text of evidence: which pages the window still has to read, and keeping what it read.

use sceau_domain::id::{DossierId, GroupId};
use sceau_domain::visibility::may_read_dossier;
use sceau_ledger::payload::sealed::EvidenceItem;
use sceau_store::index::Progress;
use serde::{Deserialize, Serialize};

use super::{from_hex, hex};
use crate::desk::Desk;
use crate::error::{AppError, Result};

/// A PDF has no more pages than this for the search; the rest of a longer one is not read.
const MOST_PAGES: u32 = 20_000;
/// Bytes of a page that are kept: what goes beyond is no page that anybody reads.
const MOST_BYTES: usize = 1 << 20;

/// A file whose text is to be read on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct TextNext {
    pub dossier: String,
    pub file: String,
    pub done: u32,
}

/// How far the text of all evidence was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct TextsView {
    pub read: usize,
    pub total: usize,
    pub silent: usize,
    pub waiting: Vec<TextNext>,
}

/// Pages that the window read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct PagesRead {
    pub file: String,
    pub pages: u32,
    pub first: u32,
    pub texts: Vec<String>,
}

/// Whether a file has text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the window's contract says what each state is")]
pub enum TextState {
    Waiting,
    Reading,
    Read,
    Silent,
    Unreadable,
}

impl From<Option<Progress>> for TextState {
    fn from(progress: Option<Progress>) -> Self {
        match progress {
            None => Self::Waiting,
            Some(Progress { pages: 0, .. }) => Self::Unreadable,
            Some(found) if found.done < found.pages => Self::Reading,
            Some(Progress { letters: 0, .. }) => Self::Silent,
            Some(_) => Self::Read,
        }
    }
}

impl Desk {
    /// Dossiers whose evidence this member may read and this laptop can open.
    pub(super) fn readable(&self) -> Result<Vec<DossierId>> {
        let me = self.me()?;
        let board = self.board();
        let may = board.dossiers.keys().copied().filter(|dossier| may_read_dossier(board, me, *dossier));
        Ok(may.filter(|dossier| self.holds_key(GroupId::of_dossier(*dossier))).collect())
    }

    /// How far the text of evidence was read, and what to read next.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn texts_view(&self) -> Result<TextsView> {
        let mut view = TextsView::default();
        for dossier in self.readable()? {
            for (root, item) in self.manifests(dossier)? {
                if item.media == "application/pdf" {
                    self.count_text(&mut view, dossier, &root, &item)?;
                }
            }
        }
        Ok(view)
    }

    fn count_text(
        &self,
        view: &mut TextsView,
        dossier: DossierId,
        root: &[u8; 32],
        item: &EvidenceItem,
    ) -> Result<()> {
        let progress = self.store.read(|read| read.progress(root))?;
        match TextState::from(progress) {
            TextState::Read => view.read = view.read.saturating_add(1),
            TextState::Silent | TextState::Unreadable => {
                view.read = view.read.saturating_add(1);
                view.silent = view.silent.saturating_add(1);
            }
            TextState::Waiting | TextState::Reading => {
                if !self.evidence_is_whole(item)? {
                    return Ok(());
                }
                let done = progress.map_or(0, |progress| progress.done);
                let next = TextNext { dossier: dossier.to_string(), file: hex(&item.sha256), done };
                view.waiting.push(next);
            }
        }
        view.total = view.total.saturating_add(1);
        Ok(())
    }

    /// Keeps pages that the window read, in their order, and answers how many are kept by now: a batch that does not go
    /// on where the last one ended changes nothing. Without pages the file cannot be read, which is kept too.
    ///
    /// # Errors
    /// The dossier may not be read, the file is not known, or the disk.
    pub fn keep_texts(&self, dossier: DossierId, read: &PagesRead) -> Result<u32> {
        self.may_read(dossier)?;
        let digest: [u8; 32] = from_hex(&read.file).ok_or(AppError::Unknown("file"))?;
        let found = self.manifests(dossier)?.into_iter().find(|(_, item)| item.sha256 == digest);
        let (root, _) = found.ok_or(AppError::Unknown("file"))?;
        let pages = read.pages.min(MOST_PAGES);
        self.store.write(|write| {
            let kept = write.progress(&root)?;
            let fresh = Progress { root, dossier, pages, done: 0, letters: 0 };
            let mut progress = kept.unwrap_or(fresh);
            if read.first != progress.done.saturating_add(1) && pages > 0 {
                return Ok(progress.done);
            }
            progress.pages = pages;
            for text in &read.texts {
                if progress.done >= pages {
                    break;
                }
                progress.done = progress.done.saturating_add(1);
                let body = text.get(..text.floor_char_boundary(MOST_BYTES)).unwrap_or_default();
                let letters = body.chars().filter(|character| character.is_alphanumeric()).count();
                progress.letters = progress.letters.saturating_add(letters as u64);
                write.put_page(dossier, &root, progress.done, body)?;
            }
            write.put_progress(&progress)?;
            Ok(progress.done)
        })
    }
}
