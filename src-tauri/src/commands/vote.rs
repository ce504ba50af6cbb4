//! Votes, as electors take part in them.

use sceau_app::view::vote::{VoteView, VotesView, motion_id};

use super::Running;
use crate::notices::Notice;
use crate::program::Answer;

/// The votes that are mine.
#[tauri::command]
pub async fn votes(program: Running<'_>) -> Answer<VotesView> {
    program.with_desk(|desk| desk.votes_view()).await
}

/// One vote.
#[tauri::command]
pub async fn vote(program: Running<'_>, motion: String) -> Answer<VoteView> {
    program.with_desk(move |desk| desk.vote_view(motion_id(&motion)?)).await
}

/// Casts a ballot; the push follows by itself. A later one replaces it.
#[tauri::command]
pub async fn vote_cast(
    program: Running<'_>,
    motion: String,
    option: String,
    safety: bool,
) -> Answer<VoteView> {
    let cast = program.with_desk(move |desk| desk.vote_cast(motion_id(&motion)?, &option, safety)).await?;
    program.push();
    program.tell(Notice::Desk);
    Ok(cast)
}
