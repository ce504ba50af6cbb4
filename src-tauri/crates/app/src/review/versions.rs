//! My passages when a file has a newer version: the program looks for each in it, and tells which follow and which
//! somebody has to read again. Nothing is changed here: the sheet is the reviewer's.

use sceau_domain::action::ActionKind;
use sceau_domain::id::DossierId;
use sceau_domain::moment::Moment;
use sceau_domain::passage::{Doubt, Found, Pages, Sought, Spot, find, find_page};
use sceau_ledger::payload::sealed::{Anchor, EvidenceItem};

use crate::desk::Desk;
use crate::dossier::newest;
use crate::error::{AppError, Result};

/// What became of a passage of mine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// Its words and what stands around them are where they were.
    Same(Spot),
    /// Its words stand elsewhere.
    Moved(Spot),
    /// Something near stands there: to be confirmed.
    Changed(Spot, Doubt),
    /// Nothing of the kind stands there: to be confirmed.
    Lost,
    /// A region of a page, or a page that reads otherwise now, has no words to look for: to be confirmed, with the page
    /// that is looked at first.
    Region(Option<u32>),
    /// The text of a version is not read yet: not known, hence to be confirmed.
    Unread,
}

impl Fate {
    /// Whether somebody has to look.
    #[must_use]
    pub const fn to_confirm(&self) -> bool {
        !matches!(self, Self::Same(_) | Self::Moved(_))
    }
}

/// A passage of mine in a file that has a newer version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revisited {
    /// The criterion that cites it; `None`: a highlight or a note.
    pub criterion: Option<String>,
    /// The passage as it stands.
    pub anchor: Anchor,
    /// What became of it.
    pub fate: Fate,
}

/// A file with its newest version, and my passages in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Succession {
    /// The version on which passages of mine rest.
    pub old: EvidenceItem,
    /// The newest.
    pub new: EvidenceItem,
    /// When the newest was filed.
    pub filed: Moment,
    /// Citations in grid order of the rows, then highlights and notes.
    pub passages: Vec<Revisited>,
}

impl Desk {
    /// Every file with a newer version on which passages of mine rest.
    ///
    /// # Errors
    /// The dossier may not be read, or the disk.
    pub fn successions(&self, dossier: DossierId) -> Result<Vec<Succession>> {
        self.may_read(dossier)?;
        let filed = self.every::<EvidenceItem>(ActionKind::Evidence, dossier.0)?;
        let items: Vec<EvidenceItem> = filed.iter().map(|(_, item)| item.clone()).collect();
        if items.iter().all(|item| item.beside.replaces.is_none()) {
            return Ok(Vec::new());
        }
        let rows = self.rows(dossier)?.into_iter().map(|draft| draft.row);
        let cited =
            rows.flat_map(|row| row.anchors.into_iter().map(move |one| (Some(row.criterion.clone()), one)));
        let noted = self.notes(dossier)?.into_iter().map(|note| (None, note.passage));
        let mine: Vec<(Option<String>, Anchor)> = cited.chain(noted).collect();
        let mut found = Vec::new();
        for old in &items {
            let new = newest(old, &items);
            let here: Vec<&(Option<String>, Anchor)> =
                mine.iter().filter(|(_, anchor)| anchor.file == old.sha256).collect();
            if new == old || here.is_empty() {
                continue;
            }
            let texts = match (self.pages_of(old)?, self.pages_of(new)?) {
                (Some(old), Some(new)) => Some((old, new)),
                _ => None,
            };
            // A picture is one page that is looked at, and never read.
            let looked_at = [old, new].into_iter().any(|item| item.media.starts_with("image/"));
            let passages = here.into_iter().map(|(criterion, anchor)| Revisited {
                criterion: criterion.clone(),
                anchor: anchor.clone(),
                fate: match &texts {
                    _ if looked_at && has_no_words(anchor) => Fate::Region(Some(1)),
                    _ if looked_at => Fate::Lost,
                    Some((old, new)) => fate(anchor, old, new),
                    None => Fate::Unread,
                },
            });
            let at = filed.iter().rfind(|(_, item)| item == new).map(|(event, _)| event.at);
            found.push(Succession {
                old: old.clone(),
                new: new.clone(),
                filed: at.unwrap_or(Moment(0)),
                passages: passages.collect(),
            });
        }
        Ok(found)
    }

    /// Criteria of which a passage has to be confirmed before the sheet is submitted, in the order of the rows.
    pub(crate) fn to_confirm(&self, dossier: DossierId) -> Result<Vec<String>> {
        let mut codes = Vec::new();
        for passage in self.successions(dossier)?.into_iter().flat_map(|one| one.passages) {
            if let Some(code) =
                passage.criterion.filter(|code| passage.fate.to_confirm() && !codes.contains(code))
            {
                codes.push(code);
            }
        }
        Ok(codes)
    }

    /// The text of a file, once every page of it was read: of half a text, half the passages would be lost.
    fn pages_of(&self, item: &EvidenceItem) -> Result<Option<Pages>> {
        let root = &item.place.root;
        let (read, texts) =
            self.store.read(|read| Ok::<_, AppError>((read.progress(root)?, read.page_texts(root)?)))?;
        let Some(read) = read.filter(|read| read.pages > 0 && read.done >= read.pages) else {
            return Ok(None);
        };
        let mut pages = vec![""; read.pages as usize];
        for (number, text) in &texts {
            if let Some(page) = pages.get_mut((*number as usize).saturating_sub(1)) {
                *page = text;
            }
        }
        Ok(Some(Pages::new(&pages)))
    }
}

/// A region or a bookmark: what is said of a region is not on the page.
fn has_no_words(anchor: &Anchor) -> bool {
    anchor.region || anchor.quote.trim().is_empty()
}

fn fate(anchor: &Anchor, old: &Pages, new: &Pages) -> Fate {
    let page = u32::try_from(anchor.page).unwrap_or(u32::MAX);
    if has_no_words(anchor) {
        let again = find_page(page, old, new);
        // A figure may be another one between the same words; a page with the same words is the page.
        return match again.filter(|_| !anchor.region) {
            Some(at) if at == page => Fate::Same(whole(at)),
            Some(at) => Fate::Moved(whole(at)),
            None => Fate::Region(again.or_else(|| (page <= new.count()).then_some(page))),
        };
    }
    let sought = Sought { page, quote: &anchor.quote, before: &anchor.before, after: &anchor.after };
    match find(sought, Some(old), new) {
        Found::Same(spot) => Fate::Same(spot),
        Found::Moved(spot) => Fate::Moved(spot),
        Found::Changed(spot, doubt) => Fate::Changed(spot, doubt),
        Found::Lost => Fate::Lost,
    }
}

/// A page as a place: a bookmark has no words.
fn whole(page: u32) -> Spot {
    Spot { page, quote: String::new(), before: String::new(), after: String::new() }
}
