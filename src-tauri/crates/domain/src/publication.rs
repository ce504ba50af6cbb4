//! What of a vote leaves the board: no college so small, or so unanimous, that it shows how somebody voted.
//!
//! The same function serves minutes, public page, statistics and exports.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// Ballots by choice, in the order of the bylaws.
pub type Choices = Vec<(String, u64)>;

/// One published row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedRow {
    /// The colleges that it sums up.
    pub colleges: Vec<String>,
    /// Ballots by choice.
    pub choices: Choices,
}

/// What is published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publication {
    /// Colleges that stand alone, in order, then the pool.
    pub rows: Vec<PublishedRow>,
    /// Ballots of the whole board; none where even they are too few.
    pub total: Option<Choices>,
}

impl Publication {
    /// Why it says no more, `secrecy.…`: follows from what it says.
    #[must_use]
    pub fn codes(&self) -> Vec<&'static str> {
        let Some(total) = &self.total else { return ["secrecy.total-hidden"].into() };
        let mut codes = Vec::new();
        // It cannot be hidden: the outcome alone would tell.
        if kinds(total) == 1 {
            codes.push("secrecy.unanimous");
        }
        if self.rows.is_empty() {
            codes.push("secrecy.no-breakdown");
        } else if self.rows.iter().any(|row| row.colleges.len() > 1) {
            codes.push("secrecy.pooled");
        }
        codes
    }
}

/// Plans what may be published from the ballots of each college, in the order of the bylaws.
#[must_use]
pub fn publication(colleges: &[(String, Choices)], min_group: u64) -> Publication {
    let voted: Vec<&(String, Choices)> = colleges.iter().filter(|(_, c)| ballots(c) > 0).collect();
    let total = sum(voted.iter().map(|(_, choices)| choices));
    if ballots(&total) < min_group {
        return Publication::default();
    }
    let mut shown: Vec<bool> = voted.iter().map(|(_, choices)| is_safe(choices, min_group)).collect();
    let pool = |shown: &[bool]| {
        let pooled = voted.iter().zip(shown).filter(|(_, shown)| !**shown);
        let rows: Vec<&(String, Choices)> = pooled.map(|(row, _)| *row).collect();
        PublishedRow {
            colleges: rows.iter().map(|(code, _)| code.clone()).collect(),
            choices: sum(rows.iter().map(|(_, choices)| choices)),
        }
    };
    let mut pooled = pool(&shown);
    // Subtracting the shown rows from the total gives the pool, hence the pool must be safe too.
    while !pooled.colleges.is_empty() && !is_safe(&pooled.choices, min_group) {
        let still = voted.iter().zip(&shown).enumerate().filter(|(_, (_, shown))| **shown);
        let Some(smallest) = still.min_by_key(|(_, ((_, c), _))| ballots(c)).map(|(at, _)| at) else { break };
        if let Some(shown) = shown.get_mut(smallest) {
            *shown = false;
        }
        pooled = pool(&shown);
    }
    let alone = voted.iter().zip(&shown).filter(|(_, shown)| **shown).map(|((code, choices), _)| {
        PublishedRow { colleges: [code.to_string()].into(), choices: choices.clone() }
    });
    let mut rows: Vec<PublishedRow> = alone.collect();
    if !rows.is_empty() && !pooled.colleges.is_empty() {
        rows.push(pooled);
    }
    Publication { rows, total: Some(total) }
}

/// Which sums officers open in a secret vote, planned from the numbers of ballots alone, before any choice
/// is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SumPlan {
    /// Colleges whose sum is opened alone.
    pub alone: Vec<String>,
    /// Colleges whose ballots are summed together; none of them is opened alone.
    pub pooled: Vec<String>,
    /// Small colleges whose direction the bylaws need: they vote by roll call and are told before.
    pub roll_call: Vec<String>,
}

/// Plans the sums. `directed`: do the bylaws need this college's direction (double majority, veto)?
#[must_use]
pub fn sum_plan(ballots: &[(String, u64)], min_group: u64, directed: impl Fn(&str) -> bool) -> SumPlan {
    let mut plan = SumPlan::default();
    let mut alone: Vec<(&String, u64)> = Vec::new();
    let mut pool = 0;
    for (college, n) in ballots.iter().filter(|(_, n)| *n > 0) {
        if *n >= min_group {
            alone.push((college, *n));
        } else if directed(college) {
            plan.roll_call.push(college.clone());
        } else {
            pool += n;
            plan.pooled.push(college.clone());
        }
    }
    // A pool that is too small itself takes in the smallest college that stands alone.
    while pool > 0 && pool < min_group {
        let candidates = alone.iter().enumerate().filter(|(_, (college, _))| !directed(college));
        let Some(at) = candidates.min_by_key(|(_, (_, n))| *n).map(|(at, _)| at) else { break };
        let (college, n) = alone.remove(at);
        pool += n;
        plan.pooled.push(college.clone());
    }
    plan.pooled.sort_by_key(|college| ballots.iter().position(|(c, _)| c == college));
    plan.alone = alone.into_iter().map(|(college, _)| college.clone()).collect();
    plan
}

/// Whether the ballots of a row are enough, and not of one mind.
pub(crate) fn is_safe(choices: &Choices, min_group: u64) -> bool {
    ballots(choices) >= min_group && kinds(choices) >= 2
}

/// All of them; as many as can be counted where somebody wrote down more.
pub(crate) fn ballots(choices: &Choices) -> u64 {
    choices.iter().fold(0, |sum, (_, n)| sum.saturating_add(*n))
}

fn kinds(choices: &Choices) -> usize {
    choices.iter().filter(|(_, n)| *n > 0).count()
}

/// Adds up, keeping the order in which choices first occur.
pub(crate) fn sum<'a>(rows: impl Iterator<Item = &'a Choices>) -> Choices {
    let mut total: Choices = Vec::new();
    for (choice, n) in rows.flatten() {
        match total.iter_mut().find(|(c, _)| c == choice) {
            Some((_, sum)) => *sum = sum.saturating_add(*n),
            None => total.push((choice.clone(), *n)),
        }
    }
    total
}
