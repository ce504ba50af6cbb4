//! Files that a person brings, and the verdict on a certificate.

use std::path::PathBuf;
use std::sync::Arc;

use sceau_app::paper::{self, Paper};
use sceau_app::view::Problem;
use sceau_app::view::files::{FileKind, Opened, Verdict};
use tauri::{AppHandle, Runtime};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};

use super::Running;
use crate::brought::chooser;
use crate::program::{Answer, blocking};

/// The system's dialog.
#[tauri::command]
pub async fn open_with_dialog<R: Runtime>(
    app: AppHandle<R>,
    program: Running<'_>,
    kind: FileKind,
) -> Answer<Option<Opened>> {
    let (dialog, program) = (app.dialog().file(), Arc::clone(&program));
    blocking(move || {
        let chosen = picked(dialog, kind);
        Ok((!chosen.is_empty()).then(|| program.brought.take_all(&chosen)).transpose()?)
    })
    .await
}

/// Opens the system's mail program on a draft. Nothing is sent from here.
#[tauri::command]
pub async fn open_mail(to: String, subject: String, body: String) -> Answer<()> {
    blocking(move || crate::mail::open_draft(&to, &subject, &body)).await
}

/// Opens an address of the web, which the person has seen whole.
#[tauri::command]
pub async fn link_open(address: String) -> Answer<()> {
    blocking(move || crate::link::open(&address)).await
}

/// The file of the command line, once.
#[tauri::command]
pub async fn opened_at_start(program: Running<'_>) -> Answer<Option<Opened>> {
    Ok(program.brought.at_start())
}

/// The verdict on a certificate.
#[tauri::command]
pub async fn verify_certificate(program: Running<'_>, token: String) -> Answer<Verdict> {
    let program = Arc::clone(&program);
    blocking(move || program.verdict(&token)).await
}

/// Writes a text that the window put together as a PDF, where the person says; false when the dialog was closed.
#[tauri::command]
pub async fn paper_save<R: Runtime>(app: AppHandle<R>, name: String, paper: Paper) -> Answer<bool> {
    let dialog = app.dialog().file().set_file_name(name).add_filter("PDF", &["pdf"]);
    blocking(move || save(dialog, &paper::pdf(&paper)?)).await
}

/// What the person picks in the dialog for a kind; nothing when it was closed.
fn picked<R: Runtime>(dialog: FileDialogBuilder<R>, kind: FileKind) -> Vec<PathBuf> {
    let one_or_more = match (chooser(kind), kind) {
        (None, _) => dialog.blocking_pick_folder().map(|one| vec![one]),
        (Some((name, endings)), FileKind::Files) => dialog.add_filter(name, endings).blocking_pick_files(),
        (Some((name, endings)), _) => {
            dialog.add_filter(name, endings).blocking_pick_file().map(|one| vec![one])
        }
    };
    one_or_more.unwrap_or_default().into_iter().filter_map(|one| one.into_path().ok()).collect()
}

/// Writes bytes where the person says; false when the dialog was closed.
pub(super) fn save<R: Runtime>(dialog: FileDialogBuilder<R>, bytes: &[u8]) -> Answer<bool> {
    let Some(path) = dialog.blocking_save_file().and_then(|chosen| chosen.into_path().ok()) else {
        return Ok(false);
    };
    std::fs::write(path, bytes).map(|()| true).map_err(|_| Problem::plain("read-only"))
}
