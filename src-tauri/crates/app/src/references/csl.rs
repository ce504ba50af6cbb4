//! CSL-JSON from elsewhere: only the fields that a citation needs.

use serde_json::{Map, Value, json};

use super::item::{NAMES, issued, put, put_trials, short};
use super::library::{BadLibrary, ENTRIES, Found, Left, LeftOut};

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

/// The items of a file, at most one more than a library may hold.
///
/// # Errors
/// [`BadLibrary`]: it is no JSON, or none of its entries is one of CSL.
pub(super) fn read(text: &str) -> Result<Vec<Found>, BadLibrary> {
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
    item.extend(date.and_then(|date| issued(&date)).map(|date| ("issued".to_owned(), date)));
    Some(item)
}

fn name_of(name: &Map<String, Value>) -> Option<Value> {
    let mut kept = Map::new();
    for part in ["family", "given", "literal", "non-dropping-particle", "dropping-particle", "suffix"] {
        put(&mut kept, part, name.get(part).and_then(Value::as_str).unwrap_or_default());
    }
    (kept.contains_key("family") || kept.contains_key("literal")).then_some(Value::Object(kept))
}
