//! The text of pages as it is compared: the same words read the same, however a printer broke, hyphenated or
//! ligatured them.
//!
//! Spaces and hyphens between letters are no part of the key; what stood there is kept beside it and compared in a
//! second step, so that a line end may fall anywhere and "peut être" is still not "peut-être". Between figures a
//! space counts: "1 2" is not "12". Accents are composed (NFC); exponents stay exponents: "10²" is not "102".

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use unicode_normalization::UnicodeNormalization;

/// What stood before a character of the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nothing.
    None,
    /// White space.
    Space,
    /// A hyphen between letters.
    Hyphen,
    /// A hyphen between letters, at a line's end: of the word, or of the line.
    Broken,
}

impl Gap {
    /// Whether two gaps may be the same text, printed differently.
    fn agrees(self, other: Self, figures: bool) -> bool {
        match (self, other) {
            (Self::None, Self::Space) | (Self::Space, Self::None) => !figures,
            (Self::Broken, Self::None | Self::Hyphen) | (Self::None | Self::Hyphen, Self::Broken) => true,
            (one, two) => one == two,
        }
    }
}

/// A text, its key, and the way back from the key to the text.
#[derive(Debug, Clone, Default)]
pub(super) struct Folded {
    /// The text with composed accents and without ligatures, soft hyphens and invisible characters.
    pub clean: String,
    /// What is compared.
    pub key: String,
    /// For each byte of the key, where its character begins in the clean text.
    from: Vec<usize>,
    /// For each byte of the key that begins a character, what stood before it.
    gaps: Vec<Gap>,
}

impl Folded {
    pub(super) fn of(text: &str) -> Self {
        let mut folded = Self::default();
        folded.push(text);
        folded
    }

    /// Adds a text after what is there.
    pub(super) fn push(&mut self, text: &str) {
        let begin = self.clean.len();
        self.clean.push_str(&clean(text));
        let mut gap = if begin == 0 { Gap::None } else { Gap::Space };
        let mut last = self.key.chars().next_back();
        let added = self.clean.get(begin..).unwrap_or_default().to_owned();
        let mut rest = added.char_indices().peekable();
        while let Some((at, character)) = rest.next() {
            if character.is_whitespace() {
                gap = if gap == Gap::None { Gap::Space } else { gap };
                continue;
            }
            let plain = plain(character);
            if plain == '-' && gap == Gap::None && last.is_some_and(char::is_alphabetic) {
                let broken = rest.peek().is_some_and(|(_, next)| next.is_whitespace());
                let mut ahead = added.get(at + character.len_utf8()..).unwrap_or_default().chars();
                if ahead.find(|next| !next.is_whitespace()).is_some_and(char::is_alphabetic) {
                    gap = if broken { Gap::Broken } else { Gap::Hyphen };
                    continue;
                }
            }
            self.key.push(plain);
            for place in 0..plain.len_utf8() {
                self.from.push(begin + at);
                self.gaps.push(if place == 0 { gap } else { Gap::None });
            }
            (gap, last) = (Gap::None, Some(plain));
        }
    }

    /// Where in the clean text the character of the key at `place` begins; its end for a place beyond the key.
    pub(super) fn place(&self, place: usize) -> usize {
        self.from.get(place).copied().unwrap_or(self.clean.len())
    }

    /// Where in the clean text the character before `end` in the key ends.
    pub(super) fn place_after(&self, end: usize) -> usize {
        let last = end.checked_sub(1).map_or(0, |last| self.place(last));
        let length = self.clean.get(last..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        last + length
    }

    /// The first place of the key whose character stands at or after `at` in the clean text.
    pub(super) fn key_at(&self, at: usize) -> usize {
        self.from.partition_point(|from| *from < at)
    }

    pub(super) fn gap(&self, place: usize) -> Gap {
        self.gaps.get(place).copied().unwrap_or(Gap::Space)
    }

    /// Whether the gaps inside a stretch of the key agree with those of an equal stretch of another text.
    pub(super) fn gaps_agree(&self, begin: usize, end: usize, other: &Self, there: usize) -> bool {
        let figure =
            |at: usize| self.key.get(at..at + 1).is_some_and(|one| one.as_bytes()[0].is_ascii_digit());
        (begin + 1..end).zip(there + 1..).all(|(mine, its)| {
            let figures = figure(mine) && figure(mine - 1);
            self.gap(mine).agrees(other.gap(its), figures)
        })
    }
}

/// Composed accents, letters for ligatures and wide forms, nothing invisible; a soft hyphen counts only where a line
/// was broken at it.
fn clean(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
            '\u{ad}' if rest.peek().is_some_and(|next| next.is_whitespace()) => letters.push('-'),
            '\u{ad}' => {}
            '\u{fb00}'..='\u{fb06}' | '\u{ff01}'..='\u{ff5e}' | '…' => letters.extend(character.nfkc()),
            other => letters.push(other),
        }
    }
    letters.nfc().collect()
}

/// One form for signs that a keyboard, a printer and a word processor write differently.
fn plain(character: char) -> char {
    match character {
        '\u{2018}' | '\u{2019}' | '\u{2bc}' => '\'',
        '\u{201c}'..='\u{201e}' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        other => other,
    }
}

/// Runs of white space as one space, none at the ends.
pub(super) fn fold_spaces(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn equal(one: &str, two: &str) -> bool {
        let (one, two) = (Folded::of(one), Folded::of(two));
        one.key == two.key && one.gaps_agree(0, one.key.len(), &two, 0)
    }

    #[test]
    fn what_printing_does_to_words_makes_no_difference() {
        for (one, two) in [
            ("un essai randomisé", "un essai ran-\ndomisé"),
            ("un essai randomisé", "un essai ran\u{ad}domisé"),
            ("un essai randomisé", "un essai ran\u{ad}\ndomisé"),
            ("le sous-groupe âgé", "le sous-\ngroupe a\u{302}ge\u{301}"),
            ("eﬃcacité ﬁnale", "efficacité finale"),
            ("l’œdème", "l'œdème"),
            ("12 000 patients", "12\u{202f}000\npatients"),
            ("écart de −3,2 points", "écart de -3,2 points"),
        ] {
            assert!(equal(one, two), "{one} / {two}");
        }
    }

    #[test]
    fn what_changes_the_meaning_makes_a_difference() {
        for (one, two) in [
            ("écart de -3,2", "écart de 3,2"),
            ("10² patients", "102 patients"),
            ("groupes 1 2", "groupes 12"),
            ("peut être", "peut-être"),
            ("p < 0,05", "p > 0,05"),
            ("Non", "non"),
            ("âge", "agé"),
        ] {
            assert!(!equal(one, two), "{one} / {two}");
        }
    }
}
