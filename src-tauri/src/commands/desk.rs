//! My desk, dossiers' cards, declarations.

use sceau_app::view::card::{DossierCard, Interest};
use sceau_app::view::desk::DeskView;
use sceau_app::view::dossier_id;

use super::Running;
use crate::notices::Notice;
use crate::program::Answer;

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
