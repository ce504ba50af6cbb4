//! Interests and recusal: what the product proposes. The chair decides; a person confirms or clears.

use alloc::string::String;
use alloc::vec::Vec;

use jiff::civil::Date;
use num_traits::Zero;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::fraction::{Fraction, whole};
use crate::grid::{Grid, HasClass};
use crate::label::months_after;

/// How far a recusal goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// No key, no reading, no mark, no debate, no vote.
    Full,
    /// May read and speak; the sheet does not count, no vote.
    Discuss,
    /// Does not mark the named criteria; votes.
    Criterion,
}

impl Level {
    /// Reads `full`, `discuss` or `criterion`.
    pub fn read(text: &str) -> Option<Self> {
        match text {
            "full" => Some(Self::Full),
            "discuss" => Some(Self::Discuss),
            "criterion" => Some(Self::Criterion),
            _ => None,
        }
    }

    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Discuss => "discuss",
            Self::Criterion => "criterion",
        }
    }

    /// Does it take the vote away?
    pub fn takes_vote(self) -> bool {
        matches!(self, Self::Full | Self::Discuss)
    }
}

/// A recusal that the chair decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recusal {
    /// Who.
    pub elector: String,
    /// How far.
    pub level: Level,
    /// The criteria, where the level names them.
    pub criteria: Vec<String>,
}

/// The recusal that holds for a person: of several, the last.
pub fn standing<'a>(recusals: &'a [Recusal], who: &str) -> Option<&'a Recusal> {
    recusals.iter().rev().find(|r| r.elector == who)
}

/// Whether a person's mark of a criterion counts: not once they are recused from the vote, nor from that criterion.
#[must_use]
pub fn may_mark(recusals: &[Recusal], who: &str, criterion: &str) -> bool {
    match standing(recusals, who) {
        None => true,
        Some(recusal) => match recusal.level {
            Level::Full | Level::Discuss => false,
            Level::Criterion => !recusal.criteria.iter().any(|code| code == criterion),
        },
    }
}

/// For how many months a declaration holds: it is renewed yearly, and on any change (rules §3).
const HOLDS_MONTHS: u32 = 12;
/// After how many months its member is asked to renew it.
const ASKED_MONTHS: u32 = 11;

/// How a declaration stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Validity {
    /// It holds, and nothing is asked.
    Holds,
    /// It holds, and is to be renewed before its last day is over.
    Ending,
    /// Its year is over.
    RunOut,
}

/// The last day of a declaration, that day included: as every term of months ends (rules §2.2).
#[must_use]
pub fn holds_until(declared: Date) -> Date {
    months_after(declared, HOLDS_MONTHS)
}

/// How a declaration of one day stands on another.
#[must_use]
pub fn validity(declared: Date, on: Date) -> Validity {
    if on > holds_until(declared) {
        Validity::RunOut
    } else if on >= months_after(declared, ASKED_MONTHS) {
        Validity::Ending
    } else {
        Validity::Holds
    }
}

/// What a declared interest is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Category {
    /// Employment or office.
    Employment,
    /// Consultancy.
    Consultancy,
    /// Clinical trial or study, as investigator or author.
    Study,
    /// Speaking or training.
    Speaking,
    /// Grant or institutional funding.
    Grant,
    /// Holdings.
    Holdings,
    /// Patent or royalties.
    Patent,
    /// Product design.
    ProductDesign,
    /// Any of these with a competitor.
    Competitor,
    /// Family or close person.
    ClosePerson,
    /// Public position taken.
    PublicPosition,
    /// Anything else.
    Other,
}

/// The facts of one declared interest on which a proposal rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interest {
    /// Its category.
    pub category: Category,
    /// Last day; none while it lasts.
    pub until: Option<Date>,
    /// Principal investigator of evidence in this very dossier?
    pub leads_evidence: bool,
    /// Is the close person in charge at the entity?
    pub in_charge: bool,
}

/// What the product proposes to the chair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proposal {
    /// A major interest: full recusal.
    Full,
    /// To be examined.
    Examine,
}

/// Proposes from one interest. Employment counts as major while it lasts and for twelve months after.
pub fn propose(interest: &Interest, on: Date) -> Proposal {
    let recent = interest.until.is_none_or(|until| months_after(until, 12) > on);
    let major = match interest.category {
        Category::Employment => recent,
        Category::Holdings | Category::Patent | Category::ProductDesign => true,
        Category::Study => interest.leads_evidence,
        Category::ClosePerson => interest.in_charge,
        _ => false,
    };
    if major { Proposal::Full } else { Proposal::Examine }
}

/// Is a person whose recusal names these criteria to be proposed for `discuss`? From half of the applicable
/// scored weight on.
pub fn proposes_discuss(grid: &Grid, class: Option<HasClass>, criteria: &[String]) -> bool {
    let weight = |named: bool| -> Fraction {
        grid.applicable(class)
            .filter(|c| c.scored && (!named || criteria.contains(&c.code)))
            .map(|c| c.weight.clone())
            .sum()
    };
    let all = weight(false);
    !all.is_zero() && weight(true) * whole(2) >= all
}

/// A name of a person or company, with the identifiers that are known of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entity {
    /// The name as written.
    pub name: String,
    /// SIREN, ORCID, RPPS numbers as written.
    pub identifiers: Vec<String>,
}

/// A match that a machine may propose. A person confirms or clears it, with a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// Equal folded names.
    Possible,
    /// An equal identifier.
    PossibleStrong,
}

/// Compares a declared entity with one of the dossier's.
pub fn compare(declared: &Entity, entity: &Entity) -> Option<Match> {
    let numbers: Vec<String> = entity.identifiers.iter().map(|i| number(i)).collect();
    let same_number = |i: &String| {
        let i = number(i);
        !i.is_empty() && numbers.contains(&i)
    };
    if declared.identifiers.iter().any(same_number) {
        return Some(Match::PossibleStrong);
    }
    let words = folded(&declared.name);
    (!words.is_empty() && words == folded(&entity.name)).then_some(Match::Possible)
}

/// The words of a name without case, accents, punctuation and legal forms.
pub fn folded(name: &str) -> Vec<String> {
    const LEGAL_FORMS: [&str; 5] = ["sa", "sas", "sarl", "gmbh", "ltd"];
    let plain: String = name.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect();
    let mut words: Vec<String> = Vec::new();
    let mut spelled = false;
    for word in plain.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
        // `S.A.S.` is one word that somebody spelled out.
        let single = word.chars().count() == 1;
        match words.last_mut() {
            Some(last) if single && spelled => last.push_str(word),
            _ => words.push(word.into()),
        }
        spelled = single;
    }
    let kept: Vec<String> = words.iter().filter(|w| !LEGAL_FORMS.contains(&w.as_str())).cloned().collect();
    // A company may be called nothing but `SA`.
    if kept.is_empty() { words } else { kept }
}

/// An identifier without its spaces, dashes and the address in front of an ORCID.
fn number(identifier: &str) -> String {
    let tail = identifier.rsplit('/').next().unwrap_or_default();
    tail.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    fn entity(name: &str, identifiers: &[&str]) -> Entity {
        Entity { name: name.into(), identifiers: identifiers.iter().map(|i| (*i).into()).collect() }
    }

    #[test]
    fn a_reviewer_s_employer_is_found_however_it_is_written() {
        let possible = Some(Match::Possible);
        assert_eq!(compare(&entity("Médicéo S.A.S.", &[]), &entity("MEDICEO", &[])), possible);
        assert_eq!(compare(&entity("Médicéo", &[]), &entity("mediceo, SAS", &[])), possible);
        assert_eq!(compare(&entity("Mediceo Santé", &[]), &entity("Mediceo", &[])), None);
        let orcid = entity("X", &["https://orcid.org/0000-0002-1825-009X"]);
        assert_eq!(compare(&orcid, &entity("Y", &["0000 0002 1825 009x"])), Some(Match::PossibleStrong));
        assert_eq!(folded("L'Oréal"), vec!["l", "oreal"]);
    }

    #[test]
    fn a_declaration_holds_for_a_year_and_its_last_day_counts() {
        let day = jiff::civil::date;
        let declared = day(2025, 11, 23);
        assert_eq!(holds_until(declared), day(2026, 11, 23));
        assert_eq!(validity(declared, day(2026, 10, 22)), Validity::Holds);
        assert_eq!(validity(declared, day(2026, 10, 23)), Validity::Ending);
        assert_eq!(validity(declared, day(2026, 11, 23)), Validity::Ending);
        assert_eq!(validity(declared, day(2026, 11, 24)), Validity::RunOut);
    }

    #[test]
    fn a_year_from_a_leap_day_ends_on_the_last_day_of_february() {
        let day = jiff::civil::date;
        assert_eq!(holds_until(day(2024, 2, 29)), day(2025, 2, 28));
        assert_eq!(validity(day(2024, 2, 29), day(2025, 2, 28)), Validity::Ending);
        assert_eq!(validity(day(2024, 2, 29), day(2025, 3, 1)), Validity::RunOut);
        assert_eq!(holds_until(day(2023, 2, 28)), day(2024, 2, 28));
        assert_eq!(validity(day(2023, 2, 28), day(2024, 2, 29)), Validity::RunOut);
        // The eleventh month has no 31st: asked from its last day on.
        assert_eq!(validity(day(2025, 3, 31), day(2026, 2, 27)), Validity::Holds);
        assert_eq!(validity(day(2025, 3, 31), day(2026, 2, 28)), Validity::Ending);
    }

    #[test]
    fn an_employment_stays_major_for_a_year() {
        let until = jiff::civil::date(2025, 6, 30);
        let interest = Interest {
            category: Category::Employment,
            until: Some(until),
            leads_evidence: false,
            in_charge: false,
        };
        assert_eq!(propose(&interest, jiff::civil::date(2026, 6, 29)), Proposal::Full);
        assert_eq!(propose(&interest, jiff::civil::date(2026, 6, 30)), Proposal::Examine);
        assert_eq!(propose(&Interest { until: None, ..interest }, until), Proposal::Full);
    }
}
