//! Identifiers of publications and trials: recognised in whatever writing they come, and written in one.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// The name of a publication or of a trial in a register.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Identifier {
    /// A DOI, in lower case: its letters' case means nothing.
    Doi(String),
    /// A number of PubMed.
    Pmid(u32),
    /// A number of ClinicalTrials.gov, eight figures.
    Nct(u32),
    /// A number of the European register: year, number, check.
    EudraCt(u16, u32, u8),
}

impl Identifier {
    /// Reads a text that is one identifier and nothing else, with or without its usual beginnings.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let lower = text.to_lowercase();
        let after = |beginnings: &[&str]| beginnings.iter().find_map(|begin| lower.strip_prefix(begin));
        let doi = [
            "https://doi.org/",
            "http://doi.org/",
            "https://dx.doi.org/",
            "http://dx.doi.org/",
            "doi.org/",
            "doi:",
            "doi ",
        ];
        if let Some(found) = doi_of(after(&doi).unwrap_or(&lower).trim_start()) {
            return Some(Self::Doi(found));
        }
        let pubmed = ["https://pubmed.ncbi.nlm.nih.gov/", "pubmed.ncbi.nlm.nih.gov/", "pmid:", "pmid"];
        if let Some(rest) = after(&pubmed) {
            let digits = rest.trim_matches(|one: char| one.is_whitespace() || one == '/' || one == ':');
            return figures(digits, 1..=8).filter(|number| *number > 0).map(Self::Pmid);
        }
        let trial = ["https://clinicaltrials.gov/study/", "https://clinicaltrials.gov/ct2/show/"];
        if let Some(digits) = after(&trial).unwrap_or(&lower).strip_prefix("nct") {
            return figures(digits, 8..=8).map(Self::Nct);
        }
        eudract(after(&["eudract:", "eudract"]).unwrap_or(&lower).trim_start())
    }

    /// The address at which it can be looked up.
    #[must_use]
    pub fn address(&self) -> String {
        match self {
            Self::Doi(doi) => alloc::format!("https://doi.org/{doi}"),
            Self::Pmid(number) => alloc::format!("https://pubmed.ncbi.nlm.nih.gov/{number}/"),
            Self::Nct(_) => alloc::format!("https://clinicaltrials.gov/study/{self}"),
            Self::EudraCt(..) => {
                let number = alloc::format!("{self}");
                let number = number.trim_start_matches("EudraCT ");
                alloc::format!("https://www.clinicaltrialsregister.eu/ctr-search/search?query={number}")
            }
        }
    }
}

impl fmt::Display for Identifier {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Doi(doi) => write!(out, "doi:{doi}"),
            Self::Pmid(number) => write!(out, "PMID {number}"),
            Self::Nct(number) => write!(out, "NCT{number:08}"),
            Self::EudraCt(year, number, check) => write!(out, "EudraCT {year:04}-{number:06}-{check:02}"),
        }
    }
}

/// Every identifier that stands in a text, in its order, each once.
#[must_use]
pub fn recognise(text: &str) -> Vec<Identifier> {
    let mut found = Vec::new();
    let words: Vec<&str> = text.split_whitespace().collect();
    for (place, word) in words.iter().enumerate() {
        let bare = word.trim_matches(|one: char| "()[]{}<>,;.\"'«»".contains(one));
        let labelled = |next: &&str| {
            let label = bare.trim_end_matches(':').to_lowercase();
            let next = next.trim_matches(|one: char| "()[]{}<>,;.\"'«»".contains(one));
            (label == "pmid").then(|| Identifier::read(&alloc::format!("pmid {next}"))).flatten()
        };
        let one = Identifier::read(bare).or_else(|| words.get(place + 1).and_then(labelled));
        if let Some(one) = one.filter(|one| !found.contains(one)) {
            found.push(one);
        }
    }
    found
}

/// `10.`, a registrant of four to nine figures, `/`, and something.
fn doi_of(text: &str) -> Option<String> {
    let (registrant, suffix) = text.strip_prefix("10.")?.split_once('/')?;
    let parts =
        registrant.split('.').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    let first = registrant.split('.').next().map_or(0, str::len);
    let suffix = suffix.trim_end_matches(|one: char| ".,;:\"'»>]}".contains(one));
    // A closing bracket is the DOI's own only when it has its opening.
    let closes = suffix.ends_with(')') && suffix.matches('(').count() < suffix.matches(')').count();
    let suffix = if closes { suffix.trim_end_matches(')') } else { suffix };
    let plain = !suffix.is_empty() && suffix.chars().all(|one| !one.is_whitespace() && !one.is_control());
    (parts && (4..=9).contains(&first) && plain && suffix.len() <= 200)
        .then(|| alloc::format!("10.{registrant}/{}", suffix.to_owned()))
}

fn figures(text: &str, length: core::ops::RangeInclusive<usize>) -> Option<u32> {
    let all = length.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    all.then(|| text.parse().ok()).flatten()
}

fn eudract(text: &str) -> Option<Identifier> {
    let mut parts = text.split('-');
    let (year, number, check) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let year = u16::try_from(figures(year, 4..=4)?).ok().filter(|year| (2000..2100).contains(year))?;
    Some(Identifier::EudraCt(year, figures(number, 6..=6)?, u8::try_from(figures(check, 2..=2)?).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;
    use proptest::prelude::*;

    #[test]
    fn one_identifier_has_one_writing() {
        for (written, normal) in [
            ("https://doi.org/10.2196/39590", "doi:10.2196/39590"),
            ("DOI: 10.1016/S0140-6736(20)30183-5", "doi:10.1016/s0140-6736(20)30183-5"),
            ("10.1000/182.", "doi:10.1000/182"),
            ("PMID: 31986264", "PMID 31986264"),
            ("https://pubmed.ncbi.nlm.nih.gov/31986264/", "PMID 31986264"),
            ("nct01234567", "NCT01234567"),
            ("https://clinicaltrials.gov/study/NCT00000102", "NCT00000102"),
            ("EudraCT: 2004-000446-20", "EudraCT 2004-000446-20"),
        ] {
            assert_eq!(Identifier::read(written).unwrap().to_string(), normal, "{written}");
        }
        for none in
            ["10.1/x", "10.1000/", "PMID 0", "PMID 123456789", "NCT1234567", "2004-0446-20", "31986264", ""]
        {
            assert_eq!(Identifier::read(none), None, "{none}");
        }
    }

    #[test]
    fn those_in_a_sentence_are_found() {
        let text =
            "Essai (NCT01234567, EudraCT 2004-000446-20), publié : doi:10.1000/ABC.1 ; PMID: 31986264.";
        let found: Vec<String> = recognise(text).iter().map(ToString::to_string).collect();
        assert_eq!(found, ["NCT01234567", "EudraCT 2004-000446-20", "doi:10.1000/abc.1", "PMID 31986264"]);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(
            registrant in 1000_u32..99_999,
            suffix in "[a-z0-9][a-z0-9./_()-]{0,20}[a-z0-9]",
            pmid in 1_u32..99_999_999,
            nct in 0_u32..99_999_999,
            year in 2000_u16..2100,
            number in 0_u32..999_999,
            check in 0_u8..99,
        ) {
            let doi = Identifier::Doi(alloc::format!("10.{registrant}/{suffix}"));
            for one in [doi, Identifier::Pmid(pmid), Identifier::Nct(nct), Identifier::EudraCt(year, number, check)] {
                prop_assert_eq!(Identifier::read(&one.to_string()), Some(one.clone()));
                prop_assert_eq!(Identifier::read(&one.to_string().to_uppercase()), Some(one));
            }
        }

        #[test]
        fn nothing_makes_the_reader_stumble(text in ".{0,80}") {
            for one in recognise(&text) {
                prop_assert_eq!(Identifier::read(&one.to_string()), Some(one));
            }
        }
    }
}
