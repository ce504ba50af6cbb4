//! Verdicts of the registry: what a file proves by itself (`sceau_certificate::verify`), and what the log says of its
//! number today.

use sceau_certificate::verify::{self as certificate, Finding, Reason, Unreadable, When, verify};
use sceau_domain::label::LabelState;
use sceau_ledger::tree::sha256;

use crate::book::Book;
use crate::failure::Failure;
use crate::pages::{Check, Lang, Outcome, Texts, Tone, Verdict};
use crate::publication::{Label, day_in_paris, find, standing_of, time_in_paris, trusted};
use crate::registry::Registry;
use crate::standing::State;

/// The verdict on a file that somebody sent.
///
/// # Errors
/// The disk refuses.
pub fn of_file(registry: &Registry, book: &Book, lang: Lang, file: &[u8]) -> Result<Outcome, Failure> {
    let texts = &registry.texts;
    let now = registry.now();
    let anchors = trusted(registry, book)?;
    let when = When { at: now, today: day_in_paris(now) };
    // Once to read the number, once more with what the registry says of it.
    let first = verify(file, &anchors, when, None);
    let number =
        first.as_ref().ok().and_then(|verdict| verdict.claim.as_ref()).map(|claim| claim.number.clone());
    let standing = number.as_deref().map(|number| standing_of(book, number, now));
    let found = match verify(file, &anchors, when, standing.as_ref()) {
        Ok(found) => found,
        Err(Unreadable::NotPdf) => {
            return Ok(Outcome::Sentence(texts.say(lang, "registry-verify-not-pdf", &[])));
        }
        Err(Unreadable::TooLarge) => {
            return Ok(Outcome::Sentence(texts.say(lang, "registry-verify-too-large", &[])));
        }
    };
    let label = number.as_deref().and_then(|number| find(book, number));
    let mut checks: Vec<Check> = found.reasons.iter().map(|reason| check(texts, lang, reason)).collect();
    let mut tone = match found.outcome {
        certificate::Outcome::Valid => Tone::Good,
        certificate::Outcome::Invalid => Tone::Bad,
        certificate::Outcome::Indeterminate => Tone::Unknown,
    };
    if let Some(label) = &label {
        let same = sha256(file) == label.document;
        let key = if same { "registry-check-same" } else { "registry-check-other" };
        let kind = if same { Tone::Good } else { Tone::Unknown };
        checks.push(Check { tone: kind, text: texts.say(lang, key, &[]), detail: None });
        if !same && tone == Tone::Good {
            tone = Tone::Unknown;
        }
    }
    let sentence = match (&label, tone) {
        (Some(label), Tone::Good) => named(texts, lang, "registry-verify-valid-text", label),
        (Some(label), Tone::Bad) if found.genuine => {
            let state = State::of(texts, lang, label, when.today);
            named(texts, lang, ended(&state), label)
        }
        (_, Tone::Bad) => texts.say(lang, "registry-verify-invalid-text", &[]),
        _ => texts.say(lang, "registry-verify-unknown-text", &[]),
    };
    let advice = match (tone, &label) {
        (Tone::Good, Some(label)) => proves(texts, lang, label),
        (Tone::Bad, Some(_)) if found.genuine => texts.say(lang, "registry-verify-do-ended", &[]),
        (Tone::Bad, _) => texts.say(lang, "registry-verify-do-invalid", &[]),
        _ => texts.say(lang, "registry-verify-do-unknown", &[]),
    };
    Ok(Outcome::Verdict(Box::new(Verdict {
        tone,
        sentence,
        checks,
        advice,
        page: label.map(|label| label.claim.number),
    })))
}

/// The verdict on a number.
///
/// # Errors
/// The disk refuses.
pub fn of_number(registry: &Registry, book: &Book, lang: Lang, number: &str) -> Result<Outcome, Failure> {
    let texts = &registry.texts;
    let now = registry.now();
    let Some(label) = find(book, number) else {
        return Ok(Outcome::Sentence(texts.say(lang, "registry-verify-not-found", &[("number", number)])));
    };
    let state = State::of(texts, lang, &label, day_in_paris(now));
    let stored = registry.files.document(&label.document)?;
    let (tone, trouble) = of_stored(registry, book, lang, &label, &state, stored.as_deref())?;
    let read = texts.say(lang, "registry-check-state-read", &[("time", &time_in_paris(now))]);
    let mut checks = vec![Check {
        tone: state.tone,
        text: texts.say(lang, "registry-check-state", &[("state", &state.word)]),
        detail: Some(format!("{}. {read}", spaced(&state))),
    }];
    match trouble {
        Some(trouble) => checks.push(Check { tone, text: trouble, detail: None }),
        None => checks.push(Check {
            tone: Tone::Good,
            text: texts.say(lang, "registry-check-unchanged", &[]),
            detail: None,
        }),
    }
    let (sentence, advice) = match tone {
        Tone::Good => (named(texts, lang, "registry-verify-valid-text", &label), proves(texts, lang, &label)),
        Tone::Bad if !state.stands => {
            (named(texts, lang, ended(&state), &label), texts.say(lang, "registry-verify-do-ended", &[]))
        }
        Tone::Bad => (
            texts.say(lang, "registry-verify-invalid-text", &[]),
            texts.say(lang, "registry-verify-do-invalid", &[]),
        ),
        Tone::Unknown => (
            texts.say(lang, "registry-verify-unknown-text", &[]),
            texts.say(lang, "registry-verify-do-unknown", &[]),
        ),
    };
    let page = Some(label.claim.number.clone());
    Ok(Outcome::Verdict(Box::new(Verdict { tone, sentence, checks, advice, page })))
}

/// Whether the label stands and the certificate kept here verifies, with a sentence when something is wrong.
///
/// # Errors
/// The disk refuses.
pub fn of_stored(
    registry: &Registry,
    book: &Book,
    lang: Lang,
    label: &Label,
    state: &State,
    stored: Option<&[u8]>,
) -> Result<(Tone, Option<String>), Failure> {
    let texts = &registry.texts;
    let now = registry.now();
    let say = |key: &str| Some(texts.say(lang, key, &[]));
    let Some(pdf) = stored else { return Ok((Tone::Unknown, say("registry-verify-missing"))) };
    let anchors = trusted(registry, book)?;
    if anchors.is_empty() {
        return Ok((Tone::Unknown, say("registry-verify-authority-missing")));
    }
    let standing = standing_of(book, &label.claim.number, now);
    let found = verify(pdf, &anchors, When { at: now, today: day_in_paris(now) }, Some(&standing));
    let intact = sha256(pdf) == label.document && found.is_ok();
    if !intact {
        return Ok((Tone::Bad, say("registry-verify-altered")));
    }
    // The file is the one that was published. When the label has ended, that is the answer, even where the seal's own
    // certificate has ended since and proves nothing by itself any more.
    if !state.stands {
        // What has not begun yet is no misuse of anything; all else that does not stand must not be relied on.
        let tone = if state.state == LabelState::NotYetEffective { Tone::Unknown } else { Tone::Bad };
        return Ok((tone, Some(spaced(state))));
    }
    match found.map(|found| found.outcome) {
        Ok(certificate::Outcome::Valid) => Ok((Tone::Good, None)),
        Ok(certificate::Outcome::Invalid) => Ok((Tone::Bad, say("registry-verify-altered"))),
        _ => Ok((Tone::Unknown, say("registry-verify-unknown-text"))),
    }
}

/// A suspended label may come back: it is not said to have ended.
fn ended(state: &State) -> &'static str {
    match state.state {
        LabelState::Suspended => "registry-verify-suspended-text",
        _ => "registry-verify-ended-text",
    }
}

/// State and sentence as one line: what begins with a sign follows the word without a gap.
fn spaced(state: &State) -> String {
    format!("{} {}", state.word, state.sentence).replace(" :", ":").replace(" ,", ",")
}

fn named(texts: &Texts, lang: Lang, key: &str, label: &Label) -> String {
    texts.say(lang, key, &[("solution", &label.claim.solution.name), ("number", &label.claim.number)])
}

fn proves(texts: &Texts, lang: Lang, label: &Label) -> String {
    texts.say(lang, "registry-verify-proves-text", &[("version", &label.claim.solution.version)])
}

/// A reason of the certificate's own check, in words.
fn check(texts: &Texts, lang: Lang, reason: &Reason) -> Check {
    let values: Vec<(&str, String)> =
        reason.params.iter().map(|(name, value)| (*name, in_words(texts, lang, value))).collect();
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let tone = match reason.finding {
        Finding::Good => Tone::Good,
        Finding::Note | Finding::Unknown => Tone::Unknown,
        Finding::Bad => Tone::Bad,
    };
    Check { tone, text: texts.say(lang, reason.code, &values), detail: None }
}

/// Days and moments among the values are written as people write them.
fn in_words(texts: &Texts, lang: Lang, value: &str) -> String {
    if let Ok(moment) = value.parse::<jiff::Timestamp>() {
        let moment = sceau_domain::moment::Moment(u64::try_from(moment.as_millisecond()).unwrap_or(0));
        return format!("{}, {}", texts.day(lang, day_in_paris(moment)), time_in_paris(moment));
    }
    match value.parse::<jiff::civil::Date>() {
        Ok(day) if value.len() == 10 => texts.day(lang, day),
        _ => value.to_owned(),
    }
}

#[cfg(test)]
mod tests;
