//! Words found in evidence, in my own writing, and in the criteria of my dossiers.

mod context;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::PoisonError;

use sceau_domain::action::ActionKind;
use sceau_domain::id::DossierId;
use sceau_ledger::payload::sealed::{EvidenceItem, SheetRow};
use sceau_store::index::{Kind, Text};
use sceau_store::query::Query;
use serde::{Deserialize, Serialize};

use super::review::{Criterion, Grid};
use super::{hex, uuid};
use crate::desk::{Called, Desk};
use crate::error::Result;

pub use context::Part;

/// Most places that are shown at once: whoever needs more types one more word.
const MOST: usize = 60;

/// What the words were found in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the window's contract says what each kind is")]
pub enum HitKind {
    Page,
    Note,
    Reason,
    Passage,
    Criterion,
}

impl From<Kind> for HitKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Page => Self::Page,
            Kind::Note => Self::Note,
            Kind::Reason => Self::Reason,
            Kind::Passage => Self::Passage,
            Kind::CriterionFr | Kind::CriterionEn => Self::Criterion,
        }
    }
}

/// A place where the words stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct SearchHit {
    pub kind: HitKind,
    pub file: Option<String>,
    pub title: Option<String>,
    pub page: Option<u32>,
    pub criterion: Option<String>,
    pub id: Option<String>,
    pub parts: Vec<Part>,
    pub from: usize,
    pub to: usize,
}

/// The places of one dossier, best first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct SearchDossier {
    pub dossier: String,
    pub number: String,
    pub solution: String,
    pub hits: Vec<SearchHit>,
}

/// What was found: the dossier with the best place first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct SearchView {
    pub dossiers: Vec<SearchDossier>,
    pub count: usize,
    pub more: bool,
}

impl Desk {
    /// Looks for what was typed in everything that this member may read by now.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn search_view(&self, typed: &str, lang: &str) -> Result<SearchView> {
        let readable: BTreeSet<DossierId> = self.readable()?.into_iter().collect();
        self.enter_own_words(&readable)?;
        let query = Query::read(typed);
        let other = if lang == "en" { Kind::CriterionFr } else { Kind::CriterionEn };
        let may = |dossier, kind| readable.contains(&dossier) && kind != other;
        let mut found = self.store.read(|read| read.search(&query, MOST.saturating_add(1), may))?;
        let more = found.len() > MOST;
        found.truncate(MOST);
        let count = found.len();
        let mut order: Vec<DossierId> = Vec::new();
        let mut by: BTreeMap<DossierId, Vec<Text>> = BTreeMap::new();
        for text in found {
            if !by.contains_key(&text.dossier) {
                order.push(text.dossier);
            }
            by.entry(text.dossier).or_default().push(text);
        }
        let dossiers = order
            .into_iter()
            .map(|dossier| self.found_in(dossier, by.remove(&dossier).unwrap_or_default(), &query));
        Ok(SearchView { dossiers: dossiers.collect::<Result<_>>()?, count, more })
    }

    fn found_in(&self, dossier: DossierId, texts: Vec<Text>, query: &Query) -> Result<SearchDossier> {
        let (number, solution) = self.called(dossier)?;
        let files: BTreeMap<[u8; 32], EvidenceItem> = self.manifests(dossier)?.into_iter().collect();
        let hit = |text: Text| {
            let item = text.root.and_then(|root| files.get(&root));
            let (criterion, id) = match text.kind {
                Kind::Page => (None, None),
                Kind::Note => (None, Some(text.key)),
                Kind::Reason | Kind::CriterionFr | Kind::CriterionEn => (Some(text.key), None),
                Kind::Passage => match text.key.split_once(' ') {
                    Some((id, code)) => (Some(code.to_owned()), Some(id.to_owned())),
                    None => (None, Some(text.key)),
                },
            };
            let context::Context { parts, from, to } = context::of(&text.body, &query.places(&text.body));
            SearchHit {
                kind: text.kind.into(),
                file: item.map(|item| hex(&item.sha256)),
                title: item.map(|item| if item.title.is_empty() { &item.name } else { &item.title }.clone()),
                page: text.page,
                criterion,
                id,
                parts,
                from,
                to,
            }
        };
        let hits = texts.into_iter().map(hit).collect();
        Ok(SearchDossier { dossier: dossier.to_string(), number, solution, hits })
    }

    /// Number and solution of a dossier, opened once for each card: a search asks at every key.
    fn called(&self, dossier: DossierId) -> Result<(String, String)> {
        let Some(last) = self.sealed(ActionKind::DossierCard, dossier.0).last() else {
            return Ok(Default::default());
        };
        let kept = |called: &mut Called| called.get(&dossier).filter(|(card, _)| *card == last.name).cloned();
        if let Some((_, known)) = kept(&mut self.called.lock().unwrap_or_else(PoisonError::into_inner)) {
            return Ok(known);
        }
        let card = self.card_of(dossier)?;
        let told = card.map(|card| (card.number, card.solution)).unwrap_or_default();
        let mut called = self.called.lock().unwrap_or_else(PoisonError::into_inner);
        called.insert(dossier, (last.name, told.clone()));
        Ok(told)
    }

    /// Brings one's own words and the criteria of these dossiers into the index, where they changed since.
    fn enter_own_words(&self, dossiers: &BTreeSet<DossierId>) -> Result<()> {
        let current: BTreeSet<DossierId> = self.store.read(|read| read.own_words_of())?.into_iter().collect();
        for dossier in dossiers.difference(&current) {
            let texts = self.own_words(*dossier)?;
            self.store.write(|write| write.put_own_words(*dossier, &texts))?;
        }
        Ok(())
    }

    fn own_words(&self, dossier: DossierId) -> Result<Vec<Text>> {
        let roots: BTreeMap<[u8; 32], [u8; 32]> =
            self.manifests(dossier)?.into_iter().map(|(root, item)| (item.sha256, root)).collect();
        let mut texts = Vec::new();
        let mut add = |kind, key: String, at: Option<([u8; 32], u64)>, body: String| {
            let root = at.and_then(|(file, _)| roots.get(&file).copied());
            let page = at.and_then(|(_, page)| u32::try_from(page).ok()).filter(|page| *page > 0);
            if !body.trim().is_empty() {
                texts.push(Text { dossier, kind, root, page, key, body });
            }
        };
        for note in self.notes(dossier)? {
            let at = Some((note.passage.file, note.passage.page));
            add(Kind::Note, uuid(&note.passage.id), at, format!("{}\n{}", note.text, note.passage.quote));
        }
        for draft in self.rows(dossier)? {
            let SheetRow { criterion, reason, anchors, .. } = draft.row;
            for anchor in anchors {
                let key = format!("{} {criterion}", uuid(&anchor.id));
                add(Kind::Passage, key, Some((anchor.file, anchor.page)), anchor.quote);
            }
            add(Kind::Reason, criterion, None, reason);
        }
        // A laptop without the publisher's answers yet has no criteria to show either.
        let criteria = self.questionnaire(dossier).map(|found| Grid::of(&found).criteria).unwrap_or_default();
        for Criterion { code, question, plain, help, .. } in criteria {
            let all = [Some(question), plain, help];
            let french = all.iter().flatten().map(|text| text.fr.clone());
            let english = all.iter().flatten().map(|text| text.en.clone().unwrap_or_else(|| text.fr.clone()));
            let body = |lines: Vec<String>| format!("{code} {}", lines.join("\n"));
            add(Kind::CriterionFr, code.clone(), None, body(french.collect()));
            add(Kind::CriterionEn, code.clone(), None, body(english.collect()));
        }
        Ok(texts)
    }
}
