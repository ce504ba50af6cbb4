//! Exchanges and receipts.

use sceau_app::view::receipt::{PastReceipt, Receipt};

use super::Running;
use crate::program::Answer;

/// One exchange with the registry.
#[tauri::command]
pub async fn sync_now(program: Running<'_>) -> Answer<Receipt> {
    program.sync_now().await
}

/// The receipt as it stands.
#[tauri::command]
pub async fn sync_receipt(program: Running<'_>) -> Answer<Receipt> {
    program.receipt().await
}

/// Past receipts.
#[tauri::command]
pub async fn receipts(program: Running<'_>) -> Answer<Vec<PastReceipt>> {
    program.with_desk(|desk| desk.past_receipts()).await
}
