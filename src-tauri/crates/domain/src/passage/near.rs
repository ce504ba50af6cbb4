//! Something near a passage: words aligned with words, where most of the rare ones stand together.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::fold::{Folded, Gap};
use super::{Doubt, Found, Key, Pages};

/// Neighbourhoods that are looked at closely.
const CANDIDATES: usize = 3;
/// Places of one word that are worth looking at; a word that stands more often tells nothing.
const PLACES: usize = 400;
/// Share of the words, in percent of their characters, that must be kept.
const NEAR: usize = 50;
/// The same, where what stands before and after is kept.
const NEAR_BETWEEN: usize = 20;

/// Words of a version, as stretches of its key, and where each stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Words {
    stretches: Vec<(usize, usize)>,
    places: BTreeMap<String, Vec<usize>>,
}

impl Words {
    pub(super) fn of(text: &Folded) -> Self {
        let stretches = split(text);
        let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (number, (begin, end)) in stretches.iter().enumerate() {
            let word = text.key.get(*begin..*end).unwrap_or_default();
            match places.get_mut(word) {
                Some(found) => found.push(number),
                None => drop(places.insert(word.to_owned(), vec![number])),
            }
        }
        Self { stretches, places }
    }

    fn word<'t>(&self, number: usize, text: &'t Folded) -> &'t str {
        let (begin, end) = self.stretches.get(number).copied().unwrap_or_default();
        text.key.get(begin..end).unwrap_or_default()
    }
}

fn split(text: &Folded) -> Vec<(usize, usize)> {
    let mut stretches = Vec::new();
    let mut begin = 0;
    for (at, _) in text.key.char_indices() {
        if at > begin && text.gap(at) == Gap::Space {
            stretches.push((begin, at));
            begin = at;
        }
    }
    if begin < text.key.len() {
        stretches.push((begin, text.key.len()));
    }
    stretches
}

/// The sought words: those of the passage between those around it.
struct Line<'k> {
    words: Vec<&'k str>,
    /// The passage's own.
    begin: usize,
    end: usize,
}

impl<'k> Line<'k> {
    fn of(key: &'k Key) -> Self {
        let mut words = Vec::new();
        let (mut begin, mut end) = (0, 0);
        for (from, to) in split(&key.text) {
            // A word across the border belongs to both: cut, so that the passage keeps its own part.
            let cuts = [from, key.begin.clamp(from, to), key.end.clamp(from, to), to];
            for pair in cuts.windows(2) {
                let [from, to] = *pair else { continue };
                if from == to {
                    continue;
                }
                words.extend(key.text.key.get(from..to));
                if to <= key.begin {
                    begin = words.len();
                }
                if to <= key.end {
                    end = words.len();
                }
            }
        }
        Self { words, begin, end: end.max(begin) }
    }
}

/// A neighbourhood aligned with the sought words.
struct Match {
    first: usize,
    last: usize,
    /// Characters kept of the passage and around it.
    kept: usize,
}

pub(super) fn find(key: &Key, new: &Pages) -> Found {
    let line = Line::of(key);
    let best = candidates(&line, new)
        .into_iter()
        .filter_map(|start| align(&line, start, new))
        .max_by_key(|found| found.kept);
    let Some(found) = best else { return Found::Lost };
    let stretch = |number: usize| new.words.stretches.get(number).copied();
    match (stretch(found.first), stretch(found.last)) {
        (Some((begin, _)), Some((_, end))) => Found::Changed(new.spot(begin, end), Doubt::Words),
        _ => Found::Lost,
    }
}

/// Where the line would begin, by the words that are rare enough to tell.
fn candidates(line: &Line<'_>, new: &Pages) -> Vec<usize> {
    let room = (line.words.len() / 2).max(8);
    let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
    for (number, word) in line.words.iter().enumerate() {
        let Some(places) = new.words.places.get(*word).filter(|places| places.len() <= PLACES) else {
            continue;
        };
        let weight = 1 + 1000 * word.len().min(12) / (places.len() + 4);
        for place in places {
            let start = place.saturating_sub(number);
            let slot = start / room;
            // A neighbourhood may lie across two slots.
            for slot in [slot, slot + 1] {
                let sum = votes.entry(slot).or_default();
                *sum += weight;
            }
        }
    }
    let mut slots: Vec<(usize, usize)> = votes.into_iter().map(|(slot, sum)| (sum, slot)).collect();
    slots.sort_unstable_by(|a, b| b.cmp(a));
    slots.into_iter().take(CANDIDATES).map(|(_, slot)| slot.saturating_sub(1) * room).collect()
}

fn align(line: &Line<'_>, start: usize, new: &Pages) -> Option<Match> {
    let room = (line.words.len() / 2).max(8);
    let from = start.saturating_sub(room);
    let to = (start + 3 * room + line.words.len() + 8).min(new.words.stretches.len());
    let there: Vec<&str> = (from..to).map(|number| new.words.word(number, &new.text)).collect();
    let mut pairs: Vec<Option<usize>> = vec![None; line.words.len()];
    for op in capture_diff_slices(Algorithm::Myers, &line.words, &there) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            for step in 0..len {
                if let Some(pair) = pairs.get_mut(old_index + step) {
                    *pair = Some(new_index + step);
                }
            }
        }
    }
    let own = pairs.get(line.begin..line.end)?;
    let size = |words: &[&str]| words.iter().map(|word| word.chars().count()).sum::<usize>();
    let wanted = line.words.get(line.begin..line.end)?;
    let before = line.begin.checked_sub(1).and_then(|last| *pairs.get(last)?);
    let after = pairs.get(line.end).copied().flatten();
    let lead = own.iter().position(Option::is_some);
    let (first, last) = match lead {
        Some(lead) => {
            let trail = own.iter().rev().position(Option::is_some)?;
            let first = own.get(lead).copied().flatten()?;
            let last = own.iter().rev().flatten().next().copied()?;
            let begin = before.map(|before| before + 1).filter(|begin| *begin <= first);
            let end = after.and_then(|after| after.checked_sub(1)).filter(|end| *end >= last);
            (
                begin.unwrap_or_else(|| first.saturating_sub(lead)),
                end.unwrap_or_else(|| (last + trail).min(there.len().saturating_sub(1))),
            )
        }
        // Nothing is kept but what stood around: what stands between now took the passage's place.
        None => (before? + 1, after?.checked_sub(1)?),
    };
    let new_words = there.get(first..=last)?;
    let kept: Vec<&str> =
        wanted.iter().zip(own).filter(|(_, pair)| pair.is_some()).map(|(word, _)| *word).collect();
    let (kept, all) = (size(&kept), size(wanted) + size(new_words));
    let around = pairs.iter().zip(&line.words).filter(|(pair, _)| pair.is_some());
    let around: usize = around.map(|(_, word)| word.chars().count()).sum();
    let between = before.is_some() && after.is_some() && new_words.len() <= 2 * wanted.len() + 6;
    let share = 200 * kept / all.max(1);
    let enough = share >= NEAR
        || between && (share >= NEAR_BETWEEN || 2 * (around - kept) >= size(&line.words) - size(wanted));
    (enough && around >= 12).then_some(Match { first: from + first, last: from + last, kept: around })
}
