//! The passages that I cite, criterion by criterion, as text that other programs take: Markdown and CSV.

use std::fmt::Write as _;

use crate::error::{AppError, Result};
use crate::spreadsheet::inert;

/// A passage with the reference of its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// The reference: title, version, page.
    pub reference: String,
    /// The words, or the description of a region.
    pub quote: String,
    /// A drawn region, not words.
    pub region: bool,
    /// The kind of study, in words; empty: not said.
    pub study: String,
}

/// A criterion with what I said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its code.
    pub code: String,
    /// Its question.
    pub question: String,
    /// My mark, as it is shown; empty: none.
    pub mark: String,
    /// Why.
    pub reason: String,
    /// The passages on which it rests.
    pub passages: Vec<Cited>,
}

/// The headings of a list, in the language of whoever takes it away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Headings {
    /// Above everything.
    pub title: &'static str,
    /// Before a mark.
    pub mark: &'static str,
    /// In the place of quotation marks around the description of a region.
    pub region: &'static str,
    /// Before the kind of study.
    pub study: &'static str,
    /// The columns of the table.
    pub columns: [&'static str; 7],
}

/// French.
pub const FRENCH: Headings = Headings {
    title: "Passages cités",
    mark: "Note",
    region: "Zone",
    study: "Type d’étude",
    columns: ["Critère", "Question", "Note", "Motif", "Passage", "Référence", "Type d’étude"],
};

/// English.
pub const ENGLISH: Headings = Headings {
    title: "Cited passages",
    mark: "Mark",
    region: "Region",
    study: "Kind of study",
    columns: ["Criterion", "Question", "Mark", "Reason", "Passage", "Reference", "Kind of study"],
};

/// The list as Markdown; nothing that was quoted or typed is read as markup.
#[must_use]
pub fn markdown(about: &str, sections: &[Section], words: &Headings) -> String {
    let mut out = format!("# {} : {}\n", plain(words.title), plain(about));
    for section in sections {
        let _ = write!(out, "\n## {} {}\n", plain(&section.code), plain(&section.question));
        if !section.mark.is_empty() {
            let _ = write!(out, "\n**{} : {}**\n", words.mark, plain(&section.mark));
        }
        for paragraph in section.reason.split('\n').map(str::trim).filter(|one| !one.is_empty()) {
            let _ = write!(out, "\n{}\n", plain(paragraph));
        }
        for cited in &section.passages {
            let label = if cited.region { format!("{} : ", words.region) } else { String::new() };
            let study = match cited.study.as_str() {
                "" => String::new(),
                study => format!("\n>\n> {} : {}", words.study, plain(study)),
            };
            let (quote, reference) = (plain(&cited.quote), plain(&cited.reference));
            let _ = write!(out, "\n> {label}{quote}\n>\n> — {reference}{study}\n");
        }
    }
    out
}

/// Text on one line, with the signs of Markdown and of HTML taken literally.
fn plain(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(line.len());
    for (place, character) in line.char_indices() {
        let marks = "\\`*_{}[]<>#|~&!".contains(character);
        // A list or a rule begins with these; inside a line they are punctuation.
        let begins = place == 0 && "+-=>".contains(character);
        let numbered = (character == '.' || character == ')')
            && place > 0
            && line.get(..place).is_some_and(|head| head.bytes().all(|byte| byte.is_ascii_digit()));
        if marks || begins || numbered {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

/// The list as a table, a row for each passage; a criterion without one has a row of its own.
///
/// # Errors
/// Never for what memory holds.
pub fn csv(sections: &[Section], words: &Headings) -> Result<Vec<u8>> {
    // Spreadsheets take a file for UTF-8 only when it begins so.
    let mut out = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    let failed = |error: &dyn std::fmt::Display| AppError::Input(error.to_string());
    out.write_record(words.columns).map_err(|error| failed(&error))?;
    for section in sections {
        let own = [&section.code, &section.question, &section.mark, &section.reason];
        let mut row = |quote: &str, reference: &str, study: &str| {
            let cells = own.iter().map(|cell| cell.as_str()).chain([quote, reference, study]).map(inert);
            out.write_record(cells).map_err(|error| failed(&error))
        };
        for cited in &section.passages {
            let label = if cited.region { format!("{} : ", words.region) } else { String::new() };
            row(&format!("{label}{}", cited.quote), &cited.reference, &cited.study)?;
        }
        if section.passages.is_empty() {
            row("", "", "")?;
        }
    }
    out.into_inner().map_err(|error| failed(&error))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section() -> Section {
        Section {
            code: "2.3".into(),
            question: "L’essai est-il *randomisé* ?".into(),
            mark: "3".into(),
            reason: "=HYPERLINK(\"http://x\")\n<script>".into(),
            passages: vec![
                Cited {
                    reference: "Essai (v2), p. 7".into(),
                    quote: "- 128 des 206 [patients]".into(),
                    region: false,
                    study: "Essai *randomisé*".into(),
                },
                Cited {
                    reference: "Essai, p. 8".into(),
                    quote: "@SUM(A1)".into(),
                    region: false,
                    study: String::new(),
                },
            ],
        }
    }

    #[test]
    fn no_cell_is_a_formula_and_nothing_is_lost() {
        let bytes = csv(&[section()], &FRENCH).unwrap();
        assert!(bytes.starts_with(b"\xef\xbb\xbf"));
        let mut table = csv::Reader::from_reader(&bytes[3..]);
        let rows: Vec<csv::StringRecord> = table.records().map(|row| row.unwrap()).collect();
        assert_eq!(rows.len(), 2);
        assert_eq!(&rows[0][3], "'=HYPERLINK(\"http://x\")\n<script>");
        assert_eq!(&rows[0][4], "'- 128 des 206 [patients]");
        assert_eq!(&rows[1][4], "'@SUM(A1)");
        assert_eq!(&rows[1][5], "Essai, p. 8");
        assert_eq!((&rows[0][6], &rows[1][6]), ("Essai *randomisé*", ""));
    }

    #[test]
    fn nothing_that_was_typed_is_markup() {
        let text = markdown("OncoSuivi", &[section()], &FRENCH);
        assert!(text.contains("\n> \\- 128 des 206 \\[patients\\]\n>\n> — Essai (v2), p. 7\n>\n"), "{text}");
        assert!(text.contains("> Type d’étude : Essai \\*randomisé\\*\n"), "{text}");
        assert!(text.ends_with("> — Essai, p. 8\n"), "nothing is said of a kind that is not known: {text}");
        assert!(text.contains("\\<script\\>") && text.contains("\\*randomisé\\*"), "{text}");
        assert_eq!(plain("12. Essai"), "12\\. Essai");
    }
}
