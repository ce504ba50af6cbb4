//! Founding, charters, rules.

use sceau_app::view::founding::{FoundingForm, FoundingView};
use sceau_app::view::people::member_id;
use sceau_app::view::rules::RulesTried;
use sceau_app::view::session::Session;
use sceau_app::view::tryout::{Supposed, TryOut};
use zeroize::Zeroizing;

use super::Running;
use crate::program::Answer;

/// Founds an institute.
#[tauri::command]
pub async fn found_institute(
    program: Running<'_>,
    form: FoundingForm,
    passphrase: Option<String>,
) -> Answer<Session> {
    program.found(form, passphrase.map(Zeroizing::new)).await
}

/// The checklist.
#[tauri::command]
pub async fn founding(program: Running<'_>) -> Answer<FoundingView> {
    program.with_desk(|desk| desk.founding_view()).await
}

/// Shows my key for a coming charter.
#[tauri::command]
pub async fn founding_key(program: Running<'_>) -> Answer<FoundingView> {
    program.people_act(|desk| desk.founding_key()).await
}

/// Proposes the next charter.
#[tauri::command]
pub async fn founding_propose(program: Running<'_>, officers: Vec<String>) -> Answer<FoundingView> {
    program
        .people_act(move |desk| {
            let officers: Result<Vec<_>, _> = officers.iter().map(|one| member_id(one)).collect();
            desk.founding_propose(&officers?)
        })
        .await
}

/// Signs the charter that waits for me.
#[tauri::command]
pub async fn founding_sign(program: Running<'_>) -> Answer<FoundingView> {
    program.people_act(|desk| desk.founding_sign()).await
}

/// Publishes a file of rules that comes with the product.
#[tauri::command]
pub async fn rules_bundled(program: Running<'_>, name: String) -> Answer<FoundingView> {
    program.people_act(move |desk| desk.rules_bundled(&name)).await
}

/// Shows what a file of rules would change.
#[tauri::command]
pub async fn rules_try(program: Running<'_>, token: String) -> Answer<RulesTried> {
    let text = program.text_of(&token)?;
    program.with_desk(move |desk| desk.rules_try(&text)).await
}

/// Tries a file of rules on an example; nothing is published, nothing of it is kept.
#[tauri::command]
pub async fn rules_try_out(program: Running<'_>, token: String, supposed: Supposed) -> Answer<TryOut> {
    let text = program.text_of(&token)?;
    program.with_desk(move |desk| desk.rules_try_out(&text, &supposed)).await
}

/// Publishes the institute's own file of rules.
#[tauri::command]
pub async fn rules_own(program: Running<'_>, token: String) -> Answer<FoundingView> {
    let text = program.text_of(&token)?;
    program.people_act(move |desk| desk.rules_own(&text)).await
}
