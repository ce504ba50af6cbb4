//! French typography, once and for all texts: locale files are written with ordinary spaces and apostrophes,
//! the generated file has the ones that a reader expects and that a line never breaks at.

/// Narrow no-break space: before `: ; ? ! % »`, after `«`, and between thousands.
const NARROW: char = '\u{202f}';
/// No-break space: between a number and its unit, after a title, after `p.` and `n°`.
const FIXED: char = '\u{a0}';

/// Stands for a value that is only known when the sentence is shown (`{ $n }`): treated as a number.
pub const HOLES: std::ops::RangeInclusive<char> = '\u{e000}'..='\u{f8ff}';

const UNITS: [&str; 20] = [
    "o", "ko", "Mo", "Go", "km", "cm", "mm", "kg", "mg", "h", "min", "s", "ms", "€", "px", "°", "octets",
    "ans", "pages", "points",
];
const BEFORE_ANYTHING: [&str; 7] = ["p.", "n°", "N°", "Pr", "Dr", "Mme", "M."];
const BEFORE_A_NUMBER: [&str; 5] = ["version", "page", "critère", "étape", "pièce"];

/// One text as it is read: spaces and apostrophes set, nothing else changed. Only a single ordinary space
/// between two words is ever replaced, so indentation stays what it was.
#[must_use]
pub fn fr(text: &str) -> String {
    let from: Vec<char> = text.chars().collect();
    let mut set = String::with_capacity(text.len() + 16);
    for (place, &character) in from.iter().enumerate() {
        set.push(match character {
            '\'' => '’',
            ' ' => space(&from, place),
            other => other,
        });
    }
    set
}

/// What a source text must not contain, as a sentence; `None` for a clean text.
#[must_use]
pub fn complaint(text: &str) -> Option<&'static str> {
    let after = |sign: char, wanted: char| {
        text.match_indices(sign).any(|(place, found)| {
            text.get(place + found.len()..).is_some_and(|rest| !rest.starts_with(wanted))
        })
    };
    let before = |sign: char, wanted: char| {
        text.match_indices(sign)
            .any(|(place, _)| text.get(..place).is_some_and(|head| !head.ends_with(wanted)))
    };
    if text.contains(NARROW) || text.contains(FIXED) {
        Some("has a no-break space already: write an ordinary one")
    } else if after('«', ' ') || before('»', ' ') {
        Some("has a guillemet without its space")
    } else {
        None
    }
}

fn space(text: &[char], place: usize) -> char {
    let (head, tail) = (text.get(..place).unwrap_or_default(), text.get(place + 1..).unwrap_or_default());
    let (last, next) = (head.last().copied(), tail.first().copied());
    let Some(next) = next else { return ' ' };
    if next.is_whitespace() || last.is_some_and(char::is_whitespace) {
        return ' ';
    }
    let word = word_before(head);
    if ":;?!%»".contains(next) || last == Some('«') || thousands(head, tail) {
        NARROW
    } else if BEFORE_ANYTHING.contains(&word.as_str())
        || (is_number(next) && names_a_number(&word))
        || (last.is_some_and(is_number) && UNITS.contains(&word_after(tail).as_str()))
    {
        FIXED
    } else {
        ' '
    }
}

fn is_number(character: char) -> bool {
    character.is_ascii_digit() || HOLES.contains(&character)
}

/// "version", "Pages", …: in the singular or the plural, with or without a capital.
fn names_a_number(word: &str) -> bool {
    let word = word.to_lowercase();
    BEFORE_A_NUMBER.contains(&word.strip_suffix('s').unwrap_or(&word))
}

/// One to three digits before the space, exactly three after it.
fn thousands(head: &[char], tail: &[char]) -> bool {
    let before = head.iter().rev().take_while(|c| c.is_ascii_digit()).count();
    let after = tail.iter().take_while(|c| c.is_ascii_digit()).count();
    let glued = head.iter().rev().nth(before).is_some_and(|c| c.is_alphanumeric() || ",./".contains(*c));
    (1..=3).contains(&before) && after == 3 && !glued
}

/// The letters, points and signs that touch the space from the left, without an opening bracket or quote.
fn word_before(head: &[char]) -> String {
    let letter = |c: &&char| c.is_alphabetic() && !HOLES.contains(*c) || **c == '.' || **c == '°';
    let mut word: Vec<char> = head.iter().rev().take_while(letter).copied().collect();
    word.reverse();
    word.into_iter().collect()
}

fn word_after(tail: &[char]) -> String {
    tail.iter().take_while(|c| c.is_alphabetic() || **c == '€' || **c == '°').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        fr(text).replace(NARROW, "_").replace(FIXED, "~")
    }

    #[test]
    fn a_french_reader_finds_each_space_where_it_belongs() {
        for (written, read) in [
            ("Quoi ? Non ! Deux : un ; trois", "Quoi_? Non_! Deux_: un_; trois"),
            ("le label « haut niveau » expire", "le label «_haut niveau_» expire"),
            ("21,2 % des 12 345 678 lignes", "21,2_% des 12_345_678 lignes"),
            ("p. 4, n° 12, Dr Aubert, M. Roy, Mme Roy", "p.~4, n°~12, Dr~Aubert, M.~Roy, Mme~Roy"),
            (
                "version 2, page 4, Critère 2.3, étape 1, pièces 3",
                "version~2, page~4, Critère~2.3, étape~1, pièces~3",
            ),
            ("une page de garde", "une page de garde"),
            ("12 Mo, 3 h, 20 minutes", "12~Mo, 3~h, 20 minutes"),
            ("l'avis d'un pair", "l’avis d’un pair"),
            ("à 14:02, mardi 24 nov. 2026", "à 14:02, mardi 24 nov. 2026"),
            ("01 23 45 67 89", "01 23 45 67 89"),
            ("page \u{e000} sur \u{e001}, \u{e002} %", "page~\u{e000} sur \u{e001}, \u{e002}_%"),
            ("deux\n    : rien", "deux\n    : rien"),
            ("fin. Dr", "fin. Dr"),
            (" :", "_:"),
        ] {
            assert_eq!(shown(written), read);
        }
    }

    #[test]
    fn setting_a_text_twice_changes_nothing() {
        let once = fr("Quoi ? « 12 345 » n° 3 : l'avis");
        assert_eq!(fr(&once), once);
    }

    #[test]
    fn a_source_with_its_own_spaces_is_named() {
        assert!(complaint("Quoi\u{202f}?").is_some());
        assert!(complaint("«avis »").is_some());
        assert!(complaint("« avis»").is_some());
        assert_eq!(complaint("« avis » ?"), None);
    }
}
