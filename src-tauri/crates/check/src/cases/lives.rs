//! Kinds `label` and `dossier`.

use sceau_domain::datum::Datum;
use sceau_domain::dossier::{self, Fact, Facts, Hand, Move, Stage};
use sceau_domain::label::{Deed, EvidenceDue, LabelEvent, state};
use serde_json::json;

use super::decision::civil;
use super::{Answer, text};

pub(crate) fn label(input: &Datum) -> Answer {
    let events: Vec<LabelEvent> = input.list("events").iter().map(event).collect::<Result<_, _>>()?;
    let on = civil(input.get("on").ok_or("on is missing")?)?;
    let known_on = input.get("known_on").map(civil).transpose()?;
    Ok(match state(&events, on, known_on, input.flag_or("publish_formal_notice", false)) {
        Err(error) => json!({ "error": error.to_string() }),
        Ok(standing) => json!({
            "state": standing.state.code(),
            "stands": standing.stands,
            "public": standing.public.code(),
            "valid_until": standing.valid_until.map(|day| day.to_string()),
            "flags": standing.flags,
        }),
    })
}

fn event(line: &Datum) -> Result<LabelEvent, String> {
    let day = |line: &Datum, key: &str| civil(line.get(key).ok_or_else(|| format!("{key} is missing"))?);
    let months = |line: &Datum, key: &str| {
        let n = line.integer(key).and_then(|n| u32::try_from(n).ok());
        n.ok_or_else(|| format!("{key} is missing"))
    };
    let on = day(line, "on")?;
    let deed = match text(line, "do")? {
        "granted" => Deed::Granted {
            decided_on: day(line, "decided_on")?,
            months: months(line, "months")?,
            provisional: line
                .get("provisional")
                .map(|terms| match terms.get("evidence_due_on") {
                    Some(due) => civil(due).map(EvidenceDue::On),
                    None => months(terms, "evidence_months").map(EvidenceDue::Months),
                })
                .transpose()?,
        },
        "evidence-received" => Deed::EvidenceReceived,
        "extended" => Deed::Extended {
            evidence_due_on: day(line, "evidence_due_on")?,
            valid_until: line.get("valid_until").map(civil).transpose()?,
        },
        "confirmed" => Deed::Confirmed { months: months(line, "months")? },
        "formal-notice" => Deed::FormalNotice { deadline_on: day(line, "deadline_on")? },
        "notice-lifted" => Deed::NoticeLifted,
        "suspended" => Deed::Suspended,
        "reinstated" => Deed::Reinstated,
        "change-notified" => Deed::ChangeNotified,
        "change-cleared" => Deed::ChangeCleared,
        "withdrawn" => Deed::Withdrawn,
        "renounced" => Deed::Renounced,
        "superseded" => Deed::Superseded,
        other => return Err(format!("unknown event {other}")),
    };
    Ok(LabelEvent { deed, on, recorded_on: line.get("recorded_on").map(civil).transpose()? })
}

pub(crate) fn dossier(input: &Datum) -> Answer {
    let mut stage = match input.text("from") {
        None => None,
        Some(name) => Some(Stage::read(name).ok_or_else(|| format!("unknown state {name}"))?),
    };
    for (at, event) in input.list("events").iter().enumerate() {
        let facts = facts(event.get("facts"));
        let (step, by) = (Move::read(text(event, "do")?), Hand::read(text(event, "by")?));
        let next = match (step, by) {
            (None, _) => Err("transition.not-from-here"),
            (Some(step), Some(by)) => dossier::step(stage, step, by, &facts),
            (Some(step), None) if dossier::targets(stage, step).is_empty() => Err("transition.not-from-here"),
            (Some(_), None) => Err("transition.not-by-you"),
        };
        match next {
            Ok(next) => stage = Some(next),
            Err(code) => {
                return Ok(json!({ "state": stage.map(Stage::name), "refused": { "at": at, "code": code } }));
            }
        }
    }
    Ok(json!({ "state": stage.map(Stage::name), "refused": null }))
}

fn facts(table: Option<&Datum>) -> Facts {
    let rows = table.and_then(Datum::as_table).unwrap_or_default();
    rows.iter()
        .filter_map(|(name, value)| {
            let fact = match value {
                Datum::Flag(flag) => Fact::Flag(*flag),
                Datum::Integer(n) => Fact::Count(*n),
                Datum::Text(code) => Fact::Code(code.clone()),
                _ => return None,
            };
            Some((name.clone(), fact))
        })
        .collect()
}
