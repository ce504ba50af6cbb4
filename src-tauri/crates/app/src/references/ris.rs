//! RIS: a line is two signs, two spaces, a dash and a value; whatever is not so is passed over.

use serde_json::{Map, Value, json};

use super::item::{NAMES, issued, put, put_trials, short};
use super::library::ENTRIES;

/// The items of a file, at most one more than a library may hold.
pub(super) fn read(text: &str) -> Vec<Map<String, Value>> {
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
                ("type".to_owned(), json!(kind(value))),
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

fn kind(value: &str) -> &'static str {
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
