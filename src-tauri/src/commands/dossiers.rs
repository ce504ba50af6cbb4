//! The table of dossiers, who owes what, and the calendar of deadlines.

use std::collections::BTreeMap;

use sceau_app::view::Problem;
use sceau_app::view::dossier_id;
use sceau_app::view::dossiers::DossiersView;
use sceau_app::view::owed::{Reminder, ReminderScope};
use tauri::{AppHandle, Runtime};
use tauri_plugin_dialog::DialogExt;

use super::Running;
use crate::calendar::{CalendarEntry, calendar};
use crate::program::{Answer, blocking};

/// The table of dossiers.
#[tauri::command]
pub async fn dossiers(program: Running<'_>) -> Answer<DossiersView> {
    program.with_desk(|desk| desk.dossiers_view()).await
}

/// What each member is to be reminded of.
#[tauri::command]
pub async fn reminders(
    program: Running<'_>,
    scope: ReminderScope,
    dossier: Option<String>,
) -> Answer<Vec<Reminder>> {
    program
        .with_desk(move |desk| desk.reminders(scope, dossier.as_deref().map(dossier_id).transpose()?))
        .await
}

/// Writes a calendar file where the person chooses.
#[tauri::command]
pub async fn save_calendar<R: Runtime>(app: AppHandle<R>, entries: Vec<CalendarEntry>) -> Answer<bool> {
    let dialog = app.dialog().file().set_file_name("sceau.ics").add_filter("iCalendar", &["ics"]);
    blocking(move || {
        let Some(path) = dialog.blocking_save_file().and_then(|chosen| chosen.into_path().ok()) else {
            return Ok(false);
        };
        std::fs::write(path, calendar(&entries)).map(|()| true).map_err(|_| Problem::plain("read-only"))
    })
    .await
}

/// How much waits behind each item of the sidebar.
#[tauri::command]
pub async fn counters(program: Running<'_>) -> Answer<BTreeMap<String, usize>> {
    program.with_desk(|desk| desk.counters()).await
}
