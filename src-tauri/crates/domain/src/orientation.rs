//! Where a publisher can turn to after a decision that grants nothing: data of the institute (`sceau-orientation/1`).

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::datum::Datum;
use crate::grid::{HasClass, Words, words};
use crate::message::Message;

/// One address, and when it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Orientation {
    /// Stable code.
    pub code: String,
    /// Who it is.
    pub title: Words,
    /// What for, in one line.
    pub line: Words,
    /// Where: an `https` address.
    pub url: String,
    /// Only where a point to improve lies on this axis of the grid.
    pub axis: Option<String>,
    /// Only for solutions of this class.
    pub class: Option<HasClass>,
}

/// The orientation file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Orientations {
    /// In file order.
    pub lines: Vec<Orientation>,
}

impl Orientations {
    /// Reads an orientation file, or says everything that is wrong with it.
    pub fn read(written: &Datum) -> Result<Self, Vec<Message>> {
        if written.text("format") != Some("sceau-orientation/1") {
            return Err([Message::new("orientation.format", "orientation")].into());
        }
        let mut said = Vec::new();
        let rows = written.list("orientation");
        if rows.is_empty() {
            said.push(Message::new("orientation.empty", "orientation"));
        }
        let lines: Vec<Orientation> =
            rows.iter().enumerate().map(|(row, written)| line(row, written, &mut said)).collect();
        for (row, one) in lines.iter().enumerate() {
            if !one.code.is_empty() && lines.iter().take(row).any(|other| other.code == one.code) {
                said.push(Message::new("orientation.duplicate", one.code.as_str()));
            }
        }
        // A refusal names at least one: a file whose every line has a condition could leave it without.
        if said.is_empty() && lines.iter().all(|one| one.axis.is_some() || one.class.is_some()) {
            said.push(Message::new("orientation.none-always", "when"));
        }
        if said.is_empty() { Ok(Self { lines }) } else { Err(said) }
    }

    /// What is shown to a publisher whose points to improve lie on these axes.
    pub fn shown<'a>(
        &'a self,
        axes: &'a [&'a str],
        class: Option<HasClass>,
    ) -> impl Iterator<Item = &'a Orientation> {
        self.lines.iter().filter(move |one| {
            one.axis.as_deref().is_none_or(|axis| axes.contains(&axis))
                && one.class.is_none_or(|wanted| class == Some(wanted))
        })
    }
}

fn line(row: usize, written: &Datum, said: &mut Vec<Message>) -> Orientation {
    let place = written
        .text("code")
        .filter(|code| !code.is_empty())
        .map_or_else(|| format!("orientation.{row}"), ToString::to_string);
    let mut say = |code: &'static str, key: &str| said.push(Message::new(code, format!("{place}.{key}")));
    for key in ["code", "url"] {
        if written.text(key).is_none_or(str::is_empty) {
            say("orientation.missing", key);
        }
    }
    let mut in_french = |key: &str| {
        let found = words(written.get(key)).unwrap_or_default();
        if found.fr.trim().is_empty() {
            say("orientation.no-french", key);
        }
        found
    };
    let (title, line) = (in_french("title"), in_french("line"));
    let url = written.text("url").unwrap_or_default().to_string();
    let host = url.strip_prefix("https://").map(|rest| rest.split('/').next().unwrap_or_default());
    let strange = |c: char| !(c.is_ascii_graphic() && c != '<' && c != '>' && c != '"');
    if !url.is_empty() && (host.is_none_or(|host| !host.contains('.')) || url.contains(strange)) {
        say("orientation.url", "url");
    }
    let axis = written.at(&["when", "axis"]);
    if axis.is_some_and(|axis| axis.as_text().is_none_or(str::is_empty)) {
        say("orientation.axis", "when.axis");
    }
    let class = written.at(&["when", "class"]);
    let read = class.and_then(Datum::as_text).and_then(HasClass::read);
    if class.is_some() && read.is_none() {
        say("orientation.class", "when.class");
    }
    if let Some(Datum::Table(keys)) = written.get("when")
        && let Some((key, _)) = keys.iter().find(|(key, _)| key != "axis" && key != "class")
    {
        say("orientation.when", &format!("when.{key}"));
    }
    Orientation {
        code: written.text("code").unwrap_or_default().to_string(),
        title,
        line,
        url,
        axis: axis.and_then(Datum::as_text).map(ToString::to_string),
        class: read,
    }
}

#[cfg(test)]
mod tests {
    use alloc::borrow::ToOwned;

    use super::*;

    fn read(lines: &str) -> Result<Orientations, Vec<String>> {
        let file = format!(r#"{{"format": "sceau-orientation/1", "orientation": [{lines}]}}"#);
        let written: Datum = serde_json::from_str(&file).unwrap();
        Orientations::read(&written).map_err(|said| said.iter().map(ToString::to_string).collect())
    }

    fn one(code: &str, rest: &str) -> String {
        format!(
            r#"{{"code": "{code}", "title": {{"fr": "Guichet", "en": "Desk"}}, "line": {{"fr": "Une ligne."}},
                "url": "https://example.fr/aide"{rest}}}"#
        )
    }

    #[test]
    fn a_line_is_shown_for_its_axis_and_its_class_and_always_without_either() {
        let file = [
            one("desk", ""),
            one("clinical", r#", "when": {"axis": "A1"}"#),
            one("early", r#", "when": {"axis": "A1", "class": "D"}"#),
        ];
        let known = read(&file.join(",")).unwrap();
        let shown = |axes: &[&str], class| -> Vec<String> {
            known.shown(axes, class).map(|one| one.code.clone()).collect()
        };
        assert_eq!(shown(&[], None), ["desk"]);
        assert_eq!(shown(&["A2"], Some(HasClass::D)), ["desk"]);
        assert_eq!(shown(&["A2", "A1"], Some(HasClass::B)), ["desk", "clinical"]);
        assert_eq!(shown(&["A1"], Some(HasClass::D)), ["desk", "clinical", "early"]);
        assert_eq!(known.lines[1].line, Words { fr: "Une ligne.".into(), en: None });
    }

    #[test]
    fn every_fault_is_said_with_its_place() {
        let faults = [
            one("desk", ""),
            one("desk", r#", "when": {"axis": 3, "class": "E", "day": "monday"}"#),
            r#"{"title": {"en": "Only English"}, "line": "", "url": "http://example.fr/"}"#.to_owned(),
            one("host", "").replace("https://example.fr/aide", "https://javascript"),
        ];
        assert_eq!(
            read(&faults.join(",")).unwrap_err(),
            [
                "orientation.axis@desk.when.axis",
                "orientation.class@desk.when.class",
                "orientation.when@desk.when.day",
                "orientation.missing@orientation.2.code",
                "orientation.no-french@orientation.2.title",
                "orientation.no-french@orientation.2.line",
                "orientation.url@orientation.2.url",
                "orientation.url@host.url",
                "orientation.duplicate@desk",
            ]
        );
        assert_eq!(read("").unwrap_err(), ["orientation.empty@orientation"]);
        let never = one("clinical", r#", "when": {"class": "A"}"#);
        assert_eq!(read(&never).unwrap_err(), ["orientation.none-always@when"]);
        let other: Datum = serde_json::from_str(r#"{"format": "sceau-labels/1"}"#).unwrap();
        assert_eq!(Orientations::read(&other).unwrap_err()[0].to_string(), "orientation.format@orientation");
    }
}
