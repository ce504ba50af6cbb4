//! One table of a description, taken apart key by key: what is left at the end is a key that nobody knows.

use serde_json::{Map, Value};

use super::description::Words;
use super::item::{Item, Severity};

/// One table of the description while it is taken apart: what is left at the end is unknown.
pub(super) struct Part<'a> {
    pub(super) place: String,
    pub(super) map: Map<String, Value>,
    pub(super) items: &'a mut Vec<Item>,
}

impl Part<'_> {
    fn at(&self, key: &str) -> String {
        if self.place.is_empty() { key.to_owned() } else { format!("{}.{key}", self.place) }
    }

    pub(super) fn missing(&mut self, key: &str) {
        let place = self.at(key);
        self.items.push(Item::new("intake.description-missing", Severity::Missing, place));
    }

    fn wrong_type(&mut self, key: &str) {
        let place = self.at(key);
        self.items.push(Item::new("intake.description-type", Severity::Wrong, place));
    }

    pub(super) fn text(&mut self, key: &str) -> Option<String> {
        match self.map.remove(key)? {
            Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
            Value::Number(number) => Some(number.to_string()),
            _ => {
                self.wrong_type(key);
                None
            }
        }
    }

    pub(super) fn required(&mut self, key: &str) -> String {
        let present = self.map.contains_key(key);
        let before = self.items.len();
        let text = self.text(key);
        if text.is_none() && (!present || self.items.len() == before) {
            self.missing(key);
        }
        text.unwrap_or_default()
    }

    pub(super) fn texts(&mut self, key: &str) -> Vec<String> {
        match self.map.remove(key) {
            None => Vec::new(),
            Some(Value::String(text)) => vec![text],
            Some(Value::Array(list)) if list.iter().all(Value::is_string) => {
                list.iter().filter_map(|value| value.as_str().map(str::to_owned)).collect()
            }
            Some(_) => {
                self.wrong_type(key);
                Vec::new()
            }
        }
    }

    pub(super) fn words(&mut self, key: &str) -> Words {
        match self.map.remove(key) {
            None => Words::default(),
            Some(Value::String(text)) => Words { fr: Some(text), en: None },
            Some(Value::Object(map)) => {
                let mut part = Part { place: self.at(key), map, items: &mut *self.items };
                let words = Words { fr: part.text("fr"), en: part.text("en") };
                part.end();
                words
            }
            Some(_) => {
                self.wrong_type(key);
                Words::default()
            }
        }
    }

    pub(super) fn part(&mut self, key: &str) -> Option<Part<'_>> {
        match self.map.remove(key)? {
            Value::Object(map) => Some(Part { place: self.at(key), map, items: &mut *self.items }),
            _ => {
                self.wrong_type(key);
                None
            }
        }
    }

    /// Takes each table of the list `key` apart with `take`.
    pub(super) fn each<T>(&mut self, key: &str, take: impl Fn(&mut Part<'_>) -> Option<T>) -> Vec<T> {
        let list = match self.map.remove(key) {
            None => return Vec::new(),
            Some(Value::Array(list)) => list,
            Some(_) => {
                self.wrong_type(key);
                return Vec::new();
            }
        };
        let mut taken = Vec::new();
        for (index, value) in list.into_iter().enumerate() {
            let place = format!("{}[{}]", self.at(key), index + 1);
            if let Value::Object(map) = value {
                let mut part = Part { place, map, items: &mut *self.items };
                taken.extend(take(&mut part));
                part.end();
            } else {
                self.items.push(Item::new("intake.description-type", Severity::Wrong, place));
            }
        }
        taken
    }

    /// Lists what nobody asked for.
    pub(super) fn end(self) {
        for key in self.map.keys() {
            let place = self.at(key);
            self.items.push(Item::new("intake.description-unknown-key", Severity::Notice, place));
        }
    }
}
