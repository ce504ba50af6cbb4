//! Kind `decision`, with its questions of what would change if.

use jiff::Timestamp;
use jiff::civil::Date;
use sceau_domain::bylaws::Bylaws;
use sceau_domain::datum::Datum;
use sceau_domain::decision::{
    Ballot, Change, Decision, Meeting, Position, Proxy, Roster, Seat, SeatRole, Session, Stance, decide,
    what_if,
};
use sceau_domain::interests::{Level, Recusal};
use serde_json::{Map, Value, json};

use super::fixtures::Fixtures;
use super::{Answer, text};

pub(crate) fn decision(input: &Datum, fixtures: &Fixtures<'_>) -> Answer {
    let session = session(input, fixtures)?;
    let decision = decide(&session).map_err(|error| error.to_string())?;
    let mut answer = written(&decision);
    if let Some(changes) = input.get("what_if").and_then(Datum::as_list) {
        let answers: Result<Vec<Value>, String> = changes
            .iter()
            .map(|change| {
                let change = read_change(change, fixtures)?;
                let other = what_if(&session, &decision, &change).map_err(|error| error.to_string())?;
                Ok(json!({
                    "outcome": other.outcome, "quorum_met": other.quorum_met, "changes": other.changes,
                }))
            })
            .collect();
        answer.insert("what_if".into(), Value::Array(answers?));
    }
    Ok(Value::Object(answer))
}

fn written(decision: &Decision) -> Map<String, Value> {
    let counts = &decision.counts;
    let colleges: Map<String, Value> = counts
        .colleges
        .iter()
        .map(|(code, c)| (code.clone(), json!({ "unrecused": c.unrecused, "present": c.present })))
        .collect();
    let choices: Option<Map<String, Value>> =
        counts.choices.as_ref().map(|c| c.iter().map(|(choice, n)| (choice.clone(), json!(n))).collect());
    let reasons: Vec<&str> = decision.reasons.iter().map(|r| r.code.as_str()).collect();
    let quorum = decision.quorum;
    let mut answer = Map::new();
    answer.insert("outcome".into(), json!(decision.outcome));
    answer.insert(
        "quorum".into(),
        json!({ "met": quorum.met, "need": quorum.need, "have": quorum.have, "base": quorum.base }),
    );
    answer.insert(
        "counts".into(),
        json!({
            "seats": counts.seats, "members": counts.members, "recused": counts.recused,
            "unrecused": counts.unrecused, "present": counts.present, "voters": counts.voters,
            "received": counts.received, "superseded": counts.superseded, "set_aside": counts.set_aside,
            "colleges": colleges, "choices": choices,
        }),
    );
    answer.insert("reasons".into(), json!(reasons));
    answer
}

fn session(input: &Datum, fixtures: &Fixtures<'_>) -> Result<Session, String> {
    let roster = fixtures.resolve("rosters", input.get("roster"))?;
    let meeting = input.get("meeting");
    // The case file has both spellings: closing belongs to the vote, which may have no meeting.
    let closes_at = input.get("closes_at").or_else(|| meeting.and_then(|m| m.get("closes_at")));
    let mut ballots = Vec::new();
    for (choice, electors) in input.get("ballots").and_then(Datum::as_table).unwrap_or_default() {
        for elector in electors.as_list().unwrap_or_default() {
            ballots.push(Ballot {
                elector: elector.as_text().ok_or("an elector is a text")?.into(),
                choice: choice.clone(),
                received_at: None,
                cast_by: None,
                late_accepted: false,
                safety: false,
            });
        }
    }
    for line in input.list("ballots_more") {
        ballots.push(Ballot {
            elector: text(line, "elector")?.into(),
            choice: text(line, "choice")?.into(),
            received_at: line.get("received_at").map(instant).transpose()?,
            cast_by: line.text("cast_by").map(str::to_string),
            late_accepted: line.flag_or("late_accepted", false),
            safety: line.flag_or("safety", false),
        });
    }
    Ok(Session {
        bylaws: bylaws(input.get("bylaws"), fixtures)?,
        roster: Roster {
            members: seats(roster.list("members"))?,
            alternates: seats(roster.list("alternates"))?,
        },
        option: input.at(&["motion", "option"]).and_then(Datum::as_text).map(str::to_string),
        recusals: recusals(input.list("recusals"))?,
        meeting: meeting.map(read_meeting).transpose()?.unwrap_or_default(),
        closes_at: closes_at.map(instant).transpose()?,
        proxies: input
            .list("proxies")
            .iter()
            .map(|line| Ok(Proxy { from: text(line, "from")?.into(), to: text(line, "to")?.into() }))
            .collect::<Result<_, String>>()?,
        positions: input.list("positions").iter().map(position).collect::<Result<_, _>>()?,
        ballots,
    })
}

/// A case may use bylaws that an import would refuse, to show one rule alone.
fn bylaws(value: Option<&Datum>, fixtures: &Fixtures<'_>) -> Result<Bylaws, String> {
    let written = fixtures.resolve("bylaws", value)?;
    Bylaws::as_written(&written)
        .map_err(|said| said.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
}

fn seats(lines: &[Datum]) -> Result<Vec<Seat>, String> {
    lines
        .iter()
        .map(|line| {
            Ok(Seat {
                id: text(line, "id")?.into(),
                college: line.text("college").unwrap_or_default().into(),
                role: match line.text("role") {
                    Some("chair") => Some(SeatRole::Chair),
                    Some("vice-chair") => Some(SeatRole::ViceChair),
                    _ => None,
                },
            })
        })
        .collect()
}

pub(crate) fn recusals(lines: &[Datum]) -> Result<Vec<Recusal>, String> {
    lines
        .iter()
        .map(|line| {
            Ok(Recusal {
                elector: text(line, "elector")?.into(),
                level: Level::read(text(line, "level")?).ok_or("an unknown level of recusal")?,
                criteria: line.texts("criteria"),
            })
        })
        .collect()
}

fn read_meeting(line: &Datum) -> Result<Meeting, String> {
    let day = |key: &str| line.get(key).map(civil).transpose();
    Ok(Meeting {
        convocation: line.integer("convocation").and_then(|n| u8::try_from(n).ok()).unwrap_or(1),
        attending: line.texts("attending").into_iter().collect(),
        first_on: day("first_on")?,
        on: day("on")?,
        same_agenda: line.flag_or("same_agenda", false),
    })
}

fn position(line: &Datum) -> Result<Position, String> {
    Ok(Position {
        elector: text(line, "elector")?.into(),
        stance: Stance::read(text(line, "position")?).ok_or("an unknown position")?,
        safety: line.flag_or("safety", false),
    })
}

fn read_change(line: &Datum, fixtures: &Fixtures<'_>) -> Result<Change, String> {
    let bylaws = line.get("bylaws").map(|b| bylaws(Some(b), fixtures)).transpose()?;
    Ok(Change {
        recuse: recusals(line.list("recuse"))?,
        absent: line.texts("absent"),
        attend: line.texts("attend"),
        bylaws,
    })
}

/// A civil day.
pub(crate) fn civil(value: &Datum) -> Result<Date, String> {
    let text = value.as_text().ok_or("a day is a text")?;
    text.parse().map_err(|_| format!("{text} is no day"))
}

fn instant(value: &Datum) -> Result<Timestamp, String> {
    let text = value.as_text().ok_or("an instant is a text")?;
    text.parse().map_err(|_| format!("{text} is no instant"))
}
