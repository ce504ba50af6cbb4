//! Answers in JSON: a list of objects, or an object whose keys are the codes. Keys mean what headers of a table mean, so that
//! a person can say once what those of another house mean.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::answers::{Answer, split_names};
use super::item::{Item, Severity};
use super::reading::Reading;
use super::table::Column;

/// Reads the answers of a value; the keys of its objects go to `headers`.
pub fn read(
    value: &Value,
    reading: &Reading,
    place: &str,
    headers: &mut Vec<String>,
    items: &mut Vec<Item>,
) -> Vec<Answer> {
    let rows = rows(value);
    if rows.len() > reading.limits.rows {
        let item = Item::new("intake.answers-too-many", Severity::Wrong, place);
        items.push(item.with("limit", reading.limits.rows));
        return Vec::new();
    }
    let keys: BTreeSet<&String> =
        rows.iter().filter_map(|(_, value)| value.as_object()).flat_map(Map::keys).collect();
    *headers = keys.into_iter().cloned().collect();
    let known = |column| headers.iter().any(|key| reading.column(key) == Some(column));
    let coded = rows.iter().all(|(code, _)| code.is_some());
    let objects = !rows.is_empty() && rows.iter().all(|(_, value)| value.is_object());
    if objects && !(known(Column::Answer) && (coded || known(Column::Code))) {
        items.push(Item::new("intake.answers-header", Severity::Wrong, place));
        return Vec::new();
    }
    let mut answers = Vec::new();
    for (line, (code, value)) in (1_u64..).zip(rows) {
        match one(code, value, reading) {
            Some(answer) => answers.push(Answer { line, ..answer }),
            None => items.push(Item::new("intake.answer-line", Severity::Wrong, place).with("line", line)),
        }
    }
    answers
}

/// Each answer, with its code where that is the key under which it stands.
fn rows(value: &Value) -> Vec<(Option<&str>, &Value)> {
    let list = |list: &'_ Value| list.as_array().is_some_and(|list| list.iter().any(Value::is_object));
    let listed = match value {
        Value::Array(_) => Some(value),
        Value::Object(map) => {
            let named = map.get("answers").or_else(|| map.get("reponses")).filter(|named| named.is_array());
            let mut lists = map.values().filter(|value| list(value));
            // Under another name it is the only list of objects.
            named.or_else(|| lists.next().filter(|_| lists.next().is_none()))
        }
        _ => None,
    };
    match (listed, value) {
        (Some(Value::Array(list)), _) => list.iter().map(|value| (None, value)).collect(),
        (_, Value::Object(map)) => map.iter().map(|(code, value)| (Some(code.as_str()), value)).collect(),
        _ => Vec::new(),
    }
}

fn one(code: Option<&str>, value: &Value, reading: &Reading) -> Option<Answer> {
    let mut answer = Answer { code: code.unwrap_or_default().to_owned(), ..Answer::default() };
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                match reading.column(key) {
                    Some(Column::Code) => answer.code = scalar(value)?,
                    Some(Column::Answer) => answer.answer = scalar(value)?,
                    Some(Column::Comment) => answer.comment = scalar(value)?,
                    Some(Column::Evidence) => answer.evidence = list(value)?,
                    None => {}
                }
            }
        }
        value => answer.answer = scalar(value)?,
    }
    (!answer.code.is_empty()).then_some(answer)
}

fn list(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::Array(list) => list.iter().map(scalar).collect(),
        value => scalar(value).map(|text| split_names(&text)),
    }
}

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(true) => Some("yes".to_owned()),
        Value::Bool(false) => Some("no".to_owned()),
        Value::Null => Some(String::new()),
        Value::Array(_) | Value::Object(_) => None,
    }
}
