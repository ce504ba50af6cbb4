//! Independent rounds: how many there may be, and what changed between two of them (rules §5).

use alloc::collections::BTreeMap;
use alloc::string::String;

use crate::agreement::{Band, RoundEnd};
use crate::grid::Answer;

/// Independent rounds at most, fixed before the first one.
pub const MAX_ROUNDS: u32 = 3;

/// What a round said of one criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said<K: Ord> {
    /// How far the marks agree.
    pub band: Band,
    /// Whether it is to be discussed.
    pub discuss: bool,
    /// Marks by reviewer; who gave none is absent.
    pub marks: BTreeMap<K, Answer>,
}

/// What a round said, by criterion.
pub type Outcome<K> = BTreeMap<String, Said<K>>;

/// What a round ended with. `before` is the round before it, as it stood when this one began; a mark that is in one of
/// the two only has changed.
#[must_use]
pub fn end<K: Ord>(number: u32, before: Option<&Outcome<K>>, now: &Outcome<K>) -> RoundEnd {
    let to_discuss = now.values().filter(|said| said.discuss).count();
    let mut end = RoundEnd {
        measured: now.values().filter(|said| said.band != Band::TooFew).count(),
        to_discuss,
        round: number,
        max_rounds: MAX_ROUNDS,
        bands_changed: 0,
        marks_changed: 0,
        marks: now.values().map(|said| said.marks.len()).sum(),
    };
    let Some(before) = before else { return end };
    end.marks = 0;
    for code in codes(before, now) {
        let (then, said) = (before.get(code), now.get(code));
        if then.map(|said| said.band) != said.map(|said| said.band) {
            end.bands_changed = end.bands_changed.saturating_add(1);
        }
        let (changed, all) = compared(then, said);
        end.marks_changed = end.marks_changed.saturating_add(changed);
        end.marks = end.marks.saturating_add(all);
    }
    end
}

fn codes<'a, K: Ord>(
    before: &'a Outcome<K>,
    now: &'a Outcome<K>,
) -> impl Iterator<Item = &'a String> + use<'a, K> {
    before.keys().chain(now.keys().filter(|code| !before.contains_key(*code)))
}

/// Marks that changed, and marks in all.
fn compared<K: Ord>(before: Option<&Said<K>>, now: Option<&Said<K>>) -> (usize, usize) {
    let of = |said: Option<&Said<K>>| said.map_or(0, |said| said.marks.len());
    let (Some(then), Some(said)) = (before, now) else {
        let alone = of(before).saturating_add(of(now));
        return (alone, alone);
    };
    let both = then.marks.keys().filter(|who| said.marks.contains_key(who)).count();
    let same = then.marks.iter().filter(|(who, mark)| said.marks.get(who) == Some(mark)).count();
    let all = then.marks.len().saturating_add(said.marks.len()).saturating_sub(both);
    (all.saturating_sub(same), all)
}
