//! Settings of the device.

use sceau_app::view::settings::Settings;
use tauri::{Runtime, WebviewWindow};

use super::Running;
use crate::program::Answer;

/// The settings in force.
#[tauri::command]
pub async fn settings_get<R: Runtime>(program: Running<'_>, window: WebviewWindow<R>) -> Answer<Settings> {
    Ok(enlarged(&window, program.settings()))
}

/// Changes the settings; answers those in force.
#[tauri::command]
pub async fn settings_set<R: Runtime>(
    program: Running<'_>,
    window: WebviewWindow<R>,
    settings: Settings,
) -> Answer<Settings> {
    program.set_settings(settings).map(|settings| enlarged(&window, settings))
}

/// Shows everything as large as the settings say: the page itself then has fewer pixels, and lays itself out for them.
fn enlarged<R: Runtime>(window: &WebviewWindow<R>, settings: Settings) -> Settings {
    if window.set_zoom(f64::from(settings.text_size) / 100.0).is_err() {
        tracing::warn!("the window cannot be enlarged");
    }
    settings
}
