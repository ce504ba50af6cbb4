//! The checks of a grid file: all messages at once, in a stated order.
//!
//! Grid first, then each axis, then each criterion in file order; inside a criterion the order below.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use num_traits::{Signed, Zero};

use super::{COLOURS, HasClass, MOST_STUDIES};
use crate::datum::Datum;
use crate::fraction::{Fraction, decimal, share};
use crate::message::Message;

/// The longest scale that anybody marks by hand; it keeps a hostile file from asking for billions of levels.
const MOST_LEVELS: i64 = 1_000;

/// Every message about a grid file. An empty list means that it may be published.
pub fn validate(grid: &Datum) -> Vec<Message> {
    let mut said = Vec::new();
    if grid.text("format") != Some("sceau-grid/1") {
        said.push(Message::new("grid.format", "grid"));
        return said;
    }
    for key in ["id", "version"] {
        if grid.text(key).is_none_or(str::is_empty) {
            said.push(Message::new("grid.missing", key));
        }
    }
    if !has_french(grid) {
        said.push(Message::new("grid.no-french", "title"));
    }
    if grid.get("method").is_some_and(|m| !matches!(m.as_text(), Some("pooled" | "axes"))) {
        said.push(Message::new("grid.method", "method"));
    }
    colours(grid, &mut said);
    studies(grid, &mut said);
    numbers(grid, &mut said);
    let axes = axes(grid, &mut said);
    let criteria = grid.list("criterion");
    if criteria.is_empty() {
        said.push(Message::new("grid.empty", "criterion"));
        return said;
    }
    let (mut codes, mut can_earn) = (BTreeSet::new(), false);
    for (row, criterion) in criteria.iter().enumerate() {
        let code = code_of(criterion, "criterion", row, &mut said);
        if !codes.insert(code.clone()) {
            said.push(Message::new("grid.duplicate", code.as_str()));
        }
        can_earn |= one_criterion(criterion, &code, &axes, &mut said);
    }
    if !can_earn {
        said.push(Message::new("grid.no-positive-points", "grid"));
    }
    said
}

/// Names of colours: those that there are, in French at least.
fn colours(grid: &Datum, said: &mut Vec<Message>) {
    let Some(named) = grid.get("colours") else { return };
    for (key, words) in named.as_table().unwrap_or_default() {
        if !COLOURS.contains(&key.as_str()) {
            said.push(Message::new("grid.colour", key.as_str()));
        } else if words.text("fr").is_none_or(|fr| fr.trim().is_empty()) {
            said.push(Message::new("grid.no-french", format!("colours.{key}")));
        }
    }
}

/// The kinds of study: each a code of its own and a French title.
fn studies(grid: &Datum, said: &mut Vec<Message>) {
    let Some(written) = grid.get("studies") else { return };
    let Some(list) = written.as_list().filter(|list| (1..=MOST_STUDIES).contains(&list.len())) else {
        said.push(Message::new("grid.studies", "studies"));
        return;
    };
    let mut codes = BTreeSet::new();
    for (row, study) in list.iter().enumerate() {
        let code = match study.text("code") {
            Some(code) if !code.trim().is_empty() => code.to_string(),
            _ => {
                said.push(Message::new("grid.missing", format!("studies.{row}.code")));
                continue;
            }
        };
        let place = format!("studies.{code}");
        if !codes.insert(code) {
            said.push(Message::new("grid.duplicate", place.as_str()));
        }
        if !has_french(study) {
            said.push(Message::new("grid.no-french", place));
        }
    }
}

/// Numbers of the grid itself, which the table of messages takes for granted.
fn numbers(grid: &Datum, said: &mut Vec<Message>) {
    let scale = grid.get("scale").map(number);
    if scale.is_some_and(|s| s.is_none_or(|s| !s.is_positive())) {
        said.push(Message::new("grid.value", "scale"));
    }
    if grid.get("decimals").is_some_and(|d| d.as_integer().is_none_or(|d| !(0..=6).contains(&d))) {
        said.push(Message::new("grid.value", "decimals"));
    }
    let coverage = grid.get("min_coverage").map(|c| c.as_text().and_then(share));
    if coverage.is_some_and(|c| c.is_none_or(|c| c.is_negative() || c > crate::fraction::whole(1))) {
        said.push(Message::new("grid.value", "min_coverage"));
    }
}

/// A whole number, or a decimal in a text.
pub(super) fn number(value: &Datum) -> Option<Fraction> {
    value.as_integer().map(crate::fraction::whole).or_else(|| value.as_text().and_then(decimal))
}

fn axes(grid: &Datum, said: &mut Vec<Message>) -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    for (row, axis) in grid.list("axis").iter().enumerate() {
        let code = code_of(axis, "axis", row, said);
        if !codes.insert(code.clone()) {
            said.push(Message::new("grid.duplicate", code.as_str()));
        }
        weight(axis, &code, said);
        if !has_french(axis) {
            said.push(Message::new("grid.no-french", code));
        }
    }
    codes
}

/// The code of an axis or criterion; a line without one is named by its position.
fn code_of(line: &Datum, list: &str, row: usize, said: &mut Vec<Message>) -> String {
    match line.text("code") {
        Some(code) if !code.is_empty() => code.to_string(),
        _ => {
            let place = format!("{list}.{row}.code");
            said.push(Message::new("grid.missing", place.as_str()));
            place
        }
    }
}

fn has_french(line: &Datum) -> bool {
    line.at(&["title", "fr"]).and_then(Datum::as_text).is_some_and(|fr| !fr.trim().is_empty())
}

fn weight(line: &Datum, code: &str, said: &mut Vec<Message>) {
    let fine = |w: &Datum| w.as_text().and_then(decimal).is_some_and(|w| w.is_positive());
    if line.get("weight").is_some_and(|w| !fine(w)) {
        said.push(Message::new("grid.weight", code));
    }
}

/// Judges one criterion; true if it can earn points.
fn one_criterion(line: &Datum, code: &str, axes: &BTreeSet<String>, said: &mut Vec<Message>) -> bool {
    if line.text("axis").is_none_or(|axis| !axes.contains(axis)) {
        said.push(Message::new("grid.unknown-axis", code));
    }
    let kind = line.text("type").unwrap_or_default();
    if !["yes-no", "choice", "scale", "number", "text", "date", "file"].contains(&kind) {
        said.push(Message::new("grid.type", code));
        return false;
    }
    if !has_french(line) {
        said.push(Message::new("grid.no-french", code));
    }
    weight(line, code, said);
    if line.get("classes").is_some_and(|list| !classes_fine(list)) {
        said.push(Message::new("grid.class", code));
    }
    if line.get("na").is_some_and(|na| !matches!(na.as_text(), Some("forbidden" | "exclude" | "zero"))) {
        said.push(Message::new("grid.na", code));
    }
    let (scored, prerequisite) = (is_scored(line), line.flag_or("prerequisite", false));
    if matches!(kind, "text" | "date" | "file") {
        if scored {
            said.push(Message::new("grid.not-scorable", code));
        }
        if prerequisite {
            said.push(Message::new("grid.prerequisite", code));
        }
        return false;
    }
    let points = points(line, kind, scored, code, said);
    if !scored && carries_points(line) {
        said.push(Message::new("grid.informative-with-points", code));
    }
    let mut can_earn = false;
    if let Some(points) = points.filter(|p| !p.is_empty()) {
        if points.iter().min() == points.iter().max() {
            said.push(Message::new("grid.flat", code));
        }
        if points.iter().max().is_some_and(Signed::is_negative) {
            said.push(Message::new("grid.maximum-negative", code));
        }
        can_earn = points.iter().any(|p| *p > Fraction::zero());
    }
    if prerequisite && !(matches!(kind, "yes-no" | "choice") && pass_fine(line)) {
        said.push(Message::new("grid.prerequisite", code));
    }
    if !prerequisite && line.get("pass").is_some() {
        said.push(Message::new("grid.pass-without-prerequisite", code));
    }
    can_earn
}

/// Is a criterion scored? By default what can score does. A text, date or file does not, unless it carries
/// something that only scoring needs: then somebody meant it to count, and is told that it cannot.
pub(super) fn is_scored(line: &Datum) -> bool {
    let unscorable = matches!(line.text("type"), Some("text" | "date" | "file"));
    let means_to = ["weight", "options", "points", "bands", "from", "to"];
    let default = !unscorable || means_to.iter().any(|key| line.get(key).is_some());
    line.flag_or("scored", default)
}

fn classes_fine(list: &Datum) -> bool {
    let known = |class: &Datum| class.as_text().and_then(HasClass::read).is_some();
    list.as_list().is_some_and(|list| !list.is_empty() && list.iter().all(known))
}

fn pass_fine(line: &Datum) -> bool {
    let pass = line.list("pass");
    let known = |code: &Datum| {
        code.as_text().is_some() && line.list("options").iter().any(|o| o.get("code") == Some(code))
    };
    !pass.is_empty() && pass.iter().all(known)
}

fn carries_points(line: &Datum) -> bool {
    line.get("points").is_some()
        || line.get("bands").is_some()
        || line.list("options").iter().any(|o| o.get("points").is_some())
}

/// Checks the answers and their points; the points, if the criterion is scored and both checks pass.
fn points(
    line: &Datum,
    kind: &str,
    scored: bool,
    code: &str,
    said: &mut Vec<Message>,
) -> Option<Vec<Fraction>> {
    let worth = |row: &Datum| row.text("points").and_then(decimal);
    let answers: Option<Vec<Fraction>> = match kind {
        "scale" => {
            let bounds = line.integer("from").zip(line.integer("to"));
            let Some((from, to)) =
                bounds.filter(|(f, t)| f < t && t.checked_sub(*f).is_some_and(|levels| levels < MOST_LEVELS))
            else {
                said.push(Message::new("grid.scale", code));
                return None;
            };
            match line.get("points") {
                None => Some((from..=to).map(crate::fraction::whole).collect()),
                Some(points) => {
                    let one_per_level = |l: &&[Datum]| i64::try_from(l.len()) == Ok(to - from + 1);
                    let points = points.as_list().filter(one_per_level);
                    points.and_then(|l| l.iter().map(|p| p.as_text().and_then(decimal)).collect())
                }
            }
        }
        "number" => {
            if !scored {
                return None;
            }
            let bands = line.list("bands");
            let bounds: Option<Vec<Fraction>> =
                bands.iter().map(|b| b.text("at_least").and_then(decimal)).collect();
            let rising =
                |b: &Vec<Fraction>| !b.is_empty() && b.iter().zip(b.iter().skip(1)).all(|(a, b)| a < b);
            if !bounds.as_ref().is_some_and(rising) {
                said.push(Message::new("grid.bands", code));
                return None;
            }
            bands.iter().map(worth).collect()
        }
        _ => {
            let options = line.list("options");
            let codes: BTreeSet<&str> = options.iter().filter_map(|o| o.text("code")).collect();
            if options.len() < 2 || codes.len() != options.len() || codes.contains("") {
                said.push(Message::new("grid.options", code));
                return None;
            }
            options.iter().map(worth).collect()
        }
    };
    if !scored {
        return None;
    }
    if answers.is_none() {
        said.push(Message::new("grid.points", code));
    }
    answers
}
