//! What opened sheets say beside each other: who stands in which column, how far marks lie apart, where the same passage
//! was read in opposite ways. Pure functions; the view gathers what they need.

use sceau_domain::agreement::on_nine;
use sceau_domain::fraction::{Fraction, whole};
use sceau_domain::id::{DossierId, MemberId};
use sceau_domain::publication::sum_plan;
use sceau_ledger::payload::sealed::{Anchor, Rect};
use sceau_ledger::tree::sha256;

/// Columns that stand together: one college, or several that are too small to stand alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Codes of the colleges, in the order of the bylaws.
    pub colleges: Vec<String>,
    /// Members, in an order that is drawn once for each dossier.
    pub members: Vec<MemberId>,
}

/// Sorts reviewers into blocks. `colleges` are in the order of the bylaws; who sits in none of them joins the pool.
#[must_use]
pub fn blocks(
    dossier: DossierId,
    colleges: &[String],
    reviewers: &[(MemberId, String)],
    smallest: u64,
) -> Vec<Block> {
    let mut drawn: Vec<&(MemberId, String)> = reviewers.iter().collect();
    // Neither the roster nor the order of submission: a column says nothing about who sits in it.
    drawn.sort_by_key(|(member, _)| sha256(&[&dossier.0[..], &member.0].concat()));
    let count = |code: &String| drawn.iter().filter(|(_, college)| college == code).count() as u64;
    let sizes: Vec<(String, u64)> = colleges.iter().map(|code| (code.clone(), count(code))).collect();
    let plan = sum_plan(&sizes, smallest, |_| false);
    let of = |codes: &[String]| -> Vec<MemberId> {
        drawn.iter().filter(|(_, college)| codes.contains(college)).map(|(member, _)| *member).collect()
    };
    let mut found: Vec<Block> = plan
        .alone
        .into_iter()
        .map(|code| Block { members: of(std::slice::from_ref(&code)), colleges: vec![code] })
        .collect();
    let stray = drawn.iter().filter(|(_, college)| !colleges.contains(college)).map(|(member, _)| *member);
    let mut pool = Block { members: of(&plan.pooled), colleges: plan.pooled };
    pool.members.extend(stray);
    if !pool.members.is_empty() {
        found.push(pool);
    }
    found
}

/// A passage that several sheets cite, and that some of them read in opposite ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opposed {
    /// The passage as one of them drew it.
    pub anchor: Anchor,
    /// Sheets that cite it.
    pub sheets: usize,
    /// Fewest points given by one of them.
    pub low: Fraction,
    /// Most points given by one of them.
    pub high: Fraction,
}

/// Passages on which marks stand far apart, the furthest first: at least half of the criterion's scale between two
/// sheets whose passages overlap. `cited` holds each sheet's points with its passages; a place is told once.
#[must_use]
pub fn opposed(levels: &[Fraction], cited: &[(Fraction, &[Anchor])]) -> Vec<Opposed> {
    let nine = |points: &Fraction| on_nine(points, levels).ok();
    let mut wide: Vec<(Fraction, Opposed)> = Vec::new();
    for (place, (points, anchors)) in cited.iter().enumerate() {
        for anchor in *anchors {
            let overlapping = cited.iter().enumerate().filter(|(other, (_, theirs))| {
                *other == place || theirs.iter().any(|their| overlap(anchor, their))
            });
            let all: Vec<&Fraction> = overlapping.map(|(_, (points, _))| points).collect();
            let (Some(low), Some(high)) = (all.iter().min(), all.iter().max()) else { continue };
            let Some(gap) = nine(high).zip(nine(low)).map(|(high, low)| high - low) else { continue };
            if gap < whole(4) || (points != *low && points != *high) {
                continue;
            }
            let (low, high) = ((*low).clone(), (*high).clone());
            wide.push((gap, Opposed { anchor: anchor.clone(), sheets: all.len(), low, high }));
        }
    }
    wide.sort_by(|(gap, one), (other_gap, other)| (other_gap, other.sheets).cmp(&(gap, one.sheets)));
    let mut told: Vec<Opposed> = Vec::new();
    for (_, found) in wide {
        if !told.iter().any(|known| overlap(&known.anchor, &found.anchor)) {
            told.push(found);
        }
    }
    told
}

/// Whether two passages share a piece of the same page.
#[must_use]
pub fn overlap(one: &Anchor, other: &Anchor) -> bool {
    let touch = |a: &Rect, b: &Rect| {
        let [left, bottom, right, top] = *a;
        let [other_left, other_bottom, other_right, other_top] = *b;
        left < other_right && other_left < right && bottom < other_top && other_bottom < top
    };
    (one.file, one.page) == (other.file, other.page)
        && one.rects.iter().any(|rect| other.rects.iter().any(|their| touch(rect, their)))
}

/// The median of points; of an even number, the midpoint.
#[must_use]
pub fn median(points: &[Fraction]) -> Option<Fraction> {
    let mut sorted = points.to_vec();
    sorted.sort();
    let last = sorted.len().checked_sub(1)?;
    let (below, above) = (sorted.get(last / 2)?, sorted.get(sorted.len() / 2)?);
    Some((below + above) / whole(2))
}

/// How far a mark lies from the board's, on the scale 1–9.
#[must_use]
pub fn distance(levels: &[Fraction], mine: &Fraction, board: &Fraction) -> Option<Fraction> {
    let (one, other) = (on_nine(mine, levels).ok()?, on_nine(board, levels).ok()?);
    Some(if one < other { other - one } else { one - other })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anchor(page: u64, rect: Rect) -> Anchor {
        Anchor {
            id: [0; 16],
            file: [7; 32],
            page,
            rects: vec![rect],
            quote: "perdus de vue".into(),
            before: String::new(),
            after: String::new(),
            region: false,
        }
    }

    fn member(n: u8) -> MemberId {
        MemberId([n; 16])
    }

    #[test]
    fn colleges_that_are_too_small_share_a_block_and_nobody_gets_lost() {
        let colleges: Vec<String> = ["clinicians", "patients", "industry"].map(String::from).into();
        let sits = |n: u8| match n {
            0..=4 => "clinicians",
            5 | 6 => "patients",
            _ => "industry",
        };
        let reviewers: Vec<_> = (0..8).map(|n| (member(n), sits(n).to_owned())).collect();
        let found = blocks(DossierId([1; 16]), &colleges, &reviewers, 3);
        let sizes: Vec<_> =
            found.iter().map(|block| (block.colleges.join("+"), block.members.len())).collect();
        assert_eq!(sizes, [("clinicians".to_owned(), 5), ("patients+industry".to_owned(), 3)]);
        let order = |dossier| blocks(DossierId([dossier; 16]), &colleges, &reviewers, 3)[0].members.clone();
        assert_ne!(order(1), (0..5).map(member).collect::<Vec<_>>(), "not the order of the roster");
        assert_ne!(order(1), order(2), "another dossier draws another order");
        assert_eq!(order(1), order(1));
    }

    #[test]
    fn the_same_words_read_in_opposite_ways_are_found_and_a_neighbouring_line_is_not() {
        let levels: Vec<Fraction> = (0..=4).map(whole).collect();
        let line = anchor(9, [0, 100, 500, 120]);
        let (same, below) = (anchor(9, [200, 110, 300, 130]), anchor(9, [0, 60, 500, 100]));
        let elsewhere = anchor(8, [0, 100, 500, 120]);
        let cited = |other: &Anchor, points: i64| {
            let (first, second) = ([line.clone()], [other.clone()]);
            opposed(&levels, &[(whole(1), &first[..]), (whole(points), &second[..])])
        };
        let [found] = cited(&same, 3).try_into().unwrap();
        assert_eq!((found.sheets, found.low, found.high), (2, whole(1), whole(3)));
        assert_eq!(cited(&same, 2), [], "one step apart is no opposition");
        assert_eq!(cited(&below, 4), []);
        assert_eq!(cited(&elsewhere, 4), []);
    }

    #[test]
    fn every_passage_that_is_read_in_opposite_ways_is_told_once_the_furthest_apart_first() {
        let levels: Vec<Fraction> = (0..=4).map(whole).collect();
        let (top, foot) = (anchor(3, [0, 700, 500, 720]), anchor(7, [0, 40, 500, 60]));
        let again = anchor(3, [100, 700, 300, 720]);
        let sheets = [
            (whole(0), vec![top.clone(), again]),
            (whole(2), vec![top, foot.clone()]),
            (whole(4), vec![foot]),
        ];
        let cited: Vec<_> = sheets.iter().map(|(points, anchors)| (points.clone(), &anchors[..])).collect();
        let found = opposed(&levels, &cited);
        let told: Vec<_> = found.iter().map(|one| (one.anchor.page, one.sheets)).collect();
        assert_eq!(told, [(3, 2), (7, 2)]);
        let wider = [cited[2].clone(), (whole(0), cited[1].1), (whole(2), cited[0].1)];
        let first = opposed(&levels, &wider).remove(0);
        assert_eq!((first.anchor.page, first.low, first.high), (7, whole(0), whole(4)));
    }

    #[test]
    fn the_median_of_an_even_number_is_the_midpoint() {
        let of = |points: &[i64]| median(&points.iter().copied().map(whole).collect::<Vec<_>>());
        assert_eq!(of(&[4, 1, 2]), Some(whole(2)));
        assert_eq!(of(&[1, 2, 3, 4]), Some(Fraction::new(5.into(), 2.into())));
        assert_eq!(of(&[]), None);
    }
}
