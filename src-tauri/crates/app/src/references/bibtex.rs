//! BibTeX and BibLaTeX, as items of CSL-JSON.

use std::collections::BTreeSet;

use biblatex::{Bibliography, ChunksExt, EntryType, Pair, RawBibliography, RawEntry, Spanned};
use serde_json::{Map, Value, json};

use super::item::{NAMES, issued, put, put_trials, short};
use super::library::{BadLibrary, ENTRIES, Found, Left, LeftOut};

/// BibTeX. An entry that defeats the parser is left out by itself; the others keep what they take over from each other.
pub(super) fn read(text: &str) -> Result<Vec<Found>, BadLibrary> {
    let mut raw = RawBibliography::parse(text).map_err(|_| BadLibrary::Broken)?;
    let (mut keys, mut left) = (BTreeSet::new(), Vec::new());
    let mut leave = |key: &str, why| left.push(Err(Left { place: short(key), why }));
    raw.entries.retain(|entry| {
        let first = keys.insert(entry.v.key.v);
        if !first {
            leave(entry.v.key.v, LeftOut::Twice);
        }
        first
    });
    if Bibliography::from_raw(raw.clone()).is_err() {
        let RawBibliography { preamble, entries, abbreviations } = raw;
        let (fine, broken): (Vec<_>, Vec<_>) = entries
            .into_iter()
            .partition(|entry| Bibliography::from_raw(alone(entry, &preamble, &abbreviations)).is_ok());
        broken.iter().for_each(|entry| leave(entry.v.key.v, LeftOut::Broken));
        raw = RawBibliography { preamble, entries: fine, abbreviations };
    }
    let library = Bibliography::from_raw(raw).map_err(|_| BadLibrary::Broken)?;
    let items = library.iter().take(ENTRIES + 1).map(|entry| {
        let mut item = Map::new();
        let field = |name: &str| entry.get(name).map(ChunksExt::format_verbatim).unwrap_or_default();
        put(&mut item, "id", &entry.key);
        item.insert("type".to_owned(), json!(kind_of(&entry.entry_type)));
        put(&mut item, "title", &field("title"));
        for name in ["journal", "journaltitle", "booktitle"] {
            put(&mut item, "container-title", &field(name));
        }
        for (csl, bib) in [
            ("volume", "volume"),
            ("issue", "number"),
            ("publisher", "publisher"),
            ("publisher", "institution"),
            ("DOI", "doi"),
            ("URL", "url"),
            ("PMID", "pmid"),
            ("ISBN", "isbn"),
            ("version", "version"),
            ("edition", "edition"),
        ] {
            put(&mut item, csl, &field(bib));
        }
        put_trials(&mut item, &field("note"));
        put(&mut item, "page", &field("pages").replace("--", "–"));
        let date = [field("date"), field("year")].into_iter().find_map(|text| issued(&text));
        item.extend(date.map(|date| ("issued".to_owned(), date)));
        for (csl, names) in [
            ("author", entry.author().ok()),
            ("editor", entry.get_as::<Vec<biblatex::Person>>("editor").ok()),
        ] {
            let names: Vec<Value> = names.unwrap_or_default().iter().take(NAMES).map(person).collect();
            if !names.is_empty() {
                item.insert(csl.to_owned(), Value::Array(names));
            }
        }
        Ok(item)
    });
    Ok(items.chain(left).collect())
}

/// One entry with what all may use.
fn alone<'s>(
    entry: &Spanned<RawEntry<'s>>,
    preamble: &str,
    abbreviations: &[Pair<'s>],
) -> RawBibliography<'s> {
    RawBibliography {
        preamble: preamble.to_owned(),
        entries: vec![entry.clone()],
        abbreviations: abbreviations.to_vec(),
    }
}

fn person(person: &biblatex::Person) -> Value {
    let mut name = Map::new();
    put(&mut name, "family", &person.name);
    put(&mut name, "given", &person.given_name);
    put(&mut name, "non-dropping-particle", &person.prefix);
    put(&mut name, "suffix", &person.suffix);
    Value::Object(name)
}

fn kind_of(kind: &EntryType) -> &'static str {
    match kind {
        EntryType::Article => "article-journal",
        EntryType::Book | EntryType::Manual => "book",
        EntryType::InProceedings => "paper-conference",
        EntryType::InBook | EntryType::InCollection => "chapter",
        EntryType::PhdThesis | EntryType::MastersThesis | EntryType::Thesis => "thesis",
        EntryType::TechReport | EntryType::Report => "report",
        EntryType::Dataset => "dataset",
        EntryType::Software => "software",
        EntryType::Online => "webpage",
        _ => "document",
    }
}
