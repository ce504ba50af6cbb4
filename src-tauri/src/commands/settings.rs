//! Settings of the device.

use sceau_app::view::settings::Settings;

use super::Running;
use crate::program::Answer;

/// The settings in force.
#[tauri::command]
pub async fn settings_get(program: Running<'_>) -> Answer<Settings> {
    Ok(program.settings())
}

/// Changes the settings; answers those in force.
#[tauri::command]
pub async fn settings_set(program: Running<'_>, settings: Settings) -> Answer<Settings> {
    program.set_settings(settings)
}
