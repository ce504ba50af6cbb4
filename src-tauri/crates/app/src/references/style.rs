//! A reference as a person cites it: author and date, in French or in English, by a style of the Citation Style
//! Language.

use std::sync::OnceLock;
use std::time::Duration;

use citationberg::json::Item;
use citationberg::{IndependentStyle, Locale, LocaleCode, Style};
use hayagriva::archive::{ArchivedStyle, locales};
use hayagriva::{BibliographyDriver, BibliographyRequest, BufWriteFormat, CitationItem, CitationRequest};

use crate::guarded::within;
use crate::paper::Tongue;

/// Time for one reference.
const LIMIT: Duration = Duration::from_secs(5);

/// The style and the words of its languages, read once.
fn archive() -> Option<&'static (IndependentStyle, Vec<Locale>)> {
    static ARCHIVE: OnceLock<Option<(IndependentStyle, Vec<Locale>)>> = OnceLock::new();
    ARCHIVE
        .get_or_init(|| match ArchivedStyle::AmericanPsychologicalAssociation.get() {
            Style::Independent(style) => Some((style, locales())),
            Style::Dependent(_) => None,
        })
        .as_ref()
}

/// The reference on one line; `None` for an item that is none.
#[must_use]
pub fn cite(item: &str, tongue: Tongue) -> Option<String> {
    let item: Item = serde_json::from_str(item).ok()?;
    within(LIMIT, move || render(&item, tongue)).ok().flatten()
}

fn render(item: &Item, tongue: Tongue) -> Option<String> {
    let (style, locales) = archive()?;
    let locale = || Some(LocaleCode(if tongue == Tongue::Fr { "fr-FR" } else { "en-US" }.to_owned()));
    let mut driver = BibliographyDriver::new();
    driver.citation(CitationRequest::new(
        vec![CitationItem::with_entry(item)],
        style,
        locale(),
        locales,
        None,
    ));
    let rendered = driver.finish(BibliographyRequest::new(style, locale(), locales));
    let bibliography = rendered.bibliography?;
    let mut text = String::new();
    bibliography.items.first()?.content.write_buf(&mut text, BufWriteFormat::Plain).ok()?;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!line.is_empty()).then_some(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ITEM: &str = r#"{"id":"a","type":"article-journal","title":"Suivi à distance des toxicités",
        "container-title":"Revue de démonstration","issued":{"date-parts":[[2025]]},"volume":"12","issue":"3",
        "page":"101–110","DOI":"10.1234/abc.1",
        "author":[{"family":"Valmont","given":"Étienne"},{"family":"Tour","given":"Anne"}]}"#;

    #[test]
    fn author_and_date_come_first_in_the_language_of_the_reader() {
        let fr = cite(ITEM, Tongue::Fr).unwrap();
        assert!(
            fr.starts_with("Valmont, É., & Tour, A. (2025)")
                || fr.starts_with("Valmont, É. et Tour, A. (2025)"),
            "{fr}"
        );
        assert!(fr.contains("Revue de démonstration") && fr.contains("10.1234/abc.1"), "{fr}");
        // The numbers under which a trial is registered are links beside the reference, not words of it.
        let noted = ITEM.replacen('{', "{\"note\":\"NCT01234567\",", 1);
        assert_eq!(cite(&noted, Tongue::Fr).unwrap(), fr);
        let en = cite(ITEM, Tongue::En).unwrap();
        assert!(en.contains("(2025)") && en.contains("12(3)"), "{en}");
    }

    #[test]
    fn an_item_that_is_none_has_no_reference() {
        for none in ["", "[]", "{\"a\": [[1]]}", "{"] {
            assert_eq!(cite(none, Tongue::Fr), None, "{none}");
        }
        let _ = cite("{}", Tongue::Fr);
        let undated = cite(r#"{"id":"a","type":"document","title":"Notice"}"#, Tongue::Fr).unwrap();
        assert!(undated.contains("Notice"), "{undated}");
    }
}
