//! A passage has a discussion of its own: what other desks see of it, what counts as read, and what its bytes were before.

use sceau_domain::action::{Action, ActionKind, RecusalLevel};
use sceau_domain::id::{DossierId, GroupId};
use sceau_domain::moment::DAY;
use sceau_domain::refusal::Refusal;
use sceau_ledger::encoding::{Record, Writer};
use sceau_ledger::payload::sealed::{Anchor, Message, Said, Thread};

use super::journey::{in_scoring, open_sheets, opened, submit_citing};
use super::voting::{like_the_contract, words};
use super::world::{ANNE, BRUNO, CHAIR, CHLOE, SECRETARIAT, World};
use crate::act::Intent;
use crate::error::{AppError, Result};
use crate::thread::Topic;
use crate::view::comparison::{CompareCriterion, ThreadView, TopicAsked, TopicView, TypedMessage, WordKind};
use crate::view::uuid;

const ANNES: [u8; 16] = [0xaa; 16];
const BRUNOS: [u8; 16] = [0xbb; 16];

/// Both reviewers cite a sentence for the first criterion of the grid; the sheets are open.
fn cited(world: &mut World) -> (DossierId, [u8; 32], String) {
    let (dossier, bylaws, round) = in_scoring(world);
    let file = world.desks[ANNE].evidence(dossier).unwrap()[0].sha256;
    for (reviewer, id) in [(ANNE, ANNES), (BRUNO, BRUNOS)] {
        let anchor = Anchor {
            id,
            file,
            page: 1,
            rects: vec![[7200, 70_050, 30_025, 71_200]],
            quote: "résultat principal".into(),
            before: String::new(),
            after: String::new(),
            region: false,
        };
        submit_citing(world, reviewer, dossier, round, vec![anchor]);
    }
    let grid = world.desks[ANNE].grid_of(dossier).unwrap();
    let code = grid.criteria.iter().find(|one| one.scored).unwrap().code.clone();
    let early = world.desks[BRUNO].post(dossier, &Topic::passage(&code, ANNES), "Avant.", None);
    assert!(matches!(early, Err(AppError::Refused(Refusal::NotOpenYet))), "{early:?}");
    assert!(world.desks[BRUNO].comparison_view(dossier).unwrap().opened.is_none());
    assert_eq!(world.desks[BRUNO].comparisons_view().unwrap()[0].unread, 0);
    open_sheets(world, dossier);
    (dossier, bylaws, code)
}

fn criterion(world: &World, place: usize, dossier: DossierId, code: &str) -> CompareCriterion {
    let opened = world.desks[place].comparison_view(dossier).unwrap().opened.unwrap();
    opened.criteria.into_iter().find(|one| one.code == code).unwrap()
}

fn thread(world: &World, place: usize, dossier: DossierId, code: &str) -> ThreadView {
    criterion(world, place, dossier, code).thread
}

fn topic(world: &World, place: usize, dossier: DossierId, code: &str, about: [u8; 16]) -> TopicView {
    let topics = thread(world, place, dossier, code).topics;
    topics.into_iter().find(|topic| topic.about == uuid(&about)).unwrap_or_default()
}

fn asked(code: &str, about: [u8; 16]) -> TopicAsked {
    TopicAsked { criterion: code.to_owned(), about: Some(uuid(&about)) }
}

fn unknown<T: std::fmt::Debug>(result: Result<T>, what: &str) {
    assert!(matches!(&result, Err(AppError::Unknown(found)) if *found == what), "{result:?}");
}

#[test]
fn what_is_said_about_a_passage_reaches_its_author_and_is_read_with_its_criterion_or_alone() {
    let mut world = World::founded();
    let (dossier, _, code) = cited(&mut world);
    let grid = world.desks[ANNE].grid_of(dossier).unwrap();
    let other = grid.criteria.iter().rfind(|one| one.scored).unwrap().code.clone();
    let bruno = &mut world.desks[BRUNO];
    unknown(bruno.post(dossier, &Topic::passage(&code, [9; 16]), "Où ?", None), "passage");
    unknown(bruno.post(dossier, &Topic::passage(&other, ANNES), "Où ?", None), "passage");
    unknown(bruno.settle(dossier, &Topic::passage(&code, [9; 16]), true), "passage");
    assert_eq!(bruno.waiting().unwrap(), 0, "nothing was signed");

    bruno.thread_post(dossier, &asked(&code, ANNES), "C’est l’autre bras.", None).unwrap();
    world.exchange();
    let seen = criterion(&world, ANNE, dossier, &code);
    let word = &seen.thread.words[0];
    like_the_contract("ThreadView", &seen.thread);
    like_the_contract("ThreadWord", word);
    like_the_contract("TopicView", &seen.thread.topics[0]);
    like_the_contract("TopicAsked", &asked(&code, ANNES));
    assert_eq!((word.about.clone(), word.received), (Some(uuid(&ANNES)), true));
    let places: Vec<_> =
        seen.voices.iter().flat_map(|voice| &voice.cited).map(|one| &one.anchor.id).collect();
    assert!(places.contains(&word.about.as_ref().unwrap()), "what it is about can be opened");
    let unread = |world: &World| {
        let whole = world.desks[ANNE].comparisons_view().unwrap()[0].unread;
        let view = thread(world, ANNE, dossier, &code);
        (whole, view.unread, topic(world, ANNE, dossier, &code, ANNES).unread)
    };
    assert_eq!(unread(&world), (1, 1, 1));
    assert_eq!(topic(&world, BRUNO, dossier, &code, ANNES).unread, 0, "one’s own words are not new");

    // Read beside the passage: what was said of the criterion stays new.
    let (question, at) = (word.id.clone().unwrap(), word.at);
    world.desks[BRUNO].thread_post(dossier, &code.as_str().into(), "Et le critère ?", None).unwrap();
    world.exchange();
    world.desks[ANNE].thread_seen(dossier, &asked(&code, ANNES), at).unwrap();
    assert_eq!(unread(&world), (1, 1, 0));
    // Read with the criterion: so is what was said of its passages.
    world.desks[BRUNO].thread_post(dossier, &asked(&code, ANNES), "Relisez la légende.", None).unwrap();
    world.desks[BRUNO].thread_post(dossier, &asked(&code, BRUNOS), "La mienne dit l’inverse.", None).unwrap();
    world.exchange();
    assert_eq!(unread(&world), (3, 3, 1));
    assert_eq!(topic(&world, ANNE, dossier, &code, BRUNOS).unread, 1);
    let until = thread(&world, ANNE, dossier, &code).words.iter().map(|word| word.at).max().unwrap();
    world.desks[ANNE].thread_seen(dossier, &code.as_str().into(), until).unwrap();
    assert_eq!(unread(&world), (0, 0, 0));

    // An answer is about what the message that it answers is about, wherever it is typed; never about something else.
    let elsewhere = world.desks[ANNE].thread_post(dossier, &asked(&code, BRUNOS), "Non.", Some(&question));
    unknown(elsewhere, "message");
    world.desks[ANNE].thread_post(dossier, &code.as_str().into(), "C’est juste.", Some(&question)).unwrap();
    world.exchange();
    let answer = thread(&world, BRUNO, dossier, &code).words.pop().unwrap();
    assert_eq!((answer.about, answer.reply_to), (Some(uuid(&ANNES)), Some(question)));
    assert_eq!(thread(&world, SECRETARIAT, dossier, &code).words.len(), 5);
    assert!(world.desks[CHLOE].threads(dossier).unwrap().is_empty(), "who is kept out hears none of it");
}

#[test]
fn a_passage_is_settled_and_opened_again_by_itself_until_the_vote_closes() {
    let mut world = World::founded();
    let (dossier, _, code) = cited(&mut world);
    let settled = |world: &World| {
        let view = thread(world, CHAIR, dossier, &code);
        let of = |about| topic(world, CHAIR, dossier, &code, about).settled;
        (view.settled, of(ANNES), of(BRUNOS))
    };
    world.desks[BRUNO].thread_post(dossier, &asked(&code, ANNES), "C’est l’autre bras.", None).unwrap();
    world.exchange();
    // The author of the passage, without a network: it counts here at once, elsewhere after the exchange.
    let mine = world.desks[ANNE].thread_settle(dossier, &asked(&code, ANNES), true).unwrap().opened.unwrap();
    let mine = mine.criteria.into_iter().find(|one| one.code == code).unwrap().thread;
    let last = mine.words.last().unwrap();
    assert_eq!((last.what, last.received, &last.about), (WordKind::Settled, false, &Some(uuid(&ANNES))));
    assert_eq!(settled(&world), (false, false, false));
    world.exchange();
    assert_eq!(settled(&world), (false, true, false));
    world.desks[BRUNO].thread_settle(dossier, &code.as_str().into(), true).unwrap();
    world.desks[CHAIR].thread_settle(dossier, &asked(&code, ANNES), false).unwrap();
    world.exchange();
    assert_eq!(settled(&world), (true, false, false), "neither settles nor opens the other");

    // Whoever is shut out later takes no part: their words go, the passage leaves, what others said of it stays.
    let anne = world.desks[ANNE].me().unwrap();
    world.desks[CHAIR]
        .recuse(dossier, anne, Some(RecusalLevel::Full), "Lien direct avec l’éditeur.")
        .unwrap();
    world.exchange();
    let left = criterion(&world, BRUNO, dossier, &code);
    let about_hers = left.thread.words.iter().filter(|word| word.about == Some(uuid(&ANNES)));
    assert_eq!(about_hers.map(|word| word.what).collect::<Vec<_>>(), [WordKind::Message, WordKind::Reopened]);
    let cited: Vec<_> =
        left.voices.iter().flat_map(|voice| &voice.cited).map(|one| one.anchor.id.clone()).collect();
    assert_eq!(cited, [uuid(&BRUNOS)]);
    world.desks[BRUNO].thread_post(dossier, &asked(&code, ANNES), "Sans elle, donc.", None).unwrap();

    let deadline = world.now().plus(DAY);
    let motion = world.desks[CHAIR].table_motion(dossier, &words(), deadline).unwrap();
    world.exchange();
    world.desks[BRUNO].thread_post(dossier, &asked(&code, BRUNOS), "Encore un mot.", None).unwrap();
    for voter in [CHAIR, BRUNO] {
        world.desks[voter].cast(motion, "grant", false).unwrap();
    }
    world.exchange();
    world.pass(2 * DAY);
    world.desks[CHAIR].close_vote(motion).unwrap();
    world.exchange();
    let late = world.desks[BRUNO].thread_settle(dossier, &asked(&code, BRUNOS), true);
    assert!(matches!(late, Err(AppError::Refused(Refusal::WrongStage))), "{late:?}");
}

#[test]
fn what_is_typed_about_a_passage_is_kept_apart_and_survives_a_restart_until_it_is_sent() {
    let mut world = World::founded();
    let (dossier, _, code) = cited(&mut world);
    let typed = |version, text: &str| TypedMessage { version, text: text.into(), reply_to: None };
    let desk = &world.desks[BRUNO];
    desk.thread_draft(dossier, &code.as_str().into(), typed(1, "Du critère")).unwrap();
    desk.thread_draft(dossier, &asked(&code, ANNES), typed(3, "De la phrase")).unwrap();
    let overtaken = desk.thread_draft(dossier, &asked(&code, ANNES), typed(2, "De la")).unwrap();
    assert_eq!(overtaken.version, 3);
    world.restart(BRUNO);
    assert_eq!(thread(&world, BRUNO, dossier, &code).draft, Some(typed(1, "Du critère")));
    assert_eq!(topic(&world, BRUNO, dossier, &code, ANNES).draft, Some(typed(3, "De la phrase")));
    world.desks[BRUNO].thread_post(dossier, &asked(&code, ANNES), "De la phrase.", None).unwrap();
    let late = world.desks[BRUNO].thread_draft(dossier, &asked(&code, ANNES), typed(3, "De la phrase"));
    assert_eq!(late.unwrap().version, 4, "a late save does not bring it back");
    assert_eq!(topic(&world, BRUNO, dossier, &code, ANNES).draft, Some(typed(4, "")));
    assert_eq!(thread(&world, BRUNO, dossier, &code).draft, Some(typed(1, "Du critère")), "the other waits");
    world.exchange();
    assert_eq!(topic(&world, ANNE, dossier, &code, ANNES).draft, None, "a draft stays at home");
}

#[test]
fn words_from_before_passages_had_discussions_are_read_and_strange_ones_count_nowhere() {
    let mut world = World::founded();
    let (dossier, _) = opened(&mut world);
    let grid = world.desks[ANNE].grid_of(dossier).unwrap();
    let code = grid.criteria.iter().find(|one| one.scored).unwrap().code.clone();
    let round = world.desks[ANNE].round_of(dossier).unwrap().id;
    let said = |places: usize, id: u8| {
        let mut to = Writer::new();
        to.array(places).text(&code).array(4).uint(0).bytes(&[id; 16]).text("Comme avant.").null();
        to
    };
    let mut strange = [said(3, 2), said(3, 3), said(4, 4)];
    strange[0].null();
    strange[1].bytes(&[1; 15]);
    strange[2].bytes(&ANNES).null();
    for content in std::iter::once(said(2, 1)).chain(strange).map(Writer::finish) {
        let action = Action::Sealed { kind: ActionKind::Thread, objects: vec![dossier.0, round.0] };
        let intent = Intent::group(action, GroupId::of_dossier(dossier), content);
        world.desks[ANNE].act(vec![intent]).unwrap();
    }
    // About a passage that no sheet cites: the words stand in the discussion, and lead nowhere.
    let message = Message { id: [5; 16], text: "D’une autre version.".into(), reply_to: None };
    let nowhere = Thread { criterion: code.clone(), said: Said::Message(message), about: Some(ANNES) };
    let action = Action::Sealed { kind: ActionKind::Thread, objects: vec![dossier.0, round.0] };
    let intent = Intent::group(action, GroupId::of_dossier(dossier), nowhere.encode());
    world.desks[ANNE].act(vec![intent]).unwrap();
    world.exchange();
    let seen = thread(&world, BRUNO, dossier, &code);
    let words: Vec<_> = seen.words.iter().map(|word| (word.text.as_str(), word.about.clone())).collect();
    assert_eq!(words, [("Comme avant.", None), ("D’une autre version.", Some(uuid(&ANNES)))]);
    assert_eq!(seen.unread, 2);
}
