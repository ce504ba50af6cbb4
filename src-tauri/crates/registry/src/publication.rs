//! Labels as the public sees them: from the publication in the log to what a page says on a day. The facts of a
//! publication are the certificate's own credential, so page, PDF and code can be compared word for word.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use sceau_certificate::content::Claim;
use sceau_certificate::credential::{self, Credential};
use sceau_certificate::life::Life;
use sceau_certificate::verify::{Anchor, LabelStanding, Standing, anchors};
use sceau_domain::figures::{Figures, Named};
use sceau_domain::label::RecordedMove;
use sceau_domain::moment::Moment;
use sceau_domain::publication::Choices;
use sceau_domain::visibility::is_published;
use sceau_ledger::tree::Hash;
use serde_json::{Value, json};

use crate::book::{Book, Published};
use crate::failure::Failure;
use crate::pages::Lang;
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
    /// What the board decided in numbers; none where the publication says nothing of it.
    pub figures: Option<Figures>,
    /// What happened to it since, in the order of the log.
    pub moves: Vec<RecordedMove>,
}

impl Label {
    /// Reads what a publication states; `None` when its facts are no credential under its own number, which the
    /// door refuses.
    #[must_use]
    pub fn read(book: &Book, number: &str, published: &Published) -> Option<Self> {
        let claim = facts(number, &published.facts)?;
        let credential = credential::write(&claim).ok()?;
        let (document, received) = (published.document, published.received);
        let moves = book.board().dossiers.get(&published.dossier).map(|state| state.label_moves.clone());
        let (figures, moves) = (published.figures.clone(), moves.unwrap_or_default());
        Some(Self { claim, credential, document, received, figures, moves })
    }

    /// The label's name in a language.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fr => &self.claim.label.fr,
            Lang::En => self.claim.label.english(),
        }
    }

    /// What the board decided: a label is published after a grant, with reservations or without.
    #[must_use]
    pub const fn outcome(&self) -> &'static str {
        if self.claim.with_reservations { "grant-with-reservations" } else { "grant" }
    }

    /// The label's life, from the grant on.
    #[must_use]
    pub fn life(&self) -> Life {
        Life::new(&self.claim, &self.moves)
    }

    /// What the public is told of what happened to the label, in the order of the log.
    pub fn told(&self) -> impl DoubleEndedIterator<Item = &RecordedMove> {
        self.moves.iter().filter(|one| is_published(one.said.deed))
    }
}

/// Published figures for programs: what the page of the opinion says, in the same words as the record.
#[must_use]
pub fn figures_json(figures: &Figures) -> Value {
    let choices = |choices: &Choices| -> Value {
        choices.iter().map(|(choice, n)| json!({ "choice": choice, "n": n })).collect()
    };
    let named = |one: &Named| json!({ "code": one.code, "fr": one.title.fr, "en": one.title.en });
    json!({
        "smallest_group": figures.smallest_group,
        "heads": figures.heads.map(|heads| json!({
            "electors": heads.electors,
            "present": heads.present,
            "needed": heads.needed,
            "voters": heads.voters,
        })),
        "total": figures.ballots.total.as_ref().map(choices),
        "rows": figures.ballots.rows.iter().map(|row| json!({
            "colleges": row.colleges,
            "choices": choices(&row.choices),
        })).collect::<Value>(),
        "codes": figures.ballots.codes(),
        "colleges": figures.colleges.iter().map(named).collect::<Value>(),
        "recusals": figures.recusals,
        "scale": figures.scale,
        "axes": figures.axes.iter().map(|one| json!({
            "axis": named(&one.axis),
            "sheets": one.sheets,
            "low": one.low,
            "median": one.median,
            "high": one.high,
        })).collect::<Value>(),
    })
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
    moment.day_in_paris()
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
    Label::read(book, number, book.labels.get(number)?)
}

/// What the registry says of a number, for a verdict.
#[must_use]
pub fn standing_of(book: &Book, number: &str, now: Moment) -> Standing {
    let label = find(book, number);
    let label = label.map_or(LabelStanding::Unheard, |label| label.life().verdict(day_in_paris(now)));
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

    #[test]
    fn the_rules_days_are_those_of_the_zone_that_everybody_else_uses() {
        // Every half hour of a week around each change of the clocks, from 2020 to 2036.
        let half_hour = 1_800_000;
        for year in 0..17_u64 {
            for month in [84, 298] {
                let from = 1_577_836_800_000 + (year * 36_525 / 100 + month - 10) * 86_400_000;
                for step in 0..960 {
                    let moment = Moment(from + step * half_hour);
                    assert_eq!(day_in_paris(moment), in_paris(moment).date(), "{moment:?}");
                }
            }
        }
    }
}
