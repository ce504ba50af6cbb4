//! What readers of a dossier say to each other about a criterion once the sheets are open.

use super::read_text;
use crate::encoding::{EncodingError, Reader, Record, Writer};

/// A message. It is never edited: who changes their mind writes another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Random, given once.
    pub id: [u8; 16],
    /// The words, shown as they were typed.
    pub text: String,
    /// An earlier message about the same criterion.
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
}

impl Record for Thread {
    fn write(&self, to: &mut Writer) {
        to.array(2).text(&self.criterion);
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
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        from.places(2)?;
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
        Ok(Self { criterion, said })
    }
}
