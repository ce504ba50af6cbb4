//! Who is here; opening and locking.

use sceau_app::view::session::Session;
use zeroize::Zeroizing;

use super::Running;
use crate::program::Answer;

/// The program as a whole.
#[tauri::command]
pub async fn session(program: Running<'_>) -> Answer<Session> {
    program.session().await
}

/// Opens the desk with its passphrase.
#[tauri::command]
pub async fn unlock(program: Running<'_>, passphrase: String) -> Answer<Session> {
    program.unlock(Zeroizing::new(passphrase)).await
}

/// Locks the desk; `idle`: the window saw nobody for the set time.
#[tauri::command]
pub async fn lock(program: Running<'_>, idle: bool) -> Answer<Session> {
    program.lock(idle).await
}

/// Changes the passphrase of the desk.
#[tauri::command]
pub async fn passphrase_change(program: Running<'_>, present: String, next: String) -> Answer<()> {
    program.change_passphrase(Zeroizing::new(present), Zeroizing::new(next)).await
}

/// A fresh code for a recovery sheet.
#[tauri::command]
pub async fn recovery_draw(program: Running<'_>) -> Answer<String> {
    Ok(program.draw_recovery().to_string())
}

/// Lets a recovery sheet open this desk from now on.
#[tauri::command]
pub async fn recovery_keep(program: Running<'_>, passphrase: String, code: String) -> Answer<Session> {
    program.keep_recovery(Zeroizing::new(passphrase), Zeroizing::new(code)).await
}

/// Opens the desk with its recovery sheet, under a new passphrase.
#[tauri::command]
pub async fn recovery_open(program: Running<'_>, code: String, next: String) -> Answer<Session> {
    program.recover(Zeroizing::new(code), Zeroizing::new(next)).await
}
