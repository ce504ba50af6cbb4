//! What the bylaws ask of a vote, with today's numbers: the screens put it into words. It depends on who may vote and on
//! nothing that anybody voted.

use sceau_domain::bylaws::{Bylaws, Method, Rule};
use sceau_domain::decision::{Decision, Needed};
use serde::{Deserialize, Serialize};

/// The majority that is needed, of what, and how many votes make it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct MajorityView {
    pub method: String,
    pub rule: String,
    pub share: Option<String>,
    pub against_below: Option<String>,
    pub base: String,
    pub electors: u64,
    pub quorum: u64,
    pub of: u64,
    pub votes: Option<u64>,
    pub moves: bool,
    pub colleges: Option<u64>,
    pub veto: Vec<String>,
    pub casting: bool,
}

impl MajorityView {
    /// What these bylaws ask where the heads are those of `counted`.
    #[must_use]
    pub fn of(bylaws: &Bylaws, counted: &Decision) -> Self {
        let needed = Needed::of(bylaws, &counted.counts);
        let majority = &bylaws.majority;
        let (share, against_below) = match &majority.rule {
            Rule::Qualified { share, .. } => (Some(share.to_string()), None),
            Rule::ForAgainst { share, against_below } => {
                (Some(share.to_string()), Some(against_below.to_string()))
            }
            Rule::Simple | Rule::Absolute | Rule::Unanimity => (None, None),
        };
        let rule = match &majority.rule {
            Rule::Qualified { strict: true, .. } => "qualified-strict",
            other => other.name(),
        };
        let method = match bylaws.method {
            Method::Motion => "motion",
            Method::Ladder => "ladder",
            Method::Plurality => "plurality",
        };
        Self {
            method: method.to_owned(),
            rule: rule.to_owned(),
            share,
            against_below,
            base: needed.base.name().to_owned(),
            electors: needed.electors,
            quorum: counted.quorum.need,
            of: needed.of,
            votes: needed.votes,
            moves: needed.moves,
            colleges: needed.colleges,
            veto: majority.colleges.as_ref().map(|rule| rule.veto.clone()).unwrap_or_default(),
            casting: bylaws.casting_vote && !bylaws.secret,
        }
    }
}
