//! From a file as written to a grid: strictly for use, leniently for whoever must judge a bad one.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use num_traits::Zero;
use serde::de::{Deserialize, Deserializer, Error};

use super::validate::{is_scored, number, validate};
use super::{
    Axis, Band, COLOURS, Choice, Criterion, EvidenceWish, Grid, HasClass, Kind, Method, NotApplicable, Study,
    Words,
};
use crate::datum::Datum;
use crate::fraction::{Fraction, decimal, share, whole};
use crate::message::Message;

impl Grid {
    /// Reads a grid, or says everything that is wrong with it.
    pub fn read(written: &Datum) -> Result<Self, Vec<Message>> {
        let said = validate(written);
        if said.is_empty() { Ok(Self::as_written(written)) } else { Err(said) }
    }

    /// Reads whatever can be read, with the defaults in place of what cannot. Only for showing or recomputing
    /// a grid that somebody else has validated; what is used goes through [`Grid::read`].
    pub fn as_written(written: &Datum) -> Self {
        let levels: Vec<Words> =
            written.list("levels").iter().filter_map(|level| words(Some(level))).collect();
        Self {
            id: text(written, "id"),
            version: text(written, "version"),
            illustrative: written.flag_or("illustrative", false),
            title: words(written.get("title")).unwrap_or_default(),
            scale: written.get("scale").and_then(number).unwrap_or_else(|| whole(20)),
            decimals: written.integer("decimals").and_then(|d| u32::try_from(d).ok()).unwrap_or(1),
            method: if written.text("method") == Some("axes") { Method::Axes } else { Method::Pooled },
            min_coverage: written
                .text("min_coverage")
                .and_then(share)
                .unwrap_or_else(|| Fraction::new(1.into(), 2.into())),
            colours: COLOURS
                .iter()
                .filter_map(|code| {
                    let named = words(written.get("colours")?.get(code))?;
                    Some(((*code).to_string(), named))
                })
                .collect(),
            axes: written.list("axis").iter().map(axis).collect(),
            studies: written
                .list("studies")
                .iter()
                .map(|line| Study {
                    code: text(line, "code"),
                    title: words(line.get("title")).unwrap_or_default(),
                })
                .collect(),
            criteria: written.list("criterion").iter().map(|line| criterion(line, &levels)).collect(),
        }
    }
}

impl<'de> Deserialize<'de> for Grid {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Grid::read(&Datum::deserialize(deserializer)?).map_err(|said| {
            let said: Vec<String> = said.iter().map(ToString::to_string).collect();
            D::Error::custom(said.join(", "))
        })
    }
}

fn text(line: &Datum, key: &str) -> String {
    line.text(key).unwrap_or_default().to_string()
}

/// Words given as `{ fr, en }`, or as one French text.
pub(crate) fn words(value: Option<&Datum>) -> Option<Words> {
    match value? {
        Datum::Text(fr) => Some(Words { fr: fr.clone(), en: None }),
        table @ Datum::Table(_) => {
            Some(Words { fr: text(table, "fr"), en: table.text("en").map(ToString::to_string) })
        }
        _ => None,
    }
}

fn weight(line: &Datum) -> Fraction {
    line.text("weight").and_then(decimal).unwrap_or_else(|| whole(1))
}

fn axis(line: &Datum) -> Axis {
    Axis {
        code: text(line, "code"),
        weight: weight(line),
        title: words(line.get("title")).unwrap_or_default(),
    }
}

fn criterion(line: &Datum, levels: &[Words]) -> Criterion {
    let kind = kind(line);
    Criterion {
        code: text(line, "code"),
        axis: text(line, "axis"),
        title: words(line.get("title")).unwrap_or_default(),
        weight: weight(line),
        classes: line.get("classes").map(|l| {
            l.as_list().unwrap_or_default().iter().filter_map(|c| HasClass::read(c.as_text()?)).collect()
        }),
        na: match line.text("na") {
            Some("forbidden") => NotApplicable::Forbidden,
            Some("zero") => NotApplicable::Zero,
            _ => NotApplicable::Exclude,
        },
        scored: is_scored(line) && !matches!(kind, Kind::Text | Kind::Date | Kind::File),
        pass: line.flag_or("prerequisite", false).then(|| line.texts("pass")),
        help: words(line.get("help")),
        plain: words(line.get("plain")),
        anchors: anchors(line, &kind),
        level_words: level_words(&kind, levels),
        evidence: match line.text("evidence") {
            Some("required") => Some(EvidenceWish::Required),
            Some("asked") => Some(EvidenceWish::Asked),
            Some("none") => Some(EvidenceWish::None),
            _ => None,
        },
        requirement: line.text("requirement").map(ToString::to_string),
        source: line.text("source").map(ToString::to_string),
        kind,
    }
}

fn kind(line: &Datum) -> Kind {
    let choices = || line.list("options").iter().map(choice).collect();
    match line.text("type") {
        Some("yes-no") => Kind::YesNo(choices()),
        Some("choice") => Kind::Choice(choices()),
        Some("scale") => Kind::Scale {
            from: line.integer("from").unwrap_or(0),
            to: line.integer("to").unwrap_or(0),
            points: line
                .get("points")
                .and_then(Datum::as_list)
                .map(|l| l.iter().filter_map(|p| decimal(p.as_text()?)).collect()),
        },
        Some("number") => Kind::Number(line.list("bands").iter().filter_map(band).collect()),
        Some("date") => Kind::Date,
        Some("file") => Kind::File,
        _ => Kind::Text,
    }
}

fn choice(line: &Datum) -> Choice {
    Choice {
        code: text(line, "code"),
        title: words(line.get("title")),
        points: line.text("points").and_then(decimal),
    }
}

fn band(line: &Datum) -> Option<Band> {
    Some(Band {
        at_least: decimal(line.text("at_least")?)?,
        points: line.text("points").and_then(decimal).unwrap_or_else(Fraction::zero),
    })
}

/// The grid's words for levels, where this is a scale with as many.
fn level_words(kind: &Kind, levels: &[Words]) -> Vec<Words> {
    match kind {
        Kind::Scale { from, to, .. } if (*from..=*to).count() == levels.len() => levels.to_vec(),
        _ => Vec::new(),
    }
}

/// A text for each level: a table by code or level, or a list in the order of the levels.
fn anchors(line: &Datum, kind: &Kind) -> BTreeMap<String, Words> {
    match line.get("anchors") {
        Some(Datum::Table(rows)) => {
            rows.iter().filter_map(|(level, text)| Some((level.clone(), words(Some(text))?))).collect()
        }
        Some(Datum::List(texts)) => {
            let levels: Vec<String> = match kind {
                Kind::YesNo(options) | Kind::Choice(options) => {
                    options.iter().map(|o| o.code.clone()).collect()
                }
                Kind::Scale { from, to, .. } => {
                    (*from..=*to).take(texts.len()).map(|l| l.to_string()).collect()
                }
                _ => Vec::new(),
            };
            levels.into_iter().zip(texts).filter_map(|(l, t)| Some((l, words(Some(t))?))).collect()
        }
        _ => BTreeMap::new(),
    }
}
