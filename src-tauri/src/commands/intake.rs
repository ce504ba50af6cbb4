//! Intake and examination.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sceau_app::intake::Form;
use sceau_app::intake::table::Column;
use sceau_app::paper::Tongue;
use sceau_app::view::examination::{ExaminationView, Judged};
use sceau_app::view::intake::{Choice, Received, ToExamine};
use sceau_app::view::limits::{IntakeLimits, LimitsView};
use sceau_app::view::references::ReferencesView;
use sceau_app::view::{Problem, dossier_id};
use tauri::{AppHandle, Runtime};
use tauri_plugin_dialog::DialogExt;

use super::Running;
use super::files::save;
use crate::notices::Notice;
use crate::program::{Answer, IntakeState, blocking};

/// What is in hand.
#[tauri::command]
pub async fn intake(program: Running<'_>) -> Answer<IntakeState> {
    program.intake().await
}

/// Reads a package that was brought.
#[tauri::command]
pub async fn intake_read(program: Running<'_>, token: String) -> Answer<IntakeState> {
    program.intake_read(&token).await
}

/// Adds what was brought to the package in hand.
#[tauri::command]
pub async fn intake_add(program: Running<'_>, token: String) -> Answer<IntakeState> {
    program.intake_add(&token).await
}

/// Adds a file that was pasted; its bytes come in base64.
#[tauri::command]
pub async fn intake_paste(program: Running<'_>, name: String, bytes: String) -> Answer<IntakeState> {
    let bytes = STANDARD.decode(bytes).map_err(|_| Problem::with("unknown", "what", "file"))?;
    program.intake_paste(name, bytes).await
}

/// Adds a table of answers that was pasted.
#[tauri::command]
pub async fn intake_paste_table(program: Running<'_>, text: String) -> Answer<IntakeState> {
    program.intake_paste_table(&text).await
}

/// Reads the package with the description that was filled in.
#[tauri::command]
pub async fn intake_describe(program: Running<'_>, form: Form) -> Answer<IntakeState> {
    program.intake_describe(form).await
}

/// Writes what was filled in as a description where the person says; false when the dialog was closed.
#[tauri::command]
pub async fn intake_description_save<R: Runtime>(app: AppHandle<R>, form: Form) -> Answer<bool> {
    let dialog = app.dialog().file().set_file_name("dossier.toml").add_filter("TOML", &["toml"]);
    blocking(move || save(dialog, form.description().as_bytes())).await
}

/// Another grid or label.
#[tauri::command]
pub async fn intake_choose(program: Running<'_>, choice: Choice) -> Answer<IntakeState> {
    program.intake_choose(choice).await
}

/// What the headers of the table of answers mean.
#[tauri::command]
pub async fn intake_columns(program: Running<'_>, columns: BTreeMap<String, Column>) -> Answer<IntakeState> {
    program.intake_columns(columns).await
}

/// Another file in the place of one of the package.
#[tauri::command]
pub async fn intake_replace(program: Running<'_>, place: String, token: String) -> Answer<IntakeState> {
    program.intake_replace(place, &token).await
}

/// A file of the package is taken out, or put back.
#[tauri::command]
pub async fn intake_take_out(program: Running<'_>, place: String, out: bool) -> Answer<IntakeState> {
    program.intake_take_out(place, out).await
}

/// No data of a patient in a file after all.
#[tauri::command]
pub async fn intake_cleared(program: Running<'_>, place: String) -> Answer<IntakeState> {
    program.intake_cleared(&place).await
}

/// The kind of study of an item of evidence.
#[tauri::command]
pub async fn intake_study(program: Running<'_>, file: String, study: Option<String>) -> Answer<IntakeState> {
    program.intake_study(&file, study).await
}

/// Reads references that were brought; nothing is taken yet.
#[tauri::command]
pub async fn intake_references(
    program: Running<'_>,
    token: String,
    tongue: Tongue,
) -> Answer<ReferencesView> {
    program.intake_references(&token, tongue).await
}

/// Takes the references that were shown.
#[tauri::command]
pub async fn intake_references_take(program: Running<'_>) -> Answer<IntakeState> {
    program.intake_references_take().await
}

/// The limits of intake at this desk.
#[tauri::command]
pub async fn intake_limits(program: Running<'_>) -> Answer<LimitsView> {
    program.with_desk(|desk| desk.intake_limits_view()).await
}

/// Sets the limits of intake at this desk.
#[tauri::command]
pub async fn intake_limits_set(program: Running<'_>, limits: IntakeLimits) -> Answer<LimitsView> {
    program.set_intake_limits(limits).await
}

/// Puts the package away.
#[tauri::command]
pub async fn intake_cancel(program: Running<'_>) -> Answer<IntakeState> {
    program.intake_cancel().await
}

/// Takes the package in.
#[tauri::command]
pub async fn intake_accept(
    program: Running<'_>,
    grid: String,
    label: String,
    number: String,
    demonstration: bool,
) -> Answer<Received> {
    program.intake_accept(&grid, label, number, demonstration).await
}

/// Dossiers whose declared answers wait for an examiner.
#[tauri::command]
pub async fn to_examine(program: Running<'_>) -> Answer<Vec<ToExamine>> {
    program.with_desk(|desk| desk.to_examine()).await
}

/// The examination of a dossier.
#[tauri::command]
pub async fn examination(program: Running<'_>, dossier: String) -> Answer<ExaminationView> {
    program.with_desk(move |desk| desk.examination_view(dossier_id(&dossier)?)).await
}

/// Records what was found.
#[tauri::command]
pub async fn examine(program: Running<'_>, dossier: String, rows: Vec<Judged>) -> Answer<ExaminationView> {
    let view = program.with_desk(move |desk| desk.examine_view(dossier_id(&dossier)?, rows)).await?;
    program.push();
    program.tell(Notice::Desk);
    Ok(view)
}
