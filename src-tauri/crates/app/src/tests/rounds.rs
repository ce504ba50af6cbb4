//! A second and a third independent round: begun by the chair, sealed as the first, started from one's own marks, and the
//! last one that is open is what the board's mark rests on.

use sceau_domain::action::RecusalLevel;
use sceau_domain::dossier::Stage;
use sceau_domain::fraction::whole;
use sceau_domain::id::DossierId;
use sceau_domain::moment::{DAY, Moment};
use sceau_domain::refusal::Refusal;
use sceau_ledger::payload::sealed::{Mark, SheetRow};

use super::journey::{in_scoring, open_sheets, opened, submit};
use super::voting::{like_the_contract, words};
use super::world::{ANNE, BRUNO, CHAIR, CHLOE, SECRETARIAT, World};
use crate::error::{AppError, Result};
use crate::review::{DraftRow, SheetStanding};
use crate::thread::Topic;
use crate::view::comparison::{CellKind, CompareCriterion, ComparisonView, OpenedSheets};
use crate::view::desk::TaskKind;
use crate::view::rounds::RoundView;

const WHY: &str = "L’annexe C m’a convaincue.";

fn procedure<T: std::fmt::Debug>(result: Result<T>, code: &str) {
    assert!(matches!(&result, Err(AppError::Procedure(found)) if found == code), "{result:?}");
}

fn comparison(world: &World, place: usize, dossier: DossierId) -> ComparisonView {
    world.desks[place].comparison_view(dossier).unwrap()
}

fn criterion(opened: &OpenedSheets, code: &str) -> CompareCriterion {
    opened.criteria.iter().find(|one| one.code == code).unwrap().clone()
}

/// Criteria with options, and the option that is worth least.
fn lowest(world: &World, dossier: DossierId) -> Vec<(String, Mark)> {
    let grid = world.desks[ANNE].grid_of(dossier).unwrap();
    let with_options = grid.criteria.iter().filter(|one| one.scored && !one.options().is_empty());
    let least = with_options.map(|one| {
        let option = one.options().iter().min_by_key(|option| option.points.clone()).unwrap();
        (one.code.clone(), Mark::Option(option.code.clone()))
    });
    least.collect()
}

fn tomorrow(world: &World) -> Moment {
    world.now().plus(DAY)
}

fn round_view(world: &World, place: usize, dossier: DossierId) -> RoundView {
    world.desks[place].dossier_page(dossier).unwrap().round.unwrap()
}

/// What a reviewer has in hand for a criterion.
fn in_hand(world: &World, place: usize, dossier: DossierId, code: &str) -> DraftRow {
    let rows = world.desks[place].rows(dossier).unwrap();
    rows.into_iter().find(|draft| draft.row.criterion == code).unwrap()
}

fn remark(world: &World, place: usize, dossier: DossierId, code: &str, mark: Mark, why: &str) {
    let draft = in_hand(world, place, dossier, code);
    let row = SheetRow { mark: Some(mark), ..draft.row };
    world.desks[place].save_row_because(dossier, draft.version + 1, &row, why).unwrap();
}

fn board_mark(world: &World, place: usize, dossier: DossierId) -> sceau_domain::fraction::Fraction {
    world.desks[place].marks(dossier).unwrap().board.unwrap().unwrap().exact.unwrap()
}

fn play_round(world: &mut World, dossier: DossierId) {
    let deadline = tomorrow(world);
    world.desks[CHAIR].rescore(dossier, deadline).unwrap();
    world.exchange();
    for reviewer in [ANNE, BRUNO] {
        world.desks[reviewer].submit(dossier).unwrap();
    }
    open_sheets(world, dossier);
}

#[test]
fn a_second_round_starts_from_one_s_own_marks_is_sealed_and_counts_once_it_is_open() {
    let mut world = World::founded();
    let (dossier, _) = opened(&mut world);
    let low = lowest(&world, dossier);
    let [(first, first_low), (second, second_low), ..] = low.as_slice() else { unreachable!() };
    // Bruno changes a mark openly: that is where he starts from.
    world.desks[BRUNO].revise(dossier, second, second_low.clone(), WHY).unwrap();
    world.exchange();
    let debated = board_mark(&world, CHAIR, dossier);
    assert!(debated < whole(20));

    let deadline = tomorrow(&world);
    procedure(world.desks[SECRETARIAT].rescore(dossier, deadline), "transition.not-by-you");
    let past = world.now();
    procedure(world.desks[CHAIR].rescore(dossier, past), "round.deadline-passed");
    let page = world.desks[CHAIR].rescore_view(dossier, deadline.0).unwrap();
    let shown = page.round.unwrap();
    assert_eq!((shown.number, shown.most, shown.received, shown.closed), (2, 3, 0, false));
    assert_eq!((shown.minimum_sheets, page.stage.as_str()), (2, "scoring"));
    assert_eq!(page.journey.iter().filter(|one| one.code == "rescore").count(), 1);
    assert_eq!(page.journey.iter().filter(|one| one.code == "open-round").count(), 1);
    world.exchange();

    let line = world.desks[ANNE].comparisons_view().unwrap().remove(0);
    like_the_contract("ComparisonLine", &line);
    assert_eq!(line.sealed.map(|sealed| sealed.number), Some(2));
    assert!(line.opened_at.is_some(), "the first round stays readable");
    let news = world.desks[ANNE].desk_view().unwrap().changes;
    assert!(news.iter().any(|change| change.code == "rescore"), "{news:?}");

    // Everybody starts from their own sheet, as they changed it.
    let task =
        world.desks[ANNE].desk_view().unwrap().tasks.into_iter().find(|one| one.kind == TaskKind::Review);
    let task = task.unwrap();
    assert_eq!((task.round, task.deadline), (2, Some(deadline.0)));
    let progress = task.progress.unwrap();
    assert!(progress.done > 0, "unchanged marks carry over: {progress:?}");
    assert_eq!(in_hand(&world, BRUNO, dossier, second).row.mark.as_ref(), Some(second_low));
    assert_ne!(in_hand(&world, ANNE, dossier, second).row.mark.as_ref(), Some(second_low));
    let review = world.desks[BRUNO].review_view(dossier).unwrap();
    like_the_contract("ReviewView", &review);
    like_the_contract("FormerMark", &review.former[0]);
    assert_eq!(review.round, 2);
    let former = review.former.iter().find(|one| one.criterion == *second).unwrap();
    assert_eq!(former.mark.clone().map(crate::view::review::Mark::record).as_ref(), Some(second_low));

    // A changed mark says why before the sheet is sealed.
    remark(&world, ANNE, dossier, first, first_low.clone(), "");
    let summary = world.desks[ANNE].review_summary(dossier).unwrap();
    like_the_contract("Summary", &summary);
    assert_eq!(summary.why_missing, [first.as_str()]);
    let refused = world.desks[ANNE].submit(dossier);
    let wanted = [format!("revision.why-short@{first}")];
    assert!(matches!(refused, Err(AppError::File { codes, .. }) if codes == wanted));
    remark(&world, ANNE, dossier, first, first_low.clone(), WHY);
    assert_eq!(world.desks[ANNE].review_summary(dossier).unwrap().refusal, None);
    let draft = in_hand(&world, ANNE, dossier, second);
    let row = SheetRow { reason: "Réadmissions perdues de vue.".into(), ..draft.row };
    assert!(world.desks[ANNE].search_view("réadmissions", "fr").unwrap().dossiers.is_empty());
    world.desks[ANNE].save_row(dossier, draft.version + 1, &row).unwrap();
    let found = world.desks[ANNE].search_view("réadmissions", "fr").unwrap();
    assert_eq!(found.dossiers.len(), 1, "what is written in this round is found");

    // Offline it is sealed here; nobody sees anything of it before the opening.
    world.desks[ANNE].submit(dossier).unwrap();
    assert!(matches!(
        world.desks[ANNE].sheet_standing(dossier),
        Ok(SheetStanding::Sealed { received: false, .. })
    ));
    world.desks[ANNE].take_back(dossier).unwrap();
    assert_eq!(in_hand(&world, ANNE, dossier, first).why, WHY, "what was written is still there");
    world.desks[ANNE].submit(dossier).unwrap();
    world.exchange();
    for place in [ANNE, BRUNO, CHAIR, SECRETARIAT] {
        let view = comparison(&world, place, dossier);
        let measured = &view.opened.as_ref().unwrap().statistics;
        like_the_contract("Statistics", measured);
        like_the_contract("Figure", &measured.figures[0]);
        assert_eq!((view.round, view.rounds.len()), (1, 1));
        assert_eq!(
            view.sealed.as_ref().map(|sealed| (sealed.number, sealed.opens_at)),
            Some((2, deadline.0))
        );
        like_the_contract("SealedRound", &view.sealed.clone().unwrap());
        let opened = view.opened.unwrap();
        assert_eq!(opened.changed, 0);
        assert_eq!(opened.talk_refusal.unwrap().code, "round.followed");
        assert_eq!(board_mark(&world, place, dossier), debated, "the round that is open is what counts");
    }
    let text = serde_json::to_string(&comparison(&world, BRUNO, dossier)).unwrap();
    assert!(!text.contains("convaincue\",\"from"), "nothing of the new round");
    let refused = world.desks[BRUNO].revise(dossier, first, first_low.clone(), WHY);
    assert!(matches!(refused, Err(AppError::Refused(Refusal::WrongStage))), "{refused:?}");
    let deadline_of_vote = tomorrow(&world);
    let early = world.desks[CHAIR].table_motion(dossier, &words(), deadline_of_vote);
    assert!(early.is_err(), "nothing is voted on while sheets are sealed");

    world.desks[BRUNO].submit(dossier).unwrap();
    open_sheets(&mut world, dossier);
    let view = comparison(&world, BRUNO, dossier);
    like_the_contract("ComparisonView", &view);
    like_the_contract("OpenedRound", &view.rounds[0]);
    assert_eq!((view.round, view.rounds.len(), view.sealed.clone()), (2, 2, None));
    let opened = view.opened.unwrap();
    like_the_contract("OpenedSheets", &opened);
    assert_eq!(opened.changed, 1);
    let voices = criterion(&opened, first).voices;
    let voice = voices.iter().find(|voice| voice.before.is_some()).unwrap();
    like_the_contract("Voice", voice);
    let before = voice.before.as_ref().unwrap();
    like_the_contract("BeforeMark", before);
    assert_eq!(
        (before.why.as_str(), before.from.kind, before.to.kind),
        (WHY, CellKind::Mark, CellKind::Mark)
    );
    assert_ne!(before.from.points, before.to.points);
    assert!(
        criterion(&opened, second)
            .voices
            .iter()
            .all(|voice| voice.before.is_none() && voice.changes.is_empty())
    );
    assert_eq!(opened.talk_refusal, None);
    let marks: Vec<_> =
        [CHAIR, ANNE, BRUNO, SECRETARIAT].map(|place| board_mark(&world, place, dossier)).into();
    assert!(marks[0] < debated && marks.windows(2).all(|pair| pair[0] == pair[1]), "{marks:?}");

    // The first round can still be looked at, and only looked at.
    let earlier = world.desks[BRUNO].comparison_of_round(dossier, Some(1)).unwrap();
    let earlier = earlier.opened.unwrap();
    assert_ne!(earlier.board_mark, opened.board_mark);
    assert_eq!(
        criterion(&earlier, second).voices.iter().filter(|voice| !voice.changes.is_empty()).count(),
        1
    );
    assert_eq!(earlier.change_refusal.unwrap().code, "round.followed");
    let beyond = world.desks[BRUNO].comparison_of_round(dossier, Some(3));
    assert!(matches!(beyond, Err(AppError::Unknown("round"))));

    // Marks are changed openly again, and one talks about the round that is open.
    world.desks[BRUNO].revise(dossier, first, first_low.clone(), WHY).unwrap();
    world.desks[ANNE].post(dossier, &Topic::criterion(first), "Merci.", None).unwrap();
    world.exchange();
    assert!(board_mark(&world, CHAIR, dossier) < marks[0]);
}

#[test]
fn whoever_was_recused_takes_no_part_and_the_fourth_round_is_refused() {
    let mut world = World::founded();
    let (dossier, _) = opened(&mut world);
    play_round(&mut world, dossier);
    assert_eq!(world.desks[CHAIR].board().dossiers[&dossier].stage, Stage::Opened);
    let bruno = world.desks[BRUNO].me().unwrap();
    let deadline = tomorrow(&world);
    world.desks[CHAIR].rescore(dossier, deadline).unwrap();
    world.exchange();
    world.desks[CHAIR].recuse(dossier, bruno, Some(RecusalLevel::Discuss), "Même laboratoire.").unwrap();
    world.exchange();
    let refused = world.desks[BRUNO].submit(dossier);
    assert!(matches!(refused, Err(AppError::Refused(Refusal::Recused))), "{refused:?}");
    assert!(world.desks[CHLOE].comparison_view(dossier).is_err());
    world.desks[ANNE].submit(dossier).unwrap();
    world.exchange();
    let waiting = world.desks[SECRETARIAT].close_intake(dossier);
    assert!(matches!(waiting, Err(AppError::Refused(Refusal::SheetsMissing))), "two sheets were agreed on");
    world.desks[CHAIR].recuse(dossier, bruno, None, "Le lien a pris fin.").unwrap();
    let members = [world.desks[ANNE].me().unwrap(), bruno];
    world.exchange();
    world.desks[SECRETARIAT].assign(dossier, &members, 2).unwrap();
    world.exchange();
    world.desks[BRUNO].submit(dossier).unwrap();
    open_sheets(&mut world, dossier);

    let page = world.desks[CHAIR].dossier_page(dossier).unwrap();
    let shown = page.round.unwrap();
    like_the_contract("RoundView", &shown);
    let stop = shown.stop.unwrap();
    like_the_contract("StopView", &stop);
    assert_eq!((shown.number, stop.marks_changed, stop.code.as_str()), (3, 0, "last-round"));
    let step = page.steps.iter().find(|step| step.kind == crate::steps::StepKind::Rescore).unwrap();
    let problem = step.problem.clone().unwrap();
    assert_eq!(problem.code, "round.last-round-done");
    let deadline = tomorrow(&world);
    procedure(world.desks[CHAIR].rescore(dossier, deadline), "round.last-round-done");
    // Stopping ends scoring, not the procedure.
    let deadline = tomorrow(&world);
    world.desks[CHAIR].table_motion(dossier, &words(), deadline).unwrap();
}

#[test]
fn the_stop_rule_is_said_to_whoever_leads_from_what_is_open_and_from_nothing_else() {
    let mut world = World::founded();
    let (dossier, _, round) = in_scoring(&mut world);
    assert_eq!(world.desks[CHAIR].stop_proposal(dossier).unwrap(), None, "nothing is open");
    let members: Vec<_> =
        [ANNE, BRUNO, CHAIR].iter().map(|place| world.desks[*place].me().unwrap()).collect();
    world.desks[SECRETARIAT].assign(dossier, &members, 2).unwrap();
    world.exchange();
    for reviewer in [ANNE, BRUNO, CHAIR] {
        submit(&mut world, reviewer, dossier, round);
    }
    open_sheets(&mut world, dossier);
    let code = |world: &World| round_view(world, CHAIR, dossier).stop.unwrap().code;
    assert_eq!(code(&world), "nothing-to-discuss");
    // Two camps on some criteria, said openly.
    let low = lowest(&world, dossier);
    for (criterion, mark) in &low {
        world.desks[ANNE].revise(dossier, criterion, mark.clone(), WHY).unwrap();
    }
    world.exchange();
    assert_eq!(code(&world), "go-on");
    assert!(round_view(&world, SECRETARIAT, dossier).stop.unwrap().to_discuss > 0);

    // A round in which nobody changes anything is stable.
    let deadline = tomorrow(&world);
    world.desks[CHAIR].rescore(dossier, deadline).unwrap();
    world.exchange();
    assert_eq!(round_view(&world, CHAIR, dossier).stop, None, "sealed marks say nothing");
    for reviewer in [ANNE, BRUNO, CHAIR] {
        world.desks[reviewer].submit(dossier).unwrap();
    }
    open_sheets(&mut world, dossier);
    let stop = round_view(&world, CHAIR, dossier).stop.unwrap();
    assert_eq!((stop.code.as_str(), stop.bands_changed, stop.marks_changed), ("stable", 0, 0));
    assert!(stop.marks > 0);
}
