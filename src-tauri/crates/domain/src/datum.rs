//! A data file exactly as somebody wrote it, right or wrong.
//!
//! Grids, bylaws and labels are data that people edit. A wrong one must be read far enough to say every
//! fault at once, so files are first read into this tree and judged there. Tables keep the order of the
//! document: in some lists of the procedure the order is part of the rule.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// One value of a TOML or JSON document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Datum {
    /// JSON's null, which means the same as an absent key.
    Null,
    /// true or false.
    Flag(bool),
    /// A whole number.
    Integer(i64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Datum>),
    /// A table, in the order of the document.
    Table(Vec<(String, Datum)>),
    /// A value that no file of ours may hold, above all a floating-point number.
    Other,
}

impl Datum {
    /// The value under a key of a table; an absent key and a null are the same.
    pub fn get(&self, key: &str) -> Option<&Datum> {
        match self {
            Datum::Table(rows) => {
                rows.iter().rev().find(|(k, _)| k == key).map(|(_, v)| v).filter(|v| **v != Datum::Null)
            }
            _ => None,
        }
    }

    /// The value at a path of keys.
    pub fn at(&self, path: &[&str]) -> Option<&Datum> {
        path.iter().try_fold(self, |here, key| here.get(key))
    }

    /// This value as a text.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Datum::Text(text) => Some(text),
            _ => None,
        }
    }

    /// This value as true or false.
    pub fn as_flag(&self) -> Option<bool> {
        match self {
            Datum::Flag(flag) => Some(*flag),
            _ => None,
        }
    }

    /// This value as a whole number.
    pub fn as_integer(&self) -> Option<i64> {
        match self {
            Datum::Integer(n) => Some(*n),
            _ => None,
        }
    }

    /// This value as a list.
    pub fn as_list(&self) -> Option<&[Datum]> {
        match self {
            Datum::List(list) => Some(list),
            _ => None,
        }
    }

    /// This value as a table.
    pub fn as_table(&self) -> Option<&[(String, Datum)]> {
        match self {
            Datum::Table(rows) => Some(rows),
            _ => None,
        }
    }

    /// The text under a key.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(Datum::as_text)
    }

    /// The flag under a key; `absent` where there is none or it is no flag.
    pub fn flag_or(&self, key: &str, absent: bool) -> bool {
        self.get(key).and_then(Datum::as_flag).unwrap_or(absent)
    }

    /// The whole number under a key.
    pub fn integer(&self, key: &str) -> Option<i64> {
        self.get(key).and_then(Datum::as_integer)
    }

    /// The list under a key; empty where there is none.
    pub fn list(&self, key: &str) -> &[Datum] {
        self.get(key).and_then(Datum::as_list).unwrap_or_default()
    }

    /// The texts of the list under a key; everything that is no text is left out.
    pub fn texts(&self, key: &str) -> Vec<String> {
        self.list(key).iter().filter_map(Datum::as_text).map(ToString::to_string).collect()
    }
}

impl<'de> Deserialize<'de> for Datum {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AsWritten)
    }
}

struct AsWritten;

impl<'de> Visitor<'de> for AsWritten {
    type Value = Datum;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value of a data file")
    }

    fn visit_bool<E>(self, v: bool) -> Result<Datum, E> {
        Ok(Datum::Flag(v))
    }

    fn visit_i64<E>(self, v: i64) -> Result<Datum, E> {
        Ok(Datum::Integer(v))
    }

    fn visit_u64<E>(self, v: u64) -> Result<Datum, E> {
        Ok(i64::try_from(v).map_or(Datum::Other, Datum::Integer))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Datum, E> {
        Ok(Datum::Other)
    }

    fn visit_str<E>(self, v: &str) -> Result<Datum, E> {
        Ok(Datum::Text(v.to_string()))
    }

    fn visit_string<E>(self, v: String) -> Result<Datum, E> {
        Ok(Datum::Text(v))
    }

    fn visit_unit<E>(self) -> Result<Datum, E> {
        Ok(Datum::Null)
    }

    fn visit_none<E>(self) -> Result<Datum, E> {
        Ok(Datum::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, d: D) -> Result<Datum, D::Error> {
        d.deserialize_any(AsWritten)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Datum, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = seq.next_element()? {
            list.push(item);
        }
        Ok(Datum::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Datum, A::Error> {
        let mut rows = Vec::new();
        while let Some(row) = map.next_entry()? {
            rows.push(row);
        }
        Ok(Datum::Table(rows))
    }
}
