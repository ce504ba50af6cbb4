//! Forms that are kept while somebody fills them in.

use sceau_domain::id::DossierId;
use serde::{Deserialize, Serialize};

use super::review::Saved;
use crate::desk::Desk;
use crate::error::Result;

/// A form as the screen writes it; empty once its act is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct TypedForm {
    pub version: u64,
    pub text: String,
}

impl Desk {
    /// What was typed into a form about a dossier, or about none yet, if anything was.
    ///
    /// # Errors
    /// As [`Desk::kept_form`].
    pub fn form_kept(&self, dossier: Option<DossierId>, form: &str) -> Result<Option<TypedForm>> {
        Ok(self.kept_form(dossier, form)?.map(|(version, text)| TypedForm { version, text }))
    }

    /// Keeps a form as it is being filled in.
    ///
    /// # Errors
    /// As [`Desk::keep_form`].
    pub fn form_keep(&self, dossier: Option<DossierId>, form: &str, typed: &TypedForm) -> Result<Saved> {
        Ok(self.keep_form(dossier, form, typed.version, &typed.text)?.into())
    }
}
