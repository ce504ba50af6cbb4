//! At which line of a file that somebody wrote by hand a message applies.

use sceau_domain::message::Message;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The line, counted from 1, in which a byte of a text stands.
pub(crate) fn line_at(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|byte| *byte == b'\n').count().saturating_add(1)
}

/// What the rules say of a file: each message as `code@place`, and `#line` where that place stands in the file. JSON names the place alone.
pub(crate) fn lined(text: &str, said: &[Message]) -> Vec<String> {
    let written = DeTable::parse(text).ok();
    let line = |message: &Message| {
        let start = start(written.as_ref()?.get_ref(), message)?;
        Some(format!("{message}#{}", line_at(text, start)))
    };
    said.iter().map(|message| line(message).unwrap_or_else(|| message.to_string())).collect()
}

/// Where the place of a message begins. Places are keys joined by dots; a row of a list goes by its code, or by its rank from
/// 0 if it has none. At the top a code may stand by itself.
fn start(root: &DeTable<'_>, message: &Message) -> Option<usize> {
    let last = message.code.ends_with(".duplicate");
    let lists = || root.values().filter_map(|value| value.get_ref().as_array());
    let (at, value) = in_table(root, &message.place, last)
        .or_else(|| lists().find_map(|rows| by_code(rows, &message.place, last)))?;
    // Of a criterion that is told its weight, the weight.
    let told = message.code.rsplit('.').next().unwrap_or_default();
    Some(value.as_table().and_then(|table| key(table, told)).map_or(at, |(at, _)| at))
}

type Found<'a> = (usize, &'a DeValue<'a>);

fn key<'a>(table: &'a DeTable<'a>, name: &str) -> Option<Found<'a>> {
    let (key, value) = table.iter().find(|(key, _)| key.get_ref() == name)?;
    Some((key.span().start, value.get_ref()))
}

fn in_table<'a>(table: &'a DeTable<'a>, place: &str, last: bool) -> Option<Found<'a>> {
    let (name, rest) = place.split_once('.').unwrap_or((place, ""));
    let found = key(table, name)?;
    Some(deeper(found, rest, last))
}

/// The row of a list that a place names by its code.
fn by_code<'a>(rows: &'a [Spanned<DeValue<'a>>], place: &str, last: bool) -> Option<Found<'a>> {
    let rest = |row: &Spanned<DeValue<'a>>| {
        let code = row.get_ref().get("code")?.get_ref().as_str()?;
        let rest = place.strip_prefix(code)?;
        if rest.is_empty() { Some("") } else { rest.strip_prefix('.') }.map(str::len)
    };
    let named = || rows.iter().filter_map(|row| Some((row, rest(row)?)));
    // One code may begin another: the longest is meant.
    let shortest = named().map(|(_, left)| left).min()?;
    let mut meant = named().filter(|(_, left)| *left == shortest);
    let (row, left) = if last { meant.next_back() } else { meant.next() }?;
    let rest = place.get(place.len().saturating_sub(left)..).unwrap_or_default();
    Some(deeper((row.span().start, row.get_ref()), rest, last))
}

/// The row that it names by its rank.
fn by_rank<'a>(rows: &'a [Spanned<DeValue<'a>>], place: &str, last: bool) -> Option<Found<'a>> {
    let (rank, rest) = place.split_once('.').unwrap_or((place, ""));
    let row = rows.get(rank.parse::<usize>().ok()?)?;
    Some(deeper((row.span().start, row.get_ref()), rest, last))
}

/// As far into a value as the rest of a place leads: what is missing is told where it ought to be.
fn deeper<'a>(found: Found<'a>, rest: &str, last: bool) -> Found<'a> {
    if rest.is_empty() {
        return found;
    }
    let next = match found.1 {
        DeValue::Table(table) => in_table(table, rest, last),
        DeValue::Array(rows) => by_code(rows, rest, last).or_else(|| by_rank(rows, rest, last)),
        _ => None,
    };
    next.unwrap_or(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "format = \"sceau-grid/1\"
title = { fr = \"\" }
colours.for = { fr = \"Pour\" }
axis = [{ code = \"A1\" }, { code = \"A2\" }]
[[criterion]]
code = \"1.1\"
weight = \"0\"

[[criterion]]
code = \"1.1.2\"
options = [
  { code = \"a\" },
  { code = \"a\" },
]

[[criterion]]
code = \"1.1\"
";

    fn line(code: &'static str, place: &str) -> String {
        lined(FILE, &[Message::new(code, place)]).remove(0)
    }

    #[test]
    fn a_message_names_the_line_at_which_the_file_is_to_be_mended() {
        assert_eq!(line("grid.no-french", "title"), "grid.no-french@title#2");
        assert_eq!(line("grid.no-french", "colours.for"), "grid.no-french@colours.for#3");
        assert_eq!(line("grid.weight", "1.1"), "grid.weight@1.1#7", "of a criterion the key that is told");
        assert_eq!(line("grid.class", "1.1"), "grid.class@1.1#5", "or its first line");
        assert_eq!(line("grid.type", "1.1.2"), "grid.type@1.1.2#9", "one code may begin another");
        assert_eq!(line("grid.duplicate", "1.1"), "grid.duplicate@1.1#16", "the one that came second");
        assert_eq!(line("grid.missing", "criterion.2.axis"), "grid.missing@criterion.2.axis#16");
        assert_eq!(line("grid.missing", "1.1.2.options.1"), "grid.missing@1.1.2.options.1#13");
    }

    #[test]
    fn what_stands_nowhere_in_the_file_has_no_line() {
        assert_eq!(line("grid.missing", "id"), "grid.missing@id");
        let json = lined("{\"title\": {}}", &[Message::new("grid.no-french", "title")]);
        assert_eq!(json, ["grid.no-french@title"]);
    }
}
