//! The ten steps of the job, from the founding of an institute to a label that a stranger can check.

use sceau_app::dossier::Reception;
use sceau_app::intake::{self, Limits, Package};
use sceau_app::label::Issue;
use sceau_app::vote::{MotionWords, OpinionWords};
use sceau_certificate::content::Signatory;
use sceau_domain::action::{ActionKind, RecusalLevel};
use sceau_domain::fraction::plain;
use sceau_domain::id::{DossierId, GroupId, MotionId};
use sceau_domain::label::Date;
use sceau_domain::moment::DAY;
use sceau_ledger::payload::sealed::{Examined, InterestItem};
use serde::Serialize;

use crate::board::{Board, During, Problem, Result};
use crate::cast::{Campaign, Roster};
use crate::enrolment::{Computers, KeyFor, enrol_board};
use crate::files::{LABELS, Play, text_of};
use crate::registry_process::{RegistryProcess, free_port, prepare};
use crate::reviewing::{Review, review};
use crate::steps::Steps;
use crate::timeline::Timeline;

/// What the job left behind.
#[derive(Serialize)]
pub struct Outcome {
    /// The label's public number.
    pub number: String,
    /// Marks as exact fractions: declared, verified, board.
    pub marks: Vec<(String, Option<String>)>,
    /// What was planted where only the board may read.
    pub plants: Vec<String>,
    /// The outcome of the vote, and its reasons by code.
    pub decision: (String, Vec<String>),
    /// Entries of the log and its root, on every desk the same.
    pub log: (u64, String),
    /// The signed certificate.
    #[serde(skip)]
    pub certificate: Vec<u8>,
    /// The seal authority, in PEM.
    #[serde(skip)]
    pub authority: String,
    /// Members recused whose desks hold no key.
    pub recused_without_key: usize,
}

/// The people and the registry of a job, still running.
pub struct Stage {
    /// The people.
    pub board: Board,
    /// The registry.
    pub registry: RegistryProcess,
    /// The campaign's rules.
    pub campaign: Campaign,
    /// The clock of every desk.
    pub clock: Timeline,
}

/// When an institute is founded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Founded {
    /// Today.
    Now,
    /// On a day: the clock of desks and registry is set back to it, and stays in the past.
    On(Date),
    /// The same, on the day that the campaign names.
    AsTold,
}

/// Founds the institute on a fresh registry and enrols everybody.
///
/// # Errors
/// The step that failed.
pub async fn found_board(
    play: &Play,
    steps: &mut Steps,
    key_for: &KeyFor<'_>,
    port: Option<u16>,
    when: Founded,
) -> Result<Stage> {
    let roster: Roster = crate::cast::read(&play.assets.join("demo/roster.toml"))?;
    let campaign: Campaign = crate::cast::read(&play.assets.join("demo/campaign.toml"))?;
    let folder = play.root.join("registry");
    let port = port.map_or_else(free_port, Ok)?;
    let prepared = prepare(&folder, port)?;
    let clock = Timeline::default();
    let founded = match when {
        Founded::Now => None,
        Founded::On(day) => Some(day),
        Founded::AsTold => campaign.institute.founded,
    };
    let registry = match founded {
        Some(day) => {
            clock.go_to(day)?;
            RegistryProcess::inside(&folder, &clock)?
        }
        None => RegistryProcess::start(&folder, &play.root.join("registry.log"))?,
    };
    let board = steps
        .take("1 founding and enrolment", async {
            let computers = Computers { key_for, environment_for: &|_| clock.environment() };
            let board = enrol_board(&play.root, &roster, &campaign, &prepared, &computers).await?;
            let chair = board.person(officer(&campaign, 0))?;
            let version = chair.desk().board().charter.version;
            let people = board.people.len();
            let words =
                format!("{people} people, charter {version}, committee of {}", campaign.officers.len());
            Ok((board, words))
        })
        .await?;
    seal(&board, &campaign)?;
    Ok(Stage { board, registry, campaign, clock })
}

fn officer(campaign: &Campaign, place: usize) -> &str {
    campaign.officers.get(place).map_or("", String::as_str)
}

/// The secretariat's desk makes its seal key; the founder, who holds the authority, certifies it.
pub(crate) fn seal(board: &Board, campaign: &Campaign) -> Result<()> {
    let secretary = board.person(&campaign.secretariat)?;
    let founder = board.person(officer(campaign, 0))?;
    let request = secretary.desk().request_seal().during("seal")?;
    let (certificate, authority) = founder.desk().issue_seal(&request).during("seal")?;
    secretary.desk().take_seal(&certificate, &authority).during("seal")
}

/// Takes the dossier in: rules published, package judged, dossier admitted and preselected, answers examined.
///
/// # Errors
/// The package, grid or bylaws are refused, with the rules' codes.
pub async fn intake(play: &Play, stage: &Stage, steps: &mut Steps) -> Result<(DossierId, [u8; 32])> {
    let secretary = stage.board.person(&stage.campaign.secretariat)?;
    let bylaws = steps
        .take("3 grid, bylaws and labels", async {
            let mut desk = secretary.desk();
            let grid = desk.publish_rules(ActionKind::Grid, &text_of(&play.grid)?).during("grid")?;
            let bylaws = desk.publish_rules(ActionKind::Bylaws, &text_of(&play.bylaws)?).during("bylaws")?;
            let labels = text_of(&play.assets.join(LABELS))?;
            desk.publish_rules(ActionKind::Labels, &labels).during("labels")?;
            let rules = desk.grid(&grid).during("grid")?;
            let words = format!("{} {} with {} criteria", rules.id, rules.version, rules.criteria.len());
            Ok(((grid, bylaws), words))
        })
        .await?;
    let (grid, bylaws) = bylaws;
    let dossier = steps
        .take("2 intake", async {
            let package: Package = intake::read(&play.dossier, &Limits::default());
            let mut desk = secretary.desk();
            let year = sceau_app::label::day_in_paris(stage.clock.now()).year();
            let number = desk.next_dossier_number(year).during("intake")?;
            let how = Reception { grid, number, label: None, demonstration: true };
            let dossier = desk.receive(&package, &how).during("intake")?;
            let card = desk.card(dossier).during("intake")?;
            Ok((dossier, format!("{} {}, {} files", card.solution, card.version, package.evidence.len())))
        })
        .await?;
    secretary.sync().await?;
    examine(stage, dossier).await?;
    Ok((dossier, bylaws))
}

/// Every declared answer is confirmed: declared and verified marks stay two.
async fn examine(stage: &Stage, dossier: DossierId) -> Result<()> {
    let secretary = stage.board.person(&stage.campaign.secretariat)?;
    {
        let mut desk = secretary.desk();
        let answers = desk.answers(dossier).during("examination")?;
        let rows = answers.answers.iter().map(|answer| Examined {
            criterion: answer.criterion.clone(),
            status: "confirmed".to_owned(),
            value: None,
            why: String::new(),
            anchors: Vec::new(),
        });
        desk.examine(dossier, rows.collect()).during("examination")?;
    }
    secretary.sync().await.map(|_| ())
}

/// Everybody declares; one has a link and is recused; four are assigned and receive the dossier's key.
///
/// # Errors
/// The step that failed.
pub async fn assign(
    stage: &Stage,
    steps: &mut Steps,
    dossier: DossierId,
    plant: &str,
) -> Result<Vec<String>> {
    let reviewers = reviewers(stage);
    let recused = recused(stage, &reviewers)?.entry.name.clone();
    steps
        .take("4 declarations and assignment", async {
            for person in stage.board.people.iter().filter(|person| person.entry.college.is_some()) {
                person.sync().await?;
                let items = if person.entry.name == recused { vec![link(plant)] } else { Vec::new() };
                person.desk().declare(dossier, items).during("declaration")?;
                person.sync().await?;
            }
            let chair = stage.board.person(officer(&stage.campaign, 0))?;
            chair.sync().await?;
            let conflicted = stage.board.person(&recused)?;
            chair
                .desk()
                .recuse(dossier, conflicted.member, Some(RecusalLevel::Full), "Lien direct avec l’éditeur.")
                .during("recusal")?;
            chair.sync().await?;
            let secretary = stage.board.person(&stage.campaign.secretariat)?;
            secretary.sync().await?;
            let members: Vec<_> = reviewers
                .iter()
                .map(|name| stage.board.person(name).map(|person| person.member))
                .collect::<Result<_>>()?;
            secretary.desk().assign(dossier, &members, members.len()).during("assignment")?;
            secretary.sync().await?;
            stage.board.sync_all().await?;
            conflicted.sync().await?;
            if conflicted.desk().holds_key(GroupId::of_dossier(dossier)) {
                return Err(Problem::new("recusal", "the recused member's desk holds the dossier's key"));
            }
            Ok((reviewers.clone(), format!("{} reviewers, 1 recused without a key", reviewers.len())))
        })
        .await
}

fn reviewers(stage: &Stage) -> Vec<String> {
    let first = stage.campaign.dossier.first();
    first.map(|dossier| dossier.assigned.clone()).unwrap_or_default()
}

/// The last seated member who is neither reviewer nor officer.
pub(crate) fn recused<'s>(stage: &'s Stage, reviewers: &[String]) -> Result<&'s crate::board::Person> {
    let free = |person: &&crate::board::Person| {
        person.entry.college.is_some()
            && !reviewers.contains(&person.entry.name)
            && !stage.campaign.officers.contains(&person.entry.name)
    };
    stage.board.people.iter().rev().find(free).ok_or_else(|| Problem::new("recusal", "nobody is free"))
}

fn link(plant: &str) -> InterestItem {
    InterestItem {
        category: "consultancy".to_owned(),
        entity: "Éditeur de démonstration".to_owned(),
        from: Some("2024".to_owned()),
        to: None,
        paid: "me".to_owned(),
        text: format!("Mission de conseil, {plant}."),
        identifier: None,
    }
}

/// The chair opens the round: deadline, fewest sheets and bylaws are fixed from here on.
///
/// # Errors
/// The rules say no, or no network.
pub async fn open_scoring(stage: &Stage, dossier: DossierId, bylaws: [u8; 32]) -> Result<()> {
    let deadline = stage.clock.now().plus(stage.campaign.round.deadline_days.saturating_mul(DAY));
    let chair = stage.board.person(officer(&stage.campaign, 0))?;
    chair.sync().await?;
    chair
        .desk()
        .open_round(dossier, deadline, stage.campaign.round.minimum_sheets, bylaws)
        .during("round")?;
    chair.sync().await.map(|_| ())
}

/// The round opens; the registry goes away; reviewers score; the registry comes back and everything goes across.
///
/// # Errors
/// The step that failed.
pub async fn score(
    mut stage: Stage,
    steps: &mut Steps,
    dossier: DossierId,
    bylaws: [u8; 32],
    reviewers: &[String],
) -> Result<(Stage, Vec<Review>)> {
    open_scoring(&stage, dossier, bylaws).await?;
    stage.board.sync_all().await?;
    let (folder, log) = (stage.registry.folder.clone(), stage.registry.folder.with_extension("2.log"));
    drop(stage.registry);
    let reviews = steps
        .take("5 scoring with no network", async {
            let mut reviews = Vec::new();
            for (place, name) in reviewers.iter().enumerate() {
                let person = stage.board.person(name)?;
                if person.sync().await.is_ok() {
                    return Err(Problem::new("scoring", "the registry still answers"));
                }
                let mut desk = person.desk();
                reviews.push(review(&desk, dossier, place % 2)?);
                desk.submit(dossier).during("submission")?;
            }
            let marked: usize = reviews.iter().map(|review| review.marked).sum();
            let cited: usize = reviews.iter().map(|review| review.cited).sum();
            if reviews.iter().any(|review| review.cited == 0) {
                return Err(Problem::new("scoring", "a reviewer cites nothing: the dossier has no evidence"));
            }
            Ok((reviews, format!("{} sheets, {marked} marks, {cited} passages", reviewers.len())))
        })
        .await?;
    stage.registry = RegistryProcess::start(&folder, &log)?;
    steps
        .take("6 sync", async {
            let mut acknowledged = 0_u64;
            for name in reviewers {
                acknowledged =
                    acknowledged.saturating_add(stage.board.person(name)?.sync().await?.summary.acknowledged);
            }
            stage.board.sync_all().await?;
            Ok(((), format!("{acknowledged} batches acknowledged with their proofs")))
        })
        .await?;
    Ok((stage, reviews))
}

/// The intake of sheets ends, two officers publish their shares, the sheets open to those who hold the key.
///
/// # Errors
/// The step that failed.
pub async fn open(
    stage: &Stage,
    steps: &mut Steps,
    dossier: DossierId,
) -> Result<Vec<(String, Option<String>)>> {
    steps
        .take("7 opening", async {
            let secretary = stage.board.person(&stage.campaign.secretariat)?;
            secretary.sync().await?;
            if !secretary.desk().opened_sheets(dossier).unwrap_or_default().is_empty() {
                return Err(Problem::new("opening", "a sheet was open before its time"));
            }
            secretary.desk().close_intake(dossier).during("opening")?;
            secretary.sync().await?;
            for name in stage.campaign.officers.iter().take(usize::from(stage.campaign.threshold)) {
                let officer = stage.board.person(name)?;
                officer.sync().await?;
                let faults = officer.desk().publish_sheet_shares(dossier).during("opening")?;
                if !faults.is_empty() {
                    return Err(Problem::new("opening", "a box is not in order"));
                }
                officer.sync().await?;
            }
            stage.board.sync_all().await?;
            let desk = secretary.desk();
            let sheets = desk.opened_sheets(dossier).during("opening")?;
            if let Some((_, Err(why))) = sheets.iter().find(|(_, sheet)| sheet.is_err()) {
                return Err(Problem::new("opening", why));
            }
            let marks = desk.marks(dossier).during("opening")?;
            let exact = |mark: &sceau_domain::grid::Mark| mark.exact.as_ref().map(plain);
            let figures = vec![
                ("declared".to_owned(), marks.declared.as_ref().ok().and_then(exact)),
                (
                    "verified".to_owned(),
                    marks.verified.as_ref().and_then(|mark| mark.as_ref().ok()).and_then(exact),
                ),
                (
                    "board".to_owned(),
                    marks.board.as_ref().and_then(|mark| mark.as_ref().ok()).and_then(exact),
                ),
            ];
            let shown: Vec<String> = figures
                .iter()
                .map(|(name, mark)| format!("{name} {}", mark.as_deref().unwrap_or("–")))
                .collect();
            Ok((figures, format!("{} sheets; {}", sheets.len(), shown.join(", "))))
        })
        .await
}

/// A roll call: everybody but the recused member votes, one of them offline; officers open the choices together.
///
/// # Errors
/// The step that failed.
pub async fn vote(
    stage: &Stage,
    steps: &mut Steps,
    dossier: DossierId,
    plant: &str,
) -> Result<(String, Vec<String>)> {
    steps
        .take("8 vote by roll call", async {
            let chair = stage.board.person(officer(&stage.campaign, 0))?;
            let words = MotionWords {
                fr: format!("Accorder le label, {plant} ?"),
                en: "Grant the label?".to_owned(),
            };
            let deadline = stage.clock.now().plus(DAY);
            let motion = chair.desk().table_motion(dossier, &words, deadline).during("motion")?;
            chair.sync().await?;
            stage.board.sync_all().await?;
            let cast = ballots(stage, motion).await?;
            chair.sync().await?;
            chair.desk().close_vote(motion).during("closing")?;
            chair.sync().await?;
            for name in stage.campaign.officers.iter().take(usize::from(stage.campaign.threshold)) {
                let officer = stage.board.person(name)?;
                officer.sync().await?;
                officer.desk().publish_ballot_shares(motion).during("counting")?;
                officer.sync().await?;
            }
            chair.sync().await?;
            let count = chair.desk().count(motion).during("counting")?;
            let outcome = count.decision.outcome.clone();
            let reasons: Vec<String> =
                count.decision.reasons.iter().map(|reason| reason.code.to_string()).collect();
            let opinion = OpinionWords {
                reasons: vec![
                    "Les preuves cliniques présentées soutiennent l’usage revendiqué.".to_owned(),
                    "Les données sont protégées et les patients sont informés clairement.".to_owned(),
                ],
                improve: Vec::new(),
            };
            chair.desk().record_decision(motion, &outcome, &opinion).during("decision")?;
            chair.sync().await?;
            stage.board.sync_all().await?;
            Ok(((outcome.clone(), reasons), format!("{cast} ballots, {outcome}")))
        })
        .await
}

async fn ballots(stage: &Stage, motion: MotionId) -> Result<usize> {
    let mut cast = 0_usize;
    let secretary = stage.board.person(&stage.campaign.secretariat)?.member;
    // What the bylaws put first: the grant, or a vote for the motion.
    let favourable = {
        let chair = stage.board.person(officer(&stage.campaign, 0))?;
        let desk = chair.desk();
        let options = desk.board().motions.get(&motion).map(|state| state.terms.options.clone());
        options.unwrap_or_default().into_iter().next().unwrap_or_default()
    };
    for person in stage.board.people.iter().filter(|person| person.member != secretary) {
        let option = if cast % 7 == 6 { "abstain" } else { favourable.as_str() };
        let answer = person.desk().cast(motion, option, false);
        match answer {
            Ok(_) => cast = cast.saturating_add(1),
            // Recused: not asked, and refused if tried.
            Err(sceau_app::error::AppError::Refused(_)) => continue,
            Err(other) => return Err(Problem::of("ballot", &other)),
        }
        person.sync().await?;
    }
    Ok(cast)
}

/// The secretariat issues the label; certificate and label are published.
///
/// # Errors
/// The step that failed.
pub async fn issue(
    stage: &Stage,
    steps: &mut Steps,
    dossier: DossierId,
) -> Result<(String, Vec<u8>, String)> {
    steps
        .take("9 certificate", async {
            let secretary = stage.board.person(&stage.campaign.secretariat)?;
            secretary.sync().await?;
            let (number, pdf, authority) = {
                let mut desk = secretary.desk();
                let number = desk.next_label_number();
                let chair = stage.board.person(officer(&stage.campaign, 0))?;
                let name = desk.name_of(chair.member).during("certificate")?;
                let how = Issue {
                    number: number.clone(),
                    effective_on: sceau_app::label::day_in_paris(stage.clock.now()),
                    provisional: false,
                    signatories: vec![Signatory { name, role: "Présidence du comité".to_owned() }],
                    agreement_signed: true,
                };
                let pdf = desk.issue(dossier, &how).during("certificate")?;
                let authority = desk.seal_authority().during("certificate")?;
                (number, pdf, authority)
            };
            secretary.sync().await?;
            let words = format!("label {number}, {} kB", pdf.len() / 1000);
            Ok(((number, pdf, authority), words))
        })
        .await
}
