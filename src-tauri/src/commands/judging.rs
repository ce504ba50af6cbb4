//! Declared links that ask for a decision.

use sceau_app::view::judging::{InterestsBoard, Level};

use super::Running;
use crate::program::Answer;

/// What is to be judged, and what was.
#[tauri::command]
pub async fn interests_board(program: Running<'_>) -> Answer<InterestsBoard> {
    program.with_desk(|desk| desk.interests_board()).await
}

/// Decides about a member's links.
#[tauri::command]
pub async fn decide_interests(
    program: Running<'_>,
    dossier: String,
    member: String,
    level: Level,
) -> Answer<InterestsBoard> {
    program.step(&dossier, move |desk, dossier| desk.decide_interests(dossier, &member, level)).await
}
