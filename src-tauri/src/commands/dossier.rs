//! The page of a dossier, and the steps of its life.

use sceau_app::steps::StepKind;
use sceau_app::view::candidates::Candidates;
use sceau_app::view::dossier::DossierPage;
use sceau_app::view::dossier_id;
use sceau_app::view::recourse::StepForm;

use super::Running;
use crate::program::Answer;

/// The page of a dossier.
#[tauri::command]
pub async fn dossier_page(program: Running<'_>, dossier: String) -> Answer<DossierPage> {
    program.with_desk(move |desk| desk.dossier_page(dossier_id(&dossier)?)).await
}

/// Makes the step `preselect`.
#[tauri::command]
pub async fn preselect(program: Running<'_>, dossier: String) -> Answer<DossierPage> {
    program.step(&dossier, |desk, dossier| desk.preselect_view(dossier)).await
}

/// Takes a step by hand, with its words.
#[tauri::command]
pub async fn take_step(
    program: Running<'_>,
    dossier: String,
    step: StepKind,
    words: StepForm,
) -> Answer<DossierPage> {
    program.step(&dossier, move |desk, dossier| desk.take_step_view(dossier, step, words)).await
}

/// Who could review, and the product's proposal.
#[tauri::command]
pub async fn candidates(program: Running<'_>, dossier: String, wanted: usize) -> Answer<Candidates> {
    program.with_desk(move |desk| desk.candidates(dossier_id(&dossier)?, wanted)).await
}

/// Assigns exactly these reviewers.
#[tauri::command]
pub async fn assign(program: Running<'_>, dossier: String, members: Vec<String>) -> Answer<DossierPage> {
    program.step(&dossier, move |desk, dossier| desk.assign_view(dossier, &members)).await
}

/// Opens a round.
#[tauri::command]
pub async fn open_round(
    program: Running<'_>,
    dossier: String,
    deadline: u64,
    minimum: u16,
    bylaws: String,
) -> Answer<DossierPage> {
    program
        .step(&dossier, move |desk, dossier| desk.open_round_view(dossier, deadline, minimum, &bylaws))
        .await
}

/// Begins another independent round.
#[tauri::command]
pub async fn rescore(program: Running<'_>, dossier: String, deadline: u64) -> Answer<DossierPage> {
    program.step(&dossier, move |desk, dossier| desk.rescore_view(dossier, deadline)).await
}

/// Ends the intake of sheets.
#[tauri::command]
pub async fn close_intake(program: Running<'_>, dossier: String) -> Answer<DossierPage> {
    program.step(&dossier, |desk, dossier| desk.close_intake_view(dossier)).await
}

/// Accepts a late sheet or ballot.
#[tauri::command]
pub async fn accept_late(
    program: Running<'_>,
    dossier: String,
    device: String,
    seq: u64,
    reason: String,
) -> Answer<DossierPage> {
    program.step(&dossier, move |desk, dossier| desk.accept_late_view(dossier, &device, seq, &reason)).await
}
