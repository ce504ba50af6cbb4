//! Kinds of study, references alone and the limits of intake, from the package to the reviewer's desk and to what is
//! taken out.

use std::collections::BTreeMap;

use sceau_domain::action::ActionKind;
use sceau_domain::moment::DAY;

use super::reviewer::{assets, row, scoring};
use super::voting::like_the_contract;
use super::world::{ANNE, BRUNO, SECRETARIAT, World};
use crate::dossier::{NewVersion, Reception};
use crate::error::AppError;
use crate::intake::brought::references;
use crate::intake::{Limits, Package, Piece, Reading, Watch, read, read_with};
use crate::paper::Tongue;
use crate::view::intake::{Choice, Incoming, Part};
use crate::view::limits::IntakeLimits;
use crate::view::references::ReferencesView;
use crate::view::review::Media;
use crate::view::taking::Taken;

const BYLAWS: &str = include_str!("../../../../../assets/bylaws/roll-call.toml");
const BIB: &str = "@article{valmont2025, author = {Valmont, Étienne}, title = {Suivi à distance (NCT01234567)},\n\
    journal = {Revue de démonstration}, year = 2025, doi = {10.5555/onco-d}}\n@article{vide, year = 2024}";

/// The demonstration's package with references that a person brought.
fn package() -> Package {
    let library = references("refs.bib", BIB.as_bytes(), &[]).unwrap();
    let reading = Reading { references: library.entries, ..Reading::default() };
    let place = assets().join("demo/dossiers/01-oncosuivi");
    read_with(&[Piece::Path(place)], &reading, &Watch::new(&|_| true)).unwrap()
}

#[test]
fn what_is_read_of_references_is_shown_before_it_is_taken() {
    let library = references("refs.bib", BIB.as_bytes(), &[]).unwrap();
    let view = ReferencesView::of("refs.bib".into(), &library, Tongue::Fr);
    assert_eq!((view.taken.len(), view.left.len()), (1, 1));
    like_the_contract("ReferencesView", &view);
    like_the_contract("TakenReference", &view.taken[0]);
    like_the_contract("LeftReference", &view.left[0]);
    assert!(view.taken[0].cited.contains("(2025)"), "{}", view.taken[0].cited);
    let names: Vec<&str> = view.taken[0].identifiers.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(names, ["doi:10.5555/onco-d", "NCT01234567"]);
    assert_eq!((view.left[0].place.as_str(), view.left[0].why.as_str()), ("vide", "title"));
}

#[test]
fn the_kind_of_a_study_goes_from_intake_to_the_reviewer_and_into_the_lists() {
    let mut world = World::founded();
    let text = |path: &str| std::fs::read_to_string(assets().join(path)).unwrap();
    let desk = &mut world.desks[SECRETARIAT];
    let grid = desk.publish_rules(ActionKind::Grid, &text("grids/quatre-axes.toml")).unwrap();
    desk.publish_rules(ActionKind::Labels, &text("labels/ines.toml")).unwrap();
    let bylaws = desk.publish_rules(ActionKind::Bylaws, BYLAWS).unwrap();
    let mut hand = Incoming { name: "oncosuivi".into(), at: desk.env.now(), package: package() };
    let view = desk.intake_view(&hand, &Choice::default()).unwrap();
    assert_eq!(view.studies.len(), 6);
    like_the_contract("IntakeView", &view);
    like_the_contract("IncomingFile", &view.evidence[0]);
    like_the_contract("StudyOffer", &view.studies[0]);
    let said: BTreeMap<&str, Option<&str>> =
        view.evidence.iter().map(|file| (file.name.as_str(), file.study.as_deref())).collect();
    assert_eq!((said["essai.pdf"], said["rgpd.pdf"]), (Some("randomised"), None));
    let alone = view.evidence.iter().find(|file| file.reference).unwrap();
    let digest = crate::view::bytes_of(&alone.file).unwrap();
    // A kind that the grid does not know keeps the dossier out, and the line says of which item.
    hand.package.classify(&digest, Some("meta"));
    let wrong = desk.intake_view(&hand, &Choice::default()).unwrap();
    let line = wrong.lines.iter().find(|line| line.code == "intake.evidence-study").unwrap();
    assert_eq!((line.part, line.place.as_str(), wrong.missing), (Part::Evidence, "valmont2025.json", 1));
    let how = Reception { grid, number: "2026-001".into(), label: None, demonstration: true };
    assert!(matches!(desk.accept(&hand, &how), Err(AppError::File { .. })));
    hand.package.classify(&digest, Some("review"));
    let received = desk.accept(&hand, &how).unwrap();
    let dossier = crate::view::dossier_id(&received.dossier).unwrap();
    world.exchange();
    world.all_declare_nothing(dossier);
    let members: Vec<_> = world.desks.iter().map(|desk| desk.me().unwrap()).collect();
    world.desks[SECRETARIAT].assign(dossier, &[members[ANNE], members[BRUNO]], 2).unwrap();
    world.exchange();
    world.carry_files(dossier);
    let deadline = world.now().plus(7 * DAY);
    world.desks[SECRETARIAT].open_round(dossier, deadline, 2, bylaws).unwrap();
    world.exchange();
    let desk = &world.desks[ANNE];
    let view = desk.review_view(dossier).unwrap();
    like_the_contract("EvidenceFile", &view.files[0]);
    assert_eq!(view.files[0].study.as_ref().unwrap().fr, "Essai randomisé");
    let reference = view.files.iter().find(|file| file.media == Media::Reference).unwrap();
    assert_eq!(reference.study.as_ref().unwrap().en.as_deref(), Some("Literature review"));
    assert!(reference.reference.as_ref().unwrap().fr.contains("Revue de démonstration"));
    assert_eq!(reference.identifiers[0].address, "https://doi.org/10.5555/onco-d");
    // What reads every file passes it over, and is not refused.
    assert_eq!(desk.evidence_open(dossier, &reference.file).unwrap().media, crate::references::MEDIA);
    desk.review_row(dossier, row(&view, 0, 1)).unwrap();
    let list = |what, tongue| {
        let outgoing = desk.take_out(dossier, what, None, tongue).unwrap();
        String::from_utf8(outgoing.finish(|_, _, _| Ok(Vec::new())).unwrap().bytes).unwrap()
    };
    assert!(list(Taken::Markdown, Tongue::Fr).contains("\n> Type d’étude : Essai randomisé\n"));
    assert!(list(Taken::Csv, Tongue::En).lines().nth(1).unwrap().ends_with(",Randomised trial"));
    // A newer version is of the same kind.
    let old = world.desks[SECRETARIAT].evidence(dossier).unwrap().remove(0);
    let bytes = std::fs::read(assets().join("demo/updates/10-peaurepere/validation.pdf")).unwrap();
    let new = NewVersion { name: "essai-2.pdf".into(), bytes, ..NewVersion::default() };
    let new = world.desks[SECRETARIAT].replace_evidence(dossier, &old.sha256, new).unwrap();
    assert_eq!(new.beside.study.as_deref(), Some("randomised"));
}

#[test]
fn a_limit_is_set_within_its_bounds_and_holds_for_everything_that_comes_in() {
    let mut world = World::founded();
    let dossier = scoring(&mut world);
    let desk = &mut world.desks[SECRETARIAT];
    let view = desk.intake_limits_view().unwrap();
    like_the_contract("LimitsView", &view);
    like_the_contract("IntakeLimits", &view.now);
    assert_eq!(view.now, view.usual);
    assert_eq!((view.now.file, view.now.package, view.now.count), (80, 300, 400));
    for bad in [
        IntakeLimits { file: view.most.file + 1, ..view.most },
        IntakeLimits { package: view.most.package + 1, ..view.most },
        IntakeLimits { count: 0, ..view.usual },
        IntakeLimits { file: 100, package: 99, ..view.usual },
    ] {
        assert!(matches!(desk.keep_intake_limits(bad), Err(AppError::Limits { .. })), "{bad:?}");
    }
    assert_eq!(desk.intake_limits().unwrap(), view.usual, "what is refused changes nothing");
    desk.keep_intake_limits(view.most).unwrap();
    assert_eq!(desk.intake_limits().unwrap().limits().file_bytes, sceau_ledger::file::MAX_FILE);
    desk.keep_intake_limits(IntakeLimits { file: 1, ..view.usual }).unwrap();
    let old = desk.evidence(dossier).unwrap().remove(0);
    let bytes = vec![b' '; (1 << 20) + 1];
    let new = NewVersion { name: "grand.pdf".into(), bytes, ..NewVersion::default() };
    let refused = desk.replace_evidence(dossier, &old.sha256, new);
    assert!(matches!(refused, Err(AppError::EvidenceTooLarge { size: 2, limit: 1 })), "{refused:?}");
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("grand.pdf"), vec![b' '; (1 << 20) + 1]).unwrap();
    let found = |limits: &Limits| {
        read(place.path(), limits).items.iter().any(|item| item.code == "intake.file-too-large")
    };
    assert!(found(&desk.intake_limits().unwrap().limits()) && !found(&Limits::default()));
}

/// A PDF of one page that weighs so many mebibytes, as a scan does.
fn scan(path: &std::path::Path, megabytes: usize) {
    use std::io::Write;
    let mut file = std::io::BufWriter::new(std::fs::File::create(path).unwrap());
    let (mut at, mut places) = (0, Vec::new());
    let mut put = |bytes: &[u8], object: bool| {
        if object {
            places.push(at);
        }
        file.write_all(bytes).unwrap();
        at += bytes.len();
    };
    put(b"%PDF-1.4\n", false);
    put(b"1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n", true);
    put(b"2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n", true);
    put(b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<<>>>>\nendobj\n", true);
    let noise: Vec<u8> = (0..1_u32 << 20).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    for number in 4..megabytes + 4 {
        let head = format!("{number} 0 obj\n<</Length {}>>\nstream\n", noise.len());
        put(&[head.as_bytes(), &noise, b"\nendstream\nendobj\n"].concat(), true);
    }
    let table: String = places.iter().map(|place| format!("{place:010} 00000 n \n")).collect();
    let size = places.len() + 1;
    write!(file, "xref\n0 {size}\n0000000000 65535 f \n{table}").unwrap();
    write!(file, "trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{at}\n%%EOF\n").unwrap();
}

/// The most memory that this process ever held, in mebibytes.
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<usize>().unwrap() >> 10
}

#[test]
#[ignore = "holds a gigabyte: cargo test -p sceau-app --release -- --ignored a_scan_of_300 --nocapture"]
fn a_scan_of_300_megabytes_comes_in_once_the_limit_was_raised() {
    let mut world = World::founded();
    let text = |path: &str| std::fs::read_to_string(assets().join(path)).unwrap();
    let desk = &mut world.desks[SECRETARIAT];
    let grid = desk.publish_rules(ActionKind::Grid, &text("grids/quatre-axes.toml")).unwrap();
    desk.publish_rules(ActionKind::Labels, &text("labels/ines.toml")).unwrap();
    let place = tempfile::tempdir().unwrap();
    for file in std::fs::read_dir(assets().join("demo/dossiers/01-oncosuivi")).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), place.path().join(file.file_name())).unwrap();
    }
    scan(&place.path().join("scan.pdf"), 300);
    let before = peak();
    let usual = read(place.path(), &desk.intake_limits().unwrap().limits());
    assert!(usual.items.iter().any(|item| item.code == "intake.file-too-large" && item.place == "scan.pdf"));
    desk.keep_intake_limits(IntakeLimits { file: 320, package: 700, count: 400 }).unwrap();
    let begun = std::time::Instant::now();
    let package = read(place.path(), &desk.intake_limits().unwrap().limits());
    println!("{} MiB before, {} MiB after reading in {:?}", before, peak(), begun.elapsed());
    let found = package.evidence.iter().find(|file| file.name == "scan.pdf").unwrap();
    assert!(found.bytes.len() > 300 << 20);
    let sha256 = found.sha256;
    let how = Reception { grid, number: "2026-001".into(), label: None, demonstration: true };
    let dossier = desk.receive(&package, &how).unwrap();
    println!("{} MiB after it was taken in", peak());
    let item = desk.evidence(dossier).unwrap().into_iter().find(|item| item.sha256 == sha256).unwrap();
    let last = desk.evidence_bytes(dossier, &sha256, item.place.size - 5..item.place.size).unwrap();
    assert_eq!(last, b"%EOF\n");
    // What the settings say of memory: the package, and twice its largest file.
    assert!(peak() < before + 3 * 301, "{} MiB", peak());
}
