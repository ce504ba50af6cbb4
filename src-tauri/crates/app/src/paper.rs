//! Papers that a person takes away: the PDF of a text that the window has put together.

use sceau_certificate::draw::PrintPdf;
use sceau_certificate::fonts::{FontError, Fonts};
pub use sceau_certificate::paper::{Block, Paper, Tongue};
use sceau_certificate::paper::{PaperError, print};

use crate::error::{AppError, Result};
use crate::wording::Unfit;

/// The PDF of a paper.
///
/// # Errors
/// [`Unfit::Character`] names a character that the fonts cannot draw.
pub fn pdf(paper: &Paper) -> Result<Vec<u8>> {
    let failed = |error: &dyn std::fmt::Display| AppError::Certificate(error.to_string());
    let fonts = Fonts::bundled().map_err(|error| failed(&error))?;
    print(paper, &fonts, &PrintPdf).map_err(|error| match error {
        PaperError::Font(FontError::Unknown { character, .. }) => Unfit::Character(character).into(),
        other => failed(&other),
    })
}
