//! Labels and their certificates.

use sceau_app::identity::SealView;
use sceau_app::view::Problem;
use sceau_app::view::dossier_id;
use sceau_app::view::label_life::LabelMoveForm;
use sceau_app::view::labels::{LabelDraft, LabelForm, LabelsView};
use tauri::ipc::Response;
use tauri::{AppHandle, Runtime};
use tauri_plugin_dialog::DialogExt;

use super::Running;
use super::files::save;
use crate::notices::Notice;
use crate::program::{Answer, blocking};

/// Labels to issue and labels in public.
#[tauri::command]
pub async fn labels(program: Running<'_>) -> Answer<LabelsView> {
    program.with_desk(|desk| desk.labels_view()).await
}

/// What a certificate would say.
#[tauri::command]
pub async fn label_draft(program: Running<'_>, dossier: String) -> Answer<LabelDraft> {
    program.with_desk(move |desk| desk.label_draft(dossier_id(&dossier)?)).await
}

/// The certificate without its seal.
#[tauri::command]
pub async fn label_preview(program: Running<'_>, dossier: String, form: LabelForm) -> Answer<Response> {
    let pdf = program
        .with_desk(move |desk| {
            let id = dossier_id(&dossier)?;
            desk.preview(id, &form.decided()?)
        })
        .await?;
    Ok(Response::new(pdf))
}

/// Issues and publishes a label.
#[tauri::command]
pub async fn label_issue(program: Running<'_>, dossier: String, form: LabelForm) -> Answer<LabelsView> {
    let view = program.with_desk(move |desk| desk.label_issue(dossier_id(&dossier)?, &form)).await?;
    program.push();
    program.tell(Notice::Desk);
    Ok(view)
}

/// Records a step of a published label's life.
#[tauri::command]
pub async fn label_move(program: Running<'_>, dossier: String, form: LabelMoveForm) -> Answer<LabelsView> {
    let view = program.with_desk(move |desk| desk.label_move(dossier_id(&dossier)?, &form)).await?;
    program.push();
    program.tell(Notice::Desk);
    Ok(view)
}

/// The signed certificate.
#[tauri::command]
pub async fn label_certificate(program: Running<'_>, dossier: String) -> Answer<Response> {
    let pdf = program.with_desk(move |desk| desk.certificate(dossier_id(&dossier)?)).await?;
    Ok(Response::new(pdf))
}

/// Writes the signed certificate where the person chooses.
#[tauri::command]
pub async fn label_save<R: Runtime>(
    app: AppHandle<R>,
    program: Running<'_>,
    dossier: String,
) -> Answer<bool> {
    let (name, pdf) = program.with_desk(move |desk| desk.certificate_file(dossier_id(&dossier)?)).await?;
    let dialog = app.dialog().file().set_file_name(name).add_filter("PDF", &["pdf"]);
    blocking(move || {
        let Some(path) = dialog.blocking_save_file().and_then(|chosen| chosen.into_path().ok()) else {
            return Ok(false);
        };
        std::fs::write(path, pdf).map(|()| true).map_err(|_| Problem::plain("read-only"))
    })
    .await
}

/// What this person can do about the institute's seal.
#[tauri::command]
pub async fn seal(program: Running<'_>) -> Answer<SealView> {
    program.with_desk(|desk| desk.seal_view()).await
}

/// Writes the request for a seal where the person chooses; false when the dialog was closed.
#[tauri::command]
pub async fn seal_request<R: Runtime>(app: AppHandle<R>, program: Running<'_>) -> Answer<bool> {
    let request = program.with_desk(|desk| desk.seal_request()).await?;
    let dialog = app.dialog().file().set_file_name("demande-de-cachet.json").add_filter("JSON", &["json"]);
    blocking(move || save(dialog, request.as_bytes())).await
}

/// Answers a request; writes the answer where the person chooses.
#[tauri::command]
pub async fn seal_answer<R: Runtime>(app: AppHandle<R>, program: Running<'_>, token: String) -> Answer<bool> {
    let text = program.text_of(&token)?;
    let answer = program.with_desk(move |desk| desk.seal_answer(&text)).await?;
    let dialog = app.dialog().file().set_file_name("cachet.json").add_filter("JSON", &["json"]);
    blocking(move || save(dialog, answer.as_bytes())).await
}

/// Takes the answer to this desk's request.
#[tauri::command]
pub async fn seal_take(program: Running<'_>, token: String) -> Answer<SealView> {
    let text = program.text_of(&token)?;
    let view = program.with_desk(move |desk| desk.seal_take(&text)).await?;
    program.tell(Notice::Desk);
    Ok(view)
}
