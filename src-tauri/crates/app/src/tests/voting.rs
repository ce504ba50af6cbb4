//! Votes, openings, the officers' key and the comparison, as the window shows them to each person.

use std::collections::BTreeSet;
use std::path::Path;

use sceau_domain::moment::DAY;
use sceau_domain::refusal::Refusal;
use serde::Serialize;
use serde_json::Value;

use super::journey::{in_scoring, opened, submit};
use super::world::{ANNE, BRUNO, CHAIR, CHLOE, SECRETARIAT, World};
use crate::error::AppError;
use crate::identity::defaults::BUNDLED;
use crate::view::comparison::CellKind;
use crate::view::desk::TaskKind;
use crate::view::motion::{LetterFacts, MotionView, Point};
use crate::view::opening::{KeyState, OfficerView};
use crate::view::vote::{VoteState, motion_id};
use crate::vote::MotionWords;

/// The keys that this program writes are the fields that the window's contract names.
pub(super) fn like_the_contract(interface: &str, view: &impl Serialize) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/ipc/contract");
    let texts: Vec<String> = [
        "desk",
        "vote",
        "motion",
        "officer",
        "comparison",
        "founding",
        "intake",
        "review",
        "dossier",
        "dossiers",
        "judging",
        "interests",
        "tryout",
        "people",
        "year",
    ]
    .iter()
    .map(|name| std::fs::read_to_string(folder.join(name).with_extension("ts")).unwrap())
    .collect();
    let contract = texts.concat();
    let body = contract.split_once(&format!("export interface {interface} {{")).unwrap().1;
    let body = body.split_once("\n}").unwrap().0;
    let lines = body.lines().map(str::trim).filter(|line| !line.starts_with(['*', '/']));
    let fields: BTreeSet<&str> = lines.filter_map(|line| Some(line.split_once(':')?.0)).collect();
    let written = serde_json::to_value(view).unwrap();
    let keys: BTreeSet<&str> = written.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, fields, "{interface}");
}

pub(super) fn words() -> MotionWords {
    MotionWords { fr: "Faut-il donner le label ?".into(), en: "Should the label be granted?".into() }
}

fn tabled(world: &mut World) -> MotionView {
    let (dossier, _) = opened(world);
    let deadline = world.now().plus(DAY).0;
    let made = world.desks[CHAIR].motion_table(dossier, &words(), deadline).unwrap();
    world.exchange();
    made
}

#[test]
fn a_vote_goes_from_the_motion_to_the_decision_on_record_as_the_screens_show_it() {
    let mut world = World::founded();
    let (dossier, _) = opened(&mut world);
    let motions = world.desks[CHAIR].motions_view().unwrap();
    like_the_contract("MotionsView", &motions);
    like_the_contract("Tabling", &motions.dossiers[0]);
    like_the_contract("FrozenBylaws", motions.dossiers[0].bylaws.as_ref().unwrap());
    let row = &motions.dossiers[0];
    assert_eq!((row.obstacle.as_ref(), row.grant_reached), (None, true));
    assert_eq!(row.bylaws.as_ref().map(|one| (one.id.as_str(), one.secret)), Some(("essai", false)));
    assert!(matches!(world.desks[ANNE].motions_view(), Err(AppError::Refused(Refusal::NotByYou))));
    let deadline = world.now().plus(DAY).0;
    let chair = &mut world.desks[CHAIR];
    let wordless = MotionWords { fr: " ".into(), en: String::new() };
    let refused = chair.motion_table(dossier, &wordless, deadline);
    assert!(matches!(refused, Err(AppError::Procedure(code)) if code == "motion.no-words"));
    let tabled = chair.motion_table(dossier, &words(), deadline).unwrap();
    like_the_contract("MotionView", &tabled);
    like_the_contract("Headcount", &tabled.headcount);
    assert_eq!((tabled.state, tabled.may_close, tabled.headcount.voters), (VoteState::Open, false, 0));
    let motion = motion_id(&tabled.motion).unwrap();
    world.exchange();

    // Each elector has a task; whoever is recused has no trace of the vote.
    let task = &world.desks[ANNE].desk_view().unwrap().tasks[0];
    assert_eq!((task.kind, task.motion.as_ref()), (TaskKind::Vote, Some(&tabled.motion)));
    assert!(world.desks[CHLOE].votes_view().unwrap().open.is_empty());
    assert!(world.desks[CHLOE].vote_view(motion).is_err());
    assert!(world.desks[CHLOE].motion_view(motion).is_err());
    assert!(world.desks[ANNE].motion_view(motion).is_err(), "headcounts by college are for those who lead");
    let before = world.desks[ANNE].vote_view(motion).unwrap();
    like_the_contract("VoteView", &before);
    like_the_contract("Secrecy", &before.secrecy);
    like_the_contract("VoteCollege", &before.colleges[0]);
    like_the_contract("MajorityView", &before.majority);
    let asked = &before.majority;
    assert_eq!((asked.electors, asked.quorum), (before.headcount.electors, before.headcount.need));
    assert!(asked.votes.is_some_and(|votes| (1..=asked.electors).contains(&votes)), "{asked:?}");
    assert!(before.comparison, "the sheets of this dossier are open");
    assert_eq!((before.secrecy.mode.as_str(), before.secrecy.openers), ("roll-call", 2));
    assert!(before.options.iter().any(|option| option == "grant"));
    let mine = before.colleges.iter().find(|college| college.mine).unwrap();
    assert_eq!(mine.electors.len(), 3, "the clinicians, by name");
    let anne = world.desks[SECRETARIAT].name_of(world.desks[ANNE].me().unwrap()).unwrap();
    assert!(mine.electors.contains(&anne), "{:?}", mine.electors);

    // Offline it waits; then it is in; the second replaces the first.
    let cast = world.desks[ANNE].vote_cast(motion, "refuse", false).unwrap();
    let ballot = cast.ballot.unwrap();
    like_the_contract("MyBallot", &ballot);
    assert_eq!((ballot.received, ballot.replaces, ballot.counts), (false, 0, None));
    world.exchange();
    let first = world.desks[ANNE].my_ballot(motion).unwrap().unwrap();
    assert!(first.received);
    assert_eq!(first.tracking.split(' ').map(str::len).collect::<Vec<_>>(), [5, 5, 5, 5]);
    world.desks[ANNE].vote_cast(motion, "grant", false).unwrap();
    world.desks[CHAIR].vote_cast(motion, "grant", false).unwrap();
    world.desks[BRUNO].vote_cast(motion, "grant", false).unwrap();
    world.exchange();
    let second = world.desks[ANNE].my_ballot(motion).unwrap().unwrap();
    assert_eq!(second.replaces, 1);
    assert_ne!(second.tracking, first.tracking);
    assert!(world.desks[ANNE].desk_view().unwrap().tasks.is_empty(), "nothing is owed any more");

    // Everybody voted: the secretariat may close; officers open; nobody else is asked to.
    let seen = world.desks[SECRETARIAT].motion_view(motion).unwrap();
    assert_eq!((seen.headcount.voters, seen.may_close, seen.result.is_none()), (3, true, true));
    assert!(!world.desks[SECRETARIAT].officer_view().unwrap().officer);
    world.desks[SECRETARIAT].motion_close(motion).unwrap();
    world.exchange();
    let view = world.desks[ANNE].officer_view().unwrap();
    like_the_contract("OfficerView", &view);
    like_the_contract("OpeningView", &view.openings[0]);
    like_the_contract("KeyView", view.key.as_ref().unwrap());
    let opening = &view.openings[0];
    assert_eq!((opening.kind.as_str(), opening.boxes, opening.mine), ("ballots", 3, false));
    let done = world.desks[ANNE].ballots_publish(motion).unwrap();
    like_the_contract("PublishedView", &done);
    assert!(done.faults.is_empty() && done.officer.openings[0].mine);
    world.exchange();
    let awaited = world.desks[SECRETARIAT].motion_view(motion).unwrap();
    assert_eq!((awaited.state, awaited.published), (VoteState::Closed, vec![anne.clone()]));
    assert!(awaited.result.is_none(), "one officer alone opens nothing");
    assert_eq!(world.desks[BRUNO].officer_view().unwrap().openings[0].published, [anne]);
    world.desks[BRUNO].ballots_publish(motion).unwrap();
    world.exchange();
    assert!(world.desks[CHAIR].officer_view().unwrap().openings.is_empty(), "two of three are enough");

    // The result with its reasons; the chair records it, and every elector reads it.
    let counted = world.desks[CHAIR].motion_view(motion).unwrap();
    let result = counted.result.unwrap();
    like_the_contract("ResultView", &result);
    like_the_contract("ReasonView", &result.reasons[0]);
    like_the_contract("ChoiceCount", &result.choices[0]);
    assert_eq!(
        (counted.state, result.outcome.as_str(), counted.may_record),
        (VoteState::Counted, "grant", true)
    );
    assert!(result.reasons.iter().any(|reason| reason.code == "quorum.met"));
    assert!(!world.desks[SECRETARIAT].motion_view(motion).unwrap().may_record);
    let point = Point {
        criterion: "4.1".into(),
        observation: "Écrans difficiles à lire.".into(),
        change: "un audit d’accessibilité".into(),
        by: Some("2027-03-01".into()),
    };
    like_the_contract("Point", &point);
    let chair = &mut world.desks[CHAIR];
    let wrong = Point { by: Some("demain".into()), ..point.clone() };
    assert!(chair.motion_record(motion, "grant", vec!["Essai publié.".into()], vec![wrong]).is_err());
    assert!(chair.motion_record(motion, "grant", Vec::new(), vec![point.clone()]).is_err());
    let recorded =
        chair.motion_record(motion, "grant", vec!["Essai publié.".into()], vec![point.clone()]).unwrap();
    world.exchange();
    like_the_contract("DecisionView", recorded.decision.as_ref().unwrap());
    assert!(recorded.decision.as_ref().unwrap().letter.is_none(), "a label comes with its certificate");
    // What a letter would say: orientations for the axis of the point, and those that hold for everybody.
    let dossier = crate::view::dossier_id(&recorded.dossier).unwrap();
    let facts = world.desks[SECRETARIAT].letter_facts(dossier, std::slice::from_ref(&point)).unwrap();
    like_the_contract("LetterFacts", &facts);
    like_the_contract("OrientationLine", &facts.orientations[0]);
    let codes = |facts: &LetterFacts| -> Vec<String> {
        facts.orientations.iter().map(|one| one.code.clone()).collect()
    };
    assert_eq!(codes(&facts), ["national-desk", "data-protection", "patients"]);
    assert!(facts.contact.is_some() && facts.appeal_months > 0);
    // The institute's own file takes the place of the one that comes with the product.
    let own = BUNDLED.iter().find(|one| one.name == "orientation").unwrap().text;
    let own = own.replace("\"patients\"", "\"patients-first\"");
    world.desks[SECRETARIAT].rules_own(&own).unwrap();
    let facts = world.desks[SECRETARIAT].letter_facts(dossier, &[point]).unwrap();
    assert_eq!(codes(&facts), ["national-desk", "data-protection", "patients-first"]);
    let read = world.desks[BRUNO].motion_view(motion).unwrap();
    assert_eq!((read.state, read.decision), (VoteState::Decided, recorded.decision));
    let past = &world.desks[BRUNO].votes_view().unwrap().past[0];
    like_the_contract("VoteLine", past);
    assert_eq!(past.outcome.as_deref(), Some("grant"));
    assert_eq!(past.ballot.as_ref().unwrap().counts, Some(true), "the laptop finds its ballot in the list");
}

/// Every word of a view.
fn said(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap()
}

/// Two boards that differ only in what was chosen.
#[test]
fn no_view_of_anybody_tells_what_was_chosen_before_the_opening() {
    let views = ["grant", "refuse"].map(|choice| {
        let mut world = World::founded();
        let motion = motion_id(&tabled(&mut world).motion).unwrap();
        for elector in [CHAIR, ANNE] {
            world.desks[elector].vote_cast(motion, choice, false).unwrap();
        }
        world.exchange();
        let mut seen: Vec<Value> = Vec::new();
        for place in [CHAIR, ANNE, BRUNO, SECRETARIAT] {
            let desk = &world.desks[place];
            seen.push(said(&desk.desk_view().unwrap()));
            seen.push(said(&desk.votes_view().unwrap()));
            seen.push(said(&desk.officer_view().unwrap()));
            seen.extend(desk.vote_view(motion).ok().as_ref().map(said));
            seen.extend(desk.motion_view(motion).ok().as_ref().map(said));
            seen.extend(desk.motions_view().ok().as_ref().map(said));
        }
        // The envelope's own number is drawn with it: another ballot, another number.
        strip(Value::Array(seen), "tracking")
    });
    let [one, other] = views;
    assert_eq!(one, other);
    assert!(one.to_string().contains("\"voters\":2"), "the headcount is there");
}

/// A value without a field.
fn strip(value: Value, name: &str) -> Value {
    match value {
        Value::Array(all) => Value::Array(all.into_iter().map(|one| strip(one, name)).collect()),
        Value::Object(fields) => Value::Object(
            fields
                .into_iter()
                .filter(|(key, _)| key != name)
                .map(|(key, one)| (key, strip(one, name)))
                .collect(),
        ),
        plain => plain,
    }
}

#[test]
fn a_vote_without_its_quorum_is_never_opened_and_says_so() {
    let mut world = World::founded();
    let motion = motion_id(&tabled(&mut world).motion).unwrap();
    world.desks[ANNE].vote_cast(motion, "grant", false).unwrap();
    world.exchange();
    world.pass(2 * DAY);
    let due = world.desks[SECRETARIAT].motion_view(motion).unwrap();
    assert_eq!((due.state, due.may_close), (VoteState::Due, true));
    world.desks[SECRETARIAT].motion_close(motion).unwrap();
    world.exchange();
    let view = world.desks[BRUNO].officer_view().unwrap();
    assert!(!view.openings[0].quorum);
    let refused = world.desks[BRUNO].ballots_publish(motion);
    assert!(matches!(refused, Err(AppError::Procedure(code)) if code == "quorum.not-met"));
    let read = world.desks[CHAIR].motion_view(motion).unwrap();
    let result = read.result.unwrap();
    assert_eq!((result.outcome.as_str(), result.choices.len(), read.may_record), ("no-quorum", 0, false));
}

#[test]
fn sheets_lie_beside_each_other_once_they_are_open_and_not_a_moment_before() {
    let mut world = World::founded();
    let (dossier, _, round) = in_scoring(&mut world);
    submit(&mut world, ANNE, dossier, round);
    world.exchange();
    let before = world.desks[BRUNO].comparison_view(dossier).unwrap();
    like_the_contract("ComparisonView", &before);
    assert!(before.opened.is_none());
    assert_eq!(before.arrived.map(|one| (one.done, one.total)), Some((1, 2)), "an officer is told how many");
    submit(&mut world, BRUNO, dossier, round);
    world.exchange();
    world.desks[SECRETARIAT].close_intake(dossier).unwrap();
    world.exchange();
    world.desks[ANNE].sheets_publish(dossier).unwrap();
    world.exchange();
    assert!(
        world.desks[BRUNO].comparison_view(dossier).unwrap().opened.is_none(),
        "one officer is not enough"
    );
    world.desks[CHAIR].sheets_publish(dossier).unwrap();
    world.exchange();

    let lines = world.desks[ANNE].comparisons_view().unwrap();
    like_the_contract("ComparisonLine", &lines[0]);
    assert!(lines[0].opened_at.is_some());
    let view = world.desks[ANNE].comparison_view(dossier).unwrap();
    let opened = view.opened.unwrap();
    like_the_contract("OpenedSheets", &opened);
    like_the_contract("ColumnBlock", &opened.blocks[0]);
    like_the_contract("Column", &opened.columns[0]);
    like_the_contract("CompareCriterion", &opened.criteria[0]);
    like_the_contract("Cell", &opened.criteria[0].cells[0]);
    like_the_contract("Strip", &opened.criteria[0].strips[0]);
    like_the_contract("Voice", &opened.criteria[0].voices[0]);
    assert_eq!((opened.sheets, opened.columns.len(), opened.unreadable.len()), (2, 2, 0));
    assert_eq!(opened.columns.iter().filter(|column| column.mine).count(), 1);
    assert!(opened.columns.iter().all(|column| column.name.is_none()), "these bylaws hide names");
    assert_eq!(opened.board_mark.as_deref(), Some("20.0"));
    assert_eq!(opened.my_mark, opened.board_mark);
    for criterion in &opened.criteria {
        assert_eq!(criterion.cells.len(), 2);
        assert!(criterion.cells.iter().all(|cell| cell.kind == CellKind::Mark && cell.ink == Some(1.0)));
        assert_eq!((criterion.band.as_str(), criterion.index.as_ref()), ("agreement.too-few", None));
    }
    let chair = world.desks[CHAIR].comparison_view(dossier).unwrap().opened.unwrap();
    assert!(chair.columns.iter().all(|column| !column.mine) && chair.my_mark.is_none());
    assert!(matches!(world.desks[CHLOE].comparison_view(dossier), Err(AppError::Refused(Refusal::Recused))));
    assert!(world.desks[CHLOE].comparisons_view().unwrap().is_empty());
}

#[test]
fn officers_make_their_key_in_a_few_visits_and_a_restart_costs_nothing() {
    let mut world = World::chartered();
    let state = |view: &OfficerView| view.key.as_ref().map(|key| key.state);
    assert_eq!(state(&world.desks[ANNE].officer_view().unwrap()), Some(KeyState::ToBegin));
    assert_eq!(world.desks[CHLOE].officer_view().unwrap().key, None, "nobody else is bothered");
    world.desks[ANNE].committee_step(None).unwrap();
    let waits = world.desks[ANNE].officer_view().unwrap().key.unwrap();
    assert_eq!((waits.state, waits.step, waits.awaited.len()), (KeyState::Waiting, 1, 2));
    let mut visits = [0; 3];
    for _ in 0..5 {
        world.exchange();
        for officer in [CHAIR, ANNE, BRUNO] {
            world.restart(officer);
            let key = world.desks[officer].officer_view().unwrap().key.unwrap();
            if matches!(key.state, KeyState::MyTurn | KeyState::ToBegin) {
                visits[officer] += 1;
                let committee = key.committee.as_deref().map(crate::view::opening::committee_id);
                world.desks[officer].committee_step(committee.transpose().unwrap()).unwrap();
            }
        }
    }
    world.exchange();
    for officer in [CHAIR, ANNE, BRUNO] {
        assert_eq!(state(&world.desks[officer].officer_view().unwrap()), Some(KeyState::InForce));
    }
    println!("visits of each officer: {visits:?}");
    assert!(world.desks[SECRETARIAT].board().committee_in_force().is_some());
}
