//! Opened sheets beside each other.

use sceau_app::view::comparison::{ComparisonLine, ComparisonView};
use sceau_app::view::dossier_id;

use super::Running;
use crate::program::Answer;

/// Dossiers whose sheets are, or will be, compared.
#[tauri::command]
pub async fn comparisons(program: Running<'_>) -> Answer<Vec<ComparisonLine>> {
    program.with_desk(|desk| desk.comparisons_view()).await
}

/// One comparison.
#[tauri::command]
pub async fn comparison(program: Running<'_>, dossier: String) -> Answer<ComparisonView> {
    program.with_desk(move |desk| desk.comparison_view(dossier_id(&dossier)?)).await
}
