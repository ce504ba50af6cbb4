//! One item of CSL-JSON: how its fields are written, and which identifiers stand in it.

use sceau_domain::reference::{Identifier, recognise};
use serde_json::{Map, Value, json};

/// Longest field (characters); an abstract is no part of a citation.
pub(super) const FIELD: usize = 1_000;
/// Most names of one entry.
pub(super) const NAMES: usize = 100;

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
