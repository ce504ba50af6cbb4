//! The whole campaign played with the real parts: twelve dossiers, each to the stage that the plan names. Everybody
//! does what is theirs in all dossiers at once, so that a desk meets the registry a few times only. What happened in
//! earlier years is played by the same steps (`past.rs`).

use std::collections::BTreeMap;

use sceau_app::desk::Desk;
use sceau_app::dossier::Reception;
use sceau_app::error::AppError;
use sceau_app::intake::{self, Limits};
use sceau_app::label::day_in_paris;
use sceau_domain::action::{ActionKind, RecusalLevel};
use sceau_domain::dossier::Stage as Life;
use sceau_domain::id::DossierId;
use sceau_domain::moment::{DAY, Moment};
use sceau_ledger::payload::sealed::{Anchor, Examined, InterestItem, Mark, SheetRow};

use crate::board::{During, Person, Problem, Result};
use crate::deciding::{cast, decide, table};
use crate::files::{LABELS, Play, text_of};
use crate::job::Stage;
use crate::machine;
use crate::plan::{Decision, DossierEntry, Reached, Remarks, SheetRule};
use crate::quoting::{Passage, passages};
use crate::steps::Steps;

/// A dossier that was taken in, with its plan.
pub(crate) struct InHand<'p> {
    pub dossier: DossierId,
    pub plan: &'p DossierEntry,
}

/// Digests of the rules under which dossiers are judged.
#[derive(Clone, Copy)]
pub(crate) struct Rules {
    grid: [u8; 32],
    pub bylaws: [u8; 32],
}

/// Dossiers that are played at least so far.
pub(crate) fn from<'h, 'p>(hand: &'h [InHand<'p>], stage: Reached) -> impl Iterator<Item = &'h InHand<'p>> {
    hand.iter().filter(move |one| one.plan.stage >= stage)
}

/// Plays the campaign on a founded board.
///
/// # Errors
/// The step that failed, or a dossier that does not stand where the plan wants it.
pub async fn play(play: &Play, stage: &Stage, steps: &mut Steps) -> Result<()> {
    let remarks: Remarks = crate::cast::read(&play.assets.join("demo/remarks.toml"))?;
    let plan = &stage.campaign.dossier;
    let (hand, bylaws) = steps.take("campaign: intake", receive_all(play, stage, plan)).await?;
    steps.take("campaign: declarations", declare_all(stage, &hand)).await?;
    steps.take("campaign: recusals, assignment, rounds", open_rounds(stage, &hand, bylaws)).await?;
    steps.take("campaign: newer versions", update(play, stage, &hand)).await?;
    steps.take("campaign: sheets", score(stage, &hand, &remarks)).await?;
    steps.take("campaign: opening", open(stage, &hand)).await?;
    let motions = steps.take("campaign: motions", table(stage, &hand)).await?;
    steps.take("campaign: ballots", cast(stage, &hand, &motions)).await?;
    steps.take("campaign: decisions and labels", decide(stage, &hand, &motions)).await?;
    steps
        .take("campaign: everybody's desk", async {
            stage.board.sync_all().await?;
            stands(secretary(stage)?, &hand)
        })
        .await
}

pub(crate) fn secretary(stage: &Stage) -> Result<&Person> {
    stage.board.person(&stage.campaign.secretariat)
}

pub(crate) fn chair(stage: &Stage) -> Result<&Person> {
    stage.board.person(stage.campaign.officers.first().map_or("", String::as_str))
}

/// Officers who act together.
pub(crate) fn officers(stage: &Stage) -> impl Iterator<Item = Result<&Person>> {
    let names = stage.campaign.officers.iter().take(usize::from(stage.campaign.threshold));
    names.map(|name| stage.board.person(name))
}

/// Publishes the rules of the board; what is published already stays as it is.
pub(crate) fn publish(desk: &mut Desk, play: &Play) -> Result<Rules> {
    let grid = desk.publish_rules(ActionKind::Grid, &text_of(&play.grid)?).during("grid")?;
    let bylaws = desk.publish_rules(ActionKind::Bylaws, &text_of(&play.bylaws)?).during("bylaws")?;
    let labels = text_of(&play.assets.join(LABELS))?;
    desk.publish_rules(ActionKind::Labels, &labels).during("labels")?;
    Ok(Rules { grid, bylaws })
}

/// A package goes through the real reception.
pub(crate) fn receive(
    desk: &mut Desk,
    play: &Play,
    (entry, rules, now): (&DossierEntry, Rules, Moment),
) -> Result<std::result::Result<DossierId, AppError>> {
    let package = intake::read(&play.assets.join("demo").join(&entry.folder), &Limits::default());
    let number = desk.next_dossier_number(day_in_paris(now).year()).during("intake")?;
    let label = Some(entry.label.clone());
    let how = Reception { grid: rules.grid, number, label, demonstration: true };
    Ok(desk.receive(&package, &how))
}

/// Rules are published; every package is brought in. What the rules refuse is not taken.
async fn receive_all<'p>(
    play: &Play,
    stage: &Stage,
    plan: &'p [DossierEntry],
) -> Result<((Vec<InHand<'p>>, [u8; 32]), String)> {
    let secretary = secretary(stage)?;
    let mut hand = Vec::new();
    let mut refused = 0_usize;
    let bylaws = {
        let mut desk = secretary.desk();
        let rules = publish(&mut desk, play)?;
        for entry in plan {
            let known: Vec<DossierId> = desk.board().dossiers.keys().copied().collect();
            let answer = receive(&mut desk, play, (entry, rules, stage.clock.now()))?;
            match (answer, entry.stage) {
                (Err(AppError::File { .. }), Reached::Inadmissible | Reached::Incomplete) => refused += 1,
                (Ok(dossier), stage) if stage >= Reached::Preselected => {
                    hand.push(InHand { dossier, plan: entry });
                }
                // Under the bar: the admission stands, the preselection does not.
                (Err(AppError::Procedure(code)), Reached::Admissible) if code == "entry.not-reached" => {
                    let new = desk.board().dossiers.keys().copied().find(|id| !known.contains(id));
                    let dossier = new.ok_or_else(|| Problem::new("intake", "the admission left no trace"))?;
                    hand.push(InHand { dossier, plan: entry });
                }
                (Err(other), _) => return Err(Problem::of(&entry.folder, &other)),
                (Ok(_), stage) => return Err(Problem::new(&entry.folder, format!("is not {stage:?}"))),
            }
        }
        for one in from(&hand, Reached::Assigned) {
            examine(&mut desk, one)?;
        }
        rules.bylaws
    };
    secretary.sync().await?;
    let words = format!("{} dossiers taken in, {refused} refused by the rules", hand.len());
    Ok(((hand, bylaws), words))
}

pub(crate) fn examine(desk: &mut Desk, one: &InHand<'_>) -> Result<()> {
    let answers = desk.answers(one.dossier).during("examination")?;
    let confirmed = |criterion: &String| Examined {
        criterion: criterion.clone(),
        status: "confirmed".to_owned(),
        value: None,
        why: String::new(),
        anchors: Vec::new(),
    };
    let mut rows: Vec<Examined> = answers.answers.iter().map(|answer| confirmed(&answer.criterion)).collect();
    let passages = if one.plan.examined.is_empty() { Vec::new() } else { passages(desk, one.dossier)? };
    for found in &one.plan.examined {
        let nowhere = || Problem::new(&one.plan.folder, format!("no passage for {}", found.criterion));
        let row = rows.iter_mut().find(|row| row.criterion == found.criterion).ok_or_else(nowhere)?;
        row.status.clone_from(&found.status);
        row.value.clone_from(&found.value);
        row.why.clone_from(&found.why);
        row.anchors.push(quote(&passages, &found.criterion, &found.words).ok_or_else(nowhere)?);
    }
    desk.examine(one.dossier, rows).during("examination")
}

pub(crate) async fn declare_all(stage: &Stage, hand: &[InHand<'_>]) -> Result<((), String)> {
    let (mut declared, mut linked) = (0_usize, 0_usize);
    for person in stage.board.people.iter().filter(|person| person.entry.college.is_some()) {
        let asked = |one: &&InHand<'_>| one.plan.declares(&person.entry.name);
        if !from(hand, Reached::Preselected).any(|one| asked(&one)) {
            continue;
        }
        person.sync().await?;
        for one in from(hand, Reached::Preselected).filter(asked) {
            let links = one.plan.links.iter().filter(|link| link.member == person.entry.name);
            let items: Vec<InterestItem> = links
                .map(|link| InterestItem {
                    category: link.category.clone(),
                    entity: link.entity.clone(),
                    from: Some(link.from.clone()),
                    to: link.to.clone(),
                    paid: link.paid.clone(),
                    text: link.text.clone(),
                    identifier: None,
                })
                .collect();
            linked += items.len();
            declared += 1;
            person.desk().declare(one.dossier, items).during("declaration")?;
        }
        person.sync().await?;
    }
    Ok(((), format!("{declared} declarations, {linked} links")))
}

pub(crate) async fn open_rounds(
    stage: &Stage,
    hand: &[InHand<'_>],
    bylaws: [u8; 32],
) -> Result<((), String)> {
    let (chair, secretary) = (chair(stage)?, secretary(stage)?);
    chair.sync().await?;
    let mut recused = 0_usize;
    for one in hand {
        for link in &one.plan.links {
            let level = match link.decision {
                Decision::Pending => continue,
                Decision::None => None,
                Decision::Discuss => Some(RecusalLevel::Discuss),
                Decision::Full => Some(RecusalLevel::Full),
            };
            let member = stage.board.person(&link.member)?.member;
            chair.desk().recuse(one.dossier, member, level, &link.why).during("recusal")?;
            recused += usize::from(level.is_some());
        }
    }
    chair.sync().await?;
    secretary.sync().await?;
    for one in from(hand, Reached::Assigned) {
        let members =
            one.plan.assigned.iter().map(|name| stage.board.person(name).map(|person| person.member));
        let members = members.collect::<Result<Vec<_>>>()?;
        secretary.desk().assign(one.dossier, &members, members.len()).during(&one.plan.folder)?;
    }
    secretary.sync().await?;
    chair.sync().await?;
    let mut rounds = 0_usize;
    for one in from(hand, Reached::Scoring) {
        let rules = &stage.campaign.round;
        let days = one.plan.deadline_days.unwrap_or(rules.deadline_days);
        let deadline = stage.clock.now().plus(days.saturating_mul(DAY));
        let mut desk = chair.desk();
        desk.open_round(one.dossier, deadline, rules.minimum_sheets, bylaws).during(&one.plan.folder)?;
        rounds += 1;
    }
    chair.sync().await?;
    Ok(((), format!("{recused} recused, {rounds} rounds open")))
}

async fn update(play: &Play, stage: &Stage, hand: &[InHand<'_>]) -> Result<((), String)> {
    let secretary = secretary(stage)?;
    secretary.sync().await?;
    let all = hand.iter().map(|one| (one.dossier, one.plan));
    let filed = crate::updates::file(secretary, &play.assets.join("demo"), all)?;
    secretary.sync().await?;
    Ok(((), format!("{filed} newer versions filed")))
}

pub(crate) async fn score(stage: &Stage, hand: &[InHand<'_>], remarks: &Remarks) -> Result<((), String)> {
    let (mut sheets, mut cited) = (0_usize, 0_usize);
    for person in &stage.board.people {
        let own = |one: &InHand<'_>| one.plan.sheets.iter().any(|rule| rule.member == person.entry.name);
        if !hand.iter().any(own) {
            continue;
        }
        person.sync().await?;
        for one in hand {
            for rule in one.plan.sheets.iter().filter(|rule| rule.member == person.entry.name) {
                let mut desk = person.desk();
                cited += fill(&desk, one.dossier, rule, remarks)?;
                desk.submit(one.dossier).during(&one.plan.folder)?;
                sheets += 1;
            }
        }
        person.sync().await?;
    }
    Ok(((), format!("{sheets} sheets, {cited} passages")))
}

/// Fills a sheet after the reviewer's rule. Answers how many passages it cites.
fn fill(desk: &Desk, dossier: DossierId, rule: &SheetRule, remarks: &Remarks) -> Result<usize> {
    let grid = desk.grid_of(dossier).during("sheet")?;
    let answers = desk.answers(dossier).during("sheet")?;
    let declared: BTreeMap<&str, &str> =
        answers.answers.iter().map(|answer| (answer.criterion.as_str(), answer.answer.as_str())).collect();
    let passages = passages(desk, dossier)?;
    let mut cited = 0_usize;
    for criterion in &grid.criteria {
        let answer = declared.get(criterion.code.as_str()).copied().unwrap_or_default();
        let Some(mark) = rule.mark(criterion, answer) else { continue };
        let remark = remarks.remark.get(&criterion.code);
        let good = match &mark {
            Mark::Option(code) => code.parse::<u8>().map_or(code == answer, |level| level > 2),
            Mark::Value(_) | Mark::NotApplicable => true,
        };
        let reason = match (&mark, remark) {
            (Mark::NotApplicable, _) => "Sans objet pour cette solution.".to_owned(),
            (_, Some(remark)) if good => remark.good.clone(),
            (_, Some(remark)) => remark.doubt.clone(),
            (_, None) => String::new(),
        };
        let words = remark.map(|remark| remark.words.as_slice()).unwrap_or_default();
        let anchors: Vec<Anchor> = quote(&passages, &criterion.code, words).into_iter().collect();
        cited += anchors.len();
        let row = SheetRow { criterion: criterion.code.clone(), mark: Some(mark), reason, anchors };
        desk.save_row(dossier, 1, &row).during("autosave")?;
    }
    Ok(cited)
}

/// The first line with one of the words in a file that supports the criterion, else in any file.
fn quote(passages: &[Passage], criterion: &str, words: &[String]) -> Option<Anchor> {
    let says = |passage: &&Passage| words.iter().any(|word| passage.anchor.quote.contains(word));
    let own = |passage: &&Passage| passage.criteria.iter().any(|code| code == criterion);
    let found = passages.iter().filter(own).find(says).or_else(|| passages.iter().find(says))?;
    let mut id = [0; 16];
    machine::fill(&mut id);
    Some(Anchor { id, ..found.anchor.clone() })
}

pub(crate) async fn open(stage: &Stage, hand: &[InHand<'_>]) -> Result<((), String)> {
    let secretary = secretary(stage)?;
    secretary.sync().await?;
    for one in from(hand, Reached::Opened) {
        secretary.desk().close_intake(one.dossier).during(&one.plan.folder)?;
    }
    secretary.sync().await?;
    for officer in officers(stage) {
        let officer = officer?;
        officer.sync().await?;
        for one in from(hand, Reached::Opened) {
            let faults = officer.desk().publish_sheet_shares(one.dossier).during(&one.plan.folder)?;
            if !faults.is_empty() {
                return Err(Problem::new(&one.plan.folder, "a sealed sheet is not in order"));
            }
        }
        officer.sync().await?;
    }
    let mut words = 0_usize;
    for one in from(hand, Reached::Opened) {
        words += crate::discussion::play(stage, one.dossier, one.plan).await?;
    }
    Ok(((), format!("{} dossiers open, {words} words said", from(hand, Reached::Opened).count())))
}

/// Every dossier stands where the plan wants it, as the secretariat's desk folds the log.
fn stands(secretary: &Person, hand: &[InHand<'_>]) -> Result<((), String)> {
    let desk = secretary.desk();
    for one in hand {
        let expected = match one.plan.stage {
            Reached::Inadmissible => Life::Inadmissible,
            Reached::Incomplete => Life::Incomplete,
            Reached::Admissible => Life::Admissible,
            Reached::Preselected => Life::Preselected,
            Reached::Assigned => Life::Assigned,
            Reached::Scoring => Life::Scoring,
            Reached::Opened => Life::Opened,
            Reached::Voting => Life::Voting,
            Reached::Labelled => Life::Labelled,
        };
        let found = desk.board().dossiers.get(&one.dossier).map(|state| state.stage);
        if found != Some(expected) {
            return Err(Problem::new(&one.plan.folder, format!("stands at {found:?}, not {expected:?}")));
        }
    }
    Ok(((), format!("{} dossiers stand where the plan wants them", hand.len())))
}
