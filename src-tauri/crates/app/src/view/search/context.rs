//! The words found with what stands around them.

use serde::{Deserialize, Serialize};

/// Bytes before the first word found, and bytes in all, roughly: whole words are shown.
const BEFORE: usize = 60;
const LENGTH: usize = 220;

/// A stretch of text, found or around.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Part {
    pub text: String,
    pub found: bool,
}

/// A piece of a text with the words found in it.
pub struct Context {
    pub parts: Vec<Part>,
    /// Where the first word found that is shown begins and ends in the whole text, in the window's units (UTF-16).
    pub from: usize,
    pub to: usize,
}

/// The piece of a text where most of the places lie together.
pub fn of(text: &str, places: &[(usize, usize)]) -> Context {
    let within = |start: usize| {
        places
            .iter()
            .filter(|(from, to)| *from >= start && *to <= start.saturating_add(LENGTH - BEFORE))
            .count()
    };
    // Of equal ones the first.
    let best = places.iter().rev().max_by_key(|(from, _)| within(*from)).copied();
    let (first, end) = best.unwrap_or((0, 0));
    let begin = word_after(text, first.saturating_sub(BEFORE)).min(first);
    let stop = word_before(text, begin.saturating_add(LENGTH).max(end));
    let mut parts = Vec::new();
    let mut add = |from: usize, to: usize, found: bool| {
        let piece = text.get(from..to).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        let raw = text.get(from..to).unwrap_or_default();
        let lead = if raw.starts_with(char::is_whitespace) { " " } else { "" };
        let tail = if raw.trim_end().len() < raw.len() && !piece.is_empty() { " " } else { "" };
        if !raw.is_empty() {
            parts.push(Part { text: format!("{lead}{piece}{tail}"), found });
        }
    };
    let mut at = begin;
    for (from, to) in places.iter().filter(|(from, to)| *from >= begin && *to <= stop) {
        add(at, *from, false);
        add(*from, *to, true);
        at = *to;
    }
    add(at, stop, false);
    if begin > 0 {
        parts.insert(0, Part { text: "… ".to_owned(), found: false });
    }
    if stop < text.trim_end().len() {
        parts.push(Part { text: " …".to_owned(), found: false });
    }
    let units = |to: usize| text.get(..to).unwrap_or_default().encode_utf16().count();
    Context { parts, from: units(first), to: units(end) }
}

/// The first beginning of a word at or after a place.
fn word_after(text: &str, place: usize) -> usize {
    if place == 0 {
        return 0;
    }
    let place = text.floor_char_boundary(place);
    let rest = text.get(place..).unwrap_or_default();
    let space = rest.find(char::is_whitespace).unwrap_or(0);
    let after = rest.get(space..).unwrap_or_default();
    text.len().saturating_sub(after.trim_start().len())
}

/// The last end of a word at or before a place.
fn word_before(text: &str, place: usize) -> usize {
    if place >= text.len() {
        return text.len();
    }
    let head = text.get(..text.floor_char_boundary(place)).unwrap_or_default();
    head.rfind(char::is_whitespace)
        .map_or(head.len(), |space| head.get(..space).unwrap_or_default().trim_end().len())
}

#[cfg(test)]
mod tests {
    use sceau_store::query::Query;

    use super::{Context, of};

    fn shown(text: &str, typed: &str) -> (String, Context) {
        let context = of(text, &Query::read(typed).places(text));
        let line = context
            .parts
            .iter()
            .map(|part| if part.found { format!("[{}]", part.text) } else { part.text.clone() });
        (line.collect(), context)
    }

    #[test]
    fn the_words_found_stand_in_their_context_and_know_their_place() {
        let text = "Titre é\nL’essai randomi-\nsé a duré un an.";
        let (line, context) = shown(text, "essai randomise ");
        assert_eq!(line, "Titre é L’[essai] [randomi- sé] a duré un an.");
        let units: Vec<u16> = text.encode_utf16().collect();
        assert_eq!(String::from_utf16(&units[context.from..context.to]).unwrap(), "essai");
    }

    #[test]
    fn a_long_text_is_cut_at_words_around_the_place_with_most_of_them() {
        let text = format!(
            "{} essai {} essai en bras croisés {}",
            "mot ".repeat(100),
            "mot ".repeat(100),
            "fin ".repeat(100)
        );
        let (line, _) = shown(&text, "essai bras ");
        assert!(line.starts_with("… ") && line.ends_with(" …"), "{line}");
        assert!(line.contains("[essai] en [bras] croisés"), "{line}");
        assert!(line.len() < 300, "{line}");
        assert_eq!(shown("", "essai ").0, "");
    }
}
