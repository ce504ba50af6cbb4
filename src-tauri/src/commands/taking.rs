//! My own work on the evidence, taken away.

use sceau_app::paper::Tongue;
use sceau_app::view::dossier_id;
use sceau_app::view::taking::Taken;
use tauri::{AppHandle, Runtime};
use tauri_plugin_dialog::DialogExt;

use super::Running;
use super::files::save;
use crate::program::{Answer, blocking};

/// Writes an annotated copy, the annotations, or the list of citations where the person says.
#[tauri::command]
pub async fn take_out<R: Runtime>(
    app: AppHandle<R>,
    program: Running<'_>,
    dossier: String,
    what: Taken,
    file: Option<String>,
    tongue: Tongue,
) -> Answer<bool> {
    let made = program.take_out(&dossier, what, file, tongue).await?;
    let dialog = app.dialog().file().set_file_name(&made.name).add_filter(made.kind.0, &[made.kind.1]);
    blocking(move || save(dialog, &made.bytes)).await
}

/// The reference of a place in the evidence, as it is copied beside a quotation.
#[tauri::command]
pub async fn reference_text(
    program: Running<'_>,
    dossier: String,
    file: String,
    page: u64,
    tongue: Tongue,
) -> Answer<String> {
    program.with_desk(move |desk| desk.reference_text(dossier_id(&dossier)?, &file, page, tongue)).await
}
