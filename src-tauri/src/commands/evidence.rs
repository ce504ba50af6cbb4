//! Evidence: handed over in raw pieces, each checked; compared as a whole afterwards.

use sceau_app::view::Problem;
use sceau_app::view::dossier_id;
use sceau_app::view::review::EvidenceOpened;
use tauri::ipc::Response;

use super::Running;
use crate::program::Answer;

/// The size and the type of a file, by its head.
#[tauri::command]
pub async fn evidence_open(program: Running<'_>, dossier: String, file: String) -> Answer<EvidenceOpened> {
    program
        .with_desk(move |desk| desk.evidence_open(dossier_id(&dossier).map_err(Problem::from)?, &file))
        .await
}

/// A piece of a file, as raw bytes.
#[tauri::command]
pub async fn evidence_range(
    program: Running<'_>,
    dossier: String,
    file: String,
    begin: u64,
    end: u64,
) -> Answer<Response> {
    let piece = program
        .with_desk(move |desk| {
            desk.evidence_piece(dossier_id(&dossier).map_err(Problem::from)?, &file, begin..end)
        })
        .await?;
    Ok(Response::new(piece))
}

/// Compares a whole file with its digest, in steps between which others are answered.
#[tauri::command]
pub async fn evidence_compare(program: Running<'_>, dossier: String, file: String) -> Answer<()> {
    program.compare_evidence(&dossier, file).await
}

/// Asks for a file again at the next contact.
#[tauri::command]
pub async fn evidence_refetch(program: Running<'_>, dossier: String, file: String) -> Answer<()> {
    program.with_desk(move |desk| desk.evidence_again(dossier_id(&dossier)?, &file)).await?;
    program.push();
    Ok(())
}
