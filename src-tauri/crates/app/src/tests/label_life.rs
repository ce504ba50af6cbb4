//! A label after its publication: every desk tells the same of it, and a certificate's verdict follows.

use sceau_domain::label::{Date, Deed, PublicReason};
use sceau_domain::moment::DAY;
use sceau_domain::refusal::Refusal;

use super::journey::{labelled, package};
use super::world::{ANNE, BRUNO, CHAIR, CHLOE, SECRETARIAT, World};
use crate::dossier::Reception;
use crate::error::{AppError, Result};
use crate::label_life::LabelAct;
use crate::view::files::Outcome;
use crate::view::label_life::LabelMoveForm;

const ENOUGH: u64 = 400;

fn act(deed: Deed, public: &str, grounds: &str) -> LabelAct {
    let public = Some(public).filter(|text| !text.is_empty());
    let public = public.map(|fr| PublicReason { fr: fr.to_owned(), en: Some("Display fault.".to_owned()) });
    LabelAct { deed, from: None, successor: None, public, grounds: grounds.to_owned() }
}

fn refused(result: Result<()>, reason: Refusal) {
    assert!(matches!(&result, Err(AppError::Refused(found)) if *found == reason), "{result:?}");
}

fn states(world: &World) -> Vec<String> {
    [SECRETARIAT, CHAIR, ANNE, BRUNO, CHLOE]
        .map(|desk| world.desks[desk].labels_view().unwrap().issued[0].state.clone())
        .to_vec()
}

#[test]
fn a_suspension_is_told_everywhere_until_it_is_lifted() {
    let mut world = World::founded();
    let (dossier, pdf) = labelled(&mut world);
    world.pass(DAY);
    let suspended = act(Deed::Suspended, "Défaut d’affichage.", "Signalé par trois hôpitaux.");
    refused(world.desks[SECRETARIAT].move_label(dossier, &suspended), Refusal::NotByYou);
    refused(world.desks[CHAIR].move_label(dossier, &act(Deed::Reinstated, "Rien.", "")), Refusal::LabelState);
    let silent = world.desks[CHAIR].move_label(dossier, &act(Deed::Suspended, "", "Sans motif public."));
    assert!(matches!(&silent, Err(AppError::Procedure(code)) if code == "label.no-reason"), "{silent:?}");
    assert_eq!(world.desks[BRUNO].verdict(&pdf, "c.pdf").unwrap().verdict, Outcome::Valid);

    world.desks[CHAIR].move_label(dossier, &suspended).unwrap();
    world.exchange();
    assert_eq!(states(&world), ["suspended"; 5]);
    for desk in [SECRETARIAT, BRUNO] {
        let said = world.desks[desk].verdict(&pdf, "c.pdf").unwrap();
        assert_eq!(said.verdict, Outcome::Invalid, "{:?}", said.checks);
        let check = said.checks.iter().find(|check| check.code == "standing-suspended").unwrap();
        assert_eq!(check.params["date"], world.now().day_in_paris().to_string());
    }
    let told = |desk: usize| world.desks[desk].label_moves(dossier).unwrap().remove(0);
    assert_eq!(told(ANNE).grounds.as_deref(), Some("Signalé par trois hôpitaux."));
    assert_eq!(told(CHLOE).grounds, None, "who is recused reads what the public reads");
    assert_eq!(told(CHLOE).recorded.said.public.unwrap().fr, "Défaut d’affichage.");
    refused(world.desks[CHAIR].move_label(dossier, &suspended), Refusal::LabelState);

    world.pass(DAY);
    world.desks[CHAIR].move_label(dossier, &act(Deed::Reinstated, "Correctif vérifié.", "")).unwrap();
    world.exchange();
    assert_eq!(states(&world), ["active"; 5]);
    assert_eq!(world.desks[BRUNO].verdict(&pdf, "c.pdf").unwrap().verdict, Outcome::Valid);
    let course = world.desks[BRUNO].label_course(dossier).unwrap();
    let steps: Vec<&str> = course.steps.iter().map(|step| step.what.as_str()).collect();
    assert_eq!(steps, ["reinstated", "suspended", "granted"]);
    assert!(course.offers.is_empty(), "a reviewer decides nothing about a label");
    assert_eq!(
        course.steps[0].grounds.as_deref(),
        Some("Correctif vérifié."),
        "the public reason is on file too"
    );
}

#[test]
fn an_announced_end_comes_on_its_day_and_nothing_brings_the_label_back() {
    let mut world = World::founded();
    let (dossier, _) = labelled(&mut world);
    let on = world.now().plus(10 * DAY).day_in_paris();
    let far = world.now().plus(ENOUGH * DAY).day_in_paris();
    let later = LabelAct { from: Some(far), ..act(Deed::Withdrawn, "Convention rompue.", "") };
    refused(world.desks[CHAIR].move_label(dossier, &later), Refusal::LabelDates);
    let withdrawn = LabelAct { from: Some(on), ..later };
    world.desks[CHAIR].move_label(dossier, &withdrawn).unwrap();
    world.exchange();
    assert_eq!(states(&world), ["active"; 5]);
    let course = world.desks[CHAIR].label_course(dossier).unwrap();
    assert_eq!((course.next[0].on.clone(), course.next[0].what.as_str()), (on.to_string(), "withdrawn"));
    world.pass(10 * DAY);
    assert_eq!(states(&world), ["withdrawn"; 5]);
    let course = world.desks[CHAIR].label_course(dossier).unwrap();
    assert_eq!((course.since.clone(), course.offers.len()), (on.to_string(), 0));
    let back = act(Deed::Reinstated, "Erreur.", "");
    refused(world.desks[CHAIR].move_label(dossier, &back), Refusal::LabelState);
}

#[test]
fn a_formal_notice_stays_between_the_board_and_the_holder() {
    let mut world = World::founded();
    let (dossier, _) = labelled(&mut world);
    let form = |deed: &str, until: Option<Date>| LabelMoveForm {
        deed: deed.to_owned(),
        from: None,
        until: until.map(|day| day.to_string()),
        months: None,
        reason_fr: String::new(),
        reason_en: String::new(),
        grounds: "Absence de déclaration d’une nouvelle version.".to_owned(),
    };
    let until = world.now().plus(30 * DAY).day_in_paris();
    let open = world.desks[CHAIR].label_move(dossier, &form("formal-notice", None));
    assert!(matches!(open, Err(AppError::Input(what)) if what == "until"));
    world.desks[CHAIR].label_move(dossier, &form("formal-notice", Some(until))).unwrap();
    world.exchange();
    assert_eq!(states(&world), ["active"; 5], "the public is not told");
    let offers = |world: &World, desk: usize| world.desks[desk].label_course(dossier).unwrap().offers;
    assert!(offers(&world, CHAIR).contains(&"notice-lifted".to_owned()));
    assert_eq!(offers(&world, SECRETARIAT), ["change-notified", "renounced"]);
    world.pass(31 * DAY);
    assert_eq!(world.desks[CHAIR].label_course(dossier).unwrap().flags, ["notice-overdue"]);
    assert!(!world.desks[CHAIR].label_course(dossier).unwrap().expiring);
    world.pass(3 * 365 * DAY - 120 * DAY);
    assert!(world.desks[CHAIR].label_course(dossier).unwrap().expiring);
}

#[test]
fn a_renewal_is_a_dossier_of_its_own_that_names_the_label_and_comes_in_the_last_six_months() {
    let mut world = World::founded();
    let (dossier, _) = labelled(&mut world);
    let grid = world.desks[SECRETARIAT].answers(dossier).unwrap().grid;
    let how = Reception { grid, number: "2026-077".into(), label: None, demonstration: true };
    let mut renewing = package("01-oncosuivi");
    renewing.renews = Some("2026-001".to_owned());
    let early = world.desks[SECRETARIAT].receive(&renewing, &how);
    assert!(matches!(&early, Err(AppError::Procedure(code)) if code == "renewal.too-early"), "{early:?}");
    world.pass(31 * 30 * DAY);
    let new = world.desks[SECRETARIAT].receive(&renewing, &how).unwrap();
    world.exchange();
    assert_eq!(world.desks[BRUNO].renews(new).unwrap().as_deref(), Some("2026-001"));
    assert_eq!(world.desks[BRUNO].dossier_card(new).unwrap().renews.as_deref(), Some("2026-001"));
    let shown = world.desks[BRUNO].labels_view().unwrap().issued.remove(0);
    assert_eq!(shown.renewal.map(|renewal| renewal.number).as_deref(), Some("2026-077"));
    assert_eq!(
        (shown.state.as_str(), shown.course.expiring),
        ("active", true),
        "it extends nothing by itself"
    );

    // Once the new label has its number, the secretariat's desk replaces the old one, from a day of its own.
    let on = world.now().plus(20 * DAY).day_in_paris();
    world.desks[SECRETARIAT].replace_renewed(new, "2026-001", on).unwrap_err();
    assert_eq!(states(&world), ["active"; 5], "a label does not replace itself");
}
