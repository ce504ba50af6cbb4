//! `dossier.toml` or `dossier.json`: what the publisher says of the solution and of itself.
//!
//! Both are read into one tree and taken apart key by key, so that every fault is said at once: a missing field, a
//! value of another type, a key that nobody knows (listed, never fatal).

use serde_json::{Map, Value};

use super::encoding;
use super::files::Stored;
use super::item::{Item, Severity};
use super::part::Part;
use super::reading::Reading;
use crate::lines::line_at;

/// The format that this version reads.
pub(super) const FORMAT: &str = "sceau-dossier/1";

/// A text in French, English, or both.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// French.
    pub fr: Option<String>,
    /// English.
    pub en: Option<String>,
}

/// The solution.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Solution {
    /// Name of the product.
    pub name: String,
    /// The version that is submitted: a label holds for it alone.
    pub version: String,
    /// A paragraph.
    pub summary: Words,
    /// One line that a patient understands.
    pub plain: Words,
    /// Intended use, in the publisher's words.
    pub intended_use: Words,
    /// HAS functional class: A, B, C or D.
    pub has_class: Option<String>,
    /// Class of medical device, as declared.
    pub md_class: Option<String>,
    /// Public address.
    pub url: Option<String>,
    /// Languages of the product, as two-letter codes.
    pub languages: Vec<String>,
}

/// The publisher.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Publisher {
    /// Legal name.
    pub name: String,
    /// Nine-digit number of the French register of companies.
    pub siren: Option<String>,
    /// The group that it belongs to.
    pub group: Option<String>,
    /// Country.
    pub country: Option<String>,
    /// Whom to write to.
    pub contact: Contact,
}

/// Whom to write to at the publisher's.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    /// Name or office.
    pub name: Option<String>,
    /// Address for letters of completion.
    pub email: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
}

/// The grid that the publisher answered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GridChoice {
    /// Its id.
    pub id: String,
    /// Its version, where the publisher gave it.
    pub version: Option<String>,
}

/// An organisation or person with whom members' interests are matched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entity {
    /// parent, competitor, funder, author or subcontractor.
    pub role: String,
    /// Name as given.
    pub name: String,
    /// French company number.
    pub siren: Option<String>,
    /// Researcher's identifier.
    pub orcid: Option<String>,
}

/// One `[[evidence]]` entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listed {
    /// File name inside the package.
    pub file: String,
    /// Title for the reviewers.
    pub title: Option<String>,
    /// What it is: publication, protocol, certificate…, in the publisher's words.
    pub kind: Option<String>,
    /// Digest that the publisher announces, 64 hexadecimal digits.
    pub sha256: Option<String>,
    /// Criteria that it supports.
    pub criteria: Vec<String>,
    /// The bibliographic reference: a library of the package, `#`, the key of an entry.
    pub reference: Option<String>,
    /// Code of the kind of study, one of those that the grid names.
    pub study: Option<String>,
}

/// Everything of the description, and the answers if they stand in it.
#[derive(Debug, Clone, Default)]
pub struct Described {
    /// The file that it was read from; none when there is no description.
    pub file_name: Option<String>,
    /// The solution.
    pub solution: Solution,
    /// The publisher.
    pub publisher: Publisher,
    /// Label applied for.
    pub label: Option<String>,
    /// Grid answered.
    pub grid: Option<GridChoice>,
    /// Name of the file of answers, or the answers themselves.
    pub answers: Option<Value>,
    /// Evidence as listed.
    pub evidence: Vec<Listed>,
    /// Entities.
    pub entities: Vec<Entity>,
    /// Label renewed.
    pub renews: Option<String>,
}

/// Whether the package brings its description.
pub fn is_there(stored: &[Stored]) -> bool {
    stored.iter().any(|file| matches!(file.name.as_str(), "dossier.toml" | "dossier.json"))
}

/// Reads the description among `stored`, else what was filled in at the screen; without either, everything else is still
/// judged.
pub fn read(stored: &[Stored], reading: &Reading, items: &mut Vec<Item>) -> Described {
    let find = |name: &str| stored.iter().find(|file| file.name == name);
    let (toml, json) = (find("dossier.toml"), find("dossier.json"));
    if toml.is_some() && json.is_some() {
        items.push(Item::new("intake.description-twice", Severity::Notice, "dossier.json"));
    }
    let (name, text) = match (toml.or(json), &reading.form) {
        (Some(file), _) => (file.name.as_str(), encoding::decode(&file.bytes).text),
        (None, Some(form)) => ("dossier.toml", form.description()),
        (None, None) => {
            items.push(Item::new("intake.description-absent", Severity::Missing, "dossier.toml"));
            return Described::default();
        }
    };
    let parsed = if name == "dossier.toml" { parse_toml(&text) } else { parse_json(&text) };
    let empty = Described { file_name: Some(name.to_owned()), ..Described::default() };
    match parsed {
        Ok(Value::Object(map)) => take_apart(map, empty, items),
        Ok(_) => {
            items.push(Item::new("intake.description-type", Severity::Wrong, name));
            empty
        }
        Err((line, why)) => {
            let item = Item::new("intake.description-syntax", Severity::Wrong, name);
            items.push(item.with("line", line).with("detail", why));
            empty
        }
    }
}

fn parse_toml(text: &str) -> Result<Value, (usize, String)> {
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
        (line_at(text, error.span().map_or(0, |span| span.start)), error.message().to_owned())
    })?;
    Ok(from_toml(toml::Value::Table(table)))
}

fn parse_json(text: &str) -> Result<Value, (usize, String)> {
    serde_json::from_str(text).map_err(|error| (error.line(), error.to_string()))
}

fn from_toml(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => serde_json::Number::from_f64(number).map_or(Value::Null, Value::Number),
        toml::Value::Boolean(truth) => Value::Bool(truth),
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        toml::Value::Array(list) => Value::Array(list.into_iter().map(from_toml).collect()),
        toml::Value::Table(table) => {
            Value::Object(table.into_iter().map(|(key, value)| (key, from_toml(value))).collect())
        }
    }
}

fn take_apart(map: Map<String, Value>, mut described: Described, items: &mut Vec<Item>) -> Described {
    let mut root = Part { place: String::new(), map, items };
    match root.text("format") {
        Some(format) if format == FORMAT => {}
        Some(format) => {
            root.items.push(
                Item::new("intake.description-format", Severity::Wrong, "format").with("found", format),
            );
        }
        None => root.missing("format"),
    }
    described.label = root.text("label");
    described.renews = root.text("renews");
    described.answers = root.map.remove("answers");
    if let Some(mut part) = root.part("solution") {
        described.solution = solution(&mut part);
        part.end();
    } else {
        root.missing("solution");
    }
    if let Some(mut part) = root.part("publisher") {
        described.publisher = publisher(&mut part);
        part.end();
    } else {
        root.missing("publisher");
    }
    if let Some(mut part) = root.part("grid") {
        described.grid = part.text("id").map(|id| GridChoice { id, version: part.text("version") });
        part.end();
    }
    described.evidence = root.each("evidence", listed);
    described.entities = root.each("entity", entity);
    root.end();
    described
}

fn solution(part: &mut Part<'_>) -> Solution {
    let solution = Solution {
        name: part.required("name"),
        version: part.required("version"),
        summary: part.words("summary"),
        plain: part.words("plain"),
        intended_use: part.words("intended_use"),
        has_class: part.text("has_class"),
        md_class: part.text("md_class"),
        url: part.text("url"),
        languages: part.texts("languages"),
    };
    if let Some(class) = &solution.has_class
        && !matches!(class.as_str(), "A" | "B" | "C" | "D")
    {
        part.items
            .push(Item::new("intake.has-class", Severity::Wrong, "solution.has_class").with("found", class));
    }
    for (key, absent) in [
        ("solution.summary.fr", solution.summary.fr.is_none()),
        ("solution.intended_use", solution.intended_use == Words::default()),
    ] {
        if absent {
            part.items.push(Item::new("intake.description-missing", Severity::Missing, key));
        }
    }
    solution
}

fn publisher(part: &mut Part<'_>) -> Publisher {
    let mut publisher = Publisher {
        name: part.required("name"),
        siren: part.text("siren"),
        group: part.text("group"),
        country: part.text("country"),
        contact: Contact::default(),
    };
    match part.part("contact") {
        Some(mut contact) => {
            publisher.contact = Contact {
                name: contact.text("name"),
                email: contact.text("email"),
                phone: contact.text("phone"),
            };
            contact.end();
        }
        None => part.missing("contact"),
    }
    publisher
}

fn listed(part: &mut Part<'_>) -> Option<Listed> {
    let title = part.words("title");
    let reference = part.text("reference");
    let listed = Listed {
        // A publication that is cited and not enclosed has no file of its own.
        file: if reference.is_some() { part.text("file").unwrap_or_default() } else { part.required("file") },
        title: title.fr.or(title.en),
        kind: part.text("kind"),
        sha256: part.text("sha256"),
        criteria: part.texts("criteria"),
        study: part.text("study"),
        reference,
    };
    (!listed.file.is_empty() || listed.reference.is_some()).then_some(listed)
}

fn entity(part: &mut Part<'_>) -> Option<Entity> {
    let entity = Entity {
        role: part.required("role"),
        name: part.required("name"),
        siren: part.text("siren"),
        orcid: part.text("orcid"),
    };
    (!entity.name.is_empty()).then_some(entity)
}
