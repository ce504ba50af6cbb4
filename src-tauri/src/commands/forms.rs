//! Forms that are kept while somebody fills them in.

use sceau_app::view::dossier_id;
use sceau_app::view::forms::TypedForm;
use sceau_app::view::review::Saved;

use super::Running;
use crate::program::Answer;

/// What was typed into a form, if anything was.
#[tauri::command]
pub async fn form_kept(program: Running<'_>, dossier: String, form: String) -> Answer<Option<TypedForm>> {
    program.with_desk(move |desk| desk.form_kept(dossier_id(&dossier)?, &form)).await
}

/// Keeps a form as it is being filled in: one durable statement.
#[tauri::command]
pub async fn form_keep(
    program: Running<'_>,
    dossier: String,
    form: String,
    typed: TypedForm,
) -> Answer<Saved> {
    program.with_desk(move |desk| desk.form_keep(dossier_id(&dossier)?, &form, &typed)).await
}
