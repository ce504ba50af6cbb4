//! Decisions about declared links: who reads why, what a recusal from criteria changes, and how long a word about a match
//! of names holds.

use sceau_domain::action::{Action, ActionKind, RecusalLevel};
use sceau_domain::fraction::plain;
use sceau_domain::grid::{Aggregate, HasClass};
use sceau_domain::id::{DossierId, GroupId, MemberId};
use sceau_domain::interests::{Level as Reach, Recusal};
use sceau_domain::refusal::Refusal;
use sceau_domain::role::Role;
use sceau_ledger::batch::BatchParts;
use sceau_ledger::encoding::Record;
use sceau_ledger::payload::sealed::{Entity, InterestItem, Mark, NameMatch};

use super::journey::{open_sheets, opened, submit};
use super::reviewer::{received, row, scoring};
use super::voting::like_the_contract;
use super::world::{ANNE, BRUNO, CHAIR, CHLOE, SECRETARIAT, World};
use crate::act::Intent;
use crate::error::{AppError, Result};
use crate::opening::marked;
use crate::view::forms::TypedForm;
use crate::view::judging::{InterestsBoard, Level, MatchWord, Verdict};
use crate::view::review::Row;

const WHY: &str = "Collaboration suivie avec l’équipe.";

fn me(world: &World, place: usize) -> MemberId {
    world.desks[place].me().unwrap()
}

/// What a batch carries to the registry, in bytes.
fn carried(parts: &BatchParts) -> Vec<u8> {
    let headers = parts.headers.iter().flatten();
    let parcels = parts.parcels.values();
    [&parts.record].into_iter().chain(headers).chain(parcels).flatten().copied().collect()
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

fn procedure<T: std::fmt::Debug>(result: Result<T>, code: &str) {
    assert!(matches!(&result, Err(AppError::Procedure(found)) if found == code), "{result:?}");
}

fn link(entity: &str, identifier: Option<&str>) -> InterestItem {
    InterestItem {
        category: "consultancy".into(),
        entity: entity.into(),
        from: Some("2024".into()),
        to: None,
        paid: "me".into(),
        text: "Deux jours par an.".into(),
        identifier: identifier.map(Into::into),
    }
}

fn board(world: &World, place: usize) -> InterestsBoard {
    world.desks[place].interests_board().unwrap()
}

#[test]
fn a_reason_is_needed_and_read_by_those_who_judge_and_by_whom_it_concerns_alone() {
    let mut world = World::founded();
    let (dossier, _) = received(&mut world);
    let anne = me(&world, ANNE);
    world.desks[ANNE].declare(dossier, vec![link("Fondation Aurore", None)]).unwrap();
    world.exchange();

    let chair = &mut world.desks[CHAIR];
    procedure(chair.recuse(dossier, anne, None, "  \n"), "recusal.no-reason");
    procedure(chair.recuse(dossier, anne, None, &"é".repeat(8_001)), "recusal.long-reason");
    procedure(chair.recuse(dossier, anne, Some(RecusalLevel::Criterion), WHY), "recusal.no-criteria");
    assert_eq!(chair.waiting().unwrap(), 0, "nothing was signed");
    chair.recuse(dossier, anne, Some(RecusalLevel::Full), WHY).unwrap();

    // What leaves for the registry holds no word of it.
    let sent = chair.store.read(|read| read.unsent()).unwrap();
    let bytes: Vec<u8> = sent.iter().flat_map(|kept| carried(&kept.parts)).collect();
    assert!(!sent.is_empty() && !holds(&bytes, "Collaboration"), "the reason is not sealed");
    world.exchange();

    for place in [CHAIR, SECRETARIAT, ANNE] {
        let read = world.desks[place].reason_of_decision(dossier, anne).unwrap();
        assert_eq!(read.as_deref(), Some(WHY), "desk {place}");
    }
    for place in [BRUNO, CHLOE] {
        let desk = &world.desks[place];
        assert_eq!(desk.reason_of_decision(dossier, anne).unwrap(), None, "desk {place}");
        assert!(desk.board().dossiers[&dossier].is_shut_out(anne), "that there is a recusal is known");
    }
    let card = world.desks[ANNE].dossier_card(dossier).unwrap();
    let decided = card.decided.unwrap();
    assert_eq!((decided.level, decided.reason.as_deref()), (Level::Full, Some(WHY)));
    assert_eq!(board(&world, SECRETARIAT).recusals[0].reason.as_deref(), Some(WHY));

    // Another decision takes its place, with its own words.
    world.desks[CHAIR].recuse(dossier, anne, None, "Lien ancien et sans objet.").unwrap();
    world.exchange();
    let cleared = board(&world, SECRETARIAT).cleared.remove(0);
    assert_eq!((cleared.level, cleared.reason.as_deref()), (Level::None, Some("Lien ancien et sans objet.")));

    // Stepping back oneself needs no word; what was said before is not said of it.
    world.desks[ANNE].recuse(dossier, anne, Some(RecusalLevel::Discuss), "").unwrap();
    world.exchange();
    let stood = board(&world, CHAIR).recusals.remove(0);
    assert_eq!((stood.level, stood.reason), (Level::Discuss, None));
}

#[test]
fn a_reason_that_is_being_typed_is_there_again_and_an_older_save_does_not_overwrite_it() {
    let mut world = World::founded();
    let (dossier, _) = received(&mut world);
    let chair = &world.desks[CHAIR];
    let typed = |version: u64, text: &str| TypedForm { version, text: text.to_owned() };
    assert_eq!(chair.form_kept(Some(dossier), "links/anne").unwrap(), None);
    chair.form_keep(Some(dossier), "links/anne", &typed(2, "Collaboration")).unwrap();
    assert_eq!(chair.form_keep(Some(dossier), "links/anne", &typed(1, "Coll")).unwrap().version, 2);
    assert_eq!(chair.form_kept(Some(dossier), "links/anne").unwrap(), Some(typed(2, "Collaboration")));
    assert_eq!(chair.form_kept(Some(dossier), "links/bruno").unwrap(), None);
    assert!(matches!(
        chair.form_keep(Some(dossier), "links/anne", &typed(3, &"é".repeat(1 << 20))),
        Err(AppError::Input(_))
    ));
    assert_eq!(chair.waiting().unwrap(), 0, "nothing of it leaves the computer");
}

#[test]
fn a_link_that_is_declared_in_the_middle_shuts_the_door_and_loses_no_draft() {
    let mut world = World::founded();
    let dossier = scoring(&mut world);
    let anne = me(&world, ANNE);
    let view = world.desks[ANNE].review_view(dossier).unwrap();
    let written = Row { reason: "Premier jet.".into(), ..row(&view, 0, 1) };
    world.desks[ANNE].review_row(dossier, written.clone()).unwrap();
    world.desks[ANNE].declare(dossier, vec![link("Fondation Aurore", None)]).unwrap();
    world.exchange();
    let shut = world.desks[ANNE].review_view(dossier);
    assert!(matches!(shut, Err(AppError::Refused(Refusal::DeclarationPending))), "{shut:?}");
    world.desks[CHAIR].recuse(dossier, anne, None, WHY).unwrap();
    world.exchange();
    assert_eq!(world.desks[ANNE].review_view(dossier).unwrap().rows, [written]);
}

#[test]
fn who_steps_back_by_themselves_does_not_come_back_by_themselves_nor_judge_their_own_link() {
    let mut world = World::founded();
    let (dossier, _) = received(&mut world);
    let anne = me(&world, ANNE);
    let card = |world: &World| world.desks[ANNE].dossier_card(dossier).unwrap();
    let own = link("Fondation Aurore", None);
    world.desks[ANNE].declare(dossier, vec![own.clone()]).unwrap();
    world.exchange();
    // What was declared can be read again, to add to it; the door stays shut until it is judged.
    let waiting = card(&world);
    assert_eq!(waiting.links.unwrap()[0].entity, own.entity);
    assert_eq!(waiting.step_back, [Level::Full]);
    for level in [None, Some(RecusalLevel::Discuss)] {
        let judged = world.desks[ANNE].recuse(dossier, anne, level, "");
        assert!(matches!(judged, Err(AppError::Refused(Refusal::NotByYou))), "{judged:?}");
    }
    world.desks[CHAIR].recuse(dossier, anne, None, WHY).unwrap();
    world.exchange();
    assert_eq!(card(&world).step_back, [Level::Discuss, Level::Full]);

    let shut = world.desks[ANNE].step_back(dossier, Level::Full, "").unwrap();
    like_the_contract("DossierCard", &shut);
    assert!(shut.step_back.is_empty());
    world.exchange();
    // Another program of hers may try; neither her board nor anybody's takes it.
    let back = Action::Recusal { dossier, member: anne, level: None };
    assert!(world.desks[ANNE].act(vec![Intent::clear(back)]).is_err());
    assert_eq!(board(&world, CHAIR).recusals[0].level, Level::Full);
    world.desks[CHAIR].recuse(dossier, anne, None, "Lien terminé.").unwrap();
    world.exchange();
    assert_eq!(board(&world, CHAIR).cleared[0].level, Level::None);
}

#[test]
fn who_is_kept_out_of_a_dossier_does_not_read_why_somebody_else_is() {
    let mut world = World::founded();
    let (dossier, _) = received(&mut world);
    let (chair, anne) = (me(&world, CHAIR), me(&world, ANNE));
    world.desks[CHAIR].recuse(dossier, chair, Some(RecusalLevel::Full), "").unwrap();
    world.exchange();
    // Nobody decides for a chair who is kept out until there is a vice-chair.
    let kept_out = world.desks[CHAIR].recuse(dossier, anne, Some(RecusalLevel::Full), WHY);
    assert!(matches!(kept_out, Err(AppError::Refused(Refusal::Recused))), "{kept_out:?}");
    let bruno = me(&world, BRUNO);
    world.desks[ANNE].set_roles(&[(bruno, Role::ViceChair, true)]).unwrap();
    world.exchange();
    world.desks[BRUNO].recuse(dossier, anne, Some(RecusalLevel::Full), WHY).unwrap();
    world.exchange();
    // No device of the chair is one of a judge by now; the vice-chair's and the secretariat's are.
    let mut judges: Vec<_> =
        world.desks[SECRETARIAT].judging(dossier, anne).into_iter().map(|(device, _)| device).collect();
    let mut expected = [SECRETARIAT, BRUNO].map(|place| world.desks[place].device());
    judges.sort();
    expected.sort();
    assert_eq!(judges, expected);
    assert_eq!(world.desks[CHAIR].reason_of_decision(dossier, anne).unwrap(), None);
    assert_eq!(world.desks[SECRETARIAT].reason_of_decision(dossier, anne).unwrap().as_deref(), Some(WHY));
}

#[test]
fn a_recusal_from_criteria_takes_exactly_those_out_of_the_mark_and_of_the_comparison() {
    let mut world = World::founded();
    let (dossier, _) = opened(&mut world);
    let grid = world.desks[ANNE].grid_of(dossier).unwrap();
    let class = world.desks[ANNE].answers(dossier).unwrap().has_class.as_deref().and_then(HasClass::read);
    let one = grid.applicable(class).find(|one| one.scored && !one.options().is_empty()).unwrap();
    let code = one.code.clone();
    let low = one.options().iter().min_by_key(|option| option.points.clone()).unwrap().code.clone();
    world.desks[ANNE]
        .revise(dossier, &code, Mark::Option(low.clone()), "L’annexe C m’a convaincue.")
        .unwrap();
    world.exchange();
    let mark = |world: &World, place: usize| {
        let board = world.desks[place].marks(dossier).unwrap().board.unwrap().unwrap();
        plain(&board.exact.unwrap())
    };
    let before = mark(&world, BRUNO);
    let anne = me(&world, ANNE);

    let chair = &mut world.desks[CHAIR];
    procedure(chair.recuse_from(dossier, anne, &[], WHY), "recusal.no-criteria");
    procedure(chair.recuse_from(dossier, anne, std::slice::from_ref(&code), ""), "recusal.no-reason");
    let wrong = chair.recuse_from(dossier, anne, &["9.9".to_owned()], WHY);
    assert!(matches!(wrong, Err(AppError::Unknown("criterion"))), "{wrong:?}");
    chair.recuse_from(dossier, anne, std::slice::from_ref(&code), WHY).unwrap();
    let sent = chair.store.read(|read| read.unsent()).unwrap();
    let bytes: Vec<u8> = sent.iter().flat_map(|kept| carried(&kept.parts)).collect();
    assert!(!holds(&bytes, "Collaboration"));
    world.exchange();

    // What the rules compute of the same sheets with the same recusal.
    let sheets = world.desks[BRUNO].sheets_now(dossier, &grid).unwrap();
    let sheets: Vec<_> = sheets.into_iter().map(|(member, sheet)| marked(member, &sheet.unwrap())).collect();
    let recusal =
        Recusal { elector: anne.to_string(), level: Reach::Criterion, criteria: vec![code.clone()] };
    let ruled = grid.board(class, &sheets, &[recusal], Aggregate::Median).unwrap().exact.unwrap();
    for place in [CHAIR, ANNE, BRUNO, SECRETARIAT] {
        assert_eq!(mark(&world, place), plain(&ruled), "desk {place}");
    }
    assert_ne!(mark(&world, BRUNO), before, "Anne’s mark weighed before");

    let shown = |world: &World, place: usize, code: &str| {
        let opened = world.desks[place].comparison_view(dossier).unwrap().opened.unwrap();
        opened.criteria.into_iter().find(|one| one.code == code).unwrap()
    };
    let seen = shown(&world, BRUNO, &code);
    assert_eq!(seen.strips.iter().map(|strip| strip.n).sum::<usize>(), 1);
    assert!(shown(&world, ANNE, &code).form.is_none(), "there is nothing to change");
    let refused = world.desks[ANNE].revise(dossier, &code, Mark::NotApplicable, "Je change encore d’avis.");
    assert!(matches!(refused, Err(AppError::Refused(Refusal::Recused))), "{refused:?}");
    let other = grid.applicable(class).find(|one| one.scored && one.code != code).unwrap().code.clone();
    assert!(shown(&world, ANNE, &other).form.is_some());

    // The person votes and reads all the same; lifted, the mark counts again.
    assert!(!world.desks[CHAIR].board().dossiers[&dossier].is_recused(anne));
    world.desks[CHAIR].recuse(dossier, anne, None, "Décision revue.").unwrap();
    world.exchange();
    assert_eq!(mark(&world, BRUNO), before);
    assert!(world.desks[ANNE].named_criteria(dossier, anne).unwrap().is_empty());
}

#[test]
fn a_reviewer_is_not_asked_for_the_named_criteria_and_hands_in_without_them() {
    let mut world = World::founded();
    let dossier = scoring(&mut world);
    let anne = me(&world, ANNE);
    let view = world.desks[ANNE].review_view(dossier).unwrap();
    let out = view.grid.criteria[0].code.clone();
    // Typed before the decision: it stays on the laptop and is never sealed.
    world.desks[ANNE].review_row(dossier, row(&view, 0, 1)).unwrap();
    let total = world.desks[ANNE].review_summary(dossier).unwrap().total;
    world.desks[CHAIR].recuse_from(dossier, anne, std::slice::from_ref(&out), WHY).unwrap();
    world.exchange();

    let view = world.desks[ANNE].review_view(dossier).unwrap();
    assert_eq!((view.not_mine.as_slice(), view.not_mine_why.as_deref()), (&[out.clone()][..], Some(WHY)));
    like_the_contract("ReviewView", &view);
    let summary = world.desks[ANNE].review_summary(dossier).unwrap();
    assert_eq!((summary.total, summary.marked), (total - 1, 0));
    assert!(!summary.unmarked.contains(&out));
    let task = world.desks[ANNE].desk_view().unwrap().tasks.remove(0).progress.unwrap();
    assert_eq!((task.done, task.total), (0, total - 1));
    let other = world.desks[BRUNO].review_view(dossier).unwrap();
    assert!(other.not_mine.is_empty() && other.not_mine_why.is_none());
    assert_eq!(world.desks[BRUNO].review_summary(dossier).unwrap().total, total);

    world.desks[ANNE].review_row(dossier, Row { version: 1, ..row(&view, 1, 1) }).unwrap();
    world.desks[ANNE].submit(dossier).unwrap();
    let sheet = world.desks[ANNE].submitted_sheet(dossier).unwrap().unwrap();
    assert_eq!(
        sheet.rows.iter().map(|row| row.criterion.as_str()).collect::<Vec<_>>(),
        [view.grid.criteria[1].code.as_str()]
    );
    let round = world.desks[BRUNO].board().dossiers[&dossier].round().unwrap().id;
    submit(&mut world, BRUNO, dossier, round);
    open_sheets(&mut world, dossier);
    let marked = world.desks[BRUNO].comparison_view(dossier).unwrap().opened.unwrap();
    let seen = marked.criteria.iter().find(|one| one.code == out);
    assert!(seen.is_none_or(|one| one.strips.iter().map(|strip| strip.n).sum::<usize>() == 1));
}

#[test]
fn the_window_proposes_to_discuss_only_from_half_of_the_weight() {
    let mut world = World::founded();
    let (dossier, _) = received(&mut world);
    let chair = &world.desks[CHAIR];
    let none = chair.recusal_reach(dossier, &[]).unwrap();
    like_the_contract("RecusalReach", &none);
    like_the_contract("NamedCriterion", &none.criteria[0]);
    assert!(!none.proposes_discuss && !none.criteria.is_empty());
    let all: Vec<String> = none.criteria.iter().map(|one| one.code.clone()).collect();
    assert!(!chair.recusal_reach(dossier, &all[..1]).unwrap().proposes_discuss);
    assert!(chair.recusal_reach(dossier, &all).unwrap().proposes_discuss);
    assert!(world.desks[ANNE].recusal_reach(dossier, &[]).is_err(), "who does not lead decides nothing");
}

fn set_entities(world: &mut World, dossier: DossierId, change: impl Fn(&mut Vec<Entity>)) {
    let desk = &mut world.desks[SECRETARIAT];
    let mut card = desk.card(dossier).unwrap();
    change(&mut card.entities);
    let action = Action::Sealed { kind: ActionKind::DossierCard, objects: vec![dossier.0] };
    let board = GroupId::of_board(&desk.institute());
    desk.act(vec![Intent::group(action, board, card.encode())]).unwrap();
    world.exchange();
}

fn word(confirmed: bool, entity: &str, name: &str) -> MatchWord {
    MatchWord {
        entity: entity.into(),
        entity_identifier: None,
        role: "funder".into(),
        name: name.into(),
        identifier: None,
        confirmed,
        reason: "Homonymes : deux fondations.".into(),
    }
}

#[test]
fn a_cleared_match_stays_cleared_until_either_text_changes() {
    let mut world = World::founded();
    let (dossier, _) = received(&mut world);
    let named = |name: &str, identifier: Option<&str>| Entity {
        role: "funder".into(),
        name: name.into(),
        identifier: identifier.map(Into::into),
    };
    set_entities(&mut world, dossier, |all| all.push(named("Fondation Aurore", None)));
    world.desks[ANNE].declare(dossier, vec![link("fondation AURORE", None)]).unwrap();
    world.exchange();
    let anne = me(&world, ANNE).to_string();
    let found = |world: &World, place: usize| {
        board(world, place).pending[0].links.as_ref().unwrap()[0].matches.clone()
    };
    let open = found(&world, CHAIR);
    assert_eq!((open.len(), open[0].strong, open[0].ruled.is_some()), (1, false, false));
    like_the_contract("MatchedName", &open[0]);
    like_the_contract("Judgement", &board(&world, CHAIR).pending[0]);

    let said = word(false, "fondation AURORE", "Fondation Aurore");
    let chair = &mut world.desks[CHAIR];
    procedure(
        chair.judge_match(dossier, &anne, MatchWord { reason: " ".into(), ..said.clone() }),
        "match.no-reason",
    );
    let other = chair.judge_match(dossier, &anne, word(false, "fondation AURORE", "Une autre"));
    assert!(matches!(other, Err(AppError::Unknown("match"))), "{other:?}");
    let stranger = world.desks[BRUNO].judge_match(dossier, &anne, said.clone());
    assert!(matches!(stranger, Err(AppError::Refused(Refusal::NotByYou))), "{stranger:?}");
    // The secretariat prepares, the chair decides.
    world.desks[SECRETARIAT].judge_match(dossier, &anne, said.clone()).unwrap();
    let sent = world.desks[SECRETARIAT].store.read(|read| read.unsent()).unwrap();
    let bytes: Vec<u8> = sent.iter().flat_map(|kept| carried(&kept.parts)).collect();
    assert!(!sent.is_empty() && !holds(&bytes, "Homonymes") && !holds(&bytes, "AURORE"));
    world.exchange();
    let ruled = found(&world, CHAIR)[0].ruled.clone().unwrap();
    like_the_contract("RuledMatch", &ruled);
    assert_eq!((ruled.confirmed, ruled.reason.as_str()), (false, said.reason.as_str()));

    // An entity more is another match, and takes nothing back.
    set_entities(&mut world, dossier, |all| all.push(named("Aurore", None)));
    assert!(found(&world, CHAIR)[0].ruled.is_some());
    // The dossier's text changes: open again, and strong once the number is the same.
    let same = |all: &mut Vec<Entity>| {
        all.iter_mut().for_each(|one| {
            if one.name == "Fondation Aurore" {
                one.identifier = Some("123 456 789".into());
            }
        });
    };
    set_entities(&mut world, dossier, same);
    assert!(found(&world, CHAIR)[0].ruled.is_none(), "the dossier’s text has changed");
    let member = me(&world, ANNE);
    world.desks[CHAIR].recuse(dossier, member, None, WHY).unwrap();
    world.exchange();
    assert!(board(&world, CHAIR).pending.is_empty());

    // Declared anew after the decision: to judge again, with the number that is the same.
    world.desks[ANNE].declare(dossier, vec![link("Aurore SAS", Some("123456789"))]).unwrap();
    world.exchange();
    let again = board(&world, CHAIR);
    assert_eq!(again.pending[0].before, Some(Level::None));
    let links = again.pending[0].links.clone().unwrap();
    let strong: Vec<bool> = links[0].matches.iter().map(|one| one.strong).collect();
    assert_eq!(strong, [true, false], "the number, and the name");
    let said = NameMatch {
        declared: ("Aurore SAS".into(), Some("123456789".into())),
        entity: ("funder".into(), "Fondation Aurore".into(), Some("123 456 789".into())),
        confirmed: true,
        reason: "Même numéro.".into(),
    };
    world.desks[CHAIR].rule_match(dossier, member, said).unwrap();
    assert!(found(&world, CHAIR)[0].ruled.as_ref().unwrap().confirmed);
    world.desks[ANNE].declare(dossier, vec![link("Aurore SASU", Some("123456789"))]).unwrap();
    world.exchange();
    assert!(found(&world, CHAIR)[0].ruled.is_none(), "the declared text has changed");

    // Of all that, whoever declared and everybody else sees nothing.
    for place in [ANNE, BRUNO, CHLOE] {
        let seen = world.desks[place].interests_board().unwrap();
        assert!(seen.pending.is_empty() && seen.recusals.is_empty() && seen.cleared.is_empty());
    }
}

#[test]
fn a_form_decides_with_reason_and_criteria() {
    let mut world = World::founded();
    let (dossier, _) = received(&mut world);
    world.desks[ANNE].declare(dossier, vec![link("Fondation Aurore", None)]).unwrap();
    world.exchange();
    let anne = me(&world, ANNE).to_string();
    let code = world.desks[CHAIR].recusal_reach(dossier, &[]).unwrap().criteria[0].code.clone();
    let said = Verdict { level: Level::Criterion, reason: WHY.into(), criteria: vec![code.clone()] };
    let board = world.desks[CHAIR].decide_interests(dossier, &anne, &said).unwrap();
    let one = &board.recusals[0];
    like_the_contract("DecidedLink", one);
    assert_eq!((one.level, one.criteria[0].code.as_str()), (Level::Criterion, code.as_str()));
    assert_eq!((one.reason.as_deref(), one.links.len()), (Some(WHY), 1));
    world.exchange();
    // The person reads why and which, once the key is there.
    world.desks[CHAIR].tend_keys().unwrap();
    world.exchange();
    let own = world.desks[ANNE].dossier_card(dossier).unwrap();
    like_the_contract("DossierCard", &own);
    let decided = own.decided.unwrap();
    like_the_contract("OwnDecision", &decided);
    assert_eq!((decided.reason.as_deref(), decided.criteria[0].code.as_str()), (Some(WHY), code.as_str()));
}
