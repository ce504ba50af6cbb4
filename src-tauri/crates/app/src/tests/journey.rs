//! From a package to a label, by desks that only share a log.

use std::path::PathBuf;

use sceau_certificate::content::{Improvement, Signatory};
use sceau_certificate::verify::Outcome;
use sceau_domain::action::{ActionKind, RecusalLevel};
use sceau_domain::dossier::Stage;
use sceau_domain::grid::Kind;
use sceau_domain::id::{DossierId, GroupId, MotionId, RoundId};
use sceau_domain::moment::DAY;
use sceau_ledger::batch::{Access, BatchParts, BatchRecord};
use sceau_ledger::encoding::Record;
use sceau_ledger::header::Header;
use sceau_ledger::payload::sealed::{Anchor, Examined, Mark, Sheet, SheetRow};

use super::world::{ANNE, BRUNO, CHAIR, CHLOE, SECRETARIAT, World};
use crate::act::SealedAct;
use crate::dossier::Reception;
use crate::error::AppError;
use crate::intake::{Limits, Package, read};
use crate::label::{Issue, day_in_paris, verify_certificate};
use crate::opening::{Published, SealedOne, Unreadable};
use crate::view::files::Outcome as Said;
use crate::vote::{MotionWords, OpinionWords};

pub(super) const BYLAWS: &str = r#"
format = "sceau-bylaws/1"
id = "essai"
version = "1"
seats = 4
secret = false
method = "ladder"
ladder = ["grant", "grant-with-reservations", "defer", "refuse"]
college = [{ code = "clinicians", seats = 3 }, { code = "patients", seats = 1 }]
[quorum]
base = "members"
at_least = "3"
present_by = ["ballot"]
[second_convocation]
allowed = false
at_least = "2"
[majority]
rule = "simple"
"#;

fn assets() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../assets")
}

pub(super) fn package(name: &str) -> Package {
    read(&assets().join("demo/dossiers").join(name), &Limits::default())
}

pub(super) fn publish(world: &mut World) -> (Reception, [u8; 32]) {
    let text = |path: &str| std::fs::read_to_string(assets().join(path)).unwrap();
    let desk = &mut world.desks[SECRETARIAT];
    let grid = desk.publish_rules(ActionKind::Grid, &text("grids/quatre-axes.toml")).unwrap();
    desk.publish_rules(ActionKind::Labels, &text("labels/ines.toml")).unwrap();
    let bylaws = desk.publish_rules(ActionKind::Bylaws, BYLAWS).unwrap();
    (Reception { grid, number: "2026-001".into(), label: None, demonstration: true }, bylaws)
}

/// Highest marks, with a reason.
fn sheet(world: &World, place: usize, dossier: DossierId) -> Sheet {
    let desk = &world.desks[place];
    let grid = desk.grid_of(dossier).unwrap();
    let best = |kind: &Kind| match kind {
        Kind::YesNo(options) | Kind::Choice(options) => options
            .iter()
            .max_by_key(|option| option.points.clone())
            .map(|option| Mark::Option(option.code.clone())),
        Kind::Scale { to, .. } => Some(Mark::Value(to.to_string())),
        Kind::Number(bands) => {
            bands.last().map(|band| Mark::Value(sceau_domain::fraction::plain(&band.at_least)))
        }
        Kind::Text | Kind::Date | Kind::File => None,
    };
    let rows = grid.criteria.iter().filter(|criterion| criterion.scored).map(|criterion| SheetRow {
        criterion: criterion.code.clone(),
        mark: best(&criterion.kind),
        reason: "Établi par l’essai.".into(),
        anchors: Vec::new(),
    });
    Sheet { grid: desk.answers(dossier).unwrap().grid, rows: rows.collect(), whys: Vec::new() }
}

/// A dossier in hand: received, declared, assigned to Anne and Bruno, Chloé kept out, being scored until tomorrow.
pub(super) fn in_scoring(world: &mut World) -> (DossierId, [u8; 32], RoundId) {
    in_scoring_under(world, BYLAWS)
}

/// As [`in_scoring`], in a round that froze these bylaws.
fn in_scoring_under(world: &mut World, bylaws: &str) -> (DossierId, [u8; 32], RoundId) {
    let (dossier, usual) = ready_to_score(world);
    let desk = &mut world.desks[SECRETARIAT];
    let bylaws =
        if bylaws == BYLAWS { usual } else { desk.publish_rules(ActionKind::Bylaws, bylaws).unwrap() };
    let deadline = world.now().plus(DAY);
    let round = world.desks[SECRETARIAT].open_round(dossier, deadline, 2, bylaws).unwrap();
    world.exchange();
    (dossier, bylaws, round)
}

/// A dossier whose reviewers and answers are ready, before its round.
fn ready_to_score(world: &mut World) -> (DossierId, [u8; 32]) {
    let (how, bylaws) = publish(world);
    let dossier = world.desks[SECRETARIAT].receive(&package("01-oncosuivi"), &how).unwrap();
    world.exchange();
    world.all_declare_nothing(dossier);
    let members: Vec<_> = world.desks.iter().map(|desk| desk.me().unwrap()).collect();
    world.desks[SECRETARIAT].assign(dossier, &[members[ANNE], members[BRUNO]], 2).unwrap();
    world.exchange();
    world.carry_files(dossier);
    assert!(world.desks[CHLOE].holds_key(GroupId::of_dossier(dossier)));
    world.desks[CHAIR]
        .recuse(dossier, members[CHLOE], Some(RecusalLevel::Full), "Lien direct avec l’éditeur.")
        .unwrap();
    world.exchange();
    let answers = world.desks[SECRETARIAT].answers(dossier).unwrap();
    let rows = answers.answers.iter().map(|answer| Examined {
        criterion: answer.criterion.clone(),
        status: "confirmed".into(),
        value: None,
        why: String::new(),
        anchors: Vec::new(),
    });
    world.desks[SECRETARIAT].examine(dossier, rows.collect()).unwrap();
    (dossier, bylaws)
}

#[test]
fn a_vote_follows_the_bylaws_that_its_round_froze_whatever_is_published_since() {
    let mut world = World::founded();
    let (dossier, frozen) = opened(&mut world);
    let easier = BYLAWS.replace("at_least = \"3\"", "at_least = \"1\"").replace("\"essai\"", "\"facile\"");
    world.desks[SECRETARIAT].publish_rules(ActionKind::Bylaws, &easier).unwrap();
    world.exchange();
    let shown = world.desks[CHAIR].motions_view().unwrap().dossiers.remove(0).bylaws.unwrap();
    assert_eq!(shown.id, "essai");
    let motion = voted(&mut world, dossier);
    assert_eq!(world.desks[CHAIR].board().motions[&motion].terms.bylaws, frozen);
}

/// A reviewer submits the highest marks.
pub(super) fn submit(world: &mut World, reviewer: usize, dossier: DossierId, round: RoundId) {
    submit_citing(world, reviewer, dossier, round, Vec::new());
}

/// A reviewer submits the highest marks, and cites for the first of them.
pub(super) fn submit_citing(
    world: &mut World,
    reviewer: usize,
    dossier: DossierId,
    round: RoundId,
    anchors: Vec<Anchor>,
) {
    let mut content = sheet(world, reviewer, dossier);
    content.rows[0].anchors = anchors;
    let desk = &mut world.desks[reviewer];
    let (committee, _) = desk.board().committee_in_force().unwrap();
    let keys = desk.committee_keys(committee).unwrap();
    desk.act_sealed(&SealedAct::Sheet(dossier, round), &keys, content.encode()).unwrap();
}

/// As [`in_scoring`], with both sheets in and open.
pub(super) fn opened(world: &mut World) -> (DossierId, [u8; 32]) {
    opened_under(world, BYLAWS)
}

/// As [`opened`], of a round that froze these bylaws: the vote follows them.
pub(super) fn opened_under(world: &mut World, bylaws: &str) -> (DossierId, [u8; 32]) {
    let (dossier, bylaws, round) = in_scoring_under(world, bylaws);
    for reviewer in [ANNE, BRUNO] {
        submit(world, reviewer, dossier, round);
    }
    open_sheets(world, dossier);
    (dossier, bylaws)
}

/// The sheets that are in are opened.
pub(super) fn open_sheets(world: &mut World, dossier: DossierId) {
    world.exchange();
    world.desks[SECRETARIAT].close_intake(dossier).unwrap();
    world.exchange();
    for officer in [ANNE, BRUNO, CHAIR] {
        assert!(world.desks[officer].publish_sheet_shares(dossier).unwrap().is_empty());
    }
    world.exchange();
}

/// A closed and opened vote: two to grant, Bruno to defer.
pub(super) fn voted(world: &mut World, dossier: DossierId) -> MotionId {
    let words = MotionWords { fr: "Accorder le label ?".into(), en: "Grant the label?".into() };
    let deadline = world.now().plus(DAY);
    let motion = world.desks[CHAIR].table_motion(dossier, &words, deadline).unwrap();
    world.exchange();
    world.desks[CHAIR].cast(motion, "refuse", false).unwrap();
    world.desks[CHAIR].cast(motion, "grant", false).unwrap();
    world.desks[ANNE].cast(motion, "grant", false).unwrap();
    world.desks[BRUNO].cast(motion, "defer", false).unwrap();
    world.exchange();
    world.desks[SECRETARIAT].close_vote(motion).unwrap();
    world.exchange();
    for officer in [ANNE, BRUNO] {
        world.desks[officer].publish_ballot_shares(motion).unwrap();
    }
    world.exchange();
    motion
}

/// What the secretariat decides when it issues the label of the story.
pub(super) fn issue(number: &str, effective_on: jiff::civil::Date) -> Issue {
    Issue {
        number: number.to_owned(),
        effective_on,
        provisional: false,
        signatories: vec![Signatory { name: "Antoine Lefort".into(), role: "Président du comité".into() }],
        agreement_signed: true,
    }
}

/// A dossier whose label is public on every desk, with its certificate.
pub(super) fn labelled(world: &mut World) -> (DossierId, Vec<u8>) {
    let (dossier, _) = opened(world);
    let motion = voted(world, dossier);
    let opinion = OpinionWords { reasons: vec!["Essai comparatif publié.".into()], improve: Vec::new() };
    world.desks[CHAIR].record_decision(motion, "grant", &opinion).unwrap();
    world.exchange();
    let how = issue("2026-001", day_in_paris(world.now()));
    let pdf = world.desks[SECRETARIAT].issue(dossier, &how).unwrap();
    world.exchange();
    (dossier, pdf)
}

/// Bytes of every sealed choice on the secretariat's laptop.
fn ballot_lengths(world: &World) -> Vec<u32> {
    let kept = world.desks[SECRETARIAT].store.read(|read| read.batches(0, 1024)).unwrap();
    let ballot = |parts: &BatchParts| {
        let header = parts.headers.as_ref().and_then(|headers| Header::decode(headers.first()?).ok());
        header.is_some_and(|header| header.kind == ActionKind::Ballot.code())
    };
    let parcels = kept
        .into_iter()
        .filter(|kept| ballot(&kept.parts))
        .flat_map(|kept| BatchRecord::decode(&kept.parts.record).unwrap().parcels);
    parcels.filter(|parcel| parcel.access == Access::Sealed).map(|parcel| parcel.length).collect()
}

#[test]
fn a_board_leads_a_dossier_to_a_certificate_that_a_stranger_believes() {
    let mut world = World::founded();
    let (dossier, _) = opened(&mut world);
    let secretariat = &world.desks[SECRETARIAT];
    assert_eq!(secretariat.board().dossiers[&dossier].stage, Stage::Opened);
    let marks = secretariat.marks(dossier).unwrap();
    assert!(marks.declared.unwrap().exact.is_some());
    assert!(marks.verified.unwrap().unwrap().exact.is_some());
    assert_eq!(marks.board.unwrap().unwrap().exact, Some(sceau_domain::fraction::whole(20)));

    let motion = voted(&mut world, dossier);
    let counted = world.desks[CHAIR].count(motion).unwrap();
    assert_eq!((counted.decision.outcome.as_str(), counted.decision.counts.superseded), ("grant", 1));
    assert!(counted.unreadable.is_empty() && counted.faults.is_empty());
    assert_eq!(world.desks[ANNE].count(motion).unwrap(), counted, "everybody counts the same");
    let opinion = OpinionWords {
        reasons: vec!["Essai comparatif publié.".into()],
        improve: vec![Improvement {
            criterion: "4.1".into(),
            observation: "Écrans difficiles à lire.".into(),
            change: "un audit d’accessibilité".into(),
            by: None,
        }],
    };
    let other = world.desks[CHAIR].record_decision(motion, "refuse", &opinion);
    assert!(matches!(other, Err(AppError::Procedure(code)) if code == "decision.differs-from-tally"));
    world.desks[CHAIR].record_decision(motion, "grant", &opinion).unwrap();
    world.exchange();
    // The registry folds what this board holds: that something was decided, not what.
    assert_eq!(world.desks[BRUNO].board().dossiers[&dossier].stage, Stage::Tallied);
    let read = |desk: usize| world.desks[desk].decided(dossier).unwrap().map(|known| known.outcome);
    assert_eq!(
        (read(BRUNO).as_deref(), read(CHLOE)),
        (Some("grant"), None),
        "who is recused does not learn it"
    );
    assert_eq!(ballot_lengths(&world), vec![288; 4], "a choice shows nothing by its length");

    let effective_on = day_in_paris(world.now());
    let desk = &mut world.desks[SECRETARIAT];
    let mut how = Issue { agreement_signed: false, ..issue(&desk.next_label_number(), effective_on) };
    let early = desk.issue(dossier, &how);
    assert!(matches!(early, Err(AppError::Procedure(code)) if code == "issue.no-agreement"));
    how.agreement_signed = true;
    let waiting = desk.labels_view().unwrap();
    assert_eq!((waiting.to_issue.len(), waiting.issued.len()), (1, 0));
    assert_eq!(waiting.to_issue[0].refusal, None);
    let draft = desk.label_draft(dossier).unwrap();
    assert_eq!((draft.form.number.as_str(), draft.earliest_on), ("2026-001", effective_on.to_string()));
    let preview = desk.preview(dossier, &how).unwrap();
    assert_eq!(desk.verdict(&preview, "apercu.pdf").unwrap().verdict, Said::Invalid, "it bears no seal");
    let pdf = desk.issue(dossier, &how).unwrap();
    let public = desk.labels_view().unwrap();
    assert_eq!((public.to_issue.len(), public.issued.len()), (0, 1));
    assert_eq!((public.issued[0].state.as_str(), public.issued[0].here), ("active", true));
    assert_eq!(desk.certificate(dossier).unwrap(), pdf);
    assert_eq!(desk.next_label_number(), "2026-002");
    let authority = desk.store.read(|read| read.secret(crate::identity::SEAL_AUTHORITY)).unwrap().unwrap();
    world.exchange();
    assert_eq!(world.desks[BRUNO].board().dossiers[&dossier].stage, Stage::Labelled);

    let elsewhere = world.desks[BRUNO].labels_view().unwrap();
    assert_eq!((elsewhere.to_issue.len(), elsewhere.issued[0].number.as_str()), (0, "2026-001"));
    assert!(!elsewhere.issued[0].here, "a member's laptop has the label, not its file");
    let said = world.desks[BRUNO].verdict(&pdf, "certificat.pdf").unwrap();
    assert_eq!(said.verdict, Said::Valid, "the charter names the authority: {:?}", said.checks);

    let verdict = verify_certificate(&pdf, &authority, world.now(), None).unwrap().unwrap();
    assert_eq!(verdict.outcome, Outcome::Valid, "{:?}", verdict.reasons);
    let claim = verdict.claim.unwrap();
    assert_eq!((claim.number.as_str(), claim.entry_mark.unwrap().at_least.as_str()), ("2026-001", "14"));
    let mut altered = pdf;
    let middle = altered.len() / 2;
    altered[middle] ^= 1;
    let verdict = verify_certificate(&altered, &authority, world.now(), None).unwrap().unwrap();
    assert_eq!(verdict.outcome, Outcome::Invalid);
}

#[test]
fn evidence_is_read_piece_by_piece_by_holders_and_by_nobody_who_was_recused() {
    let mut world = World::founded();
    let (dossier, _) = opened(&mut world);
    let sent = package("01-oncosuivi");
    let items = world.desks[ANNE].evidence(dossier).unwrap();
    assert_eq!(items.len(), sent.evidence.len());
    for (item, file) in items.iter().zip(&sent.evidence) {
        let size = item.place.size;
        let read = |range| world.desks[ANNE].evidence_bytes(dossier, &item.sha256, range).unwrap();
        assert_eq!(read(0..size), file.bytes.to_vec());
        assert_eq!(read(10..20), file.bytes[10..20]);
        assert_eq!(read(size..size + 10), Vec::<u8>::new());
    }
    assert!(world.desks[CHLOE].answers(dossier).is_err(), "a recused member reads nothing");
    assert!(!world.desks[CHLOE].holds_key(GroupId::of_dossier(dossier)));
    // A piece that changes on the disk is noticed, and from then on awaited again.
    let item = &items[0];
    let name = crate::intake::evidence::hex(&item.place.root);
    let path = world.desks[ANNE].store.folder().files().join(name).join("0");
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[100] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    let read = || world.desks[ANNE].evidence_bytes(dossier, &item.sha256, 0..50);
    assert!(matches!(read(), Err(AppError::EvidenceAltered)));
    assert!(matches!(read(), Err(AppError::EvidenceAbsent)));
    assert!(!world.desks[ANNE].evidence_is_whole(item).unwrap());
}

#[test]
fn a_false_share_is_named_and_does_not_stop_two_honest_officers() {
    let mut world = World::founded();
    let (dossier, _) = opened(&mut world);
    let desk = &world.desks[SECRETARIAT];
    let round = desk.round_of(dossier).unwrap();
    let (author, sheet) = round.sheets.iter().next().unwrap();
    let one =
        SealedOne { author: *author, device: sheet.device, seq: sheet.seq, sealed_key: &sheet.sealed_key };
    let label = sceau_ballot::Label::sheet(&desk.institute().0, &dossier.0, &author.0, sheet.seq);
    let keys = desk.committee_keys(round.committee).unwrap();
    let committee = desk.committee(round.committee).unwrap();
    let liar = world.desks[BRUNO].me().unwrap();
    let mut shares = round.shares.clone();
    for share in shares.get_mut(&liar).unwrap() {
        share.share[95] ^= 1;
    }
    let (key, faults) = Published { keys: &keys, committee, shares: &shares }.unseal(one, &label);
    assert!(key.is_ok());
    assert_eq!(faults.iter().map(|fault| fault.officer).collect::<Vec<_>>(), [liar]);
    shares.remove(&world.desks[CHAIR].me().unwrap());
    let (key, faults) = Published { keys: &keys, committee, shares: &shares }.unseal(one, &label);
    assert_eq!(key.err(), Some(Unreadable::Shares { have: 1, needed: 2 }));
    assert_eq!(faults.len(), 1);
    let altered = [&sheet.sealed_key[..175], &[sheet.sealed_key[175] ^ 1]].concat();
    let forged = SealedOne { sealed_key: &altered, ..one };
    let (key, _) = Published { keys: &keys, committee, shares: &round.shares }.unseal(forged, &label);
    assert!(matches!(key, Err(Unreadable::Box(_))));
}

#[test]
fn what_the_procedure_refuses_leaves_no_trace() {
    let mut world = World::founded();
    let (how, _) = publish(&mut world);
    for (name, code) in [("02-calmenuit", "admission.knock-out"), ("03-gestasuivi", "admission.incomplete")] {
        match world.desks[SECRETARIAT].receive(&package(name), &how) {
            Err(AppError::File { codes, .. }) => assert!(codes[0].starts_with(code), "{codes:?}"),
            other => panic!("{name}: {other:?}"),
        }
    }
    assert!(world.desks[SECRETARIAT].board().dossiers.is_empty());
    let refused = world.desks[SECRETARIAT]
        .publish_rules(ActionKind::Bylaws, "format = \"sceau-bylaws/1\"\nmystery = 1");
    assert!(matches!(refused, Err(AppError::File { codes, .. }) if codes.len() > 2));
    world.exchange();
    let stranger = world.desks[ANNE].receive(&package("01-oncosuivi"), &how);
    assert!(matches!(stranger, Err(AppError::Refused(sceau_domain::refusal::Refusal::NotByYou))));
}

#[test]
fn no_round_freezes_bylaws_under_which_nobody_could_vote() {
    let mut world = World::founded();
    let (dossier, _) = ready_to_score(&mut world);
    let secret = BYLAWS.replace("secret = false", "secret = true").replace("\"essai\"", "\"secret\"");
    let secret = world.desks[SECRETARIAT].publish_rules(ActionKind::Bylaws, &secret).unwrap();
    world.exchange();
    let deadline = world.now().plus(DAY);
    let refused = world.desks[SECRETARIAT].open_round(dossier, deadline, 2, secret);
    assert!(matches!(refused, Err(AppError::Refused(sceau_domain::refusal::Refusal::SecretVote))));
    assert!(world.desks[SECRETARIAT].board().dossiers[&dossier].round().is_none());
}
