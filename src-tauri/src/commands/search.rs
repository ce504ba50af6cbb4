//! Searching everything that may be read, and keeping the text that the window read for it.

use sceau_app::view::dossier_id;
use sceau_app::view::search::SearchView;
use sceau_app::view::texts::{PagesRead, TextsView};

use super::Running;
use crate::program::Answer;

/// Where words stand.
#[tauri::command]
pub async fn search(program: Running<'_>, words: String, lang: String) -> Answer<SearchView> {
    program.with_desk(move |desk| desk.search_view(&words, &lang)).await
}

/// How far the text of evidence was read, and what to read next.
#[tauri::command]
pub async fn texts(program: Running<'_>) -> Answer<TextsView> {
    program.with_desk(|desk| desk.texts_view()).await
}

/// Keeps the text of pages; answers how many of the file are kept.
#[tauri::command]
pub async fn texts_keep(program: Running<'_>, dossier: String, read: PagesRead) -> Answer<u32> {
    program.with_desk(move |desk| desk.keep_texts(dossier_id(&dossier)?, &read)).await
}
