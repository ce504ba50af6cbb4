//! Motions' words, choices, tallies, opinions.

use super::{read_text, read_texts, texts};
use crate::encoding::{EncodingError, Reader, Record, Writer};

/// What is put to the vote, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MotionText {
    /// In French.
    pub fr: String,
    /// In English.
    pub en: String,
    /// Text of the bylaws that decide.
    pub bylaws: String,
}

impl Record for MotionText {
    fn write(&self, to: &mut Writer) {
        to.array(3).text(&self.fr).text(&self.en).text(&self.bylaws);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        from.places(3)?;
        Ok(Self { fr: read_text(from)?, en: read_text(from)?, bylaws: read_text(from)? })
    }
}

/// A voter's choice in a roll call, sealed until closing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// One of the motion's options.
    pub option: String,
    /// Objects on grounds of safety.
    pub safety: bool,
}

impl Record for Choice {
    fn write(&self, to: &mut Writer) {
        to.array(2).text(&self.option).bool(self.safety);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        from.places(2)?;
        Ok(Self { option: read_text(from)?, safety: from.bool()? })
    }
}

/// The counted result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// Name of the outcome (rules §6.2).
    pub outcome: String,
    /// Votes by option, in the order of the motion.
    pub choices: Vec<(String, u64)>,
    /// Codes of the reasons with their parameters as JSON, in order.
    pub reasons: Vec<String>,
    /// Opens the commitment of the decision in the same batch.
    pub opening: [u8; 32],
}

impl Record for Tally {
    fn write(&self, to: &mut Writer) {
        to.array(4).text(&self.outcome).array(self.choices.len());
        for (option, votes) in &self.choices {
            to.array(2).text(option).uint(*votes);
        }
        texts(&self.reasons, to);
        to.bytes(&self.opening);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        from.places(4)?;
        let outcome = read_text(from)?;
        let choices = from.list(64, |from| {
            from.places(2)?;
            Ok((read_text(from)?, from.uint()?))
        })?;
        Ok(Self { outcome, choices, reasons: read_texts(from)?, opening: from.exactly()? })
    }
}

/// Why the chair accepts what came late.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LateReason(pub String);

impl Record for LateReason {
    fn write(&self, to: &mut Writer) {
        to.array(1).text(&self.0);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        from.places(1)?;
        Ok(Self(read_text(from)?))
    }
}

/// The grounds of a step of a label's life, as the board's file keeps them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelGrounds(pub String);

impl Record for LabelGrounds {
    fn write(&self, to: &mut Writer) {
        to.array(1).text(&self.0);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        from.places(1)?;
        Ok(Self(read_text(from)?))
    }
}

/// The board's opinion.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Opinion {
    /// Reasons in French, a sentence each.
    pub reasons: Vec<String>,
    /// What would improve the solution.
    pub improve: Vec<String>,
}

impl Record for Opinion {
    fn write(&self, to: &mut Writer) {
        to.array(2);
        texts(&self.reasons, to);
        texts(&self.improve, to);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        from.places(2)?;
        Ok(Self { reasons: read_texts(from)?, improve: read_texts(from)? })
    }
}
