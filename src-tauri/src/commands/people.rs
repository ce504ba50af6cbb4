//! Members, their computers, invitations and requests.

use sceau_app::desk::Desk;
use sceau_app::view::departure::DepartedView;
use sceau_app::view::people::{
    InvitationView, MemberForm, PeopleView, RevokedView, RosterPreview, WaitingView, device_id, member_id,
};
use sceau_app::view::session::Role;

use super::Running;
use crate::program::Answer;

/// Members, computers, invitations.
#[tauri::command]
pub async fn people(program: Running<'_>) -> Answer<PeopleView> {
    program.with_desk(|desk| desk.people_view()).await
}

/// Adds a member.
#[tauri::command]
pub async fn people_add(program: Running<'_>, form: MemberForm) -> Answer<PeopleView> {
    program.people_act(move |desk| desk.people_add(form)).await
}

/// Gives a member exactly these roles.
#[tauri::command]
pub async fn people_roles(program: Running<'_>, member: String, roles: Vec<Role>) -> Answer<PeopleView> {
    program.people_act(move |desk| desk.people_roles(member_id(&member)?, &roles)).await
}

/// Draws an invitation.
#[tauri::command]
pub async fn people_invite(program: Running<'_>, member: String) -> Answer<InvitationView> {
    program.people_act(move |desk| desk.people_invite(member_id(&member)?)).await
}

/// Requests that wait for their digits.
#[tauri::command]
pub async fn people_waiting(program: Running<'_>) -> Answer<Vec<WaitingView>> {
    program.with_registry(|desk| tauri::async_runtime::block_on(Desk::people_waiting(desk))).await
}

/// Adds the computer whose digits were read aloud and typed.
#[tauri::command]
pub async fn people_type(program: Running<'_>, invite: String, digits: String) -> Answer<PeopleView> {
    let work = move |desk: &_| tauri::async_runtime::block_on(Desk::people_type(desk, &invite, &digits));
    let view = program.with_registry(work).await?;
    program.people_changed();
    Ok(view)
}

/// The second person confirms a computer.
#[tauri::command]
pub async fn people_countersign(program: Running<'_>, device: String) -> Answer<PeopleView> {
    program
        .people_act(move |desk| {
            desk.countersign(device_id(&device)?)?;
            desk.people_view()
        })
        .await
}

/// Revokes a computer.
#[tauri::command]
pub async fn people_revoke(program: Running<'_>, device: String) -> Answer<RevokedView> {
    program.people_act(move |desk| desk.people_revoke(device_id(&device)?)).await
}

/// Ends a mandate, and gives the seat to somebody else if one is named.
#[tauri::command]
pub async fn people_replace(
    program: Running<'_>,
    member: String,
    successor: Option<MemberForm>,
) -> Answer<DepartedView> {
    program.people_act(move |desk| desk.people_replace(member_id(&member)?, successor)).await
}

/// Moves a seat to another college.
#[tauri::command]
pub async fn people_seat(program: Running<'_>, member: String, college: String) -> Answer<PeopleView> {
    program.people_act(move |desk| desk.people_seat(member_id(&member)?, &college)).await
}

/// Notes until which day a member is away, or that they are back.
#[tauri::command]
pub async fn people_away(program: Running<'_>, member: String, until: Option<String>) -> Answer<PeopleView> {
    program.people_act(move |desk| desk.people_away(member_id(&member)?, until.as_deref())).await
}

/// What a roster file would add.
#[tauri::command]
pub async fn roster_preview(program: Running<'_>, token: String) -> Answer<RosterPreview> {
    let text = program.text_of(&token)?;
    program.with_desk(move |desk| desk.roster_preview(&text)).await
}

/// Adds the members of a roster file.
#[tauri::command]
pub async fn roster_import(program: Running<'_>, token: String) -> Answer<PeopleView> {
    let text = program.text_of(&token)?;
    program.people_act(move |desk| desk.roster_import(&text)).await
}
