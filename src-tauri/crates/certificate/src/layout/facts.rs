//! The table of what was decided.

use super::canvas::{Mark, QUIET, Role};
use super::flow::{BODY, Flow, MARGIN, MEASURE, SMALL, Style};
use crate::content::{Claim, Frozen};
use crate::texts::{Language, TextError, Texts, day};

const FR: Language = Language::French;
/// The quieter line: a digest fits on it.
const NOTE: Style = Style { size: 8.0, leading: 11.5, ..SMALL };
/// Width of the left column.
const LEFT: f32 = 142.0;

/// A row: heading, value, and a quieter line under it.
pub(super) struct Fact {
    head: String,
    value: String,
    note: Option<String>,
}

/// The rows of a claim, in the order of the page.
pub(super) fn rows(claim: &Claim, texts: &Texts) -> Result<Vec<Fact>, TextError> {
    let fact = |key: &str, value: String| -> Result<Fact, TextError> {
        Ok(Fact { head: texts.say(FR, key, &[])?, value, note: None })
    };
    let solution = &claim.solution;
    let mut rows = vec![
        fact("holder", claim.holder.clone())?,
        fact(
            "solution",
            format!("{}, {}", solution.name, texts.say(FR, "version", &[("version", &solution.version)])?),
        )?,
        fact("intended_use", solution.intended_use.clone())?,
    ];
    if let Some(class) = &solution.has_class {
        rows.push(fact("has_class", class.clone())?);
    }
    if let Some(level) = &claim.level {
        rows.push(fact("level", level.fr.clone())?);
    }
    rows.push(fact("decided", day(FR, claim.decided_on))?);
    rows.push(fact("effective", day(FR, claim.effective_on))?);
    let until = day(FR, claim.valid_until);
    rows.push(fact("until", texts.say(FR, "until_value", &[("date", &until)])?)?);
    if let Some(mark) = &claim.entry_mark {
        let values = [("at_least", mark.at_least.as_str()), ("scale", mark.scale.as_str())];
        rows.push(fact("mark", texts.say(FR, "mark_value", &values)?)?);
    }
    for (key, frozen) in [("grid", &claim.grid), ("bylaws", &claim.bylaws)] {
        let mut row = fact(key, version(frozen, texts)?)?;
        row.note = Some(texts.say(FR, "digest", &[("digest", &spaced(&frozen.sha256))])?);
        rows.push(row);
    }
    Ok(rows)
}

fn version(frozen: &Frozen, texts: &Texts) -> Result<String, TextError> {
    let mut text = texts.say(FR, "frozen", &[("id", &frozen.id), ("version", &frozen.version)])?;
    if frozen.illustrative {
        text.push_str(" (");
        text.push_str(&texts.say(FR, "illustrative", &[])?);
        text.push(')');
    }
    Ok(text)
}

/// A digest in groups of sixteen, so that two people can compare it aloud.
fn spaced(digest: &str) -> String {
    let mut out = String::new();
    for (i, c) in digest.chars().enumerate() {
        if i > 0 && i % 16 == 0 {
            out.push(' ');
        }
        out.push(c);
    }
    out
}

/// Height of the table.
pub(super) fn height(flow: &Flow<'_>, rows: &[Fact]) -> f32 {
    rows.iter().map(|row| row_height(flow, row)).sum()
}

fn row_height(flow: &Flow<'_>, row: &Fact) -> f32 {
    let right = MEASURE - LEFT;
    let note = row.note.as_ref().map_or(0.0, |note| flow.height(NOTE, right, note));
    flow.height(BODY, right, &row.value) + note + 7.0
}

/// Draws the table.
pub(super) fn table(flow: &mut Flow<'_>, parent: usize, rows: &[Fact]) {
    let table = flow.canvas.element(parent, Role::Table);
    let right = MEASURE - LEFT;
    for row in rows {
        flow.room(row_height(flow, row));
        flow.rule();
        flow.skip(3.5);
        let line = flow.canvas.element(table, Role::Row);
        let top = flow.y;
        let head = flow.canvas.element(line, Role::RowHead);
        flow.text(Mark::Element(head), Style { colour: QUIET, ..BODY }, MARGIN, LEFT - 8.0, &row.head);
        let below = flow.y;
        flow.y = top;
        let cell = flow.canvas.element(line, Role::Cell);
        flow.text(Mark::Element(cell), BODY, MARGIN + LEFT, right, &row.value);
        if let Some(note) = &row.note {
            flow.text(Mark::Element(cell), NOTE, MARGIN + LEFT, right, note);
        }
        flow.y = flow.y.min(below);
        flow.skip(3.5);
    }
    flow.rule();
}
