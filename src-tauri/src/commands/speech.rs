//! Reading aloud.

use std::sync::Arc;

use super::Running;
use crate::program::{Answer, blocking};
use crate::speech::Spoken;

/// Reads a text aloud, to its end.
#[tauri::command]
pub async fn speech_say(program: Running<'_>, text: String, language: String) -> Answer<Spoken> {
    let program = Arc::clone(&program);
    blocking(move || program.speech.speak(&text, &language)).await
}

/// Ends what is being read aloud.
#[tauri::command]
pub async fn speech_stop(program: Running<'_>) -> Answer<()> {
    program.speech.stop();
    Ok(())
}
