//! Who reviews what: a proposal that the secretariat edits.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use jiff::ToSpan;

use crate::board::Board;
use crate::id::{DossierId, MemberId};
use crate::moment::Moment;

/// A reviewer as the proposal sees them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidate {
    /// Identifier.
    pub id: String,
    /// College.
    pub college: String,
    /// Dossiers that they have in hand.
    pub load: u64,
    /// Dossiers that they accept at most; none: no limit.
    pub max_load: Option<u64>,
    /// Recused from this dossier?
    pub recused: bool,
    /// Has not declared interests for this dossier?
    pub undeclared: bool,
    /// Away?
    pub away: bool,
}

/// A proposal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    /// In the order of picking.
    pub reviewers: Vec<String>,
    /// `assign.college-short@college` once for each such college, then `assign.too-few`.
    pub codes: Vec<String>,
}

/// Proposes `n` reviewers: the minima of colleges first, in the order of the bylaws, then from all. Each
/// pick takes the college least picked for this dossier, then the smallest load, then roster order.
#[must_use]
pub fn assign(roster: &[Candidate], n: usize, minima: &[(String, usize)]) -> Proposal {
    let mut free: Vec<&Candidate> = roster.iter().filter(|c| c.may_review()).collect();
    let mut picked: BTreeMap<&str, usize> = BTreeMap::new();
    let mut proposal = Proposal::default();
    for (college, minimum) in minima {
        for _ in 0..*minimum {
            if !pick(&mut free, Some(college), &mut picked, &mut proposal) {
                proposal.codes.push(format!("assign.college-short@{college}"));
                break;
            }
        }
    }
    while proposal.reviewers.len() < n {
        if !pick(&mut free, None, &mut picked, &mut proposal) {
            proposal.codes.push("assign.too-few".into());
            break;
        }
    }
    proposal
}

impl Candidate {
    fn may_review(&self) -> bool {
        !(self.recused || self.undeclared || self.away) && self.max_load.is_none_or(|max| self.load < max)
    }
}

fn pick<'a>(
    free: &mut Vec<&'a Candidate>,
    college: Option<&String>,
    picked: &mut BTreeMap<&'a str, usize>,
    proposal: &mut Proposal,
) -> bool {
    let rank = |c: &Candidate| (picked.get(c.college.as_str()).copied().unwrap_or_default(), c.load);
    let allowed = |c: &&Candidate| college.is_none_or(|college| c.college == *college);
    let next = free.iter().enumerate().filter(|(_, c)| allowed(c)).min_by_key(|(_, c)| rank(c));
    let Some(at) = next.map(|(at, _)| at) else { return false };
    let candidate = free.remove(at);
    *picked.entry(&candidate.college).or_default() += 1;
    proposal.reviewers.push(candidate.id.clone());
    true
}

/// One of a reviewer's own unsubmitted dossiers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Waiting {
    /// Sheets that are in, or their rank in [`coverage`]. Never shown: only the order is.
    pub submitted: u64,
    /// Deadline in milliseconds since 1970; a dossier without one comes last.
    pub deadline: u64,
    /// The dossier's number.
    pub number: String,
    /// Which one it is.
    pub dossier: DossierId,
}

/// The order in which a reviewer is shown what to read next: fewest submitted sheets, then deadline, then
/// number.
pub fn next_least_covered(waiting: &mut [Waiting]) {
    waiting.sort();
}

/// The dossiers in which a member still owes a sheet, ranked by how many sheets of others are in: equal ranks, equally
/// many. As things stood at the end of the day before (Paris): an order that moved by the hour would say when somebody
/// hands in.
#[must_use]
pub fn coverage(board: &Board, member: MemberId, now: Moment) -> Vec<(DossierId, u64)> {
    let by = Moment::end_of_day_in_paris(now.day_in_paris().saturating_sub(1.day()));
    let mut counts: Vec<(DossierId, usize)> = Vec::new();
    for (dossier, state) in &board.dossiers {
        let Some(round) = state.round().filter(|round| round.closed_at.is_none()) else { continue };
        if state.awaited().any(|awaited| awaited == member) {
            let counts_there = |of: &MemberId| !state.is_recused(*of);
            let sheets = round.sheets.iter().filter(|(of, sheet)| counts_there(of) && sheet.received <= by);
            counts.push((*dossier, sheets.count()));
        }
    }
    let steps: BTreeSet<usize> = counts.iter().map(|(_, count)| *count).collect();
    let ranks: BTreeMap<usize, u64> = steps.into_iter().zip(0..).collect();
    counts.into_iter().filter_map(|(dossier, count)| Some((dossier, *ranks.get(&count)?))).collect()
}
