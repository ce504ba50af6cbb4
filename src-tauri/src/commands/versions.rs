//! Newer versions of evidence.

use sceau_app::dossier::NewVersion;
use sceau_app::view::dossier_id;
use sceau_app::view::versions::{Replaced, VersionsView};

use super::Running;
use crate::notices::Notice;
use crate::program::Answer;

/// My passages in files that have a newer version.
#[tauri::command]
pub async fn review_versions(program: Running<'_>, dossier: String) -> Answer<Vec<Replaced>> {
    program.with_desk(move |desk| desk.review_versions(dossier_id(&dossier)?)).await
}

/// The files of a dossier with their versions.
#[tauri::command]
pub async fn evidence_versions(program: Running<'_>, dossier: String) -> Answer<VersionsView> {
    program.with_desk(move |desk| desk.evidence_versions(dossier_id(&dossier)?)).await
}

/// Files a newer version of a file.
#[tauri::command]
pub async fn evidence_replace(
    program: Running<'_>,
    dossier: String,
    file: String,
    token: String,
    change: String,
    cleared: bool,
) -> Answer<VersionsView> {
    let (name, bytes) = program.evidence_brought(token).await?;
    let new = NewVersion { name, bytes, change, cleared };
    let view =
        program.with_desk(move |desk| desk.evidence_replace(dossier_id(&dossier)?, &file, new)).await?;
    program.push();
    program.tell(Notice::Desk);
    Ok(view)
}
