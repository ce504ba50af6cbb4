//! Motions, as those who lead put, close and conclude them.

use sceau_app::view::dossier_id;
use sceau_app::view::motion::{Asked, MotionView, MotionsView, OtherOutcome, Point, VoteReach};
use sceau_app::view::vote::motion_id;
use sceau_app::vote::MotionWords;

use super::Running;
use crate::notices::Notice;
use crate::program::Answer;

/// Motions, and what could be put to the vote.
#[tauri::command]
pub async fn motions(program: Running<'_>) -> Answer<MotionsView> {
    program.with_desk(|desk| desk.motions_view()).await
}

/// One motion.
#[tauri::command]
pub async fn motion(program: Running<'_>, motion: String) -> Answer<MotionView> {
    program.with_desk(move |desk| desk.motion_view(motion_id(&motion)?)).await
}

/// Puts a motion and opens its vote.
#[tauri::command]
pub async fn motion_table(
    program: Running<'_>,
    dossier: String,
    fr: String,
    en: String,
    deadline: u64,
) -> Answer<MotionView> {
    let words = MotionWords { fr, en };
    let motion =
        program.with_desk(move |desk| desk.motion_table(dossier_id(&dossier)?, &words, deadline)).await?;
    program.push();
    program.tell(Notice::Desk);
    Ok(motion)
}

/// Closes a vote.
#[tauri::command]
pub async fn motion_close(program: Running<'_>, motion: String) -> Answer<MotionView> {
    let motion = program.with_desk(move |desk| desk.motion_close(motion_id(&motion)?)).await?;
    program.push();
    program.tell(Notice::Desk);
    Ok(motion)
}

/// What an opened vote would have decided if somebody had not voted.
#[tauri::command]
pub async fn motion_what_if(
    program: Running<'_>,
    motion: String,
    member: String,
    apart: Asked,
) -> Answer<OtherOutcome> {
    program.with_desk(move |desk| desk.motion_what_if(motion_id(&motion)?, &member, apart)).await
}

/// What a recusal would leave of the vote that is open about a dossier.
#[tauri::command]
pub async fn vote_reach(program: Running<'_>, dossier: String, member: String) -> Answer<Option<VoteReach>> {
    program.with_desk(move |desk| desk.vote_reach(dossier_id(&dossier)?, &member)).await
}

/// Puts the decision on record with the board's opinion.
#[tauri::command]
pub async fn motion_record(
    program: Running<'_>,
    motion: String,
    outcome: String,
    reasons: Vec<String>,
    improve: Vec<Point>,
) -> Answer<MotionView> {
    let record = move |desk: &mut sceau_app::desk::Desk| {
        desk.motion_record(motion_id(&motion)?, &outcome, reasons, improve)
    };
    let motion = program.with_desk(record).await?;
    program.push();
    program.tell(Notice::Desk);
    Ok(motion)
}
