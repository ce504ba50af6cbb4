//! What this computer holds of its owner, and the owner's work to take away.

use sceau_app::view::own::{OwnData, OwnWork};
use sceau_app::view::passages::DossierPassages;
use tauri::{AppHandle, Runtime};
use tauri_plugin_dialog::DialogExt;

use super::Running;
use super::files::save;
use crate::program::{Answer, blocking};

/// What is here, and what the registry can know.
#[tauri::command]
pub async fn own_data(program: Running<'_>) -> Answer<OwnData> {
    program.with_desk(|desk| desk.own_data()).await
}

/// Writes my own work where I choose.
#[tauri::command]
pub async fn own_export<R: Runtime>(app: AppHandle<R>, program: Running<'_>) -> Answer<bool> {
    let work = program.with_desk(|desk| desk.own_work()).await?;
    let dialog = app.dialog().file().set_file_name("sceau-mes-travaux.json").add_filter("JSON", &["json"]);
    blocking(move || save(dialog, &work.to_json()?)).await
}

/// All my passages.
#[tauri::command]
pub async fn my_passages(program: Running<'_>) -> Answer<Vec<DossierPassages>> {
    program.with_desk(|desk| desk.my_passages()).await
}

/// My own work, for the window to put on paper.
#[tauri::command]
pub async fn own_work(program: Running<'_>) -> Answer<OwnWork> {
    program.with_desk(|desk| desk.own_work()).await
}
