//! Libraries of references: BibTeX and BibLaTeX, RIS, CSL-JSON. Each entry becomes one item of CSL-JSON with the fields
//! that a citation needs and no others; what is too long, too deep or of another type is left out or refused.

use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::{Map, Value};

use super::item::publications;
use super::{bibtex, csl, ris};
use crate::guarded::within;
use crate::intake::encoding::decode;

/// Largest library.
const BYTES: usize = 1 << 20;
/// Most entries of one.
pub(super) const ENTRIES: usize = 500;
/// Time for one library.
const LIMIT: Duration = Duration::from_secs(5);

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
        ris::read(&text).into_iter().map(Ok).collect()
    } else if lower.ends_with(".json") {
        csl::read(&text)?
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

fn entry(item: Map<String, Value>) -> Entry {
    let text = |name: &str| item.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    Entry { key: text("id"), title: text("title"), item: Value::Object(item.clone()).to_string() }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::item::{FIELD, identifiers};
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
