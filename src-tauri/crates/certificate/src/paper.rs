//! Plain papers that nobody signs: letters, a recovery sheet, the guide, a member's own work. Tagged like a certificate,
//! so that they can be read aloud.

use serde::{Deserialize, Serialize};

use crate::archive::{self, ArchiveError};
use crate::draw::{DrawError, Drawer};
use crate::fonts::{FontError, Fonts};
use crate::layout;
use crate::texts::Language;

/// What stands on a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// Its title, also the document's.
    pub title: String,
    /// Language of the whole, `fr` or `en`.
    pub language: Tongue,
    /// From top to bottom.
    pub blocks: Vec<Block>,
}

/// The language of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tongue {
    /// French.
    Fr,
    /// English.
    En,
}

/// One piece of a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Block {
    /// Heading of what follows.
    Heading {
        /// One line.
        text: String,
    },
    /// Paragraph.
    Paragraph {
        /// Its sentences.
        text: String,
    },
    /// Item of a list; items that follow each other are one list.
    Item {
        /// Its sentences.
        text: String,
    },
    /// Something to be copied from paper, in large letters and a box of its own.
    Code {
        /// The letters or digits.
        text: String,
    },
}

impl Block {
    /// What it says.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Heading { text } | Self::Paragraph { text } | Self::Item { text } | Self::Code { text } => {
                text
            }
        }
    }
}

/// Why no paper was made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// A character that cannot be drawn.
    #[error(transparent)]
    Font(#[from] FontError),
    /// The pages cannot be drawn.
    #[error(transparent)]
    Draw(#[from] DrawError),
    /// The structure could not be put on.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
}

/// Makes the PDF of a paper. The same paper gives the same bytes.
///
/// # Errors
/// See [`PaperError`].
pub fn print(paper: &Paper, fonts: &Fonts, drawer: &impl Drawer) -> Result<Vec<u8>, PaperError> {
    let canvas = layout::set(paper, fonts)?;
    let document = drawer.draw(&canvas, fonts)?;
    let language = match paper.language {
        Tongue::Fr => Language::French,
        Tongue::En => Language::English,
    };
    Ok(archive::plain(document, &canvas, &paper.title, language)?)
}
