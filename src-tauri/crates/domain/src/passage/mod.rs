//! A passage found again in another version of a file.
//!
//! A mark rests on words of one version. When another comes, the words are looked for in it, and four answers are
//! possible: they stand where they stood, they stand elsewhere, something near them stands there, nothing does.
//! *Same* and *moved* are said only when one place of the new version fits and no other could be meant: a passage
//! that follows by itself is one that nobody looks at again.

mod differ;
mod fold;
mod near;
#[cfg(test)]
mod tests;

use alloc::string::String;
use alloc::vec::Vec;

pub use differ::{Piece, differences};

use fold::{Folded, fold_spaces};

/// Characters kept before and after a passage.
pub const REACH: usize = 32;
/// Characters that tell one place from another whose nearer surroundings are alike.
const WIDE: usize = 240;
/// Fewer characters, surroundings included, are found by chance.
const LEAST: usize = 24;
/// A passage shorter than this needs its surroundings to be known again.
const TELLING: usize = 40;
/// Surroundings shorter than this tell nothing.
const LEAST_SIDE: usize = 12;

/// A passage as it was cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sought<'a> {
    /// Page in the version that was read, from 1.
    pub page: u32,
    /// The words.
    pub quote: &'a str,
    /// Up to [`REACH`] characters before.
    pub before: &'a str,
    /// Up to [`REACH`] characters after.
    pub after: &'a str,
}

/// A place in a version, with what a new anchor needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// From 1.
    pub page: u32,
    /// The words that stand there, spaces folded.
    pub quote: String,
    /// Up to [`REACH`] characters before, on the page.
    pub before: String,
    /// Up to [`REACH`] characters after, on the page.
    pub after: String,
}

/// Why somebody has to look at a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// The words are others.
    Words,
    /// The words stand there; what stands around them is other.
    Surroundings,
    /// The words stand there more than once, and nothing tells which is meant.
    Repeated,
}

/// What became of a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Words and surroundings are identical, on the same page.
    Same(Spot),
    /// The words are identical and stand elsewhere, or between other words.
    Moved(Spot),
    /// Something near stands there.
    Changed(Spot, Doubt),
    /// Nothing of the kind is there.
    Lost,
}

/// The pages of one version, ready to be searched.
#[derive(Debug, Clone, Default)]
pub struct Pages {
    text: Folded,
    /// Where each page begins in the clean text.
    starts: Vec<usize>,
    words: near::Words,
}

impl Pages {
    /// Pages in their order; a page without text is an empty one.
    #[must_use]
    pub fn new<T: AsRef<str>>(pages: &[T]) -> Self {
        let mut text = Folded::default();
        let mut starts = Vec::with_capacity(pages.len());
        for page in pages {
            starts.push(text.clean.len());
            text.push(page.as_ref());
            text.clean.push('\n');
        }
        let words = near::Words::of(&text);
        Self { text, starts, words }
    }

    /// Whether no page has any text: a scan.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text.key.is_empty()
    }

    /// How many pages there are.
    #[must_use]
    pub fn count(&self) -> u32 {
        u32::try_from(self.starts.len()).unwrap_or(u32::MAX)
    }

    /// Where a page, from 1, lies in the key; empty where it has no text.
    fn span_of(&self, page: u32) -> core::ops::Range<usize> {
        let start = |index: usize| self.starts.get(index).map(|at| self.text.key_at(*at));
        let index = (page as usize).saturating_sub(1);
        let from = start(index).unwrap_or(self.text.key.len());
        from..start(index + 1).unwrap_or(self.text.key.len()).max(from)
    }

    /// The pages that read like one of another version, gaps between words included.
    fn pages_like<'p>(&'p self, other: &'p Self, page: u32) -> impl Iterator<Item = u32> + 'p {
        let sought = other.span_of(page);
        (1..=self.count()).filter(move |number| {
            let here = self.span_of(*number);
            self.text.key.get(here.clone()) == other.text.key.get(sought.clone())
                && other.text.gaps_agree(sought.start, sought.end, &self.text, here.start)
        })
    }

    fn page_of(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at)
    }

    /// A stretch of the key as a place.
    fn spot(&self, begin: usize, end: usize) -> Spot {
        let (from, to) = (self.text.place(begin), self.text.place_after(end).max(self.text.place(begin)));
        let page = self.page_of(from);
        let last = self.page_of(to.saturating_sub(1).max(from));
        let start = page.checked_sub(1).and_then(|page| self.starts.get(page)).copied().unwrap_or(0);
        let stop = self.starts.get(last).copied().unwrap_or(self.text.clean.len()).saturating_sub(1).max(to);
        let part = |range: core::ops::Range<usize>| self.text.clean.get(range).unwrap_or_default();
        let spaces = |text: &str| -> String {
            // As the window does it: inner and outer runs of white space are one space each.
            let mut folded = String::with_capacity(text.len());
            for character in text.chars() {
                if !character.is_whitespace() {
                    folded.push(character);
                } else if !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            folded
        };
        let before = spaces(part(start..from));
        let skipped = before.chars().count().saturating_sub(REACH);
        Spot {
            page: u32::try_from(page).unwrap_or(u32::MAX),
            quote: fold_spaces(part(from..to)),
            before: before.chars().skip(skipped).collect(),
            after: spaces(part(to..stop)).chars().take(REACH).collect(),
        }
    }
}

/// The sought passage, folded together with its surroundings.
struct Key {
    text: Folded,
    /// The quote inside the key.
    begin: usize,
    end: usize,
}

impl Key {
    fn of(sought: Sought<'_>) -> Self {
        // An anchor of another program may hold more than a reach on either side.
        let far = sought.before.char_indices().rev().nth(REACH - 1).map_or(0, |(at, _)| at);
        let before = sought.before.get(far..).unwrap_or_default();
        let far = sought.after.char_indices().nth(REACH).map_or(sought.after.len(), |(at, _)| at);
        let after = sought.after.get(..far).unwrap_or_default();
        let text = Folded::of(&[before, sought.quote, after].concat());
        let begin = text.key_at(Folded::of(before).clean.len());
        let end = text.key_at(Folded::of(&[before, sought.quote].concat()).clean.len());
        Self { text, begin, end: end.max(begin) }
    }

    fn quote(&self) -> &str {
        self.text.key.get(self.begin..self.end).unwrap_or_default()
    }

    /// Where the words stand in a version; the places of their first characters in its key.
    fn places(&self, pages: &Pages) -> Vec<usize> {
        let quote = self.quote();
        if quote.is_empty() {
            return Vec::new();
        }
        let mut places = Vec::new();
        let mut from = 0;
        while let Some(found) = pages.text.key.get(from..).and_then(|rest| rest.find(quote)) {
            let at = from + found;
            if self.text.gaps_agree(self.begin, self.end, &pages.text, at) && self.is_whole(pages, at) {
                places.push(at);
            }
            let step = quote.chars().next().map_or(1, char::len_utf8);
            from = at + step;
        }
        places
    }

    /// Whether the words do not end inside a longer word or figure where the cited ones did not: "5" is not "50".
    fn is_whole(&self, pages: &Pages, at: usize) -> bool {
        let glued = |text: &Folded, place: usize| {
            let before = text.key.get(..place).and_then(|head| head.chars().next_back());
            let after = text.key.get(place..).and_then(|tail| tail.chars().next());
            match (before, after) {
                (Some(before), Some(after)) => {
                    let figures =
                        before.is_ascii_digit() && (after.is_ascii_digit() || ",.%".contains(after));
                    let decimal = after.is_ascii_digit() && ",.".contains(before);
                    text.gap(place) == fold::Gap::None
                        && (before.is_alphanumeric() && after.is_alphanumeric() || figures || decimal)
                }
                _ => false,
            }
        };
        let length = self.end - self.begin;
        let left = !glued(&pages.text, at) || glued(&self.text, self.begin);
        let right = !glued(&pages.text, at + length) || glued(&self.text, self.end);
        left && right
    }

    fn sides(&self, pages: &Pages, at: usize) -> (bool, bool) {
        (self.fits_before(pages, at, 0), self.fits_after(pages, at, self.text.key.len()))
    }

    fn fits_before(&self, pages: &Pages, at: usize, from: usize) -> bool {
        let Some(there) = (at + from).checked_sub(self.begin) else { return false };
        self.text.key.get(from..self.begin) == pages.text.key.get(there..at)
            && self.text.gaps_agree(from, self.begin, &pages.text, there)
    }

    fn fits_after(&self, pages: &Pages, at: usize, to: usize) -> bool {
        let there = at + (self.end - self.begin);
        self.text.key.get(self.end..to) == pages.text.key.get(there..there + (to - self.end))
            && self.text.gaps_agree(self.end, to, &pages.text, there)
    }

    /// How many characters fit around a place, to choose among several.
    fn around(&self, pages: &Pages, at: usize) -> usize {
        let own = |range: core::ops::Range<usize>| self.text.key.get(range).unwrap_or_default();
        let head = pages.text.key.get(..at).unwrap_or_default();
        let tail = pages.text.key.get(at + (self.end - self.begin)..).unwrap_or_default();
        let before = own(0..self.begin).chars().rev().zip(head.chars().rev()).take_while(|(a, b)| a == b);
        let after = own(self.end..self.text.key.len()).chars().zip(tail.chars()).take_while(|(a, b)| a == b);
        before.count() + after.count()
    }
}

/// Finds a passage again. The pages of the version that was read tell repeated words apart; without them only words
/// whose surroundings are identical follow.
#[must_use]
pub fn find(sought: Sought<'_>, old: Option<&Pages>, new: &Pages) -> Found {
    let key = Key::of(sought);
    if key.quote().is_empty() {
        return Found::Lost;
    }
    let places = key.places(new);
    let length = key.end - key.begin;
    if places.is_empty() {
        return near::find(&key, new);
    }
    let spot = |at: usize| new.spot(at, at + length);
    let known = old.map(|old| Known::of(&key, old, sought.page));
    if let Some(at) = identified(&key, &places, known.as_ref(), new) {
        let spot = spot(at);
        let whole = key.sides(new, at) == (true, true);
        return if whole && spot.page == sought.page { Found::Same(spot) } else { Found::Moved(spot) };
    }
    let best = places.iter().copied().max_by_key(|at| (key.around(new, *at), core::cmp::Reverse(*at)));
    let doubt = if places.len() > 1 { Doubt::Repeated } else { Doubt::Surroundings };
    best.map_or(Found::Lost, |at| Found::Changed(spot(at), doubt))
}

/// Finds a whole page again: the only one whose text is that of the page that was read, which stood once. A page with
/// hardly any text, a stamp or a running head, could be another.
#[must_use]
pub fn find_page(page: u32, old: &Pages, new: &Pages) -> Option<u32> {
    if old.span_of(page).len() < LEAST || old.pages_like(old, page).count() != 1 {
        return None;
    }
    let mut alike = new.pages_like(old, page);
    alike.next().filter(|_| alike.next().is_none())
}

/// Where the words stood in the version that was read.
struct Known<'p> {
    pages: &'p Pages,
    places: Vec<usize>,
    /// The place that was cited, if one place of its page fits and no other.
    here: Option<usize>,
}

impl<'p> Known<'p> {
    fn of(key: &Key, pages: &'p Pages, page: u32) -> Self {
        let places = key.places(pages);
        let on_page = |at: &&usize| pages.page_of(pages.text.place(**at)) == page as usize;
        let mut fitting = places.iter().filter(on_page).filter(|at| key.sides(pages, **at) == (true, true));
        let here = fitting.next().copied().filter(|_| fitting.next().is_none());
        Self { pages, places, here }
    }

    /// Whether the cited place cannot be taken for another. Words that were read otherwise than the window did are
    /// not found between their surroundings, and stood once at most when they stand once without them.
    fn stood_once(&self, key: &Key) -> bool {
        let whole = self.places.iter().filter(|at| key.sides(self.pages, **at) == (true, true)).count();
        whole == 1 || whole == 0 && self.places.len() <= 1
    }

    /// Whether a place of the new version has the wide surroundings of the cited place.
    fn fits_widely(&self, at: usize, length: usize, new: &Pages) -> bool {
        self.here.is_some_and(|here| {
            let before = |text: &str, at: usize| -> String {
                text.get(..at).unwrap_or_default().chars().rev().take(WIDE).collect()
            };
            let after = |text: &str, at: usize| -> String {
                text.get(at + length..).unwrap_or_default().chars().take(WIDE).collect()
            };
            let (there, now) = (&self.pages.text.key, &new.text.key);
            before(there, here) == before(now, at) && after(there, here) == after(now, at)
        })
    }
}

/// The one place that must be meant, if there is one.
fn identified(key: &Key, places: &[usize], known: Option<&Known<'_>>, new: &Pages) -> Option<usize> {
    let length = key.end - key.begin;
    let only = |wanted: &dyn Fn(usize) -> bool, pages: &[usize]| -> Option<usize> {
        let mut fitting = pages.iter().copied().filter(|at| wanted(*at));
        fitting.next().filter(|_| fitting.next().is_none())
    };
    let fits = |pages: &Pages, at: usize| key.sides(pages, at);
    let whole: Vec<usize> = places.iter().copied().filter(|at| fits(new, *at) == (true, true)).collect();
    if !whole.is_empty() {
        let once_before = known.is_none_or(|known| known.stood_once(key));
        if whole.len() == 1 && once_before && key.text.key.len() >= LEAST {
            return whole.first().copied();
        }
        let known = known?;
        let alike = only(&|at| known.fits_widely(at, length, known.pages), &known.places);
        return alike.and_then(|_| only(&|at| known.fits_widely(at, length, new), &whole));
    }
    // From here on the surroundings differ: only words that stood once, and stand once, can be followed.
    let known = known?;
    let ([_], [at]) = (known.places.as_slice(), places) else { return None };
    let (before, after) = fits(new, *at);
    let left = before && key.begin >= LEAST_SIDE;
    let right = after && key.text.key.len() - key.end >= LEAST_SIDE;
    let told = length >= TELLING || length >= LEAST && (left || right);
    told.then_some(*at)
}
