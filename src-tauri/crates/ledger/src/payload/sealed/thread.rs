//! What readers of a dossier say to each other about a criterion, or a passage cited for it, once the sheets are open.

use super::read_text;
use crate::encoding::{EncodingError, Reader, Record, Writer};

/// A message. It is never edited: who changes their mind writes another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Random, given once.
    pub id: [u8; 16],
    /// The words, shown as they were typed.
    pub text: String,
    /// An earlier message about the same thing.
    pub reply_to: Option<[u8; 16]>,
}

/// What was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// A message.
    Message(Message),
    /// The point is settled, or open again. The last one holds.
    Settled(bool),
}

/// Something said about a criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thread {
    /// Code of the criterion.
    pub criterion: String,
    /// What.
    pub said: Said,
    /// The id of a passage that somebody cited for the criterion; `None`: about the criterion itself. Added after the
    /// first records: a word about the criterion is written without it.
    pub about: Option<[u8; 16]>,
}

/// Places of a word about a criterion, and of one about a passage.
const PLAIN: u64 = 2;
const ABOUT_A_PASSAGE: u64 = 3;

impl Record for Thread {
    fn write(&self, to: &mut Writer) {
        to.array(if self.about.is_some() { 3 } else { 2 }).text(&self.criterion);
        match &self.said {
            Said::Message(message) => {
                to.array(4).uint(0).bytes(&message.id).text(&message.text);
                match &message.reply_to {
                    Some(id) => to.bytes(id),
                    None => to.null(),
                };
            }
            Said::Settled(settled) => {
                to.array(2).uint(1).bool(*settled);
            }
        }
        if let Some(passage) = &self.about {
            to.bytes(passage);
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        let found = from.array()?;
        if found != PLAIN && found != ABOUT_A_PASSAGE {
            return Err(EncodingError::WrongPlaces { expected: PLAIN, found });
        }
        let criterion = read_text(from)?;
        let places = from.array()?;
        let said = match (from.uint()?, places) {
            (0, 4) => Said::Message(Message {
                id: from.exactly()?,
                text: read_text(from)?,
                reply_to: from.optional(Reader::exactly)?,
            }),
            (1, 2) => Said::Settled(from.bool()?),
            _ => return Err(EncodingError::OutOfRange),
        };
        // Never null: one content has one form.
        let about = (found == ABOUT_A_PASSAGE).then(|| from.exactly()).transpose()?;
        Ok(Self { criterion, said, about })
    }
}
