//! Bibliographic references: read from what a publisher has, kept as one item of CSL-JSON, written as a person cites.

mod bibtex;
mod csl;
pub mod item;
pub mod library;
mod ris;
pub mod style;

use sceau_domain::reference::{Identifier, recognise};
use sceau_ledger::payload::sealed::EvidenceItem;

use crate::paper::Tongue;
use crate::view::versions::version_of;

/// Media type of an item of evidence that is a reference and nothing else.
pub const MEDIA: &str = "application/vnd.citationstyles.csl+json";

/// What is known of an item of evidence as a publication: the formatted reference, without a page.
#[must_use]
pub fn formatted(item: &EvidenceItem, tongue: Tongue) -> Option<String> {
    style::cite(item.beside.reference.as_deref()?, tongue)
}

/// Identifiers of an item of evidence, in its reference and its title.
#[must_use]
pub fn identifiers(item: &EvidenceItem) -> Vec<Identifier> {
    let mut found = item.beside.reference.as_deref().map(item::identifiers).unwrap_or_default();
    for one in recognise(&item.title) {
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found
}

/// The reference of a place in the evidence, as it stands beside a quotation: the publication where it is known, else
/// title, version and file name; then the page.
#[must_use]
pub fn reference_of(
    item: &EvidenceItem,
    among: &[EvidenceItem],
    page: Option<u64>,
    tongue: Tongue,
) -> String {
    let version = version_of(item, among);
    let known = formatted(item, tongue);
    let mut parts = Vec::new();
    match known {
        Some(text) => parts.push(text.trim_end_matches('.').to_owned()),
        None if item.title.is_empty() => parts.push(item.name.clone()),
        None => parts.push(format!("{} ({})", item.title, item.name)),
    }
    let replaced = among.iter().any(|other| other.beside.replaces == Some(item.sha256));
    if version > 1 || replaced {
        parts.push(format!("version {version}"));
    }
    if let Some(page) = page {
        parts.push(format!("p. {page}"));
    }
    parts.join(", ")
}
