//! Profiles and the details of interests.

use super::{optional_text, read_optional, read_text, read_texts, texts};
use crate::encoding::{EncodingError, Reader, Record, Writer};

/// Who a member is. Sealed under the board's key in an erasable blob; the log holds only its digest.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Profile {
    /// Given name and surname, as they wish to be called.
    pub name: String,
    /// "Pr", "Dr" …
    pub title: Option<String>,
    /// Hospital, university, association …
    pub affiliation: Option<String>,
    /// Address for letters.
    pub email: Option<String>,
    /// Number at which the digits are read aloud.
    pub phone: Option<String>,
    /// The last day of an absence, `YYYY-MM-DD`.
    pub away_until: Option<String>,
    /// Dossiers that they review at once, at most; `None`: as many as the secretariat gives them.
    pub max_load: Option<u64>,
}

/// Places of a profile as it was before absences were known; one without an absence is still written so.
const PRESENT: u64 = 5;
/// Places of a profile with an absence.
const AWAY: u64 = 6;
/// Places of a profile with the most dossiers at once, and perhaps an absence.
const LIMITED: u64 = 7;

impl Record for Profile {
    fn write(&self, to: &mut Writer) {
        to.array(match (self.max_load, &self.away_until) {
            (Some(_), _) => 7,
            (None, Some(_)) => 6,
            (None, None) => 5,
        });
        to.text(&self.name);
        for value in [&self.title, &self.affiliation, &self.email, &self.phone] {
            optional_text(value.as_deref(), to);
        }
        match (self.max_load, &self.away_until) {
            (Some(most), day) => {
                optional_text(day.as_deref(), to);
                to.uint(most);
            }
            (None, Some(day)) => {
                to.text(day);
            }
            (None, None) => {}
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        let found = from.array()?;
        if !(PRESENT..=LIMITED).contains(&found) {
            return Err(EncodingError::WrongPlaces { expected: PRESENT, found });
        }
        Ok(Self {
            name: read_text(from)?,
            title: read_optional(from)?,
            affiliation: read_optional(from)?,
            email: read_optional(from)?,
            phone: read_optional(from)?,
            away_until: match found {
                AWAY => Some(read_text(from)?),
                LIMITED => read_optional(from)?,
                _ => None,
            },
            max_load: if found == LIMITED { Some(from.uint()?) } else { None },
        })
    }
}

/// One declared link (rules §3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InterestItem {
    /// Code of the category.
    pub category: String,
    /// With whom.
    pub entity: String,
    /// `YYYY` or `YYYY-MM`.
    pub from: Option<String>,
    /// `None`: it still runs.
    pub to: Option<String>,
    /// `no`, `me` or `institution`.
    pub paid: String,
    /// In the member's words.
    pub text: String,
    /// SIREN, ORCID or RPPS number of the entity, as far as the member knows it.
    pub identifier: Option<String>,
}

/// Places of a link without an identifier, which is how every link was written before identifiers were asked for.
const UNNUMBERED: u64 = 6;
/// Places of a link with an identifier.
const NUMBERED: u64 = 7;

/// All declared links of a member with a dossier; sealed to the devices of those who judge them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Interests(pub Vec<InterestItem>);

impl Record for Interests {
    fn write(&self, to: &mut Writer) {
        to.array(self.0.len());
        for item in &self.0 {
            to.array(if item.identifier.is_some() { 7 } else { 6 }).text(&item.category).text(&item.entity);
            optional_text(item.from.as_deref(), to);
            optional_text(item.to.as_deref(), to);
            to.text(&item.paid).text(&item.text);
            if let Some(identifier) = &item.identifier {
                to.text(identifier);
            }
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        let items = from.list(256, |from| {
            let found = from.array()?;
            if found != UNNUMBERED && found != NUMBERED {
                return Err(EncodingError::WrongPlaces { expected: UNNUMBERED, found });
            }
            Ok(InterestItem {
                category: read_text(from)?,
                entity: read_text(from)?,
                from: read_optional(from)?,
                to: read_optional(from)?,
                paid: read_text(from)?,
                text: read_text(from)?,
                identifier: if found == NUMBERED { Some(read_text(from)?) } else { None },
            })
        })?;
        Ok(Self(items))
    }
}

/// Why it was decided so about a member's links; inside the bundles of the act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecusalWords(pub String);

impl Record for RecusalWords {
    fn write(&self, to: &mut Writer) {
        to.array(1).text(&self.0);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        from.places(1)?;
        Ok(Self(read_text(from)?))
    }
}

/// The criteria that a member does not mark, by their codes; under the dossier's key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecusalCriteria(pub Vec<String>);

impl Record for RecusalCriteria {
    fn write(&self, to: &mut Writer) {
        to.array(1);
        texts(&self.0, to);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        from.places(1)?;
        Ok(Self(read_texts(from)?))
    }
}

/// What a person says of a declared entity that is written like one of the dossier's; inside the bundles of the act.
/// It holds for exactly these texts: once either changes, the match is open again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameMatch {
    /// Name and identifier as they were declared.
    pub declared: (String, Option<String>),
    /// Role, name and identifier as they stand on the dossier's card.
    pub entity: (String, String, Option<String>),
    /// The same, else two that are only called alike.
    pub confirmed: bool,
    /// Why.
    pub reason: String,
}

impl Record for NameMatch {
    fn write(&self, to: &mut Writer) {
        let (name, identifier) = &self.declared;
        to.array(7).text(name);
        optional_text(identifier.as_deref(), to);
        let (role, name, identifier) = &self.entity;
        to.text(role).text(name);
        optional_text(identifier.as_deref(), to);
        to.bool(self.confirmed).text(&self.reason);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        from.places(7)?;
        Ok(Self {
            declared: (read_text(from)?, read_optional(from)?),
            entity: (read_text(from)?, read_text(from)?, read_optional(from)?),
            confirmed: from.bool()?,
            reason: read_text(from)?,
        })
    }
}
