//! What bylaws are refused for when somebody imports them: impossible ones, and ones that contradict
//! themselves.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Base, Bylaws, Measure, Method, Rule};
use crate::datum::Datum;
use crate::fraction::{Fraction, whole};
use crate::message::Message;

/// Every key that bylaws may hold, by table.
const KEYS: [(&str, &[&str]); 14] = [
    (
        "",
        &[
            "format",
            "id",
            "version",
            "title",
            "seats",
            "secret",
            "method",
            "ladder",
            "on_not_carried",
            "on_tie",
            "on_silence",
            "college",
            "quorum",
            "second_convocation",
            "consensus",
            "majority",
            "safety",
            "ties",
            "alternates",
            "proxies",
            "late_ballots",
            "secrecy",
            "opening",
            "aggregate",
        ],
    ),
    ("quorum", &["base", "at_least", "more_than", "present_by", "empty_college", "colleges"]),
    ("second_convocation", &["allowed", "after_days", "at_least", "more_than", "colleges"]),
    ("consensus", &["at_least", "max_objections"]),
    ("majority", &["rule", "share", "strict", "against_below", "base", "abstentions", "blanks", "colleges"]),
    ("majority.colleges", &["at_least", "more_than", "silent", "veto"]),
    ("safety", &["block_at"]),
    ("ties", &["casting_vote"]),
    ("alternates", &["mode"]),
    ("proxies", &["per_holder", "same_college", "quorum"]),
    ("late_ballots", &["mode"]),
    ("secrecy", &["min_group", "inside_group"]),
    ("opening", &["names"]),
    ("college", &["code", "seats", "voice", "title"]),
];

/// Bylaws that may be used, and what their authors should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The bylaws.
    pub bylaws: Bylaws,
    /// Warnings: not wrong, but worth a second look.
    pub warnings: Vec<Message>,
}

impl Bylaws {
    /// Reads bylaws for use.
    ///
    /// # Errors
    /// Every message at once: unknown keys, unreadable values, then impossible rules.
    pub fn read(written: &Datum) -> Result<Imported, Vec<Message>> {
        let mut said = unknown_keys(written);
        match Self::as_written(written) {
            Err(more) => {
                // A file of another format is not worth a list of its keys.
                if more.iter().any(|m| m.code == "bylaws.format") {
                    return Err(more);
                }
                said.extend(more);
            }
            Ok(bylaws) => {
                said.extend(bylaws.impossible());
                if said.is_empty() {
                    let warnings = bylaws.warnings();
                    return Ok(Imported { bylaws, warnings });
                }
            }
        }
        Err(said)
    }

    fn impossible(&self) -> Vec<Message> {
        let mut said = Vec::new();
        let mut say = |code, place: String| said.push(Message::new(code, place));
        for (row, college) in self.colleges.iter().enumerate() {
            if self.colleges.iter().take(row).any(|c| c.code == college.code) {
                say("bylaws.duplicate", format!("college.{}", college.code));
            }
        }
        let second = self.second_convocation.as_ref().map(|s| ("second_convocation", &s.needed));
        for (place, measure) in [("quorum", &self.quorum.needed)].into_iter().chain(second) {
            if share_of(measure).is_some_and(|s| *s > whole(1)) {
                say("bylaws.share-above-one", place.into());
            }
            if measure.need(self.seats) > self.seats {
                say("bylaws.quorum-above-seats", place.into());
            }
        }
        for (code, measure) in &self.quorum.colleges {
            let place = format!("quorum.colleges.{code}");
            match self.voting_college(code) {
                None => say("bylaws.unknown-college", place),
                Some(_) if share_of(measure).is_some_and(|s| *s > whole(1)) => {
                    say("bylaws.share-above-one", place);
                }
                Some(college) if measure.need(college.seats) > college.seats => {
                    say("bylaws.minimum-above-college", place);
                }
                Some(_) => {}
            }
        }
        for (place, share) in self.shares() {
            if share > whole(1) {
                say("bylaws.share-above-one", place.into());
            }
        }
        if self.method != Method::Motion && self.ladder.len() < 2 {
            say("bylaws.ladder-too-short", "ladder".into());
        }
        for (row, option) in self.ladder.iter().enumerate() {
            let taken = self.ladder.iter().take(row).any(|o| o == option);
            if taken || matches!(option.as_str(), "" | "abstain" | "blank") {
                say("bylaws.duplicate", format!("ladder.{option}"));
            }
        }
        if self.casting_vote && self.secret {
            say("bylaws.casting-with-secret", "ties.casting_vote".into());
        }
        for code in self.majority.colleges.iter().flat_map(|c| &c.veto) {
            if self.voting_college(code).is_none() {
                say("bylaws.unknown-college", format!("majority.colleges.veto.{code}"));
            }
        }
        said
    }

    fn shares(&self) -> Vec<(&'static str, Fraction)> {
        let mut shares = Vec::new();
        match &self.majority.rule {
            Rule::Qualified { share, .. } => shares.push(("majority.share", share.clone())),
            Rule::ForAgainst { share, against_below } => {
                shares.push(("majority.share", share.clone()));
                shares.push(("majority.against_below", against_below.clone()));
            }
            Rule::Simple | Rule::Absolute | Rule::Unanimity => {}
        }
        if let Some(consensus) = &self.consensus {
            shares.push(("consensus.at_least", consensus.at_least.clone()));
        }
        let double = self.majority.colleges.as_ref().and_then(|c| c.needed.as_ref()).and_then(share_of);
        shares.extend(double.map(|share| ("majority.colleges", share.clone())));
        shares
    }

    /// A double majority makes small colleges show their direction, secret or not.
    fn warnings(&self) -> Vec<Message> {
        let small = self.voting_colleges().any(|c| c.seats < self.secrecy.min_group);
        let mut said = Vec::new();
        if self.secret && self.majority.colleges.is_some() && small {
            said.push(Message::new("bylaws.small-college-direction", "majority.colleges"));
        }
        said
    }
}

fn share_of(measure: &Measure) -> Option<&Fraction> {
    match measure {
        Measure::Share(share) | Measure::MoreShare(share) => Some(share),
        Measure::Heads(_) | Measure::MoreHeads(_) => None,
    }
}

fn unknown_keys(written: &Datum) -> Vec<Message> {
    let mut said = Vec::new();
    for (table, keys) in KEYS {
        let path: Vec<&str> = table.split('.').filter(|k| !k.is_empty()).collect();
        let here = written.at(&path);
        let rows = if table == "college" {
            written.list("college")
        } else {
            here.map(core::slice::from_ref).unwrap_or_default()
        };
        for (key, _) in rows.iter().filter_map(Datum::as_table).flatten() {
            if !keys.contains(&key.as_str()) {
                let place = if table.is_empty() { key.clone() } else { format!("{table}.{key}") };
                said.push(Message::new("bylaws.unknown-key", place));
            }
        }
    }
    said
}

impl Base {
    /// The stable name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Cast => "cast",
            Self::Present => "present",
            Self::Unrecused => "unrecused",
            Self::Members => "members",
            Self::Seats => "seats",
        }
    }
}
