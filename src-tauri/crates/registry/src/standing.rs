//! How a label stands on a day, in words: the band of its page, its life, the cell of a list.

use jiff::civil::Date;
use sceau_domain::label::{LabelState, RecordedMove};
use sceau_domain::moment::Moment;

use crate::pages::{Lang, Texts, Tone};
use crate::publication::{Label, day_in_paris};

/// What a page says of a label on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// The state that the public is shown.
    pub state: LabelState,
    /// In force, to be careful with, ended.
    pub tone: Tone,
    /// The state in a word.
    pub word: String,
    /// What follows the word.
    pub sentence: String,
    /// Why, where somebody decided it.
    pub reason: Option<Words>,
    /// The label's life, newest first.
    pub life: Vec<LifeLine>,
    /// May one rely on it?
    pub stands: bool,
    /// Its last day on that day.
    pub until: Date,
}

/// Words of the institute, in the language in which they were written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Which.
    pub lang: Lang,
    /// The words.
    pub text: String,
}

/// A line of a label's life.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LifeLine {
    /// What happened, by its stable name.
    pub code: String,
    /// The day.
    pub on: Date,
    /// When the public was told.
    pub told: Moment,
    /// What happened.
    pub word: String,
    /// A second line.
    pub detail: Words,
}

impl State {
    /// The state of a label on a day, in words.
    #[must_use]
    pub fn of(texts: &Texts, lang: Lang, label: &Label, today: Date) -> Self {
        let life = label.life();
        let standing = life.on(today);
        let code = standing.public.code();
        let until = standing.valid_until.unwrap_or(label.claim.valid_until);
        let evidence = label.claim.provisional.as_ref().map_or(until, |due| due.evidence_by);
        let cause = cause(label, standing.public, today);
        let variables = [
            ("date", texts.day(lang, until)),
            ("since", texts.day(lang, life.since(today))),
            ("version", label.claim.solution.version.clone()),
            ("evidence", texts.day(lang, evidence)),
            ("effective", texts.day(lang, label.claim.effective_on)),
            ("successor", cause.and_then(|one| one.said.successor.clone()).unwrap_or_default()),
        ];
        let variables: Vec<(&str, &str)> =
            variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
        Self {
            state: standing.public,
            tone: tone(standing.public),
            word: texts.say(lang, &format!("registry-state-{code}"), &[]),
            sentence: texts.say(lang, &format!("registry-state-{code}-text"), &variables),
            reason: cause.and_then(|one| words(one, lang)),
            life: lines(texts, lang, label, standing.public, until, today),
            stands: standing.stands,
            until,
        }
    }
}

/// The move that made a label what it is, where one did.
#[must_use]
pub fn cause(label: &Label, state: LabelState, today: Date) -> Option<&RecordedMove> {
    let shown = match state {
        LabelState::Suspended | LabelState::Withdrawn | LabelState::Renounced | LabelState::Superseded => {
            state.code()
        }
        _ => return None,
    };
    label.told().rev().find(|one| one.said.deed.code() == shown && one.event().on <= today)
}

fn words(one: &RecordedMove, lang: Lang) -> Option<Words> {
    let said = one.said.public.as_ref()?;
    Some(match (lang, &said.en) {
        (Lang::En, Some(text)) => Words { lang: Lang::En, text: text.clone() },
        _ => Words { lang: Lang::Fr, text: said.fr.clone() },
    })
}

const fn tone(state: LabelState) -> Tone {
    match state {
        LabelState::Active | LabelState::ActiveProvisional | LabelState::FormalNotice => Tone::Good,
        LabelState::Suspended | LabelState::NotYetEffective | LabelState::None => Tone::Unknown,
        LabelState::Withdrawn
        | LabelState::Renounced
        | LabelState::Superseded
        | LabelState::Lapsed
        | LabelState::Expired => Tone::Bad,
    }
}

/// When a day begins for everybody: nobody has to say that a label has ended.
fn dawn(day: Date) -> Moment {
    Moment::end_of_day_in_paris(day.yesterday().unwrap_or(day))
}

fn lines(
    texts: &Texts,
    lang: Lang,
    label: &Label,
    state: LabelState,
    until: Date,
    today: Date,
) -> Vec<LifeLine> {
    let claim = &label.claim;
    let line = |on: Date, code: &str, detail: String| LifeLine {
        code: code.to_owned(),
        on,
        told: label.received,
        word: texts.say(lang, &format!("registry-life-{code}"), &[]),
        detail: Words { lang, text: detail },
    };
    let printed = texts.day(lang, claim.valid_until);
    let mut lines = vec![
        line(claim.decided_on, "decided", texts.say(lang, "registry-life-decided-detail", &[])),
        line(
            claim.effective_on,
            "effective",
            texts.say(lang, "registry-life-effective-detail", &[("date", &printed)]),
        ),
        line(
            day_in_paris(label.received),
            "published",
            texts.say(lang, "registry-life-published-detail", &[("number", &claim.number)]),
        ),
    ];
    for one in label.told() {
        let event = one.event();
        let code = if event.on > today { "announced" } else { event.deed.code() };
        let mut told = line(event.on, code, String::new());
        // What was announced is news again on its day.
        told.told = one.received;
        if event.on <= today && event.on > day_in_paris(one.received) {
            told.told = dawn(event.on);
        }
        told.detail = words(one, lang).unwrap_or(told.detail);
        lines.push(told);
    }
    match state {
        LabelState::Expired => {
            let on = until.tomorrow().unwrap_or(until);
            lines.push(LifeLine { told: dawn(on), ..line(on, "ended", String::new()) });
        }
        LabelState::Lapsed => {
            let on = label.life().since(today);
            lines.push(LifeLine { told: dawn(on), ..line(on, "lapsed", String::new()) });
        }
        _ => {}
    }
    // A stable sort: what happened on one day stays in the order above, the last first.
    lines.reverse();
    lines.sort_by_key(|line| std::cmp::Reverse(line.on));
    lines
}
