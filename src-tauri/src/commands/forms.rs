//! Forms that are kept while somebody fills them in.

use sceau_app::error::AppError;
use sceau_app::view::dossier_id;
use sceau_app::view::forms::TypedForm;
use sceau_app::view::review::Saved;
use sceau_domain::id::DossierId;

use super::Running;
use crate::program::Answer;

/// The dossier that a form is about, where there is one already.
fn about(dossier: Option<&str>) -> Result<Option<DossierId>, AppError> {
    dossier.map(dossier_id).transpose()
}

/// What was typed into a form, if anything was.
#[tauri::command]
pub async fn form_kept(
    program: Running<'_>,
    dossier: Option<String>,
    form: String,
) -> Answer<Option<TypedForm>> {
    program.with_desk(move |desk| desk.form_kept(about(dossier.as_deref())?, &form)).await
}

/// Keeps a form as it is being filled in: one durable statement.
#[tauri::command]
pub async fn form_keep(
    program: Running<'_>,
    dossier: Option<String>,
    form: String,
    typed: TypedForm,
) -> Answer<Saved> {
    program.with_desk(move |desk| desk.form_keep(about(dossier.as_deref())?, &form, &typed)).await
}
