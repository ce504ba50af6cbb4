//! Files of rules before they are published: read, judged and shown, so that nobody publishes what they did not see.

use sceau_domain::action::ActionKind;
use sceau_domain::grid::HasClass;
use serde::{Deserialize, Serialize};

use super::Text;
use super::founding::{format_of, kind_name};
use crate::desk::Desk;
use crate::dossier::{read_bylaws, read_grid, read_labels, read_orientations};
use crate::error::Result;

/// One line of what a file would change; the screens have a sentence `tried-<code>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct TriedLine {
    pub code: String,
    pub title: Text,
    pub detail: Option<Text>,
    pub n: usize,
    pub axis: Option<String>,
    pub class: Option<String>,
}

/// A file of rules as it would stand, without having been published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct RulesTried {
    pub kind: String,
    pub lines: Vec<TriedLine>,
}

fn line(code: &str, title: Text, n: usize) -> TriedLine {
    TriedLine { code: code.to_owned(), title, detail: None, n, axis: None, class: None }
}

impl Desk {
    /// Reads the institute's own file of rules and says what it would change. Nothing is published.
    ///
    /// # Errors
    /// Every message of the rules with its place, as when it is published.
    pub fn rules_try(&self, text: &str) -> Result<RulesTried> {
        let kind = format_of(text)?;
        let lines = match kind {
            ActionKind::Grid => of_grid(text)?,
            ActionKind::Bylaws => {
                let rules = read_bylaws(text)?;
                rules.choices().iter().map(|choice| line("choice", Text::plain(*choice), 0)).collect()
            }
            ActionKind::Orientation => of_orientations(text)?,
            _ => {
                let months = |months: u32| usize::try_from(months).unwrap_or(usize::MAX);
                let labels = read_labels(text)?.labels;
                let shown = labels.iter().map(|one| (Text::from(&one.name), months(one.validity_months)));
                shown.map(|(name, months)| line("label", name, months)).collect()
            }
        };
        Ok(RulesTried { kind: kind_name(kind).to_owned(), lines })
    }
}

fn of_grid(text: &str) -> Result<Vec<TriedLine>> {
    let grid = read_grid(text)?;
    let of = |code: &str| grid.criteria.iter().filter(|one| one.axis == code).count();
    let axes = grid.axes.iter().map(|axis| line("axis", Text::from(&axis.title), of(&axis.code)));
    Ok(axes.chain(grid.studies.iter().map(|study| line("study", Text::from(&study.title), 0))).collect())
}

fn of_orientations(text: &str) -> Result<Vec<TriedLine>> {
    let known = read_orientations(text)?;
    let shown = known.lines.iter().map(|one| TriedLine {
        detail: Some(Text::from(&one.line)),
        axis: one.axis.clone(),
        class: one.class.map(letter).map(str::to_owned),
        ..line("orientation", Text::from(&one.title), 0)
    });
    Ok(shown.collect())
}

const fn letter(class: HasClass) -> &'static str {
    match class {
        HasClass::A => "A",
        HasClass::B => "B",
        HasClass::C => "C",
        HasClass::D => "D",
    }
}
