//! Labels as the public sees them: from the publication in the log to what a page says on a day. The facts of a
//! publication are the certificate's own credential, so page, PDF and code can be compared word for word.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use sceau_certificate::content::Claim;
use sceau_certificate::credential::{self, Credential};
use sceau_certificate::life;
use sceau_certificate::verify::{Anchor, LabelStanding, Standing, anchors};
use sceau_domain::label::LabelState;
use sceau_domain::moment::Moment;
use sceau_ledger::tree::Hash;

use crate::book::{Book, Published};
use crate::failure::Failure;
use crate::pages::{Lang, Texts, Tone};
use crate::registry::Registry;

/// A published label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// What its certificate asserts.
    pub claim: Claim,
    /// The credential, with its digest.
    pub credential: Credential,
    /// SHA-256 of the signed certificate.
    pub document: Hash,
    /// When the publication was received.
    pub received: Moment,
}

impl Label {
    /// Reads what a publication states; `None` when its facts are no credential under its own number, which the
    /// door refuses.
    #[must_use]
    pub fn read(number: &str, published: &Published) -> Option<Self> {
        let claim = facts(number, &published.facts)?;
        let credential = credential::write(&claim).ok()?;
        Some(Self { claim, credential, document: published.document, received: published.received })
    }

    /// The label's name in a language.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fr => &self.claim.label.fr,
            Lang::En => self.claim.label.english(),
        }
    }

    /// The standing of the label on a day, by the rules of its life.
    #[must_use]
    pub fn standing(&self, today: Date) -> sceau_domain::label::Standing {
        life::standing(&self.claim, today)
    }
}

/// The credential in a publication's facts, if it is one and bears the publication's number.
#[must_use]
pub fn facts(number: &str, facts: &str) -> Option<Claim> {
    let claim = credential::read(facts.as_bytes()).ok()?;
    (claim.number == number && is_number(number)).then_some(claim)
}

/// Whether a text is a public number: four digits, a hyphen, three digits or more.
#[must_use]
pub fn is_number(text: &str) -> bool {
    let Some((year, rank)) = text.split_once('-') else { return false };
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    year.len() == 4 && (3..=6).contains(&rank.len()) && digits(year) && digits(rank)
}

/// What a page says of a label on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// In force, to be careful with, ended.
    pub tone: Tone,
    /// The state in a word.
    pub word: String,
    /// What follows the word.
    pub sentence: String,
    /// The label's life, newest first.
    pub life: Vec<LifeLine>,
    /// May one rely on it?
    pub stands: bool,
}

/// A line of a label's life.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LifeLine {
    /// The day.
    pub on: Date,
    /// What happened.
    pub word: String,
    /// A second line.
    pub detail: String,
}

impl State {
    /// The state of a label on a day, in words.
    #[must_use]
    pub fn of(texts: &Texts, lang: Lang, label: &Label, today: Date) -> Self {
        let standing = label.standing(today);
        let code = standing.public.code();
        let until = standing.valid_until.unwrap_or(label.claim.valid_until);
        let evidence = label.claim.provisional.as_ref().map_or(until, |due| due.evidence_by);
        let variables = [
            ("date", texts.day(lang, until)),
            ("version", label.claim.solution.version.clone()),
            ("evidence", texts.day(lang, evidence)),
            ("effective", texts.day(lang, label.claim.effective_on)),
        ];
        let variables: Vec<(&str, &str)> =
            variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
        Self {
            tone: tone(standing.public),
            word: texts.say(lang, &format!("registry-state-{code}"), &[]),
            sentence: texts.say(lang, &format!("registry-state-{code}-text"), &variables),
            life: lines(texts, lang, label, until, today),
            stands: standing.stands,
        }
    }
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

fn lines(texts: &Texts, lang: Lang, label: &Label, until: Date, today: Date) -> Vec<LifeLine> {
    let claim = &label.claim;
    let line = |on: Date, key: &str, detail: String| LifeLine { on, word: texts.say(lang, key, &[]), detail };
    let until_text = texts.day(lang, until);
    let mut lines = vec![
        line(claim.decided_on, "registry-life-decided", texts.say(lang, "registry-life-decided-detail", &[])),
        line(
            claim.effective_on,
            "registry-life-effective",
            texts.say(lang, "registry-life-effective-detail", &[("date", &until_text)]),
        ),
        line(
            day_in_paris(label.received),
            "registry-life-published",
            texts.say(lang, "registry-life-published-detail", &[("number", &claim.number)]),
        ),
    ];
    if until < today {
        lines.push(line(until.tomorrow().unwrap_or(until), "registry-life-ended", String::new()));
    }
    // A stable sort: what happened on one day stays in the order above, the last first.
    lines.reverse();
    lines.sort_by_key(|line| std::cmp::Reverse(line.on));
    lines
}

fn in_paris(moment: Moment) -> Zoned {
    let milliseconds = i64::try_from(moment.0).unwrap_or(i64::MAX);
    let timestamp = Timestamp::from_millisecond(milliseconds).unwrap_or(Timestamp::MAX);
    // The zone is bundled with the program; without it the day would at worst be an hour or two off.
    let zone = TimeZone::get("Europe/Paris").unwrap_or(TimeZone::UTC);
    timestamp.to_zoned(zone)
}

/// The civil day in Europe/Paris.
#[must_use]
pub fn day_in_paris(moment: Moment) -> Date {
    in_paris(moment).date()
}

/// The time of day in Europe/Paris, `14:02`.
#[must_use]
pub fn time_in_paris(moment: Moment) -> String {
    let time = in_paris(moment).time();
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// The published label of a number.
#[must_use]
pub fn find(book: &Book, number: &str) -> Option<Label> {
    Label::read(number, book.labels.get(number)?)
}

/// What the registry says of a number, for a verdict.
#[must_use]
pub fn standing_of(book: &Book, number: &str, now: Moment) -> Standing {
    let today = day_in_paris(now);
    let label = find(book, number).map_or(LabelStanding::Unheard, |label| {
        let standing = label.standing(today);
        let since = standing.valid_until.map_or(today, |until| until.tomorrow().unwrap_or(until).min(today));
        match standing.state {
            LabelState::Active
            | LabelState::ActiveProvisional
            | LabelState::FormalNotice
            | LabelState::NotYetEffective => LabelStanding::InForce,
            LabelState::Suspended => LabelStanding::Suspended(since),
            LabelState::Superseded => LabelStanding::Superseded(since),
            LabelState::Withdrawn | LabelState::Renounced | LabelState::Lapsed | LabelState::Expired => {
                LabelStanding::Ended(since)
            }
            LabelState::None => LabelStanding::Unheard,
        }
    });
    Standing { checked: now, label, seal_revoked: None }
}

/// Certificates (DER) of the seal authorities that any charter of the institute named and that are here.
///
/// # Errors
/// The disk refuses.
pub fn authorities(registry: &Registry, book: &Book) -> Result<Vec<Vec<u8>>, Failure> {
    let mut named: Vec<Hash> = Vec::new();
    for digest in book.charters().charters().iter().flat_map(|(_, charter)| &charter.seal_ca) {
        if !named.contains(digest) {
            named.push(*digest);
        }
    }
    let mut certificates = Vec::new();
    for digest in named {
        certificates.extend(registry.files.document(&digest)?);
    }
    Ok(certificates)
}

/// The same as trust anchors. One that cannot be read is left out: its certificates are then indeterminate.
///
/// # Errors
/// The disk refuses.
pub fn trusted(registry: &Registry, book: &Book) -> Result<Vec<Anchor>, Failure> {
    let certificates = authorities(registry, book)?;
    Ok(certificates.iter().filter_map(|certificate| anchors(certificate).ok()).flatten().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_label_number_is_one() {
        for number in ["2026-001", "2026-1234"] {
            assert!(is_number(number), "{number}");
        }
        for other in ["", "2026", "26-001", "2026-1", "2026-00a", "../../x-001", "2026-001 ", "2026-1234567"]
        {
            assert!(!is_number(other), "{other}");
        }
    }

    #[test]
    fn days_are_those_of_paris_whatever_the_season() {
        // 23:30 UTC: already the next day in Paris, in winter as in summer.
        let winter = Moment(1_768_519_800_000);
        assert_eq!(day_in_paris(winter).to_string(), "2026-01-16");
        assert_eq!(time_in_paris(winter), "00:30");
        let summer = Moment(1_784_158_200_000);
        assert_eq!(time_in_paris(summer), "01:30");
    }
}
