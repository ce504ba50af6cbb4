//! The year's figures.

use sceau_app::spreadsheet;
use sceau_app::view::year::YearView;
use tauri::{AppHandle, Runtime};
use tauri_plugin_dialog::DialogExt;

use super::Running;
use super::files::save;
use crate::program::{Answer, blocking};

/// The figures of a year; without one, of the last in which anything is on record.
#[tauri::command]
pub async fn year_figures(program: Running<'_>, year: Option<i16>) -> Answer<YearView> {
    program.with_desk(move |desk| desk.year_view(year)).await
}

/// Writes rows that the window shows as CSV where the person chooses; false when the dialog was closed.
#[tauri::command]
pub async fn table_save<R: Runtime>(app: AppHandle<R>, name: String, rows: Vec<Vec<String>>) -> Answer<bool> {
    let dialog = app.dialog().file().set_file_name(name).add_filter("CSV", &["csv"]);
    blocking(move || save(dialog, &spreadsheet::csv(&rows)?)).await
}
