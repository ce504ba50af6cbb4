//! The second convocation and the quorum.

use alloc::string::String;
use alloc::vec::Vec;

use jiff::Unit;

use super::ballots::Sifted;
use super::presence::Electorate;
use super::reason::Reason;
use super::session::Session;
use crate::bylaws::{Base, Measure, SecondConvocation};

/// The quorum's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuorumResult {
    /// Met, with every college's minimum.
    pub met: bool,
    /// Heads needed.
    pub need: u64,
    /// Heads present.
    pub have: u64,
    /// The base of shares.
    pub base: u64,
}

/// Headcounts of a college.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CollegeCount {
    /// Not recused; an alternate counts in the own college.
    pub unrecused: u64,
    /// Present.
    pub present: u64,
}

/// The rules of the second convocation, if this is one that counts as such.
pub(super) fn second_convocation<'a>(
    session: &'a Session,
    reasons: &mut Vec<Reason>,
) -> Option<&'a SecondConvocation> {
    let meeting = &session.meeting;
    if meeting.convocation < 2 {
        return None;
    }
    let Some(rule) = &session.bylaws.second_convocation else {
        reasons.push(Reason::new("convocation.not-provided"));
        return None;
    };
    let days = meeting
        .first_on
        .zip(meeting.on)
        .and_then(|(first, on)| first.until((Unit::Day, on)).ok())
        .map(|span| i64::from(span.get_days()));
    if days.is_none_or(|days| days < rule.after_days) {
        reasons.push(Reason::new("convocation.too-early").with("days", rule.after_days));
        return None;
    }
    if !meeting.same_agenda {
        reasons.push(Reason::new("convocation.other-agenda"));
        return None;
    }
    reasons.push(Reason::new("convocation.second").with("days", days.unwrap_or_default()));
    Some(rule)
}

/// The base of shares, for the board or one college.
fn base(session: &Session, electors: &Electorate<'_>, sifted: &Sifted<'_>, college: Option<&str>) -> u64 {
    let mine = |c: &str| college.is_none_or(|college| college == c);
    match session.bylaws.quorum.base {
        Base::Seats => match college {
            None => session.bylaws.seats,
            Some(code) => session.bylaws.voting_college(code).map_or(0, |c| c.seats),
        },
        Base::Unrecused => {
            let of = |id: &&&str| electors.seat(id).is_some_and(|s| mine(&s.college));
            sifted.unrecused.iter().filter(of).count() as u64
        }
        _ => electors.members.iter().filter(|m| mine(&m.college)).count() as u64,
    }
}

/// Headcounts of the voting colleges, in the order of the bylaws.
pub(super) fn by_college(
    session: &Session,
    electors: &Electorate<'_>,
    sifted: &Sifted<'_>,
) -> Vec<(String, CollegeCount)> {
    session
        .bylaws
        .voting_colleges()
        .map(|college| {
            let of = |id: &&&str| electors.seat(id).is_some_and(|s| s.college == college.code);
            let count = CollegeCount {
                unrecused: sifted.unrecused.iter().filter(of).count() as u64,
                present: sifted.present.iter().filter(of).count() as u64,
            };
            (college.code.clone(), count)
        })
        .collect()
}

/// Checks heads, then colleges; says what may follow where it is not met.
pub(super) fn check(
    session: &Session,
    electors: &Electorate<'_>,
    sifted: &Sifted<'_>,
    second: Option<&SecondConvocation>,
    reasons: &mut Vec<Reason>,
) -> QuorumResult {
    let rule = &session.bylaws.quorum;
    let measure: &Measure = second.map_or(&rule.needed, |s| &s.needed);
    let whole = base(session, electors, sifted, None);
    let (need, have) = (measure.need(whole), sifted.present.len() as u64);
    if second.is_some() {
        // The sentence names the quorum that the second convocation asks for.
        for reason in reasons.iter_mut().filter(|r| r.code == "convocation.second") {
            *reason = reason.clone().with("n", need);
        }
    }
    let code = if have >= need { "quorum.met" } else { "quorum.not-met" };
    let with_numbers = Reason::new(code).with("have", have).with("need", need).with("base", whole);
    reasons.push(with_numbers.with("of", rule.base.name()));
    let waived = second.is_some_and(|s| s.colleges_waived);
    // Colleges are judged even where the heads already fail: the minutes say both.
    let colleges = colleges_met(session, electors, sifted, waived, reasons);
    let met = have >= need && colleges;
    if !met {
        let again = session.meeting.convocation < 2;
        match session.bylaws.second_convocation.as_ref().filter(|_| again) {
            Some(next) => {
                let day = session.meeting.on.and_then(|on| next.earliest(on));
                let reason = Reason::new("convocation.may-recall").with("days", next.after_days);
                reasons.push(match day {
                    Some(day) => reason.with("date", day),
                    None => reason,
                });
            }
            None => reasons.push(Reason::new("convocation.none-left")),
        }
    }
    QuorumResult { met, need, have, base: whole }
}

fn colleges_met(
    session: &Session,
    electors: &Electorate<'_>,
    sifted: &Sifted<'_>,
    waived: bool,
    reasons: &mut Vec<Reason>,
) -> bool {
    let rule = &session.bylaws.quorum;
    if rule.colleges.is_empty() {
        return true;
    }
    if waived {
        reasons.push(Reason::new("quorum.colleges-waived"));
        return true;
    }
    let mut met = true;
    for (code, count) in by_college(session, electors, sifted) {
        let Some((_, measure)) = rule.colleges.iter().find(|(c, _)| *c == code) else { continue };
        let need = measure.need(base(session, electors, sifted, Some(&code)));
        let said = if count.unrecused == 0 {
            if rule.empty_college_waived { "quorum.college-waived" } else { "quorum.college-empty" }
        } else if count.present < need {
            "quorum.college-not-met"
        } else {
            continue;
        };
        met &= said == "quorum.college-waived";
        reasons.push(Reason::new(said).with("college", code).with("have", count.present).with("need", need));
    }
    if met {
        reasons.push(Reason::new("quorum.colleges-met"));
    }
    met
}
