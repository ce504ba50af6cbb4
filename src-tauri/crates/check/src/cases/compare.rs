//! Expected against computed: objects by the keys that are expected, lists whole and in order, values
//! exactly (null is a value).

use sceau_domain::datum::Datum;
use serde_json::Value;

/// One difference.
pub(crate) struct Difference {
    pub path: String,
    pub expected: String,
    pub got: String,
}

/// Every difference.
pub(crate) fn differences(expected: &Datum, got: &Value) -> Vec<Difference> {
    let mut found = Vec::new();
    compare(expected, got, "", &mut found);
    found
}

fn compare(expected: &Datum, got: &Value, path: &str, found: &mut Vec<Difference>) {
    match (expected, got) {
        (Datum::Table(rows), Value::Object(object)) => {
            for (key, expected) in rows {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                match object.get(key) {
                    Some(got) => compare(expected, got, &path, found),
                    None => {
                        found.push(Difference { path, expected: written(expected), got: "nothing".into() })
                    }
                }
            }
        }
        (Datum::List(list), Value::Array(array)) if list.len() == array.len() => {
            for (row, (expected, got)) in list.iter().zip(array).enumerate() {
                compare(expected, got, &format!("{path}.{row}"), found);
            }
        }
        _ if json(expected) == *got => {}
        _ => found.push(Difference {
            path: path.to_string(),
            expected: written(expected),
            got: got.to_string(),
        }),
    }
}

/// A datum as JSON text.
pub(crate) fn written(datum: &Datum) -> String {
    json(datum).to_string()
}

fn json(datum: &Datum) -> Value {
    match datum {
        Datum::Null => Value::Null,
        Datum::Flag(flag) => Value::from(*flag),
        Datum::Integer(n) => Value::from(*n),
        Datum::Text(text) => Value::from(text.as_str()),
        Datum::List(list) => list.iter().map(json).collect(),
        Datum::Table(rows) => Value::Object(rows.iter().map(|(k, v)| (k.clone(), json(v))).collect()),
        // No answer of the rules is inexact, so this equals nothing that they can say.
        Datum::Other => Value::from("(a number that is not exact)"),
    }
}
