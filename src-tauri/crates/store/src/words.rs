//! Words as they are compared: one folding for what is indexed and for what is looked for.
//!
//! Accents, capitals and ligatures do not matter (`Œuvre` is `oeuvre`, `eﬃcacité` is `efficacite`). An elided article is
//! no part of its word (`l’essai` is `essai`). A word that the end of a line cuts at a hyphen is one word; since the hyphen
//! may be its own (`rendez-⏎vous`), it is read as two words as well.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Changes when the same text gives other words than before: the index is then made again.
pub(crate) const FOLDING: u32 = 1;

/// Letters that the French elide before a vowel, without the apostrophe.
const ELIDED: [&str; 16] = [
    "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu", "quelqu",
    "entr",
];
const APOSTROPHES: [char; 5] = ['\'', '\u{2019}', '\u{2018}', '\u{2bc}', '\u{ff07}'];
const HYPHENS: [char; 4] = ['-', '\u{2010}', '\u{2011}', SOFT_HYPHEN];
const SOFT_HYPHEN: char = '\u{ad}';
/// Words on either side of a cut word that are read along with its parts, so that phrases run across them.
const AROUND: usize = 4;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// As it is compared.
    pub folded: String,
    /// First byte in the text.
    pub start: usize,
    /// First byte after it.
    pub end: usize,
}

/// The words of a text; those that the end of a line cut are whole.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let mut joined: Vec<Word> = Vec::new();
    let mut cut = false;
    for (word, goes_on) in runs(text) {
        match joined.last_mut() {
            Some(last) if cut => {
                last.folded.push_str(&word.folded);
                last.end = word.end;
            }
            _ => joined.push(word),
        }
        cut = goes_on;
    }
    joined
}

/// The words around each place where the end of a line cut a word, with its parts as words of their own.
#[must_use]
pub fn parted(text: &str) -> Vec<Word> {
    let runs = runs(text);
    let mut parted = Vec::new();
    let mut next = 0;
    for place in (0..runs.len()).filter(|place| runs.get(*place).is_some_and(|(_, cut)| *cut)) {
        let from = place.saturating_sub(AROUND).max(next);
        let to = place.saturating_add(AROUND + 2).min(runs.len()).max(from);
        parted.extend(runs.get(from..to).into_iter().flatten().map(|(word, _)| word.clone()));
        next = to;
    }
    parted
}

/// Words for the index: folded, a space between each two.
#[must_use]
pub(crate) fn spaced(words: &[Word]) -> String {
    words.iter().map(|word| word.folded.as_str()).collect::<Vec<_>>().join(" ")
}

/// Runs of letters and digits, and for each whether the end of a line cut it at a hyphen.
fn runs(text: &str) -> Vec<(Word, bool)> {
    let mut found = Vec::new();
    let mut run: Option<Word> = None;
    for (at, character) in text.char_indices() {
        let end = at.saturating_add(character.len_utf8());
        let inside = is_combining_mark(character) || is_unseen(character, text, end);
        if character.is_alphanumeric() {
            let word = run.get_or_insert_with(|| Word { folded: String::new(), start: at, end });
            fold(character, &mut word.folded);
            word.end = end;
        } else if !(inside && run.is_some()) {
            finish(&mut run, text, &mut found);
        }
    }
    finish(&mut run, text, &mut found);
    found
}

/// Marks that nobody sees inside a word; a soft hyphen at the end of a line is seen.
fn is_unseen(character: char, text: &str, end: usize) -> bool {
    let rest = || text.get(end..).unwrap_or_default().trim_start_matches([' ', '\t']);
    matches!(character, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
        || (character == SOFT_HYPHEN && !rest().starts_with(['\n', '\r']))
}

fn finish(run: &mut Option<Word>, text: &str, found: &mut Vec<(Word, bool)>) {
    let Some(word) = run.take() else { return };
    let rest = text.get(word.end..).unwrap_or_default();
    let elided = rest.starts_with(APOSTROPHES) && ELIDED.contains(&word.folded.as_str());
    if !elided && !word.folded.is_empty() {
        found.push((word, is_cut(rest)));
    }
}

/// Whether a text goes on with a hyphen, the end of the line, and a small letter.
fn is_cut(rest: &str) -> bool {
    let Some(after) = rest.strip_prefix(HYPHENS) else { return false };
    let line = after.trim_start_matches([' ', '\t', '\r']);
    let next = line.strip_prefix('\n').map(str::trim_start);
    next.and_then(|next| next.chars().next()).is_some_and(char::is_lowercase)
}

fn fold(character: char, into: &mut String) {
    // Most letters of a page; a search folds whole pages again to show where the words stand.
    if character.is_ascii() {
        into.push(character.to_ascii_lowercase());
        return;
    }
    for small in character.to_lowercase() {
        for part in small.nfkd() {
            match part {
                'œ' => into.push_str("oe"),
                'æ' => into.push_str("ae"),
                'ß' => into.push_str("ss"),
                'ø' => into.push('o'),
                'ł' => into.push('l'),
                'đ' => into.push('d'),
                'ı' => into.push('i'),
                _ if part.is_alphanumeric() => into.extend(part.to_lowercase()),
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{parted, spaced, words};

    fn of(text: &str) -> String {
        spaced(&words(text))
    }

    #[test]
    fn accents_capitals_and_ligatures_do_not_matter() {
        assert_eq!(of("Œuvre ÉTÉ eﬃcacité ﬁn cœur"), "oeuvre ete efficacite fin coeur");
        assert_eq!(of("e\u{301}tude"), "etude", "an accent of its own");
        assert_eq!(of("CO² ½ Straße Ægypte"), "co2 12 strasse aegypte");
    }

    #[test]
    fn an_elided_article_is_no_part_of_its_word() {
        assert_eq!(of("l’essai d'un lorsqu’il"), "essai un il");
        assert_eq!(of("aujourd’hui don't"), "aujourd hui don t");
        assert_eq!(of("vitamine D et C"), "vitamine d et c", "a letter alone is a word");
        assert_eq!(of("l'"), "");
    }

    #[test]
    fn a_word_that_a_line_cuts_is_one_word_and_two() {
        let text = "un essai randomi-\nsation en double aveugle et rendez-vous";
        assert_eq!(of(text), "un essai randomisation en double aveugle et rendez vous");
        assert_eq!(spaced(&parted(text)), "un essai randomi sation en double aveugle et");
        assert_eq!(of("Saint-\nPierre 3-\n4"), "saint pierre 3 4", "a capital or a figure begins a word");
        assert_eq!(of("soft\u{ad}ware hyphé\u{ad}\nnation"), "software hyphenation");
        assert!(parted("un essai sans coupure").is_empty());
    }

    #[test]
    fn each_word_knows_its_place_in_the_text() {
        let text = "À l’ŒUVRE, hyphé-\nnation";
        for word in words(text) {
            assert_eq!(of(&text[word.start..word.end]), word.folded);
        }
        assert_eq!(words(text).len(), 3);
    }
}
