//! Reading aloud.

use std::sync::Arc;

use tauri::State;

use crate::program::{Answer, blocking};
use crate::speech::{Speech, Spoken};

/// Reads a text aloud, to its end.
#[tauri::command]
pub async fn speech_say(speech: State<'_, Arc<Speech>>, text: String, language: String) -> Answer<Spoken> {
    let speech = Arc::clone(&speech);
    blocking(move || speech.speak(&text, &language)).await
}

/// Ends what is being read aloud.
#[tauri::command]
pub async fn speech_stop(speech: State<'_, Arc<Speech>>) -> Answer<()> {
    speech.stop();
    Ok(())
}
