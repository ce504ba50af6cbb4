//! Libraries of references: BibTeX and BibLaTeX, RIS, CSL-JSON. Each entry becomes one item of CSL-JSON with the fields
//! that a citation needs and no others; what is too long, too deep or of another type is left out or refused.

use std::time::Duration;

use biblatex::{Bibliography, ChunksExt, EntryType};
use sceau_domain::reference::{Identifier, recognise};
use serde_json::{Map, Value, json};

use crate::guarded::within;

/// Largest library.
const BYTES: usize = 1 << 20;
/// Most entries of one.
const ENTRIES: usize = 500;
/// Longest field (characters); an abstract is no part of a citation.
const FIELD: usize = 1_000;
/// Most names of one entry.
const NAMES: usize = 100;
/// Time for one library.
const LIMIT: Duration = Duration::from_secs(5);
/// Fields that are kept as they are.
const TEXTS: [&str; 17] = [
    "title",
    "container-title",
    "collection-title",
    "volume",
    "issue",
    "page",
    "number",
    "edition",
    "version",
    "publisher",
    "publisher-place",
    "genre",
    "DOI",
    "PMID",
    "PMCID",
    "URL",
    "ISBN",
];

/// An entry of a library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its key there.
    pub key: String,
    /// Its title, for lists.
    pub title: String,
    /// The entry as one item of CSL-JSON.
    pub item: String,
}

/// Why a library cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BadLibrary {
    /// It is none of the formats.
    #[error("no library of references")]
    Format,
    /// It is too large, or holds too much.
    #[error("too large")]
    TooLarge,
    /// Its writing is wrong.
    #[error("cannot be read")]
    Broken,
}

/// The format of a library by its name.
#[must_use]
pub fn is_library(name: &str) -> bool {
    let lower = name.to_lowercase();
    [".bib", ".ris"].iter().any(|ending| lower.ends_with(ending))
}

/// Reads a library.
///
/// # Errors
/// [`BadLibrary`].
pub fn read(name: &str, bytes: &[u8]) -> Result<Vec<Entry>, BadLibrary> {
    if bytes.len() > BYTES {
        return Err(BadLibrary::TooLarge);
    }
    let text = String::from_utf8_lossy(bytes).trim_start_matches('\u{feff}').to_owned();
    let lower = name.to_lowercase();
    let items = if lower.ends_with(".bib") {
        within(LIMIT, move || bibtex(&text)).map_err(|_| BadLibrary::Broken)??
    } else if lower.ends_with(".ris") {
        ris(&text)
    } else if lower.ends_with(".json") {
        csl(&text)?
    } else {
        return Err(BadLibrary::Format);
    };
    match items.len() {
        0 => Err(BadLibrary::Broken),
        found if found > ENTRIES => Err(BadLibrary::TooLarge),
        _ => Ok(items.into_iter().map(entry).collect()),
    }
}

/// Identifiers that stand in an item of CSL-JSON.
#[must_use]
pub fn identifiers(item: &str) -> Vec<Identifier> {
    let Ok(item) = serde_json::from_str::<Map<String, Value>>(item) else { return Vec::new() };
    let text = |name: &str| item.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let named = [text("DOI"), format!("pmid {}", text("PMID")), text("number"), text("URL")];
    let mut found = Vec::new();
    for one in named.iter().filter_map(|one| Identifier::read(one)).chain(recognise(&text("title"))) {
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found
}

fn entry(item: Map<String, Value>) -> Entry {
    let text = |name: &str| item.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    Entry { key: text("id"), title: text("title"), item: Value::Object(item.clone()).to_string() }
}

fn short(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(FIELD).collect()
}

fn put(item: &mut Map<String, Value>, name: &str, text: &str) {
    let text = short(text);
    if !text.is_empty() {
        // Identifiers have one writing, so that the same publication is the same text.
        let text = match (name, Identifier::read(&text)) {
            ("DOI", Some(Identifier::Doi(doi))) => doi,
            _ => text,
        };
        item.insert(name.to_owned(), Value::String(text));
    }
}

/// Year, month and day, as far as they are figures.
fn issued(text: &str) -> Option<Value> {
    let parts: Vec<i16> = text
        .split(|one: char| !one.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map_while(|part| part.parse().ok())
        .take(3)
        .collect();
    let year = parts.first().filter(|year| (1000..=9999).contains(*year))?;
    let rest = parts
        .iter()
        .skip(1)
        .zip([1..=12, 1..=31])
        .map_while(|(part, fits)| fits.contains(part).then_some(*part));
    let parts: Vec<i16> = std::iter::once(*year).chain(rest).collect();
    Some(json!({ "date-parts": [parts] }))
}

fn bibtex(text: &str) -> Result<Vec<Map<String, Value>>, BadLibrary> {
    let library = Bibliography::parse(text).map_err(|_| BadLibrary::Broken)?;
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
        item
    });
    Ok(items.collect())
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

/// RIS: a line is two signs, two spaces, a dash and a value; whatever is not so is passed over.
fn ris(text: &str) -> Vec<Map<String, Value>> {
    let mut items: Vec<Map<String, Value>> = Vec::new();
    let mut open = false;
    for line in text.lines() {
        let Some((tag, value)) = line.split_once('-') else { continue };
        let (tag, value) = (tag.trim().to_uppercase(), value.trim());
        if tag == "TY" {
            if items.len() > ENTRIES {
                break;
            }
            let number = items.len() + 1;
            items.push(Map::from_iter([
                ("id".to_owned(), json!(number.to_string())),
                ("type".to_owned(), json!(ris_kind(value))),
            ]));
            open = true;
            continue;
        }
        let Some(item) = items.last_mut().filter(|_| open) else { continue };
        let first = |item: &mut Map<String, Value>, name: &str| {
            if !item.contains_key(name) {
                put(item, name, value);
            }
        };
        match tag.as_str() {
            "ER" => open = false,
            "ID" => put(item, "id", value),
            "TI" | "T1" => first(item, "title"),
            "JO" | "JF" | "T2" | "JA" => first(item, "container-title"),
            "VL" => first(item, "volume"),
            "IS" => first(item, "issue"),
            "PB" => first(item, "publisher"),
            "DO" => first(item, "DOI"),
            "UR" => first(item, "URL"),
            "AN" if value.bytes().all(|byte| byte.is_ascii_digit()) => first(item, "PMID"),
            "SP" => first(item, "page"),
            "EP" => {
                let page = item.get("page").and_then(Value::as_str).unwrap_or_default().to_owned();
                if !page.is_empty() && !page.contains('–') && page != value {
                    put(item, "page", &format!("{page}–{value}"));
                }
            }
            "PY" | "Y1" | "DA" if !item.contains_key("issued") => {
                item.extend(issued(value).map(|date| ("issued".to_owned(), date)));
            }
            "AU" | "A1" => add_name(item, "author", value),
            "A2" | "ED" => add_name(item, "editor", value),
            _ => {}
        }
    }
    items
}

fn ris_kind(value: &str) -> &'static str {
    match value.to_uppercase().as_str() {
        "JOUR" | "JFULL" | "MGZN" => "article-journal",
        "BOOK" => "book",
        "CHAP" => "chapter",
        "CONF" | "CPAPER" => "paper-conference",
        "THES" => "thesis",
        "RPRT" => "report",
        "DATA" => "dataset",
        "ELEC" => "webpage",
        _ => "document",
    }
}

fn add_name(item: &mut Map<String, Value>, role: &str, value: &str) {
    let name = match value.split_once(',') {
        Some((family, given)) => json!({ "family": short(family), "given": short(given) }),
        None => json!({ "literal": short(value) }),
    };
    let names = item.entry(role).or_insert_with(|| json!([]));
    if let Some(names) = names.as_array_mut().filter(|names| names.len() < NAMES) {
        names.push(name);
    }
}

fn csl(text: &str) -> Result<Vec<Map<String, Value>>, BadLibrary> {
    let read: Value = serde_json::from_str(text).map_err(|_| BadLibrary::Broken)?;
    let entries = match read {
        Value::Array(entries) => entries,
        one @ Value::Object(_) => vec![one],
        _ => return Err(BadLibrary::Format),
    };
    let items: Vec<Map<String, Value>> = entries.iter().take(ENTRIES + 1).filter_map(known).collect();
    // A file of something else is no library that was damaged.
    if items.is_empty() { Err(BadLibrary::Format) } else { Ok(items) }
}

fn known(entry: &Value) -> Option<Map<String, Value>> {
    let entry = entry.as_object()?;
    let text = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let mut item = Map::new();
    put(&mut item, "id", &entry.get("id").and_then(text)?);
    let kind = entry.get("type").and_then(Value::as_str)?;
    let plain = kind.len() <= 30
        && kind.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-' || byte == b'_');
    item.insert("type".to_owned(), json!(if plain { kind } else { "document" }));
    for name in TEXTS {
        put(&mut item, name, &entry.get(name).and_then(text).unwrap_or_default());
    }
    for role in ["author", "editor"] {
        let names = entry.get(role).and_then(Value::as_array).into_iter().flatten().take(NAMES);
        let names: Vec<Value> = names.filter_map(|name| name.as_object()).filter_map(name_of).collect();
        if !names.is_empty() {
            item.insert(role.to_owned(), Value::Array(names));
        }
    }
    let date = entry.get("issued").and_then(|issued| {
        let parts = issued.get("date-parts").and_then(|parts| parts.get(0)).and_then(Value::as_array);
        let parts = parts.map(|parts| parts.iter().filter_map(text).collect::<Vec<_>>().join("-"));
        parts.or_else(|| issued.get("raw").and_then(text)).or_else(|| issued.get("literal").and_then(text))
    });
    item.extend(date.and_then(|date| self::issued(&date)).map(|date| ("issued".to_owned(), date)));
    Some(item)
}

fn name_of(name: &Map<String, Value>) -> Option<Value> {
    let mut kept = Map::new();
    for part in ["family", "given", "literal", "non-dropping-particle", "dropping-particle", "suffix"] {
        put(&mut kept, part, name.get(part).and_then(Value::as_str).unwrap_or_default());
    }
    (kept.contains_key("family") || kept.contains_key("literal")).then_some(Value::Object(kept))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BIB: &str = "@article{valmont2025, author = {Valmont, {\\'E}tienne and de la Tour, Anne}, \
        title = {Suivi \\`a distance des toxicit{\\'e}s}, journal = {Revue de d{\\'e}monstration}, year = 2025, \
        volume = 12, number = 3, pages = {101--110}, doi = {https://doi.org/10.1234/ABC.1} }";

    #[test]
    fn three_formats_say_the_same() {
        let ris = "TY  - JOUR\r\nID  - valmont2025\r\nAU  - Valmont, Étienne\r\nAU  - Tour, Anne\r\n\
            TI  - Suivi à distance des toxicités\r\nJO  - Revue de démonstration\r\nPY  - 2025\r\nVL  - 12\r\n\
            IS  - 3\r\nSP  - 101\r\nEP  - 110\r\nDO  - 10.1234/abc.1\r\nER  - \r\n";
        let json = r#"[{"id":"valmont2025","type":"article-journal","title":"Suivi à distance des toxicités",
            "container-title":"Revue de démonstration","issued":{"date-parts":[["2025"]]},"volume":12,"issue":"3",
            "page":"101–110","DOI":"10.1234/ABC.1","abstract":"…","categories":["a"],
            "author":[{"family":"Valmont","given":"Étienne"},{"family":"Tour","given":"Anne"}]}]"#;
        let files = [("a.bib", BIB), ("a.ris", ris), ("a.json", json)];
        for (name, text) in files {
            let entries = read(name, text.as_bytes()).unwrap();
            let item: Value = serde_json::from_str(&entries[0].item).unwrap();
            assert_eq!(entries[0].key, "valmont2025", "{name}");
            assert_eq!(item["title"], "Suivi à distance des toxicités", "{name}");
            assert_eq!(item["DOI"], "10.1234/abc.1", "{name}");
            assert_eq!(item["issued"]["date-parts"], json!([[2025]]), "{name}");
            assert_eq!((&item["volume"], &item["page"]), (&json!("12"), &json!("101–110")), "{name}");
            assert_eq!(item["author"][0]["family"], "Valmont", "{name}");
            assert!(item.get("abstract").is_none());
            assert_eq!(identifiers(&entries[0].item)[0].to_string(), "doi:10.1234/abc.1");
        }
    }

    #[test]
    fn hostile_libraries_are_refused_or_cut_and_never_more() {
        assert_eq!(read("a.bib", &vec![b' '; BYTES + 1]), Err(BadLibrary::TooLarge));
        assert_eq!(read("a.bib", b"@article{"), Err(BadLibrary::Broken));
        assert_eq!(read("a.json", b"{\"answers\": 1}"), Err(BadLibrary::Format));
        assert_eq!(read("a.json", b"[["), Err(BadLibrary::Broken));
        assert_eq!(read("a.txt", b"x"), Err(BadLibrary::Format));
        let deep = format!("@article{{a, title = {}x{} }}", "{".repeat(100_000), "}".repeat(100_000));
        // Whatever the parser makes of it, the program goes on.
        let _ = read("a.bib", deep.as_bytes());
        let many = "TY  - JOUR\nER  - \n".repeat(ENTRIES + 5);
        assert_eq!(read("a.ris", many.as_bytes()), Err(BadLibrary::TooLarge));
        let long = format!("TY  - JOUR\nTI  - {}\n", "a".repeat(9_000));
        assert_eq!(read("a.ris", long.as_bytes()).unwrap()[0].title.len(), FIELD);
    }
}
