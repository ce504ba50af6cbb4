//! After the opening the board talks and changes its mind: what each desk sees of it, until when, and what never counts.

use sceau_domain::action::{Action, ActionKind, RecusalLevel};
use sceau_domain::fraction::whole;
use sceau_domain::id::{DossierId, GroupId};
use sceau_domain::moment::DAY;
use sceau_domain::refusal::Refusal;
use sceau_ledger::encoding::Record;
use sceau_ledger::payload::sealed::{Mark, RevisedRow, Revision, SheetRow};
use sceau_ledger::replay::Standing;

use super::journey::{in_scoring, opened};
use super::voting::{like_the_contract, words};
use super::world::{ANNE, BRUNO, CHAIR, CHLOE, SECRETARIAT, World};
use crate::act::Intent;
use crate::error::{AppError, Result};
use crate::thread::Topic;
use crate::view::comparison::{CompareCriterion, OpenedSheets, TypedMessage, WordKind};
use crate::view::review::Mark as Chosen;

const WHY: &str = "L’annexe C m’a convaincue.";

fn refused<T: std::fmt::Debug>(result: Result<T>, reason: Refusal) {
    assert!(matches!(&result, Err(AppError::Refused(found)) if *found == reason), "{result:?}");
}

fn procedure<T: std::fmt::Debug>(result: Result<T>, code: &str) {
    assert!(matches!(&result, Err(AppError::Procedure(found)) if found == code), "{result:?}");
}

fn compared(world: &World, place: usize, dossier: DossierId) -> OpenedSheets {
    world.desks[place].comparison_view(dossier).unwrap().opened.unwrap()
}

fn criterion(opened: &OpenedSheets, code: &str) -> CompareCriterion {
    opened.criteria.iter().find(|one| one.code == code).unwrap().clone()
}

/// A criterion with options, and the option that is worth least.
fn lowest(world: &World, dossier: DossierId) -> (String, Mark) {
    let grid = world.desks[ANNE].grid_of(dossier).unwrap();
    let one = grid.criteria.iter().find(|one| one.scored && !one.options().is_empty()).unwrap();
    let option = one.options().iter().min_by_key(|option| option.points.clone()).unwrap();
    (one.code.clone(), Mark::Option(option.code.clone()))
}

#[test]
fn a_changed_mark_counts_for_everybody_and_the_first_one_stays_readable() {
    let mut world = World::founded();
    let (dossier, _) = opened(&mut world);
    let (code, low) = lowest(&world, dossier);
    let best = compared(&world, ANNE, dossier);
    let my = criterion(&best, &code).mine.unwrap();
    assert_eq!(best.change_refusal, None);

    let anne = &mut world.desks[ANNE];
    procedure(anne.revise(dossier, &code, low.clone(), "Parce que"), "revision.why-short");
    procedure(anne.revise(dossier, &code, my.clone().record(), WHY), "revision.same");
    let wrong = anne.revise(dossier, &code, Mark::Option("mystery".into()), WHY);
    assert!(
        matches!(wrong, Err(AppError::File { codes, .. }) if codes == [format!("answer.unknown-option@{code}")])
    );
    assert!(matches!(anne.revise(dossier, "9.9", low.clone(), WHY), Err(AppError::Unknown("criterion"))));
    assert_eq!(anne.waiting().unwrap(), 0, "nothing was signed");

    // Offline it counts here, and says that it is still to be sent.
    let Mark::Option(option) = low.clone() else { unreachable!() };
    let view = anne.compare_revise(dossier, &code, Chosen::Option { option }, WHY).unwrap();
    let mine = criterion(&view.opened.unwrap(), &code);
    let voice = mine.voices.iter().find(|voice| !voice.changes.is_empty()).unwrap();
    assert_eq!(
        (voice.changes.len(), voice.changes[0].received, voice.changes[0].why.as_str()),
        (1, false, WHY)
    );
    assert_eq!(compared(&world, BRUNO, dossier).board_mark.as_deref(), Some("20.0"));
    // What is taken away says both: the sheet as it was handed in, and the mark that holds since, with its line of why.
    let taken = world.desks[ANNE].own_work().unwrap().dossiers.remove(0);
    let changes: Vec<_> = taken
        .changes
        .iter()
        .map(|one| (one.criterion.as_str(), one.mark.clone(), one.why.as_str()))
        .collect();
    assert_eq!(changes, [(code.as_str(), Some(low.clone().into()), WHY)]);
    let bruno = world.desks[BRUNO].own_work().unwrap().dossiers;
    assert!(bruno.iter().all(|one| one.changes.is_empty()), "another's are not one's own");
    world.exchange();

    let bruno = compared(&world, BRUNO, dossier);
    let seen = criterion(&bruno, &code);
    let voice = seen.voices.iter().find(|voice| !voice.changes.is_empty()).unwrap();
    let first = voice.first.as_ref().unwrap();
    like_the_contract("Voice", voice);
    like_the_contract("ChangedMark", &voice.changes[0]);
    assert!(voice.changes[0].received && !first.changed);
    assert_eq!(first.points, criterion(&best, &code).cells[voice.column].points, "the opened sheet stays");
    assert_ne!(seen.cells[voice.column].points, first.points);
    assert_eq!(seen.cells.iter().filter(|cell| cell.changed).count(), 1);
    assert_ne!(seen.median, criterion(&best, &code).median);
    let marks: Vec<_> = [CHAIR, ANNE, BRUNO, SECRETARIAT]
        .iter()
        .map(|desk| world.desks[*desk].marks(dossier).unwrap().board.unwrap().unwrap().exact.unwrap())
        .collect();
    assert!(marks[0] < whole(20) && marks.windows(2).all(|pair| pair[0] == pair[1]), "{marks:?}");
    assert_eq!(bruno.my_mark.as_deref(), Some("20.0"), "nobody else's mark moves");

    // Going back is another change.
    world.desks[ANNE].revise(dossier, &code, my.record(), "Relu : je reviens à ma note.").unwrap();
    world.exchange();
    let back = compared(&world, CHAIR, dossier);
    assert_eq!(back.board_mark.as_deref(), Some("20.0"));
    let back = criterion(&back, &code);
    assert_eq!(back.voices.iter().map(|voice| voice.changes.len()).sum::<usize>(), 2);
    let (rows, _) = world.desks[BRUNO].every_readable::<Revision>(ActionKind::Revision, dossier.0).unwrap();
    let rows: Vec<_> = rows.iter().map(|(_, rows)| (rows.0[0].id, rows.0[0].version)).collect();
    assert_eq!((rows[0].0 == rows[1].0, rows[0].1, rows[1].1), (true, 1, 2), "one row, two versions");
}

#[test]
fn marks_change_between_the_opening_and_the_motion_and_one_talks_until_the_vote_closes() {
    let mut world = World::founded();
    let (dossier, _, _) = in_scoring(&mut world);
    refused(
        world.desks[ANNE].post(dossier, &Topic::criterion("1.1"), "Avant l’heure.", None),
        Refusal::NotOpenYet,
    );
    refused(world.desks[ANNE].revise(dossier, "1.1", Mark::NotApplicable, WHY), Refusal::NotOpenYet);

    let mut world = World::founded();
    let (dossier, _) = opened(&mut world);
    let (code, low) = lowest(&world, dossier);
    refused(world.desks[CHAIR].revise(dossier, &code, low.clone(), WHY), Refusal::NoSheet);
    let chair = compared(&world, CHAIR, dossier);
    assert_eq!(chair.change_refusal.unwrap().code, "refusal-no-sheet");
    assert!(chair.talk_refusal.is_none() && chair.criteria.iter().all(|one| one.form.is_none()));
    refused(world.desks[CHLOE].post(dossier, &Topic::criterion(&code), "En déport.", None), Refusal::Recused);

    // Bruno, offline, changes a mark while the chair puts the question: it comes too late, and his series goes on.
    let bruno = world.desks[BRUNO].me().unwrap();
    let deadline = world.now().plus(DAY);
    let motion = world.desks[CHAIR].table_motion(dossier, &words(), deadline).unwrap();
    world.desks[BRUNO].revise(dossier, &code, low.clone(), WHY).unwrap();
    world.desks[BRUNO].post(dossier, &Topic::criterion(&code), "Je ne suis plus sûr.", None).unwrap();
    assert_eq!(world.pass_on(), [(bruno, Standing::Refused(Refusal::WrongStage))]);
    let view = compared(&world, BRUNO, dossier);
    assert_eq!(view.board_mark.as_deref(), Some("20.0"), "it counts nowhere, not even at home");
    assert_eq!(view.change_refusal.unwrap().code, "refusal-wrong-stage");
    assert_eq!(criterion(&compared(&world, ANNE, dossier), &code).thread.words.len(), 1, "debate goes on");
    refused(world.desks[ANNE].revise(dossier, &code, low, WHY), Refusal::WrongStage);
    world.desks[ANNE].post(dossier, &Topic::criterion(&code), "Moi non plus.", None).unwrap();
    world.exchange();
    for voter in [CHAIR, ANNE, BRUNO] {
        world.desks[voter].cast(motion, "grant", false).unwrap();
    }
    world.exchange();
    world.desks[CHAIR].close_vote(motion).unwrap();
    world.exchange();
    refused(
        world.desks[ANNE].post(dossier, &Topic::criterion(&code), "Trop tard.", None),
        Refusal::WrongStage,
    );
    let after = compared(&world, SECRETARIAT, dossier);
    assert_eq!(criterion(&after, &code).thread.words.len(), 2, "what was said stays readable");
    assert_eq!(after.talk_refusal.unwrap().code, "refusal-wrong-stage");
}

#[test]
fn readers_talk_about_a_criterion_under_the_names_that_the_columns_have() {
    let mut world = World::founded();
    let (dossier, _) = opened(&mut world);
    let code = lowest(&world, dossier).0;
    procedure(world.desks[ANNE].post(dossier, &Topic::criterion(&code), " \n", None), "message.empty");
    let unknown = world.desks[ANNE].post(dossier, &Topic::criterion(&code), "À qui ?", Some([7; 16]));
    assert!(matches!(unknown, Err(AppError::Unknown("message"))));
    let sent = world.desks[ANNE]
        .thread_post(dossier, &code.as_str().into(), "Avez-vous lu l’annexe C ?", None)
        .unwrap();
    let own = criterion(&sent.opened.unwrap(), &code).thread;
    like_the_contract("ThreadView", &own);
    like_the_contract("ThreadWord", &own.words[0]);
    like_the_contract("Speaker", &own.words[0].by);
    assert!(own.words[0].by.mine && !own.words[0].received && own.unread == 0);
    world.exchange();

    let seen = compared(&world, BRUNO, dossier);
    let thread = criterion(&seen, &code).thread;
    let by = &thread.words[0].by;
    assert!(!seen.columns[by.column.unwrap()].mine && by.name.is_none() && thread.words[0].received);
    assert_eq!((thread.unread, world.desks[BRUNO].comparisons_view().unwrap()[0].unread), (1, 1));
    world.desks[BRUNO].thread_seen(dossier, &code.as_str().into(), thread.words[0].at).unwrap();
    let question = thread.words[0].id.clone().unwrap();
    world.desks[BRUNO]
        .thread_post(dossier, &code.as_str().into(), "Oui, cinq sans motif.", Some(&question))
        .unwrap();
    world.desks[CHAIR].thread_post(dossier, &code.as_str().into(), "Je note.", None).unwrap();
    world.exchange();
    let thread = criterion(&compared(&world, BRUNO, dossier), &code).thread;
    assert_eq!(thread.unread, 1, "the chair's word is new");
    let chair = thread.words.iter().find(|word| word.text == "Je note.").unwrap();
    assert!(chair.by.column.is_none() && chair.by.place.is_some(), "no sheet, no column: told by a place");
    let answer = thread.words.iter().find(|word| word.reply_to.is_some()).unwrap();
    assert_eq!(answer.reply_to.as_ref(), Some(&question));
    assert_eq!(criterion(&compared(&world, SECRETARIAT, dossier), &code).thread.words.len(), 3);
    assert!(
        world.desks[CHLOE].threads(dossier).unwrap().is_empty(),
        "without the key there is nothing to read"
    );
    let change = world.desks[ANNE].desk_view().unwrap().changes;
    assert!(change.iter().any(|one| one.code == "discussion"), "{change:?}");

    world.desks[ANNE].thread_settle(dossier, &code.as_str().into(), true).unwrap();
    world.exchange();
    assert!(criterion(&compared(&world, CHAIR, dossier), &code).thread.settled);
    world.desks[CHAIR].thread_settle(dossier, &code.as_str().into(), false).unwrap();
    world.exchange();
    let thread = criterion(&compared(&world, ANNE, dossier), &code).thread;
    assert_eq!((thread.settled, thread.words.last().unwrap().what), (false, WordKind::Reopened));

    // Whoever is shut out later takes no part in the debate any more: neither column nor word.
    let bruno = world.desks[BRUNO].me().unwrap();
    world.desks[CHAIR]
        .recuse(dossier, bruno, Some(RecusalLevel::Full), "Lien direct avec l’éditeur.")
        .unwrap();
    world.exchange();
    let after = compared(&world, ANNE, dossier);
    let texts: Vec<_> = criterion(&after, &code).thread.words.into_iter().map(|word| word.text).collect();
    assert_eq!((after.columns.len(), texts.contains(&"Oui, cinq sans motif.".to_owned())), (1, false));
    refused(world.desks[BRUNO].comparison_view(dossier), Refusal::Recused);
    assert!(world.desks[BRUNO].message_drafts(dossier).unwrap().is_empty());
}

#[test]
fn a_message_survives_a_restart_until_it_is_sent_and_a_late_save_does_not_bring_it_back() {
    let mut world = World::founded();
    let (dossier, _) = opened(&mut world);
    let code = lowest(&world, dossier).0;
    let typed = |version, text: &str| TypedMessage { version, text: text.into(), reply_to: None };
    world.desks[ANNE].thread_draft(dossier, &code.as_str().into(), typed(2, "Je voulais dire")).unwrap();
    let overtaken = world.desks[ANNE].thread_draft(dossier, &code.as_str().into(), typed(1, "Je")).unwrap();
    assert_eq!(overtaken.version, 2);
    world.restart(ANNE);
    let draft = criterion(&compared(&world, ANNE, dossier), &code).thread.draft.unwrap();
    like_the_contract("TypedMessage", &draft);
    assert_eq!(draft, typed(2, "Je voulais dire"));
    world.desks[ANNE].thread_post(dossier, &code.as_str().into(), "Je voulais dire oui.", None).unwrap();
    assert_eq!(
        world.desks[ANNE]
            .thread_draft(dossier, &code.as_str().into(), typed(2, "Je voulais dire"))
            .unwrap()
            .version,
        3
    );
    let draft = criterion(&compared(&world, ANNE, dossier), &code).thread.draft.unwrap();
    assert_eq!(draft, typed(3, ""));
    world.exchange();
    assert!(
        criterion(&compared(&world, BRUNO, dossier), &code).thread.draft.is_none(),
        "a draft stays at home"
    );
}

#[test]
fn what_another_program_writes_against_the_rules_counts_nowhere_and_hides_nothing() {
    let mut world = World::founded();
    let (dossier, _) = opened(&mut world);
    let (code, low) = lowest(&world, dossier);
    let round = world.desks[ANNE].round_of(dossier).unwrap().id;
    let send = |world: &mut World, kind: ActionKind, content: Vec<u8>| {
        let action = Action::Sealed { kind, objects: vec![dossier.0, round.0] };
        let intent = Intent::group(action, GroupId::of_dossier(dossier), content);
        world.desks[ANNE].act(vec![intent]).unwrap();
    };
    let row = |mark: Option<Mark>, criterion: &str| SheetRow {
        criterion: criterion.into(),
        mark,
        reason: String::new(),
        anchors: Vec::new(),
    };
    let revised = |row, why: &str| RevisedRow { id: [1; 16], version: 1, row, why: why.into() };
    let silent = revised(row(Some(low.clone()), &code), "");
    let nowhere = revised(row(Some(low), "9.9"), WHY);
    let nothing = revised(row(None, &code), WHY);
    let strange = revised(row(Some(Mark::Option("mystery".into())), &code), WHY);
    send(&mut world, ActionKind::Revision, Revision(vec![silent, nowhere, nothing, strange]).encode());
    send(&mut world, ActionKind::Revision, b"rubbish".to_vec());
    send(&mut world, ActionKind::Thread, b"rubbish".to_vec());
    world.desks[ANNE].post(dossier, &Topic::criterion(&code), "Et ceci se lit.", None).unwrap();
    world.exchange();
    let seen = compared(&world, BRUNO, dossier);
    assert_eq!((seen.set_aside, seen.board_mark.as_deref()), (5, Some("20.0")));
    assert!(seen.criteria.iter().all(|one| one.cells.iter().all(|cell| !cell.changed)));
    assert_eq!(criterion(&seen, &code).thread.words.len(), 1);
}
