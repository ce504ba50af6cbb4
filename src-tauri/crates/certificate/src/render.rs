//! Claim to unsigned PDF.

use crate::archive::{ArchiveError, archive};
use crate::content::Claim;
use crate::content_check::{ContentError, check};
use crate::credential::{self, Credential, CredentialError};
use crate::draw::{DrawError, Drawer};
use crate::fonts::Fonts;
use crate::layout::{LayoutError, compose};
use crate::texts::Texts;

/// A certificate before its first signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsigned {
    /// The file: PDF/A-3a and PDF/UA-1, with all its signature fields empty. The same claim gives the same bytes.
    pub pdf: Vec<u8>,
    /// The attached credential.
    pub credential: Credential,
    /// Number of pages, 1 to 4.
    pub pages: usize,
}

/// Why no certificate was made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// The claim is incomplete, or says what it must not.
    #[error(transparent)]
    Content(#[from] ContentError),
    /// The credential could not be written.
    #[error(transparent)]
    Credential(#[from] CredentialError),
    /// The text cannot be set.
    #[error(transparent)]
    Layout(#[from] LayoutError),
    /// The pages cannot be drawn.
    #[error(transparent)]
    Draw(#[from] DrawError),
    /// The archival layer could not be put on.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
}

/// Makes the unsigned certificate of a claim.
///
/// # Errors
/// See [`RenderError`]; the first thing found names its field.
pub fn render(
    claim: &Claim,
    texts: &Texts,
    fonts: &Fonts,
    drawer: &impl Drawer,
) -> Result<Unsigned, RenderError> {
    check(claim, texts)?;
    let credential = credential::write(claim)?;
    let canvas = compose(claim, &credential, texts, fonts)?;
    let document = drawer.draw(&canvas, fonts)?;
    let pdf = archive(document, &canvas, claim, &credential, texts)?;
    Ok(Unsigned { pdf, credential, pages: canvas.pages.len() })
}
