//! Opened sheets beside each other, the discussion of each criterion, changed marks.

use sceau_app::desk::Desk;
use sceau_app::view::comparison::{ComparisonLine, ComparisonView, TopicAsked, TypedMessage};
use sceau_app::view::dossier_id;
use sceau_app::view::review::{Mark, Saved};

use super::Running;
use crate::program::Answer;

/// Dossiers whose sheets are, or will be, compared.
#[tauri::command]
pub async fn comparisons(program: Running<'_>) -> Answer<Vec<ComparisonLine>> {
    program.with_desk(|desk| desk.comparisons_view()).await
}

/// One comparison: of the last round that is open, or of the one that is asked for.
#[tauri::command]
pub async fn comparison(program: Running<'_>, dossier: String, round: Option<u32>) -> Answer<ComparisonView> {
    program.with_desk(move |desk| desk.comparison_of_round(dossier_id(&dossier)?, round)).await
}

/// Changes my mark for a criterion; the push follows by itself.
#[tauri::command]
pub async fn compare_revise(
    program: Running<'_>,
    dossier: String,
    criterion: String,
    mark: Mark,
    why: String,
) -> Answer<ComparisonView> {
    let revise = move |desk: &mut Desk| desk.compare_revise(dossier_id(&dossier)?, &criterion, mark, &why);
    let view = program.with_desk(revise).await?;
    program.push();
    Ok(view)
}

/// Says something about a criterion or a passage cited for it; the push follows by itself.
#[tauri::command]
pub async fn thread_post(
    program: Running<'_>,
    dossier: String,
    topic: TopicAsked,
    text: String,
    reply: Option<String>,
) -> Answer<ComparisonView> {
    let post =
        move |desk: &mut Desk| desk.thread_post(dossier_id(&dossier)?, &topic, &text, reply.as_deref());
    let view = program.with_desk(post).await?;
    program.push();
    Ok(view)
}

/// Says that a point is settled, or open again.
#[tauri::command]
pub async fn thread_settle(
    program: Running<'_>,
    dossier: String,
    topic: TopicAsked,
    settled: bool,
) -> Answer<ComparisonView> {
    let settle = move |desk: &mut Desk| desk.thread_settle(dossier_id(&dossier)?, &topic, settled);
    let view = program.with_desk(settle).await?;
    program.push();
    Ok(view)
}

/// Keeps a message as it is being typed: one durable statement.
#[tauri::command]
pub async fn thread_draft(
    program: Running<'_>,
    dossier: String,
    topic: TopicAsked,
    typed: TypedMessage,
) -> Answer<Saved> {
    program.with_desk(move |desk| desk.thread_draft(dossier_id(&dossier)?, &topic, typed)).await
}

/// Remembers that a discussion was read up to a moment.
#[tauri::command]
pub async fn thread_seen(program: Running<'_>, dossier: String, topic: TopicAsked, until: u64) -> Answer<()> {
    program.with_desk(move |desk| desk.thread_seen(dossier_id(&dossier)?, &topic, until)).await
}
