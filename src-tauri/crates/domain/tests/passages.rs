//! Passages looked for in versions that were edited at random: how many are found again, and that none is said to be
//! where it is not. Each word carries a number through every edit, so that the truth is known.

#![expect(clippy::unwrap_used, reason = "test code stops at the first surprise")]

use std::cell::Cell;
use std::fmt::Write as _;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use sceau_domain::passage::{Found, Pages, REACH, Sought, find};

const NOUNS: [&str; 24] = [
    "patients",
    "groupe",
    "témoin",
    "suivi",
    "essai",
    "critère",
    "résultat",
    "étude",
    "médiane",
    "analyse",
    "sensibilité",
    "spécificité",
    "intervalle",
    "confiance",
    "solution",
    "événement",
    "protocole",
    "tolérance",
    "adhésion",
    "effectif",
    "sous-groupe",
    "efficacité",
    "œdème",
    "bras",
];
const OTHERS: [&str; 20] = [
    "de",
    "la",
    "le",
    "des",
    "randomisé",
    "principal",
    "à",
    "douze",
    "mois",
    "chez",
    "observé",
    "n’a",
    "pas",
    "été",
    "significative",
    "dans",
    "et",
    "inférieure",
    "entre",
    "cohérente",
];

/// A word with the number that it keeps through every edit.
type Word = (u32, String);

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => prop::sample::select(&NOUNS[..]).prop_map(str::to_owned),
        4 => prop::sample::select(&OTHERS[..]).prop_map(str::to_owned),
        1 => (0_u32..2000).prop_map(|n| n.to_string()),
    ]
}

/// Sentences of which some are said again, as in tables, running heads and summaries.
fn text() -> impl Strategy<Value = Vec<String>> {
    let sentence = prop::collection::vec(word(), 4..18).prop_map(|mut words| {
        if let Some(last) = words.last_mut() {
            last.push('.');
        }
        words
    });
    let repeats = prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 0..8);
    (prop::collection::vec(sentence, 12..60), repeats).prop_map(|(mut sentences, repeats)| {
        for (from, to) in repeats {
            let again = sentences[from.index(sentences.len())].clone();
            let place = to.index(sentences.len());
            sentences.insert(place, again);
        }
        sentences.concat()
    })
}

#[derive(Debug, Clone)]
enum Edit {
    Insert(prop::sample::Index, Vec<String>),
    Delete(prop::sample::Index, usize),
    Replace(prop::sample::Index, String),
    Move(prop::sample::Index, usize, prop::sample::Index),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let index = any::<prop::sample::Index>;
    let one = prop_oneof![
        (index(), prop::collection::vec(word(), 1..40)).prop_map(|(at, words)| Edit::Insert(at, words)),
        (index(), 1_usize..30).prop_map(|(at, n)| Edit::Delete(at, n)),
        (index(), word()).prop_map(|(at, word)| Edit::Replace(at, word)),
        (index(), 5_usize..60, index()).prop_map(|(at, n, to)| Edit::Move(at, n, to)),
    ];
    prop::collection::vec(one, 0..7)
}

fn apply(words: &mut Vec<Word>, edits: &[Edit]) {
    for edit in edits {
        if words.is_empty() {
            return;
        }
        match edit {
            Edit::Insert(at, new) => {
                let at = at.index(words.len());
                words.splice(at..at, new.iter().map(|word| (0, word.clone())));
            }
            Edit::Delete(at, n) => {
                let at = at.index(words.len());
                words.drain(at..(at + n).min(words.len()));
            }
            Edit::Replace(at, word) => {
                let at = at.index(words.len());
                // A word replaced by itself is no edit.
                if words[at].1 != *word {
                    words[at] = (0, word.clone());
                }
            }
            Edit::Move(at, n, to) => {
                let at = at.index(words.len());
                let taken: Vec<Word> = words.drain(at..(at + n).min(words.len())).collect();
                let to = if words.is_empty() { 0 } else { to.index(words.len()) };
                words.splice(to..to, taken);
            }
        }
    }
}

/// How a version is printed.
#[derive(Debug, Clone, Copy)]
struct Print {
    line: usize,
    lines: usize,
    hyphenate: bool,
    ligatures: bool,
    decompose: bool,
}

fn print() -> impl Strategy<Value = Print> {
    (24_usize..90, 8_usize..40, any::<bool>(), any::<bool>(), any::<bool>()).prop_map(
        |(line, lines, hyphenate, ligatures, decompose)| Print {
            line,
            lines,
            hyphenate,
            ligatures,
            decompose,
        },
    )
}

/// Pages, and for each word the page and the byte at which it begins and ends there.
fn printed(words: &[Word], how: Print) -> (Vec<String>, Vec<(usize, usize, usize)>) {
    let (mut pages, mut places) = (vec![String::new()], Vec::new());
    let (mut column, mut row) = (0, 0);
    for (_, word) in words {
        let mut shown = word.clone();
        if how.ligatures {
            shown = shown.replace("ffi", "ﬃ").replace("fi", "ﬁ");
        }
        if how.decompose {
            shown = shown.replace('é', "e\u{301}").replace('à', "a\u{300}");
        }
        let length = shown.chars().count();
        if column + length > how.line {
            // The last word of a page is never broken: its second half would stand on another page.
            let cut = shown.char_indices().nth(4).map(|(at, _)| at);
            let letters = shown.chars().take(6).all(|c| c.is_ascii_alphabetic()) && length > 7;
            if let Some(cut) = cut.filter(|_| how.hyphenate && letters && row + 1 < how.lines && column > 0) {
                let page = pages.last_mut().unwrap();
                let begin = page.len();
                let _ = write!(page, "{}-\n{} ", &shown[..cut], &shown[cut..]);
                places.push((pages.len(), begin, pages.last().unwrap().len() - 1));
                (column, row) = (length - 4, row + 1);
                continue;
            }
            (column, row) = (0, row + 1);
            if row >= how.lines {
                row = 0;
                pages.push(String::new());
            } else {
                pages.last_mut().unwrap().push('\n');
            }
        }
        let page = pages.last_mut().unwrap();
        let begin = page.len();
        page.push_str(&shown);
        page.push(' ');
        column += length + 1;
        places.push((pages.len(), begin, pages.last().unwrap().len() - 1));
    }
    (pages, places)
}

fn folded(text: &str) -> Vec<char> {
    let mut folded = Vec::new();
    for character in text.chars() {
        match (character.is_whitespace(), folded.last()) {
            (true, Some(' ')) => {}
            (true, _) => folded.push(' '),
            (false, _) => folded.push(character),
        }
    }
    folded
}

#[derive(Default)]
struct Tally {
    all: Cell<u32>,
    kept: Cell<u32>,
    found_again: Cell<u32>,
    touched: Cell<u32>,
    shown: Cell<u32>,
}

fn more(cell: &Cell<u32>) {
    cell.set(cell.get() + 1);
}

#[test]
fn most_passages_are_found_again_and_none_is_said_to_be_where_it_is_not() {
    let tally = Tally::default();
    let cases = 600;
    let mut runner = TestRunner::new_with_rng(
        Config { cases, failure_persistence: None, max_shrink_iters: 0, ..Config::default() },
        TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]),
    );
    let every = (text(), edits(), print(), print(), any::<prop::sample::Index>(), 1_usize..25);
    runner
        .run(&every, |(text, edits, one, two, at, length)| {
            let words: Vec<Word> = (1..).zip(text).collect();
            let (pages, places) = printed(&words, one);
            let first = at.index(words.len());
            // A selection stays on its page.
            let page = places[first].0;
            let last = (first..(first + length).min(words.len())).rfind(|n| places[*n].0 == page).unwrap();
            let whole = &pages[page - 1];
            let (begin, end) = (places[first].1, places[last].2);
            let quote: String = folded(&whole[begin..end]).into_iter().collect::<String>().trim().to_owned();
            let before = folded(&whole[..begin]);
            let before: String = before[before.len().saturating_sub(REACH)..].iter().collect();
            let after: String = folded(&whole[end..]).into_iter().take(REACH).collect();

            let mut edited = words.clone();
            apply(&mut edited, &edits);
            let (now, there) = printed(&edited, two);
            let sought = Sought { page: page as u32, quote: &quote, before: &before, after: &after };
            let found = find(sought, Some(&Pages::new(&pages)), &Pages::new(&now));

            // The truth: where the very words went, if they are still together.
            let numbers: Vec<u32> = words[first..=last].iter().map(|word| word.0).collect();
            let went = edited
                .windows(numbers.len())
                .position(|run| run.iter().map(|word| word.0).eq(numbers.iter().copied()));
            more(&tally.all);
            match (&found, went) {
                (Found::Same(spot) | Found::Moved(spot), Some(went)) => {
                    prop_assert_eq!(spot.page as usize, there[went].0);
                    more(&tally.kept);
                    more(&tally.found_again);
                }
                (Found::Same(spot), None) => {
                    prop_assert!(false, "said to be the same, and another: {quote} / {spot:?}");
                }
                (Found::Moved(spot), None) => {
                    // Edits may have put the very words together again: they stood once, and stand once.
                    let text: Vec<&str> = words[first..=last].iter().map(|word| word.1.as_str()).collect();
                    let times = |words: &[Word]| {
                        words
                            .windows(text.len())
                            .filter(|run| run.iter().map(|word| word.1.as_str()).eq(text.iter().copied()))
                            .count()
                    };
                    let once = (times(&words), times(&edited)) == (1, 1);
                    prop_assert!(once, "said to have moved, and gone: {quote} / {spot:?}");
                    more(&tally.touched);
                }
                (Found::Changed(..), Some(_)) => more(&tally.kept),
                (Found::Lost, Some(_)) => prop_assert!(false, "lost, and there: {quote}"),
                (Found::Changed(..), None) => {
                    more(&tally.touched);
                    more(&tally.shown);
                }
                (Found::Lost, None) => more(&tally.touched),
            }
            Ok(())
        })
        .unwrap();
    println!(
        "of {} passages {} were kept, {} of them follow by themselves ({} %); of {} touched ones {} are shown with what stands there now",
        tally.all.get(),
        tally.kept.get(),
        tally.found_again.get(),
        100 * tally.found_again.get() / tally.kept.get().max(1),
        tally.touched.get(),
        tally.shown.get(),
    );
    assert!(tally.kept.get() > 300 && tally.touched.get() > 30, "the edits are of both kinds");
    assert!(100 * tally.found_again.get() >= 80 * tally.kept.get(), "few passages follow by themselves");
}
