//! What a person typed, as words to look for. Whatever is typed is words: the index has a language of its own, which
//! nobody reaches from here.

use crate::words::{Word, words};

/// Looking for more than this helps nobody.
const MOST_TERMS: usize = 16;
/// One letter begins too many words.
const SHORTEST_BEGINNING: usize = 2;
const OPENING: [char; 4] = ['"', '«', '“', '„'];
const CLOSING: [char; 3] = ['"', '»', '”'];

/// Words that must stand one after the other; of the last one perhaps only the beginning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Folded; never empty.
    pub words: Vec<String>,
    /// The last word may go on.
    pub begins: bool,
}

/// What is looked for: every term must be found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query(pub Vec<Term>);

impl Query {
    /// Reads what was typed: words apart, a phrase in quotes, a beginning with `*`. The last word may be unfinished as
    /// long as nothing follows it.
    #[must_use]
    pub fn read(typed: &str) -> Self {
        let mut terms = Vec::new();
        let mut rest = typed;
        while let Some(from) = rest.find(|character: char| !character.is_whitespace()) {
            rest = rest.get(from..).unwrap_or_default();
            let quoted = rest.strip_prefix(OPENING);
            let text = quoted.unwrap_or(rest);
            let end = match quoted {
                Some(inner) => inner.find(CLOSING),
                None => text.find(|character: char| {
                    character.is_whitespace() || OPENING.contains(&character) || CLOSING.contains(&character)
                }),
            };
            let (chunk, after) = text.split_at(end.unwrap_or(text.len()));
            let starred = quoted.is_none() && chunk.ends_with('*');
            terms.extend(Term::of(chunk, end.is_none() || starred));
            // A closing sign belongs to what it closes; a stray one is passed over.
            rest = after.strip_prefix(CLOSING).unwrap_or(after);
        }
        terms.truncate(MOST_TERMS);
        Self(terms)
    }

    /// Nothing to look for.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// In the language of the index. Folded words are letters and digits only, so that quoting them is enough.
    pub(crate) fn expression(&self) -> String {
        let term =
            |term: &Term| format!("\"{}\"{}", term.words.join(" "), if term.begins { " *" } else { "" });
        self.0.iter().map(term).collect::<Vec<_>>().join(" AND ")
    }
}

impl Term {
    fn of(chunk: &str, unfinished: bool) -> Option<Self> {
        let words: Vec<String> = words(chunk).into_iter().map(|word| word.folded).collect();
        let long = words.last()?.chars().count() >= SHORTEST_BEGINNING;
        let ends_in_word = chunk.trim_end_matches('*').ends_with(char::is_alphanumeric);
        Some(Self { begins: unfinished && long && ends_in_word, words })
    }

    /// Whether the term stands at this place of a list of words.
    fn stands(&self, at: &[Word]) -> bool {
        let Some((last, before)) = self.words.split_last() else { return false };
        let fits = |word: &Word, wanted: &String| {
            word.folded == *wanted
                || (self.begins && std::ptr::eq(wanted, last) && word.folded.starts_with(wanted))
        };
        at.len() > before.len() && at.iter().zip(&self.words).all(|(word, wanted)| fits(word, wanted))
    }
}

impl Query {
    /// Where its terms stand in a text: bytes from, to, in order. A word that a line's end cut is found whole or in
    /// parts.
    #[must_use]
    pub fn places(&self, text: &str) -> Vec<(usize, usize)> {
        let whole = words(text);
        let mut parts = None;
        let mut places: Vec<(usize, usize)> = Vec::new();
        for term in &self.0 {
            let mut found = term.places(&whole);
            if found.is_empty() {
                found = term.places(parts.get_or_insert_with(|| crate::words::parted(text)));
            }
            places.extend(found);
        }
        places.sort_unstable();
        let mut apart: Vec<(usize, usize)> = Vec::new();
        for (start, end) in places {
            match apart.last_mut() {
                Some(last) if start < last.1 => last.1 = last.1.max(end),
                _ => apart.push((start, end)),
            }
        }
        apart
    }
}

impl Term {
    fn places(&self, of: &[Word]) -> Vec<(usize, usize)> {
        let at = |place: usize| {
            let rest = of.get(place..)?;
            let last = rest.get(self.words.len().checked_sub(1)?)?;
            self.stands(rest).then_some((rest.first()?.start, last.end))
        };
        (0..of.len()).filter_map(at).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Query;

    fn shown(typed: &str) -> String {
        Query::read(typed).expression()
    }

    #[test]
    fn words_phrases_and_beginnings_are_read_as_typed() {
        assert_eq!(shown("essai random"), "\"essai\" AND \"random\" *");
        assert_eq!(shown("essai random "), "\"essai\" AND \"random\"");
        assert_eq!(
            shown("\"Essai randomisé\" suiv* bras "),
            "\"essai randomise\" AND \"suiv\" * AND \"bras\""
        );
        assert_eq!(shown("« perte de vue »"), "\"perte de vue\"");
        assert_eq!(shown("\"perte de v"), "\"perte de v\"", "one letter begins too much");
        assert_eq!(shown("\"perte de vu"), "\"perte de vu\" *");
        assert_eq!(shown("e-santé "), "\"e sante\"");
        assert_eq!(shown("l'essai"), "\"essai\" *");
        assert_eq!(shown("21,2 %"), "\"21 2\"");
    }

    #[test]
    fn anything_typed_is_words() {
        for odd in
            ["\"", "NEAR(", "a AND OR", "*", "col:umn", "", "'; --", "^x", "{a b}", "«»", "\u{0}", "-- *"]
        {
            let expression = shown(odd);
            let quotes = expression.matches('"').count();
            assert_eq!(quotes % 2, 0, "{odd:?}: {expression}");
        }
        assert_eq!(shown("a AND OR b "), "\"a\" AND \"and\" AND \"or\" AND \"b\"");
        assert!(Query::read(" l' \" ").is_empty());
    }

    #[test]
    fn the_places_of_a_query_are_found_again_in_the_text() {
        let text = "L’essai a été randomi-\nsé. Un ESSAI, puis des rendez-\nvous manqués.";
        let found = |typed: &str| -> Vec<String> {
            Query::read(typed).places(text).iter().map(|(from, to)| text[*from..*to].to_owned()).collect()
        };
        assert_eq!(found("l'essai"), ["essai", "ESSAI"]);
        assert_eq!(found("randomise "), ["randomi-\nsé"]);
        assert_eq!(found("\"rendez-vous manqués\""), ["rendez-\nvous manqués"]);
        assert_eq!(found("manq"), ["manqués"]);
        assert!(found("absent").is_empty());
    }
}
