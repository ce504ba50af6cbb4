//! Libraries of references in a package: what the description points at, and entries that it does not.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::description::Listed;
use super::evidence::{EvidenceFile, Media};
use super::files::Stored;
use super::item::{Item, Severity};
use super::names;
use crate::references::item::publications;
use crate::references::library::{self, BadLibrary, Entry};

/// The libraries of a package, with the entries that nothing took yet.
pub struct Libraries<'s> {
    files: BTreeMap<&'s str, Vec<Entry>>,
}

impl<'s> Libraries<'s> {
    /// Reads every library; what cannot be read is an item.
    pub fn read(stored: &'s [Stored], spoken_for: &[&str], items: &mut Vec<Item>) -> Self {
        let mut files = BTreeMap::new();
        for file in stored.iter().filter(|file| !spoken_for.contains(&file.name.as_str())) {
            let json = names::ends(&file.name, "json") && file.name != "dossier.json";
            if !json && !library::is_library(&file.name) {
                continue;
            }
            match library::read(&file.name, &file.bytes) {
                Ok(library) => {
                    items.extend(library.left.iter().map(|left| {
                        let item = Item::new("intake.reference-left-out", Severity::Notice, &*file.name);
                        item.with("entry", &left.place).with("why", left.why.code())
                    }));
                    files.insert(file.name.as_str(), library.entries);
                }
                // A JSON file of something else is left out like any other.
                Err(BadLibrary::Format) if json => {}
                Err(BadLibrary::TooLarge) => {
                    items.push(Item::new("intake.references-too-large", Severity::Wrong, &*file.name));
                }
                Err(_) => items.push(Item::new("intake.references-unreadable", Severity::Wrong, &*file.name)),
            }
        }
        Self { files }
    }

    /// The files that are libraries.
    pub fn names(&self) -> Vec<&'s str> {
        self.files.keys().copied().collect()
    }

    /// The entry that a line of the description points at: `library#key`.
    pub fn take(&mut self, listed: &Listed, items: &mut Vec<Item>) -> Option<Entry> {
        let pointed = listed.reference.as_deref()?;
        let (file, key) = pointed.split_once('#').unwrap_or((pointed, ""));
        let entries = self.files.get_mut(file.trim());
        let found = entries.and_then(|entries| {
            let only = key.trim().is_empty() && entries.len() == 1;
            let place = entries.iter().position(|entry| only || entry.key == key.trim())?;
            Some(entries.remove(place))
        });
        if found.is_none() {
            items.push(Item::new("intake.reference-absent", Severity::Missing, pointed));
        }
        found
    }

    /// The entries that nothing took.
    pub fn rest(self) -> impl Iterator<Item = Entry> {
        self.files.into_values().flatten()
    }
}

/// A reference alone, as an item of evidence: its file is the reference itself.
pub fn alone(entry: &Entry, listed: Option<&Listed>) -> EvidenceFile {
    let bytes = entry.item.clone().into_bytes();
    let title = listed.and_then(|listed| listed.title.clone());
    EvidenceFile {
        name: format!("{}.json", entry.key),
        title: title.unwrap_or_else(|| entry.title.clone()),
        kind: listed.and_then(|listed| listed.kind.clone()),
        media: Media::Reference,
        sha256: Sha256::digest(&bytes).into(),
        bytes: bytes.into(),
        pages: None,
        criteria: listed.map(|listed| listed.criteria.clone()).unwrap_or_default(),
        reference: Some(entry.item.clone()),
        study: listed.and_then(|listed| listed.study.clone()),
    }
}

/// Whether the evidence has this publication already: the same item, or the same DOI or number of PubMed.
#[must_use]
pub fn is_known(entry: &Entry, evidence: &[EvidenceFile]) -> bool {
    let own = publications(&entry.item);
    let same = |item: &String| *item == entry.item || publications(item).iter().any(|one| own.contains(one));
    evidence.iter().filter_map(|file| file.reference.as_ref()).any(same)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stored(name: &str, text: &str) -> Stored {
        Stored { name: name.into(), bytes: text.as_bytes().into(), sha256: Sha256::digest(text).into() }
    }

    fn pointing(reference: &str) -> Listed {
        Listed { reference: Some(reference.into()), ..Listed::default() }
    }

    #[test]
    fn a_line_takes_its_entry_and_what_nothing_took_is_evidence_too() {
        let bib = "@article{a, title = {Essai}, year = 2024}\n@article{b, title = {Registre}, year = 2025}";
        let files = [
            stored("refs.bib", bib),
            stored("seul.ris", "TY  - RPRT\nTI  - Rapport\nER  - \n"),
            stored("reglages.json", "{\"langue\": \"fr\"}"),
            stored("faux.bib", "@article{"),
        ];
        let mut items = Vec::new();
        let mut libraries = Libraries::read(&files, &[], &mut items);
        assert_eq!(libraries.names(), ["refs.bib", "seul.ris"]);
        let said =
            |items: &[Item]| items.iter().map(|item| (item.code, item.place.clone())).collect::<Vec<_>>();
        assert_eq!(said(&items), [("intake.references-unreadable", "faux.bib".to_owned())]);
        let taken = libraries.take(&pointing("refs.bib#b"), &mut items).unwrap();
        let listed =
            Listed { title: Some("Le registre".into()), criteria: vec!["3.1".into()], ..Listed::default() };
        let file = alone(&taken, Some(&listed));
        assert_eq!(
            (file.title.as_str(), file.media, file.criteria.len()),
            ("Le registre", Media::Reference, 1)
        );
        assert_eq!(file.sha256, <[u8; 32]>::from(Sha256::digest(&file.bytes)));
        assert_eq!(libraries.take(&pointing("seul.ris"), &mut items).unwrap().title, "Rapport");
        assert!(libraries.take(&pointing("refs.bib#b"), &mut items).is_none());
        assert!(libraries.take(&pointing("autre.bib#a"), &mut items).is_none());
        assert_eq!(items.iter().filter(|item| item.code == "intake.reference-absent").count(), 2);
        assert_eq!(libraries.rest().map(|entry| entry.title).collect::<Vec<_>>(), ["Essai"]);
    }
}
