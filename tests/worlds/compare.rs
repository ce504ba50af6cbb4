//! Two worlds side by side: where they differ, and whether whoever looks there may see it.

use std::collections::BTreeMap;
use std::fmt;

use sceau_ledger::batch::BatchRecord;
use sceau_ledger::encoding::Record;
use sceau_ledger::tree::{Frontier, leaf};
use sceau_protocol::path::hex;
use sceau_registry::Registry;
use serde_json::{Value, json};

use crate::story::Phase;
use crate::world::Seat;

/// Where somebody can look.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Surface {
    /// What a member's window is shown, by the command's name.
    View(Seat, String),
    /// Sizes on the line, message by message.
    Wire,
    /// Sizes in the registry's database, and everything that lies there in clear.
    Registry,
    /// What the programs log.
    Log,
    /// What anybody can fetch.
    Public,
}

/// Everything that could be seen in a world.
pub type Seen = BTreeMap<(Phase, Surface), Value>;

/// A place where two worlds differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub phase: Phase,
    pub surface: Surface,
    /// The first place inside.
    pub at: String,
    /// There, in one world and in the other.
    pub values: (String, String),
}

impl fmt::Display for Difference {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { phase, surface, at, values: (one, other) } = self;
        write!(out, "{phase:?} · {surface:?} · {at}: {one} ≠ {other}")
    }
}

/// Every surface on which two worlds differ.
pub fn differences(one: &Seen, other: &Seen) -> Vec<Difference> {
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>(), "other surfaces exist");
    let differing = one.iter().filter_map(|(key, value)| {
        let (at, values) = first_difference(value, other.get(key)?)?;
        Some(Difference { phase: key.0, surface: key.1.clone(), at, values })
    });
    differing.collect()
}

fn first_difference(one: &Value, other: &Value) -> Option<(String, (String, String))> {
    if one == other {
        return None;
    }
    let inside: Vec<(String, &Value, &Value)> = match (one, other) {
        (Value::Object(one), Value::Object(other)) if one.keys().eq(other.keys()) => {
            one.iter().zip(other.values()).map(|((key, one), other)| (key.clone(), one, other)).collect()
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            one.iter().zip(other).enumerate().map(|(at, (one, other))| (at.to_string(), one, other)).collect()
        }
        _ => Vec::new(),
    };
    for (key, one, other) in inside {
        if let Some((at, values)) = first_difference(one, other) {
            return Some((format!("/{key}{at}"), values));
        }
    }
    let short = |value: &Value| value.to_string().chars().take(300).collect::<String>();
    Some((String::new(), (short(one), short(other))))
}

/// Names of ciphertext: a batch, its parcels, and every root of the log. They differ whenever a sealed byte does, and
/// tell nothing about it; they are replaced by their place, so that a name that points elsewhere still shows. A digest
/// of anything readable is none of them and stays.
pub struct Names(BTreeMap<String, String>);

impl Names {
    /// Of everything that a registry holds.
    pub fn of(registry: &Registry) -> Self {
        let mut names = BTreeMap::new();
        let mut frontier = Frontier::default();
        let each = &mut |stored: sceau_registry::database::StoredBatch| {
            let place = stored.place;
            frontier.append(&leaf(&stored.entry));
            names.insert(hex(&stored.batch), format!("batch {place}"));
            names.insert(hex(&frontier.root()), format!("root {}", frontier.size()));
            for parcel in &stored.parcels {
                names.insert(hex(&parcel.sha256), format!("parcel {place}.{}", parcel.place));
            }
        };
        registry.database.replay(each).unwrap();
        Self(names)
    }

    /// A text with every such name replaced.
    pub fn hide(&self, text: &str) -> String {
        let mut hidden = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(start) = rest.find(|c: char| c.is_ascii_hexdigit()) {
            let (before, from) = rest.split_at(start);
            let end = from.find(|c: char| !c.is_ascii_hexdigit()).unwrap_or(from.len());
            let (word, after) = from.split_at(end);
            hidden.push_str(before);
            hidden.push_str(self.0.get(word).map_or(word, String::as_str));
            rest = after;
        }
        hidden.push_str(rest);
        hidden
    }

    /// The same, in every text of a view.
    pub fn hide_in(&self, view: Value) -> Value {
        match view {
            Value::String(text) => Value::String(self.hide(&text)),
            Value::Array(items) => items.into_iter().map(|item| self.hide_in(item)).collect(),
            Value::Object(fields) => {
                fields.into_iter().map(|(key, value)| (self.hide(&key), self.hide_in(value))).collect()
            }
            other => other,
        }
    }
}

/// What a registry's operator sees without any key: headers word for word, sizes of everything else.
pub fn registry_tables(registry: &Registry) -> Value {
    let mut batches = Vec::new();
    let each = &mut |stored: sceau_registry::database::StoredBatch| {
        let entry = sceau_ledger::log::Entry::decode(&stored.entry).unwrap();
        let record = BatchRecord::decode(&entry.batch).unwrap();
        let parcels = record.parcels.iter().zip(&stored.parcels).map(|(told, kept)| {
            json!([format!("{:?}", told.access), told.length, kept.bytes.as_ref().map(Vec::len)])
        });
        batches.push(json!({
            "received": entry.received.0,
            "device": record.device.to_string(),
            "entry": stored.entry.len(),
            "headers": stored.headers.iter().map(|header| hex(header)).collect::<Vec<_>>(),
            "parcels": parcels.collect::<Vec<_>>(),
        }));
    };
    registry.database.replay(each).unwrap();
    let profiles = registry.database.profiles().unwrap();
    let words = registry.database.cosignatures().unwrap();
    json!({
        "batches": batches,
        "profiles": profiles.iter().map(|one| json!([hex(&one.member), one.blob.len()])).collect::<Vec<_>>(),
        "cosignatures": words.iter().map(|one| json!([hex(&one.device), one.size, one.line.len()])).collect::<Vec<_>>(),
    })
}
