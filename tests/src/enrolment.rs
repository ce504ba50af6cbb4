//! Founding and enrolment: one founder, then everybody by a one-time invitation, twenty digits read and typed, and a
//! second person; charter 2 and the committee's key among three officers.

use std::path::Path;
use std::sync::Mutex;

use sceau_app::desk::Desk;
use sceau_app::environment::Environment;
use sceau_app::identity::{Founding, Joining, Progress, found};
use sceau_domain::id::{DeviceId, MemberId};
use sceau_domain::role::Role;
use sceau_store::key::DatabaseKey;

use crate::board::{Board, During, Person, Problem, Result, desk_folder};
use crate::cast::{Campaign, Entry, Roster};
use crate::registry_process::Prepared;

/// How a desk's database key is made and kept: in memory for the headless job, behind a passphrase for the windows.
pub type KeyFor<'k> = dyn Fn(&Entry, &Path) -> Result<DatabaseKey> + 'k;

/// The computers on which people enrol.
pub struct Computers<'k> {
    /// How the key of a desk's database is made.
    pub key_for: &'k KeyFor<'k>,
    /// Clock and randomness of a person's computer.
    pub environment_for: &'k dyn Fn(&Entry) -> Environment,
}

/// Founds the institute and enrols everybody.
///
/// # Errors
/// The step that failed.
pub async fn enrol_board(
    root: &Path,
    roster: &Roster,
    campaign: &Campaign,
    prepared: &Prepared,
    computers: &Computers<'_>,
) -> Result<Board> {
    let chair = entry(roster, campaign.officers.first().map_or("", String::as_str))?;
    let founder = found_institute(root, chair, campaign, prepared, computers).await?;
    founder.sync().await?;
    let secretary = enrol(root, entry(roster, &campaign.secretariat)?, &founder, None, computers).await?;
    let mut officers = Vec::new();
    for name in campaign.officers.iter().skip(1) {
        officers.push(enrol(root, entry(roster, name)?, &founder, None, computers).await?);
    }
    charter_two(&founder, &officers, campaign.threshold).await?;
    committee(&founder, &officers).await?;
    let mut board = Board { people: vec![founder] };
    board.people.extend(officers);
    for entry in &roster.member {
        let known = board.people.iter().any(|person| person.entry.name == entry.name);
        if known || entry.name == campaign.secretariat {
            continue;
        }
        let second = board.people.first();
        let person = enrol(root, entry, &secretary, second, computers).await?;
        board.people.push(person);
    }
    board.people.push(secretary);
    board.sync_all().await?;
    Ok(board)
}

fn entry<'r>(roster: &'r Roster, name: &str) -> Result<&'r Entry> {
    let found = roster.member.iter().find(|entry| entry.name == name);
    found.ok_or_else(|| Problem::new("cast", format!("the roster has no {name}")))
}

async fn found_institute(
    root: &Path,
    chair: &Entry,
    campaign: &Campaign,
    prepared: &Prepared,
    computers: &Computers<'_>,
) -> Result<Person> {
    let folder = desk_folder(root, chair);
    let key = (computers.key_for)(chair, &folder)?;
    let founding = Founding {
        institute: campaign.institute.name.fr.clone(),
        founder: chair.profile(),
        college: chair.college.clone().unwrap_or_default(),
        card: prepared.card.identity(),
        token: prepared.token.clone(),
    };
    let desk =
        found((computers.environment_for)(chair), &folder, &key, &founding).await.during("founding")?;
    let member = desk.me().during("founding")?;
    Ok(Person { entry: chair.clone(), member, folder, key, desk: Mutex::new(desk) })
}

/// One person joins: roster, invitation, keys, digits, first and second confirmation.
async fn enrol(
    root: &Path,
    entry: &Entry,
    inviter: &Person,
    second: Option<&Person>,
    computers: &Computers<'_>,
) -> Result<Person> {
    let step = format!("enrolment of {}", entry.name);
    let (member, invitation) = {
        let mut desk = inviter.desk();
        let member = desk.add_member(&entry.profile(), entry.college.as_deref()).during(&step)?;
        (member, desk.invite(member).during(&step)?)
    };
    inviter.sync().await?;
    grant_roles(member, entry, second.unwrap_or(inviter)).await?;
    let folder = desk_folder(root, entry);
    let key = (computers.key_for)(entry, &folder)?;
    let environment = (computers.environment_for)(entry);
    let joining = Joining::begin(&invitation.to_text(), environment.now()).await.during(&step)?;
    let desk = joining.make_desk(environment, &folder, &key).during(&step)?;
    let digits =
        desk.join_request().during(&step)?.map(|request| request.digits().to_string()).unwrap_or_default();
    let desk = Mutex::new(desk);
    Desk::join_progress(&desk).await.during(&step)?;
    let device = type_digits(inviter, &invitation.secret.id().0, &digits, &step).await?;
    inviter.sync().await?;
    if let Some(second) = second {
        second.sync().await?;
        second.desk().countersign(device).during(&step)?;
        second.sync().await?;
    }
    match Desk::join_progress(&desk).await.during(&step)? {
        Progress::InForce => {}
        other => return Err(Problem::new(&step, format!("stands at {other:?}"))),
    }
    let person = Person { entry: entry.clone(), member, folder, key, desk };
    person.sync().await?;
    Ok(person)
}

async fn grant_roles(member: MemberId, entry: &Entry, officer: &Person) -> Result<()> {
    officer.sync().await?;
    let roles: Vec<(MemberId, Role, bool)> =
        entry.known_roles().into_iter().map(|role| (member, role, true)).collect();
    if !roles.is_empty() {
        officer.desk().set_roles(&roles).during("roles")?;
        officer.sync().await?;
    }
    Ok(())
}

/// The digits are read aloud by the member and typed by whoever invited: never compared by a button.
async fn type_digits(inviter: &Person, invite: &[u8; 16], digits: &str, step: &str) -> Result<DeviceId> {
    let waiting = Desk::waiting_joins(&inviter.desk).await.during(step)?;
    let waiting = waiting.iter().find(|join| join.invite == *invite);
    let waiting = waiting.ok_or_else(|| Problem::new(step, "the request did not reach the registry"))?;
    let wrong: String = digits.chars().map(|c| if c == '1' { '2' } else { c }).rev().collect();
    let mut desk = inviter.desk();
    if wrong != digits && desk.add_device(waiting, &wrong).is_ok() {
        return Err(Problem::new(step, "wrong digits were accepted"));
    }
    desk.add_device(waiting, digits).during(step)
}

/// Three officers, two of whom act together; until now one person alone could open everything.
async fn charter_two(founder: &Person, others: &[Person], threshold: u8) -> Result<()> {
    for officer in others {
        officer.sync().await?;
        officer.desk().show_officer_key().during("charter 2")?;
        officer.sync().await?;
    }
    founder.sync().await?;
    let members: Vec<MemberId> =
        std::iter::once(founder.member).chain(others.iter().map(|officer| officer.member)).collect();
    founder.desk().propose_charter(&members, threshold).during("charter 2")?;
    founder.sync().await?;
    for officer in others {
        officer.sync().await?;
        officer.desk().sign_next_charter().during("charter 2")?;
        officer.sync().await?;
    }
    founder.sync().await?;
    if founder.desk().board().charter.version != 2 {
        return Err(Problem::new("charter 2", "it did not come into force"));
    }
    Ok(())
}

/// Three visits of each officer.
async fn committee(founder: &Person, others: &[Person]) -> Result<()> {
    let committee = founder.desk().begin_committee().during("committee")?;
    founder.sync().await?;
    for _visit in 0..4 {
        for officer in std::iter::once(founder).chain(others) {
            officer.sync().await?;
            officer.desk().advance_committee(committee).during("committee")?;
            officer.sync().await?;
        }
    }
    founder.sync().await?;
    founder.desk().committee_keys(committee).during("committee").map(|_| ())
}
