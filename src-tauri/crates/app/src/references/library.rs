//! Libraries of references: BibTeX and BibLaTeX, RIS, CSL-JSON. Each entry becomes one item of CSL-JSON with the fields
//! that a citation needs and no others; what is too long, too deep or of another type is left out or refused.

use std::collections::BTreeSet;
use std::time::Duration;

use sceau_domain::reference::{Identifier, recognise};
use serde_json::{Map, Value, json};

use super::bibtex;
use crate::guarded::within;
use crate::intake::encoding::decode;

/// Largest library.
const BYTES: usize = 1 << 20;
/// Most entries of one.
pub(super) const ENTRIES: usize = 500;
/// Longest field (characters); an abstract is no part of a citation.
const FIELD: usize = 1_000;
/// Most names of one entry.
pub(super) const NAMES: usize = 100;
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

/// A library as it was read: its entries, and what of it is none, with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Library {
    /// In the order of the file.
    pub entries: Vec<Entry>,
    /// What was left out, in the order of the file.
    pub left: Vec<Left>,
}

/// Something in a library that is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// Its key or title, else its number in the file.
    pub place: String,
    /// Why.
    pub why: LeftOut,
}

/// Why an entry is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    /// It has no title: nobody could tell what is cited.
    Title,
    /// It is no entry of the format: no key, or no kind.
    Entry,
    /// Its writing is wrong.
    Broken,
    /// An earlier one has its key, or is the same publication.
    Twice,
    /// The dossier has it already.
    Known,
}

impl LeftOut {
    /// The word by which sentences choose.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Entry => "entry",
            Self::Broken => "broken",
            Self::Twice => "twice",
            Self::Known => "known",
        }
    }
}

/// An item before it is known whether it can be cited; else what is left out.
pub(super) type Found = Result<Map<String, Value>, Left>;

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
pub fn read(name: &str, bytes: &[u8]) -> Result<Library, BadLibrary> {
    if bytes.len() > BYTES {
        return Err(BadLibrary::TooLarge);
    }
    let text = decode(bytes).text;
    let lower = name.to_lowercase();
    let found = if lower.ends_with(".bib") {
        within(LIMIT, move || bibtex::read(&text)).map_err(|_| BadLibrary::Broken)??
    } else if lower.ends_with(".ris") {
        ris(&text).into_iter().map(Ok).collect()
    } else if lower.ends_with(".json") {
        csl(&text)?
    } else {
        return Err(BadLibrary::Format);
    };
    match found.len() {
        0 => Err(BadLibrary::Broken),
        found if found > ENTRIES => Err(BadLibrary::TooLarge),
        _ => Ok(sort(found)),
    }
}

/// Parts what can be cited from what is left out.
fn sort(found: Vec<Found>) -> Library {
    let mut library = Library::default();
    let mut seen = BTreeSet::new();
    for one in found {
        let one = one.map(entry).and_then(|entry| {
            let left = |why| Left { place: entry.key.clone(), why };
            if entry.title.is_empty() {
                return Err(left(LeftOut::Title));
            }
            let publications = publications(&entry.item).into_iter().map(|one| one.to_string());
            let names: Vec<String> = publications.chain([format!("key {}", entry.key)]).collect();
            if names.iter().any(|name| seen.contains(name)) {
                return Err(left(LeftOut::Twice));
            }
            seen.extend(names);
            Ok(entry)
        });
        match one {
            Ok(entry) => library.entries.push(entry),
            Err(left) => library.left.push(left),
        }
    }
    library
}

/// Identifiers of the publication itself: two publications of one trial share its number in a register, and are two.
#[must_use]
pub fn publications(item: &str) -> Vec<Identifier> {
    let mut found = identifiers(item);
    found.retain(|one| matches!(one, Identifier::Doi(_) | Identifier::Pmid(_)));
    found
}

/// Identifiers that stand in an item of CSL-JSON.
#[must_use]
pub fn identifiers(item: &str) -> Vec<Identifier> {
    let Ok(item) = serde_json::from_str::<Map<String, Value>>(item) else { return Vec::new() };
    let text = |name: &str| item.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let named = [text("DOI"), format!("pmid {}", text("PMID")), text("number"), text("URL")];
    let mut found = Vec::new();
    for one in named
        .iter()
        .filter_map(|one| Identifier::read(one))
        .chain(recognise(&text("title")))
        .chain(recognise(&text("note")))
    {
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

/// Of a remark only the numbers of trials in registers are kept: what else stands there is no part of a citation, and
/// a publication that is named there may be another one.
pub(super) fn put_trials(item: &mut Map<String, Value>, remark: &str) {
    let mut trials = recognise(remark);
    trials.retain(|one| matches!(one, Identifier::Nct(_) | Identifier::EudraCt(..)));
    let known = item.get("note").and_then(Value::as_str).map(str::to_owned);
    let all: Vec<String> = known.into_iter().chain(trials.iter().map(ToString::to_string)).collect();
    put(item, "note", &all.join(" "));
}

pub(super) fn short(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(FIELD).collect()
}

pub(super) fn put(item: &mut Map<String, Value>, name: &str, text: &str) {
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
pub(super) fn issued(text: &str) -> Option<Value> {
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
            "N1" => put_trials(item, value),
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

fn csl(text: &str) -> Result<Vec<Found>, BadLibrary> {
    let read: Value = serde_json::from_str(text).map_err(|_| BadLibrary::Broken)?;
    let entries = match read {
        Value::Array(entries) => entries,
        one @ Value::Object(_) => vec![one],
        _ => return Err(BadLibrary::Format),
    };
    let read = (1_usize..).zip(entries.iter().take(ENTRIES + 1)).map(|(number, entry)| {
        let place = || ["id", "title"].iter().find_map(|name| entry.get(*name)?.as_str().map(short));
        known(entry)
            .ok_or_else(|| Left { place: place().unwrap_or_else(|| number.to_string()), why: LeftOut::Entry })
    });
    let found: Vec<Found> = read.collect();
    // A file of something else is no library that was damaged.
    if found.iter().all(Result::is_err) { Err(BadLibrary::Format) } else { Ok(found) }
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
    put_trials(&mut item, &entry.get("note").and_then(text).unwrap_or_default());
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
            let entries = read(name, text.as_bytes()).unwrap().entries;
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
        assert_eq!(read("a.ris", long.as_bytes()).unwrap().entries[0].title.len(), FIELD);
    }

    #[test]
    fn what_is_no_reference_is_left_out_with_its_reason_and_the_rest_is_taken() {
        let said = |name: &str, text: &str| {
            let library = read(name, text.as_bytes()).unwrap();
            let taken: Vec<String> = library.entries.into_iter().map(|entry| entry.key).collect();
            let left: Vec<String> =
                library.left.iter().map(|left| format!("{} {}", left.place, left.why.code())).collect();
            (taken.join(", "), left.join(", "))
        };
        let bib = "@article{a, title = {Essai}, doi = {10.1234/x}}\n@article{a, title = {Autre}}\n\
            @article{b, author = {Tour, Anne}}\n@article{c, title = absente}\n\
            @misc{d, title = {Le même}, doi = {10.1234/X}}\n@misc{e, title = {Registre}}";
        let (taken, left) = said("a.bib", bib);
        assert_eq!(taken, "a, e");
        assert_eq!(left, "b title, d twice, a twice, c broken");
        let ris = "TY  - JOUR\nTI  - Essai\nER  - \nTY  - JOUR\nAU  - Tour, Anne\nER  - \n";
        assert_eq!(said("a.ris", ris), ("1".to_owned(), "2 title".to_owned()));
        let json = r#"[{"id":"a","type":"article-journal","title":"Essai"}, {"title":"Sans clé"}, 3]"#;
        assert_eq!(said("a.json", json), ("a".to_owned(), "Sans clé entry, 3 entry".to_owned()));
    }

    #[test]
    fn a_library_of_an_older_program_keeps_its_accents() {
        let latin: Vec<u8> =
            "TY  - JOUR\nTI  - Télésurveillance à domicile\nER  - \n".chars().map(|c| c as u8).collect();
        assert_eq!(read("a.ris", &latin).unwrap().entries[0].title, "Télésurveillance à domicile");
        let marked = [&b"\xef\xbb\xbf"[..], "@misc{a, title = {Été}}".as_bytes()].concat();
        assert_eq!(read("a.bib", &marked).unwrap().entries[0].title, "Été");
    }

    #[test]
    fn a_remark_gives_the_trial_s_number_in_a_register_and_no_other_publication() {
        let remark = "Registered as NCT01234567 (EudraCT 2004-000446-20). Comment on PMID: 31986264";
        let files = [
            ("a.bib", format!("@article{{a, title = {{Essai}}, note = {{{remark}}}}}")),
            ("a.ris", format!("TY  - JOUR\nTI  - Essai\nN1  - {remark}\nER  - \n")),
            (
                "a.json",
                json!([{"id": "a", "type": "article-journal", "title": "Essai", "note": remark}]).to_string(),
            ),
        ];
        for (name, text) in files {
            let item = read(name, text.as_bytes()).unwrap().entries.remove(0).item;
            let found: Vec<_> = identifiers(&item).iter().map(ToString::to_string).collect();
            assert_eq!(found, ["NCT01234567", "EudraCT 2004-000446-20"], "{name}");
            assert!(publications(&item).is_empty() && !item.contains("Comment"), "{name}");
        }
    }

    #[test]
    fn two_publications_of_one_trial_are_two() {
        let bib = "@article{a, title = {Protocole NCT01234567}}\n@article{b, title = {Essai NCT01234567}}";
        assert_eq!(read("a.bib", bib.as_bytes()).unwrap().entries.len(), 2);
    }
}
