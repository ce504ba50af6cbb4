//! Cards, answers, examination.

use super::sheet::Anchor;
use super::{optional_text, read_optional, read_text, read_texts, texts};
use crate::encoding::{EncodingError, Reader, Record, Writer};

/// An entity concerned by a dossier, with which members may have links.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// `publisher`, `group`, `parent`, `competitor`, `funder`, `author`, `subcontractor`.
    pub role: String,
    /// As the publisher writes it.
    pub name: String,
    /// SIREN, ORCID or RPPS.
    pub identifier: Option<String>,
}

/// What every member may know before declaring interests: under the board's key.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Card {
    /// Dossier number, `YYYY-NNN`; not the label's.
    pub number: String,
    /// Name of the solution.
    pub solution: String,
    /// Version under examination.
    pub version: String,
    /// Publisher.
    pub publisher: String,
    /// What it does, in French and perhaps in English.
    pub summary: (String, Option<String>),
    /// One plain line in French.
    pub plain: Option<String>,
    /// Code of the label asked for.
    pub label: String,
    /// Entities for the matching of interests.
    pub entities: Vec<Entity>,
    /// Everything about it is invented.
    pub demonstration: bool,
}

impl Record for Card {
    fn write(&self, to: &mut Writer) {
        to.array(9).text(&self.number).text(&self.solution).text(&self.version).text(&self.publisher);
        to.array(2).text(&self.summary.0);
        optional_text(self.summary.1.as_deref(), to);
        optional_text(self.plain.as_deref(), to);
        to.text(&self.label).array(self.entities.len());
        for entity in &self.entities {
            to.array(3).text(&entity.role).text(&entity.name);
            optional_text(entity.identifier.as_deref(), to);
        }
        to.bool(self.demonstration);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        from.places(9)?;
        let (number, solution) = (read_text(from)?, read_text(from)?);
        let (version, publisher) = (read_text(from)?, read_text(from)?);
        from.places(2)?;
        let summary = (read_text(from)?, read_optional(from)?);
        let (plain, label) = (read_optional(from)?, read_text(from)?);
        let entities = from.list(1024, |from| {
            from.places(3)?;
            Ok(Entity { role: read_text(from)?, name: read_text(from)?, identifier: read_optional(from)? })
        })?;
        let demonstration = from.bool()?;
        Ok(Self { number, solution, version, publisher, summary, plain, label, entities, demonstration })
    }
}

/// The public number of the label that a dossier renews: that somebody asks for a renewal is for the board alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renewal(pub String);

impl Record for Renewal {
    fn write(&self, to: &mut Writer) {
        to.array(1).text(&self.0);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        from.places(1)?;
        Ok(Self(read_text(from)?))
    }
}

/// Why a step of a dossier's life was taken, for whoever holds the dossier's key; in one batch with the step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepWords {
    /// The step, by its name.
    pub step: String,
    /// The reason; empty where none is asked for.
    pub reason: String,
    /// What would improve the solution, each point as an opinion writes it.
    pub improve: Vec<String>,
}

impl Record for StepWords {
    fn write(&self, to: &mut Writer) {
        to.array(3).text(&self.step).text(&self.reason);
        texts(&self.improve, to);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        from.places(3)?;
        Ok(Self { step: read_text(from)?, reason: read_text(from)?, improve: read_texts(from)? })
    }
}

/// On what an appeal rests and when it came, for whoever holds the dossier's key; in one batch with the step `appeal`,
/// whose words say the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppealTerms {
    /// `material-error`, `new-element` or `procedure`.
    pub ground: String,
    /// The day on which it reached the secretariat, `YYYY-MM-DD`.
    pub received_on: String,
}

impl Record for AppealTerms {
    fn write(&self, to: &mut Writer) {
        to.array(2).text(&self.ground).text(&self.received_on);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        from.places(2)?;
        Ok(Self { ground: read_text(from)?, received_on: read_text(from)? })
    }
}

/// The publisher's answer to a criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Code of the criterion.
    pub criterion: String,
    /// Option code, number, text, or `n/a`.
    pub answer: String,
    /// The publisher's words.
    pub comment: Option<String>,
    /// Files that the publisher points at.
    pub evidence: Vec<String>,
}

/// What else the publisher says of the solution and of itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    /// Name or office to write to.
    pub contact: Option<String>,
    /// Address for letters.
    pub email: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Country of the publisher.
    pub country: Option<String>,
    /// Class of medical device, as declared.
    pub md_class: Option<String>,
    /// Public address of the solution.
    pub url: Option<String>,
    /// Languages of the solution, as two-letter codes.
    pub languages: Vec<String>,
    /// Intended use in English.
    pub intended_use_en: Option<String>,
}

impl Record for About {
    fn write(&self, to: &mut Writer) {
        to.array(8);
        for value in [&self.contact, &self.email, &self.phone, &self.country, &self.md_class, &self.url] {
            optional_text(value.as_deref(), to);
        }
        texts(&self.languages, to);
        optional_text(self.intended_use_en.as_deref(), to);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        from.places(8)?;
        Ok(Self {
            contact: read_optional(from)?,
            email: read_optional(from)?,
            phone: read_optional(from)?,
            country: read_optional(from)?,
            md_class: read_optional(from)?,
            url: read_optional(from)?,
            languages: read_texts(from)?,
            intended_use_en: read_optional(from)?,
        })
    }
}

/// The questionnaire as admitted, with the grid that it was frozen with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    /// SHA-256 of the frozen grid file.
    pub grid: [u8; 32],
    /// HAS functional class, if any.
    pub has_class: Option<String>,
    /// Intended use, for the certificate.
    pub intended_use: String,
    /// Code of the label asked for.
    pub label: String,
    /// What else the publisher says.
    pub about: About,
    /// Answers in the order of the grid.
    pub answers: Vec<Answer>,
}

impl Record for Answers {
    fn write(&self, to: &mut Writer) {
        to.array(6).bytes(&self.grid);
        optional_text(self.has_class.as_deref(), to);
        to.text(&self.intended_use).text(&self.label);
        self.about.write(to);
        to.array(self.answers.len());
        for answer in &self.answers {
            to.array(4).text(&answer.criterion).text(&answer.answer);
            optional_text(answer.comment.as_deref(), to);
            texts(&answer.evidence, to);
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        from.places(6)?;
        let (grid, has_class) = (from.exactly()?, read_optional(from)?);
        let (intended_use, label) = (read_text(from)?, read_text(from)?);
        let about = About::read(from)?;
        let answers = from.list(4096, |from| {
            from.places(4)?;
            Ok(Answer {
                criterion: read_text(from)?,
                answer: read_text(from)?,
                comment: read_optional(from)?,
                evidence: read_texts(from)?,
            })
        })?;
        Ok(Self { grid, has_class, intended_use, label, about, answers })
    }
}

/// What the examiner found about one answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examined {
    /// Code of the criterion.
    pub criterion: String,
    /// `confirmed`, `corrected` or `refuted`.
    pub status: String,
    /// The examiner's answer, when corrected.
    pub value: Option<String>,
    /// Why; may be empty when confirmed.
    pub why: String,
    /// Passages of the evidence on which it rests.
    pub anchors: Vec<Anchor>,
}

/// Rows of the examination; a later row about the same criterion replaces the earlier.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Examination(pub Vec<Examined>);

impl Record for Examination {
    fn write(&self, to: &mut Writer) {
        to.array(self.0.len());
        for row in &self.0 {
            to.array(5).text(&row.criterion).text(&row.status);
            optional_text(row.value.as_deref(), to);
            to.text(&row.why).array(row.anchors.len());
            for anchor in &row.anchors {
                anchor.write(to);
            }
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        let rows = from.list(4096, |from| {
            from.places(5)?;
            Ok(Examined {
                criterion: read_text(from)?,
                status: read_text(from)?,
                value: read_optional(from)?,
                why: read_text(from)?,
                anchors: from.list(1024, Anchor::read)?,
            })
        })?;
        Ok(Self(rows))
    }
}
