//! The first start.

use sceau_app::view::Problem;
use sceau_app::view::enrolment::Enrolment;
use zeroize::Zeroizing;

use super::Running;
use crate::program::Answer;

/// Where the first start stands.
#[tauri::command]
pub async fn enrol_status(program: Running<'_>) -> Answer<Enrolment> {
    program.enrolment().await
}

/// Reads a pasted code or a file that was brought.
#[tauri::command]
pub async fn enrol_begin(
    program: Running<'_>,
    code: Option<String>,
    token: Option<String>,
) -> Answer<Enrolment> {
    let code = match (code, token) {
        (Some(code), None) => code,
        (None, Some(token)) => String::from_utf8_lossy(&program.brought.read(&token)?.1).into_owned(),
        _ => return Err(Problem::plain("invitation-unreadable")),
    };
    program.enrol_begin(&code).await
}

/// Makes the keys.
#[tauri::command]
pub async fn enrol_keys(program: Running<'_>, passphrase: Option<String>) -> Answer<Enrolment> {
    program.enrol_keys(passphrase.map(Zeroizing::new)).await
}

/// Asks whether the two persons have confirmed.
#[tauri::command]
pub async fn enrol_check(program: Running<'_>) -> Answer<Enrolment> {
    program.enrol_check().await
}

/// Gives up.
#[tauri::command]
pub async fn enrol_cancel(program: Running<'_>) -> Answer<Enrolment> {
    program.enrol_cancel().await
}
