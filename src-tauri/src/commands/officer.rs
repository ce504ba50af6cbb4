//! What officers owe: their part of the common key, their shares of what is opened.

use sceau_app::view::dossier_id;
use sceau_app::view::opening::{OfficerView, PublishedView, committee_id};
use sceau_app::view::vote::motion_id;

use super::Running;
use crate::notices::Notice;
use crate::program::Answer;

/// What waits for this officer.
#[tauri::command]
pub async fn officer(program: Running<'_>) -> Answer<OfficerView> {
    program.with_desk(|desk| desk.officer_view()).await
}

/// Begins the officers' key, or does the part of it that can be done now.
#[tauri::command]
pub async fn committee_step(program: Running<'_>, committee: Option<String>) -> Answer<OfficerView> {
    let step = move |desk: &mut sceau_app::desk::Desk| {
        desk.committee_step(committee.as_deref().map(committee_id).transpose()?)
    };
    let view = program.with_desk(step).await?;
    program.push();
    program.tell(Notice::Desk);
    Ok(view)
}

/// Publishes the shares of a dossier's sheets.
#[tauri::command]
pub async fn sheets_publish(program: Running<'_>, dossier: String) -> Answer<PublishedView> {
    let done = program.with_desk(move |desk| desk.sheets_publish(dossier_id(&dossier)?)).await?;
    program.push();
    program.tell(Notice::Desk);
    Ok(done)
}

/// Publishes the shares of a vote's ballots.
#[tauri::command]
pub async fn ballots_publish(program: Running<'_>, motion: String) -> Answer<PublishedView> {
    let done = program.with_desk(move |desk| desk.ballots_publish(motion_id(&motion)?)).await?;
    program.push();
    program.tell(Notice::Desk);
    Ok(done)
}
