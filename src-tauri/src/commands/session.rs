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
