//! The review desk.

use sceau_app::view::dossier_id;
use sceau_app::view::review::{Note, Place, ReviewView, Row, Saved, Sheet, Summary};

use super::Running;
use crate::notices::Notice;
use crate::program::Answer;

/// Everything of the review desk.
#[tauri::command]
pub async fn review_open(program: Running<'_>, dossier: String) -> Answer<ReviewView> {
    program.with_desk(move |desk| desk.review_view(dossier_id(&dossier)?)).await
}

/// Keeps a row: one durable statement.
#[tauri::command]
pub async fn review_save_row(program: Running<'_>, dossier: String, row: Row) -> Answer<Saved> {
    program.with_desk(move |desk| desk.review_row(dossier_id(&dossier)?, row)).await
}

/// Keeps a highlight or a note.
#[tauri::command]
pub async fn review_save_note(program: Running<'_>, dossier: String, note: Note) -> Answer<Saved> {
    program.with_desk(move |desk| desk.review_note(dossier_id(&dossier)?, note)).await
}

/// Keeps where the person is.
#[tauri::command]
pub async fn review_place(program: Running<'_>, dossier: String, place: Place) -> Answer<()> {
    program.with_desk(move |desk| desk.review_place(dossier_id(&dossier)?, &place)).await
}

/// What stands between the sheet and its submission.
#[tauri::command]
pub async fn review_summary(program: Running<'_>, dossier: String) -> Answer<Summary> {
    program.with_desk(move |desk| desk.review_summary(dossier_id(&dossier)?)).await
}

/// Seals and submits the sheet; the push follows by itself.
#[tauri::command]
pub async fn review_submit(program: Running<'_>, dossier: String) -> Answer<Sheet> {
    let sheet = program.with_desk(move |desk| desk.review_submit(dossier_id(&dossier)?)).await?;
    program.push();
    program.tell(Notice::Desk);
    Ok(sheet)
}

/// Makes the submitted sheet a draft again.
#[tauri::command]
pub async fn review_take_back(program: Running<'_>, dossier: String) -> Answer<Sheet> {
    let sheet = program.with_desk(move |desk| desk.review_take_back(dossier_id(&dossier)?)).await?;
    program.tell(Notice::Desk);
    Ok(sheet)
}
