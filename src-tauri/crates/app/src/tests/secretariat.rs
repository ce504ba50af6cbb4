//! What the secretariat, the founder and the second person see and do, on real desks.

use std::collections::BTreeMap;

use sceau_domain::action::ActionKind;
use sceau_domain::moment::DAY;

use super::voting::like_the_contract;
use super::world::{ANNE, CHAIR, CHLOE, SECRETARIAT, World};
use crate::dossier::Reception;
use crate::error::AppError;
use crate::identity::defaults::BUNDLED;
use crate::intake::table::Column;
use crate::intake::{Form, Limits, Piece, Reading, Watch, read, read_with};
use crate::view::examination::Judged;
use crate::view::forms::TypedForm;
use crate::view::intake::{Choice, Incoming, Part};
use crate::view::people::{DeviceStanding, MemberForm};
use crate::view::review::{Anchor, Passage};
use crate::view::session::Role;
use crate::view::tryout::Supposed;

const ROSTER: &str = include_str!("../../../../../assets/demo/roster.toml");

fn demonstration(name: &str) -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/demo/dossiers").join(name)
}

fn incoming(world: &World, name: &str) -> Incoming {
    let package = read(&demonstration(name), &Limits::default());
    Incoming { name: name.to_owned(), at: world.now(), package }
}

fn publish(world: &mut World) {
    for one in BUNDLED {
        world.desks[SECRETARIAT].rules_bundled(one.name).unwrap();
    }
    world.exchange();
}

#[test]
fn a_complete_package_is_shown_accepted_and_examined_from_the_screen() {
    let mut world = World::founded();
    publish(&mut world);
    let hand = incoming(&world, "01-oncosuivi");
    let view = world.desks[SECRETARIAT].intake_view(&hand, &Choice::default()).unwrap();
    assert_eq!((view.missing, view.knocked_out), (0, false), "{:?}", view.lines);
    assert_eq!(view.answered, view.questions);
    assert_eq!(view.met, view.prerequisites);
    assert!(view.grid.is_some() && view.label.is_some() && view.contact.is_some());
    assert!(view.lines.iter().any(|line| line.part == Part::Prerequisites && line.title.is_some()));
    let grid = crate::view::bytes_of(view.grid.as_deref().unwrap()).unwrap();
    let how = Reception { grid, number: view.number.clone(), label: view.label.clone(), demonstration: true };
    assert!(world.desks[CHLOE].accept(&hand, &how).is_err(), "only the secretariat takes dossiers in");
    let received = world.desks[SECRETARIAT].accept(&hand, &how).unwrap();
    assert!(received.preselected && received.why.is_none(), "{received:?}");
    assert_ne!(world.desks[SECRETARIAT].intake_view(&hand, &Choice::default()).unwrap().number, view.number);
    let desk = &mut world.desks[SECRETARIAT];
    let waiting = desk.to_examine().unwrap();
    assert_eq!(waiting.len(), 1);
    let dossier = crate::view::dossier_id(&received.dossier).unwrap();
    let before = desk.examination_view(dossier).unwrap();
    assert!(before.may && before.left == before.rows.len());
    let row = before.rows.iter().find(|row| !row.prerequisite && row.possible.len() > 2).unwrap();
    let judged = |status: &str, value: Option<&str>| Judged {
        criterion: row.criterion.clone(),
        status: status.to_owned(),
        value: value.map(str::to_owned),
        why: "Établi page 4.".to_owned(),
        anchors: vec![passage(&before.files[0].file)],
    };
    let refused = desk.examine_view(dossier, vec![judged("corrected", Some("une légende"))]).unwrap_err();
    assert!(matches!(refused, AppError::File { .. }), "{refused:?}");
    let lowest = row.possible[0].code.clone();
    let after = desk.examine_view(dossier, vec![judged("corrected", Some(&lowest))]).unwrap();
    assert_eq!(after.left, before.left - 1);
    let found = after.rows.iter().find(|one| one.criterion == row.criterion).unwrap();
    assert_eq!((found.status.as_deref(), found.value.as_deref()), (Some("corrected"), Some(&*lowest)));
    assert_eq!(found.corrected.as_ref(), Some(&row.possible[0].title));
    // The passage is there as it was cited, for the examiner and for whoever reviews.
    assert_eq!(found.anchors, [passage(&before.files[0].file)]);
    let grid = desk.review_view(dossier).unwrap().grid;
    let declared =
        grid.criteria.iter().find(|one| one.code == row.criterion).unwrap().declared.as_ref().unwrap();
    assert_eq!((&*declared.why, &declared.anchors), ("Établi page 4.", &found.anchors));
    // A passage of a file that the dossier lacks would lead nowhere.
    let mut stray = judged("refuted", None);
    stray.anchors = vec![passage(&"ab".repeat(32))];
    let refused = desk.examine_view(dossier, vec![stray]).unwrap_err();
    assert_eq!(refused.code().0, "passage-elsewhere");
}

#[test]
fn loose_files_and_a_filled_in_form_become_a_dossier_on_the_board() {
    let mut world = World::founded();
    publish(&mut world);
    let folder = demonstration("01-oncosuivi");
    let files = ["essai.pdf", "marquage.pdf", "rgpd.pdf", "usage.pdf"];
    let mut pieces: Vec<Piece> = files.iter().map(|name| Piece::Path(folder.join(name))).collect();
    let answers = std::fs::read_to_string(folder.join("reponses.csv")).unwrap();
    let table = csv_as_tabs(&answers);
    crate::intake::pieces::add(&mut pieces, Piece::table(&table));
    let read = |form: Option<Form>| {
        let reading = Reading { form, ..Reading::default() };
        read_with(&pieces, &reading, &Watch::new(&|_| true)).unwrap()
    };
    let at = world.now();
    let hand = |package| Incoming { name: "essai.pdf, marquage.pdf…".into(), at, package };
    let view = world.desks[SECRETARIAT].intake_view(&hand(read(None)), &Choice::default()).unwrap();
    let asked = view.form.unwrap();
    like_the_contract("FormAsked", &asked);
    like_the_contract("IntakeForm", &asked.guessed);
    like_the_contract("FormEvidence", &asked.guessed.evidence[0]);
    assert!(!asked.filled && view.missing > 0);
    // What was typed so far is kept on this laptop, though there is no dossier yet, and for nobody else's package.
    let desk = &mut world.desks[SECRETARIAT];
    let typed = TypedForm { version: 1, text: "{\"fields\":{}}".into() };
    desk.form_keep(None, &asked.key, &typed).unwrap();
    assert_eq!(desk.form_kept(None, &asked.key).unwrap(), Some(typed));
    assert_eq!(desk.form_kept(None, "another").unwrap(), None);
    let mut form = asked.guessed;
    for (key, text) in [
        ("label", "HNEC"),
        ("solution.name", "OncoSuivi (démonstration)"),
        ("solution.version", "4.2"),
        ("solution.summary.fr", "Télésurveillance."),
        ("solution.intended_use.fr", "Suivi à distance."),
        ("solution.has_class", "C"),
        ("publisher.name", "Lumen Santé (démonstration)"),
        ("publisher.contact.email", "a@lumen.example"),
    ] {
        form.fields.insert(key.into(), text.into());
    }
    for one in &mut form.evidence {
        if one.file == "rgpd.pdf" {
            one.criteria = "P.3, 4.4, 4.6".into();
        }
        if one.file == "marquage.pdf" {
            one.criteria = "P.4, 3.4".into();
        }
    }
    let hand = hand(read(Some(form)));
    let desk = &mut world.desks[SECRETARIAT];
    let view = desk.intake_view(&hand, &Choice::default()).unwrap();
    assert_eq!((view.missing, view.knocked_out), (0, false), "{:?}", view.lines);
    assert_eq!((view.label.as_deref(), view.answered), (Some("HNEC"), view.questions));
    let grid = crate::view::bytes_of(view.grid.as_deref().unwrap()).unwrap();
    let how = Reception { grid, number: view.number.clone(), label: view.label, demonstration: true };
    let received = desk.accept(&hand, &how).unwrap();
    assert_eq!((received.solution.as_str(), received.preselected), ("OncoSuivi (démonstration)", true));
    let board = desk.dossiers_view().unwrap();
    assert!(format!("{board:?}").contains("OncoSuivi (démonstration)"));
}

/// As a spreadsheet puts a table on the clipboard.
fn csv_as_tabs(text: &str) -> String {
    let mut reader = csv::ReaderBuilder::new();
    let records = reader.has_headers(false).delimiter(b';').from_reader(text.as_bytes()).into_records();
    let lines = records.map(|record| record.unwrap().iter().collect::<Vec<_>>().join("\t"));
    lines.collect::<Vec<_>>().join("\n")
}

fn passage(file: &str) -> Anchor {
    let passage = Passage {
        file: file.to_owned(),
        page: 4,
        rects: vec![[72.0, 700.25, 523.5, 712.75]],
        quote: "aucune donnée à douze mois".to_owned(),
        before: "il n’existe ".to_owned(),
        after: ".".to_owned(),
        region: false,
    };
    Anchor { id: "3f2504e0-4f89-41d3-9a0c-0305e82c3301".to_owned(), passage }
}

#[test]
fn what_is_missing_is_said_line_by_line_and_nothing_is_taken_in() {
    let mut world = World::founded();
    publish(&mut world);
    let place = tempfile::tempdir().unwrap();
    let csv = "Item;Ce que dit l'éditeur;Précisions\n1.1;4;\n";
    std::fs::write(place.path().join("reponses.csv"), csv).unwrap();
    let desk = &mut world.desks[SECRETARIAT];
    let now = desk.env.now();
    let package = read(place.path(), &Limits::default());
    assert_eq!(package.headers, ["Item", "Ce que dit l'éditeur", "Précisions"]);
    let hand = Incoming { name: "x".into(), at: now, package };
    let view = desk.intake_view(&hand, &Choice::default()).unwrap();
    assert!(view.missing > 2);
    let grid = crate::view::bytes_of(view.grid.as_deref().unwrap()).unwrap();
    let how = Reception { grid, number: "2026-001".into(), label: Some("FPC".into()), demonstration: true };
    assert!(matches!(desk.accept(&hand, &how), Err(AppError::File { .. })));
    assert!(desk.board().dossiers.is_empty());
    // Said once, the meaning of the headers holds for the next packages.
    let said = [("Item", Column::Code), ("Ce que dit l'éditeur", Column::Answer)];
    desk.keep_columns(&said.map(|(header, column)| (header.to_owned(), column)).into()).unwrap();
    let reading = Reading { columns: desk.columns().unwrap(), ..Reading::default() };
    let pieces = [Piece::Path(place.path().to_path_buf())];
    let package = read_with(&pieces, &reading, &Watch::new(&|_| true)).unwrap();
    assert_eq!(package.answers.len(), 1);
    assert_eq!(package.answers[0].answer, "4");
    assert!(read_with(&pieces, &reading, &Watch::new(&|_| false)).is_none(), "a person may end it");
}

#[test]
fn a_lost_computer_loses_its_access_and_every_key_that_it_held_changes() {
    let mut world = World::founded();
    let chloe = world.desks[CHLOE].me().unwrap().to_string();
    let view = world.desks[SECRETARIAT].people_view().unwrap();
    assert!(view.may.keep && !view.may.roles && !view.may.second && !view.single_officer);
    let line = view.members.iter().find(|line| line.member == chloe).unwrap();
    let device = crate::view::people::device_id(&line.computers[0].device).unwrap();
    let revoked = world.desks[SECRETARIAT].people_revoke(device).unwrap();
    assert!(!revoked.name.is_empty());
    assert!(revoked.keys_changed >= 1, "{revoked:?}");
    world.exchange();
    let view = world.desks[CHAIR].people_view().unwrap();
    let line = view.members.iter().find(|line| line.member == chloe).unwrap();
    assert_eq!(line.computers[0].state, DeviceStanding::Revoked);
    assert!(!line.computers[0].may_revoke && !line.computers[0].may_countersign);
    assert!(world.desks[CHLOE].people_add(form("Encore un")).is_err(), "its acts no longer count");
}

fn form(name: &str) -> MemberForm {
    MemberForm {
        name: name.into(),
        title: None,
        affiliation: None,
        email: None,
        college: Some("patients".into()),
    }
}

#[test]
fn people_are_added_invited_and_given_roles_by_those_who_may() {
    let mut world = World::founded();
    assert!(world.desks[CHLOE].people_add(form("Zoé")).is_err());
    let view = world.desks[SECRETARIAT].people_add(form(" Zoé Lambert ")).unwrap();
    let zoe = view.members.iter().find(|line| line.name == "Zoé Lambert").unwrap();
    let member = crate::view::people::member_id(&zoe.member).unwrap();
    assert!(world.desks[SECRETARIAT].people_roles(member, &[Role::Examiner]).is_err(), "an officer's act");
    let invitation = world.desks[SECRETARIAT].people_invite(member).unwrap();
    let read = |text: &str| sceau_ledger::invitation::Invitation::parse(text).unwrap().secret.id();
    assert_eq!(read(&invitation.link), read(&invitation.code), "the link holds the code");
    assert!(invitation.expires <= world.now().plus(14 * DAY).0);
    assert!(invitation.qr_size > 40 && invitation.qr_path.matches('M').count() > 500);
    world.exchange();
    let view = world.desks[ANNE].people_roles(member, &[Role::Examiner]).unwrap();
    let zoe = view.members.iter().find(|line| line.member == member.to_string()).unwrap();
    assert_eq!(zoe.roles, [Role::Reviewer, Role::Examiner]);
    let view = world.desks[ANNE].people_roles(member, &[]).unwrap();
    let zoe = view.members.iter().find(|line| line.member == member.to_string()).unwrap();
    assert_eq!(zoe.roles, [Role::Reviewer]);
}

#[test]
fn a_roster_is_shown_first_and_nobody_is_added_twice() {
    let mut world = World::founded();
    publish(&mut world);
    let preview = world.desks[SECRETARIAT].roster_preview(ROSTER).unwrap();
    assert_eq!((preview.fresh, preview.with_roles), (preview.lines.len(), false));
    assert!(
        preview.lines.iter().all(|line| line.college.is_some() || line.roles.contains(&Role::Secretariat))
    );
    let before = world.desks[CHAIR].people_view().unwrap().members.len();
    let view = world.desks[CHAIR].roster_import(ROSTER).unwrap();
    assert_eq!(view.members.len(), before + preview.fresh);
    assert!(
        view.members.iter().any(|line| line.name == "Pr Antoine Lefort" && line.roles.contains(&Role::Chair))
    );
    assert_eq!(world.desks[CHAIR].roster_preview(ROSTER).unwrap().fresh, 0);
    assert_eq!(world.desks[CHAIR].roster_import(ROSTER).unwrap().members.len(), view.members.len());
}

#[test]
fn rules_are_published_from_what_comes_with_the_product_or_refused_line_by_line() {
    let mut world = World::founded();
    let view = world.desks[SECRETARIAT].founding_view().unwrap();
    assert!(view.bundled.iter().all(|one| !one.published) && view.rules.is_empty());
    assert!(world.desks[CHLOE].rules_bundled("ines").is_err(), "only those who keep the roster publish");
    publish(&mut world);
    let view = world.desks[CHAIR].founding_view().unwrap();
    assert!(view.bundled.iter().all(|one| one.published));
    let kinds: BTreeMap<&str, &str> =
        view.rules.iter().map(|rules| (rules.kind.as_str(), rules.id.as_str())).collect();
    let expected = [
        ("grid", "quatre-axes"),
        ("bylaws", "roll-call"),
        ("labels", "labels"),
        ("orientation", "orientation"),
    ];
    assert_eq!(kinds, expected.into());
    let grid = BUNDLED.iter().find(|one| one.kind == ActionKind::Grid).unwrap();
    let broken = grid.text.replace("weight = \"1\"", "weight = \"0\"");
    let AppError::File { codes, .. } = world.desks[SECRETARIAT].rules_own(&broken).unwrap_err() else {
        panic!("a grid without weights was published")
    };
    assert!(codes.iter().any(|code| code.starts_with("grid.weight@")), "{codes:?}");
    assert!(world.desks[SECRETARIAT].rules_own("title = \"rien\"").is_err());
}

#[test]
fn a_file_of_rules_is_tried_before_it_is_published_and_nothing_is_written_by_it() {
    let world = World::founded();
    let desk = &world.desks[SECRETARIAT];
    let of = |name: &str| BUNDLED.iter().find(|one| one.name == name).unwrap().text;
    let grid = desk.rules_try(of("quatre-axes")).unwrap();
    like_the_contract("RulesTried", &grid);
    like_the_contract("TriedLine", &grid.lines[0]);
    let (axes, studies) = grid.lines.split_at(4);
    assert_eq!((grid.kind.as_str(), studies.len()), ("grid", 6));
    assert!(axes.iter().all(|line| line.code == "axis" && line.n > 0));
    assert!(studies.iter().all(|line| line.code == "study" && line.title.en.is_some()));
    let twice = of("quatre-axes").replacen("\"real-life\"", "\"review\"", 1);
    let AppError::File { codes, .. } = desk.rules_try(&twice).unwrap_err() else { panic!() };
    let line = 1 + twice.lines().position(|line| line.contains("Revue de la")).unwrap();
    assert_eq!(codes, [format!("grid.duplicate@studies.review#{line}")], "at the line that came second");
    let bylaws = desk.rules_try(of("roll-call")).unwrap();
    assert!(bylaws.lines.iter().any(|line| line.title.fr == "refuse"));
    assert!(desk.rules_try(of("ines")).unwrap().lines.iter().all(|line| line.n == 36 || line.n > 0));
    let orientation = desk.rules_try(of("orientation")).unwrap();
    let early = orientation.lines.iter().find(|line| line.class.is_some()).unwrap();
    assert_eq!((early.axis.as_deref(), early.class.as_deref()), (Some("A1"), Some("D")));
    // Faults are those of publication, each at its place.
    let broken = of("orientation").replacen("https://gnius", "gnius", 1).replacen("\"A1\"", "1", 1);
    let AppError::File { file, codes } = desk.rules_try(&broken).unwrap_err() else { panic!() };
    assert_eq!(file, "orientation");
    let at = |word: &str| 1 + broken.lines().position(|line| line.contains(word)).unwrap();
    let (url, axis) = (at("\"gnius"), at("axis = 1"));
    assert_eq!(
        codes,
        [
            format!("orientation.url@national-desk.url#{url}"),
            format!("orientation.axis@clinical-evaluation.when.axis#{axis}")
        ]
    );
    // What is no TOML at all is told where reading stopped.
    let AppError::File { codes, .. } = desk.rules_try("format = \"sceau-grid/1\"\n\ntitle = \n").unwrap_err()
    else {
        panic!()
    };
    assert_eq!(codes, ["rules.syntax@grid#3"]);
    assert!(desk.founding_view().unwrap().rules.is_empty());
}

#[test]
fn a_file_of_rules_is_tried_on_an_example_with_the_rules_that_judge_dossiers() {
    let mut world = World::founded();
    let of = |name: &str| BUNDLED.iter().find(|one| one.name == name).unwrap().text;
    let supposed = |fill: &str, pass: bool| Supposed {
        fill: fill.into(),
        seed: 7,
        pass,
        class: Some("C".into()),
        ..Supposed::default()
    };
    // Before any label is in force a grid still gives its mark.
    let alone =
        world.desks[SECRETARIAT].rules_try_out(of("quatre-axes"), &supposed("highest", true)).unwrap();
    assert_eq!((alone.grids[0].labels.len(), alone.grids[0].mark.as_deref()), (0, Some("20.0")));
    // Labels whose grid is not in force are named.
    let labels = world.desks[SECRETARIAT].rules_try_out(of("ines"), &supposed("highest", true)).unwrap();
    assert!(labels.grids.is_empty() && !labels.homeless.is_empty());
    publish(&mut world);
    let desk = &world.desks[SECRETARIAT];
    let try_out = |fill: &str, pass: bool| {
        desk.rules_try_out(of("quatre-axes"), &supposed(fill, pass)).unwrap().grids.remove(0)
    };
    let best = try_out("highest", true);
    like_the_contract("GridTried", &best);
    like_the_contract("RowTried", &best.rows[0]);
    like_the_contract("AxisTried", &best.axes[0]);
    like_the_contract("LabelTried", &best.labels[0]);
    like_the_contract("BarTried", &best.labels[0].entry);
    let bar = &best.labels[0].entry;
    assert_eq!((bar.at_least.as_deref(), bar.reached, bar.code.as_str()), (Some("14"), true, "gate.reached"));
    assert_eq!((best.rows.len(), best.failed.len()), (30, 0));
    let axes: Vec<_> = best.axes.iter().filter_map(|axis| axis.mark.as_deref()).collect();
    assert_eq!(axes, ["20.0"; 4], "each axis says its own mark");
    let middle = try_out("middle", true);
    assert_eq!(middle.labels[0].entry.code, "gate.not-reached", "{:?}", middle.mark);
    let failed = try_out("highest", false);
    assert!(!failed.failed.is_empty());
    assert_eq!(failed.labels[0].entry.code, "gate.knock-out");
    assert_eq!(try_out("drawn", true), try_out("drawn", true), "the same number draws the same answers");
    // Bylaws: the count decides as it decides any vote.
    let vote = |voting: u64, favour: u64| {
        let on = Some("2026-03-02".to_owned());
        let (voting, favour) = (Some(voting), Some(favour));
        let supposed = Supposed { recused: 2, voting, favour, on, ..Supposed::default() };
        let out = desk.rules_try_out(of("roll-call"), &supposed).unwrap();
        like_the_contract("TryOut", &out);
        out
    };
    let carried = vote(20, 20);
    let tried = carried.vote.unwrap();
    like_the_contract("VoteTried", &tried);
    like_the_contract("MajorityView", &tried.majority);
    assert!(tried.met && tried.have == 20 && tried.majority.electors == 20);
    assert!(!tried.reasons.is_empty());
    // More people than a board of 22 has are as many as it has.
    let many = vote(500, 15).vote.unwrap();
    assert_eq!((many.recused, many.voting, many.favour, many.against), (2, 20, 15, 5));
    let few = vote(1, 1);
    let tried = few.vote.unwrap();
    assert_eq!((tried.met, tried.outcome.as_str()), (false, "no-quorum"));
    if let Some(day) = few.days.first() {
        like_the_contract("DayTried", day);
        assert!(tried.reasons.iter().any(|reason| reason.params.get("date") == Some(&day.day)));
    }
    // Labels say their terms from a day on; orientation says what a publisher would be shown.
    let on = Some("2026-01-31".to_owned());
    let labels = desk.rules_try_out(of("ines"), &Supposed { on, ..supposed("highest", true) }).unwrap();
    assert!(labels.homeless.is_empty() && labels.grids[0].labels.len() > 1);
    let until = labels.days.iter().find(|day| day.code == "until").unwrap();
    assert_eq!(until.day, "2029-01-31");
    let appeal = labels.days.iter().find(|day| day.code == "appeal").unwrap();
    assert_eq!(appeal.day, "2026-03-31");
    let shown = |axis: Option<&str>, class: &str| {
        let (axis, class) = (axis.map(str::to_owned), Some(class.to_owned()));
        let supposed = Supposed { axis, class, ..Supposed::default() };
        desk.rules_try_out(of("orientation"), &supposed).unwrap().shown.len()
    };
    assert!(shown(Some("A1"), "D") > shown(None, "A"));
    // A fault is said at its place, as when it is published; and nothing was published by trying.
    let twice = of("quatre-axes").replacen("\"real-life\"", "\"review\"", 1);
    let AppError::File { codes, .. } = desk.rules_try_out(&twice, &supposed("middle", true)).unwrap_err()
    else {
        panic!()
    };
    assert!(codes[0].starts_with("grid.duplicate@studies.review#"), "{codes:?}");
}

#[test]
fn a_charter_is_proposed_once_and_waits_for_the_officers_who_have_not_signed() {
    let mut world = World::founded();
    let members: Vec<_> = world.desks.iter().map(|desk| desk.me().unwrap()).collect();
    assert!(world.desks[CHAIR].founding_propose(&members[..2]).is_err(), "three officers at least");
    assert!(world.desks[CHAIR].founding_propose(&[members[0], members[1], members[1]]).is_err());
    let view = world.desks[CHLOE].founding_key().unwrap();
    assert!(view.my_key && !view.may_propose);
    world.exchange();
    let view = world.desks[CHAIR].founding_propose(&[members[CHAIR], members[ANNE], members[CHLOE]]).unwrap();
    let proposal = view.proposal.unwrap();
    assert_eq!((proposal.version, proposal.threshold, proposal.mine), (3, 2, false));
    assert_eq!(proposal.signed.len(), 1);
    world.exchange();
    let proposal = world.desks[ANNE].founding_view().unwrap().proposal.unwrap();
    assert!(proposal.mine);
    assert!(world.desks[SECRETARIAT].founding_view().unwrap().proposal.is_some_and(|one| !one.mine));
    world.desks[ANNE].founding_sign().unwrap();
    world.exchange();
    // The chair added them all: their names are on that desk.
    let view = world.desks[CHAIR].founding_view().unwrap();
    assert_eq!((view.charter, view.proposal), (3, None));
    assert!(view.officers.contains(&"Member 3".to_owned()));
}
