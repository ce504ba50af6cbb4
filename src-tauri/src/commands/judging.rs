//! Declared links that ask for a decision.

use sceau_app::view::dossier_id;
use sceau_app::view::judging::{InterestsBoard, MatchWord, RecusalReach, Verdict};

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
    said: Verdict,
) -> Answer<InterestsBoard> {
    program.step(&dossier, move |desk, dossier| desk.decide_interests(dossier, &member, &said)).await
}

/// The criteria that a recusal may name, and how far those that are named reach.
#[tauri::command]
pub async fn recusal_reach(
    program: Running<'_>,
    dossier: String,
    criteria: Vec<String>,
) -> Answer<RecusalReach> {
    program.with_desk(move |desk| desk.recusal_reach(dossier_id(&dossier)?, &criteria)).await
}

/// Confirms or clears a match of names.
#[tauri::command]
pub async fn judge_match(
    program: Running<'_>,
    dossier: String,
    member: String,
    said: MatchWord,
) -> Answer<InterestsBoard> {
    program.step(&dossier, move |desk, dossier| desk.judge_match(dossier, &member, said)).await
}
