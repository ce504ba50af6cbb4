//! My desk, dossiers' cards, declarations.

use sceau_app::view::card::{DossierCard, Interest};
use sceau_app::view::desk::DeskView;
use sceau_app::view::dossier_id;
use sceau_app::view::judging::Level;

use tauri::{AppHandle, Runtime};
use tauri_plugin_dialog::DialogExt;

use super::Running;
use super::files::save;
use crate::notices::Notice;
use crate::program::{Answer, blocking};

/// What I owe and what changed.
#[tauri::command]
pub async fn desk(program: Running<'_>) -> Answer<DeskView> {
    program.with_desk(|desk| desk.desk_view()).await
}

/// The card of a dossier.
#[tauri::command]
pub async fn dossier_card(program: Running<'_>, dossier: String) -> Answer<DossierCard> {
    program.with_desk(move |desk| desk.dossier_card(dossier_id(&dossier)?)).await
}

/// Declares links; an empty list says that there are none.
#[tauri::command]
pub async fn declare_interests(
    program: Running<'_>,
    dossier: String,
    interests: Vec<Interest>,
) -> Answer<DossierCard> {
    let card = program.with_desk(move |desk| desk.declare_view(dossier_id(&dossier)?, interests)).await?;
    program.push();
    program.tell(Notice::Desk);
    Ok(card)
}

/// Steps back from a dossier.
#[tauri::command]
pub async fn step_back(
    program: Running<'_>,
    dossier: String,
    level: Level,
    reason: String,
) -> Answer<DossierCard> {
    program.step(&dossier, move |desk, dossier| desk.step_back(dossier, level, &reason)).await
}

/// Writes what was set aside at a recusal to a file that the person chooses, then forgets it.
#[tauri::command]
pub async fn words_aside_save<R: Runtime>(
    app: AppHandle<R>,
    program: Running<'_>,
    dossier: String,
) -> Answer<bool> {
    let id = dossier_id(&dossier)?;
    let words = program.with_desk(move |desk| desk.words_aside(id)).await?.unwrap_or_default();
    let dialog = app.dialog().file().set_file_name("motifs.txt").add_filter("TXT", &["txt"]);
    let saved = blocking(move || save(dialog, words.as_bytes())).await?;
    if saved {
        program.with_desk(move |desk| desk.forget_words_aside(id)).await?;
    }
    Ok(saved)
}

/// Forgets what was set aside at a recusal.
#[tauri::command]
pub async fn words_aside_forget(program: Running<'_>, dossier: String) -> Answer<()> {
    program.with_desk(move |desk| desk.forget_words_aside(dossier_id(&dossier)?)).await
}
