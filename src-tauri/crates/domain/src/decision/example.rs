//! A vote that nobody holds: a full board of which some are recused and some vote, so that bylaws can be tried before they
//! bind anybody. It is decided like any other.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use jiff::civil::Date;

use super::session::{Ballot, Meeting, Roster, Seat, Session};
use crate::bylaws::{Bylaws, Method};
use crate::interests::{Level, Recusal};

/// A file may name any number of seats, by mistake too: an example has no more people than this.
const MOST: usize = 1000;

/// What is supposed of the vote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Example {
    /// Members who are recused, as far as there are any.
    pub recused: u64,
    /// Members who vote, of those who are not recused.
    pub voting: u64,
    /// Of them, those in favour; those who do not abstain at most.
    pub in_favour: u64,
    /// Of them, those who abstain; the rest is against.
    pub abstaining: u64,
    /// The day of the vote.
    pub on: Option<Date>,
}

impl Example {
    /// The same, as far as a full board under these bylaws has people for it; a thousand at most.
    #[must_use]
    pub fn fitted(&self, bylaws: &Bylaws) -> Self {
        let seats = in_turn(bylaws).len() as u64;
        let recused = self.recused.min(seats);
        let voting = self.voting.min(seats - recused);
        // Who abstains is said; in favour are at most the others.
        let abstaining = self.abstaining.min(voting);
        let in_favour = self.in_favour.min(voting - abstaining);
        Self { recused, voting, in_favour, abstaining, on: self.on }
    }
}

impl Session {
    /// The session that an example describes, as far as there are people for it. Recusals and votes are spread over the colleges in turn.
    #[must_use]
    pub fn of_example(bylaws: &Bylaws, example: &Example) -> Self {
        let example = example.fitted(bylaws);
        let seats = in_turn(bylaws);
        let heads = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
        let (free, recused) = seats.split_at(seats.len().saturating_sub(heads(example.recused)));
        let voting: Vec<&Seat> = free.iter().take(heads(example.voting)).collect();
        let options: Vec<&str> =
            bylaws.choices().into_iter().filter(|choice| !matches!(*choice, "abstain" | "blank")).collect();
        let (best, worst) = (options.first().copied(), options.last().copied());
        let (yes, silent) = (heads(example.in_favour), heads(example.abstaining));
        let choice = |at: usize| match at {
            at if at < yes => best,
            at if at < yes + silent => Some("abstain"),
            _ => worst,
        };
        let ballots = voting.iter().enumerate().map(|(at, seat)| Ballot {
            elector: seat.id.clone(),
            choice: choice(at).unwrap_or_default().to_string(),
            received_at: None,
            cast_by: None,
            late_accepted: false,
            safety: false,
        });
        let ballots = ballots.collect();
        let attending: BTreeSet<String> = voting.iter().map(|seat| seat.id.clone()).collect();
        Self {
            option: (bylaws.method == Method::Motion).then(|| "grant".to_string()),
            recusals: recused
                .iter()
                .map(|seat| Recusal { elector: seat.id.clone(), level: Level::Full, criteria: Vec::new() })
                .collect(),
            meeting: Meeting { attending, on: example.on, ..Meeting::default() },
            closes_at: None,
            proxies: Vec::new(),
            positions: Vec::new(),
            ballots,
            roster: Roster { members: seats, alternates: Vec::new() },
            bylaws: bylaws.clone(),
        }
    }
}

/// The seats of the voting colleges: the first of each, then the second of each, and so on.
fn in_turn(bylaws: &Bylaws) -> Vec<Seat> {
    let most = bylaws.voting_colleges().map(|college| college.seats).max().unwrap_or_default();
    let row = |n: u64| bylaws.voting_colleges().filter(move |college| n < college.seats);
    let seat = |n: u64, code: &String| Seat { id: format!("{code}-{n}"), college: code.clone(), role: None };
    (0..most.min(bylaws.seats))
        .flat_map(|n| row(n).map(move |college| seat(n, &college.code)))
        .take(MOST)
        .collect()
}
