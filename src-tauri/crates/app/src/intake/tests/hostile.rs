//! Hostile and broken packages: each fault has its name, and nothing panics or hangs.

use super::*;

#[test]
fn a_zip_that_leads_outside_is_refused_by_name() {
    let names = ["../../etc/passwd", "/etc/passwd", "C:/x.pdf", "a/..\\..\\b.pdf"];
    for name in names {
        let mut files = good().to_vec();
        files.push((name, b"x"));
        let (_keep, path) = zipped(&files);
        let package = read(&path, &Limits::default());
        assert_eq!(codes(&package).len(), 1, "{name}: {:?}", package.items);
        assert_eq!(package.items[0].code, "intake.name-outside", "{name}");
        assert_eq!(package.evidence.len(), 1);
    }
}

#[test]
fn a_bomb_is_refused_before_it_is_inflated() {
    let dir = TempDir::new().unwrap();
    let path = dir.path().join("bombe.zip");
    let mut zip = zip::ZipWriter::new(fs::File::create(&path).unwrap());
    zip.start_file("bombe.pdf", SimpleFileOptions::default()).unwrap();
    let block = vec![0_u8; 1 << 20];
    for _ in 0..64 {
        zip.write_all(&block).unwrap();
    }
    zip.finish().unwrap();
    assert!(fs::metadata(&path).unwrap().len() < 200_000);
    assert!(codes(&read(&path, &Limits::default())).contains(&"intake.file-bomb@bombe.pdf".to_owned()));
}

#[test]
fn a_zip_that_lies_about_a_size_is_cut_and_refused() {
    let (_keep, path) = zipped(&[("a.txt", &[b'a'; 5000])]);
    let mut bytes = fs::read(&path).unwrap();
    // Both the local header and the directory say 5000; make them say 10.
    let size = 5000_u32.to_le_bytes();
    while let Some(at) = bytes.windows(4).position(|w| w == size) {
        bytes[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
    }
    fs::write(&path, bytes).unwrap();
    let package = read(&path, &Limits::default());
    assert!(package.evidence.is_empty());
    assert!(package.items.iter().any(Item::blocks), "{:?}", package.items);
}

#[test]
fn limits_hold_for_count_size_and_total() {
    let many: Vec<String> = (0..9).map(|n| format!("{n}.txt")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|n| (n.as_str(), &b"x"[..])).collect();
    let (_keep, path) = zipped(&many);
    let limits = Limits { files: 5, ..Limits::default() };
    assert!(codes(&read(&path, &limits)).iter().any(|c| c.starts_with("intake.package-too-many")));
    let limits = Limits { files: 2, ..Limits::default() };
    assert!(!read(&path, &limits).is_readable());
    let limits = Limits { file_bytes: 4, ..Limits::default() };
    let package = read(folder(&[("a.pdf", PDF)]).path(), &limits);
    assert!(codes(&package).contains(&"intake.file-too-large@a.pdf".to_owned()));
    let limits = Limits { total_bytes: 4, ..Limits::default() };
    assert!(!read(&path, &limits).is_readable());
    let pair = folder(&[("a.pdf", PDF), ("b.pdf", PDF)]);
    let limits = Limits { total_bytes: PDF.len() as u64 + 1, ..Limits::default() };
    let package = read(pair.path(), &limits);
    assert!(codes(&package).contains(&"intake.total-too-large@b.pdf".to_owned()));
    assert!(package.is_readable() && package.evidence.len() == 1, "what fits is still judged");
}

#[test]
fn a_file_above_the_limit_is_refused_by_name_and_comes_in_when_the_limit_was_raised() {
    let place = tempfile::tempdir().unwrap();
    let mut large = b"\x89PNG\r\n\x1a\n".to_vec();
    large.resize((2 << 20) + 1, b' ');
    fs::write(place.path().join("scan.png"), &large).unwrap();
    let set = |megabytes: u64| Limits { file_bytes: megabytes << 20, ..Limits::default() };
    let refused = read(place.path(), &set(2));
    assert!(refused.evidence.is_empty());
    let why = refused.items.iter().find(|item| item.code == "intake.file-too-large").unwrap();
    assert_eq!((why.params["size"].as_str(), why.params["limit"].as_str()), ("3", "2"));
    let package = read(place.path(), &set(3));
    assert_eq!(package.evidence[0].sha256, sceau_ledger::tree::sha256(&large));
}

#[test]
fn a_link_is_not_followed() {
    let dir = folder(&good());
    std::os::unix::fs::symlink("/etc/passwd", dir.path().join("lien.pdf")).unwrap();
    assert_eq!(codes(&read(dir.path(), &Limits::default())), ["intake.name-link@lien.pdf"]);
}

#[test]
fn names_that_one_system_stores_in_one_place_are_said_and_the_first_stays() {
    let mut files = good().to_vec();
    files.push(("ÉTUDE.pdf", b"%PDF-1.4 autre"));
    let (_keep, path) = zipped(&files);
    let package = read(&path, &Limits::default());
    assert_eq!(codes(&package), ["intake.name-twice@ÉTUDE.pdf"]);
}

#[test]
fn what_is_no_package_says_so() {
    assert!(!read(Path::new("/nowhere/at-all"), &Limits::default()).is_readable());
    assert_eq!(
        codes(&read(folder(&[]).path(), &Limits::default()))[0].split('@').next(),
        Some("intake.package-empty")
    );
    let dir = folder(&[("x.zip", b"PK\x03\x04 not really"), ("y.rar", b"Rar!abcdef"), ("z", b"")]);
    let code = |name: &str| read(&dir.path().join(name), &Limits::default()).items[0].code;
    assert_eq!(code("x.zip"), "intake.package-zip");
    assert_eq!(code("y.rar"), "intake.package-kind");
    assert_eq!(code("z"), "intake.package-kind");
}

#[test]
fn evidence_is_judged_by_its_content() {
    let dir = folder(&[
        ("dossier.toml", DESCRIPTION.as_bytes()),
        ("reponses.csv", ANSWERS.as_bytes()),
        ("faux.pdf", b"MZ this is a program"),
        ("vide.pdf", b""),
        ("tronqué.pdf", b"%PDF-1.7\n%%EOF"),
        ("note.docx", b"PK\x03\x04"),
        ("copie.pdf", PDF),
        ("image.png", b"\x89PNG\r\n\x1a\n...."),
    ]);
    let package = read(dir.path(), &Limits::default());
    let found = codes(&package);
    for wanted in [
        "intake.evidence-absent@étude.pdf",
        "intake.pdf-not@faux.pdf",
        "intake.file-empty@vide.pdf",
        "intake.pdf-broken@tronqué.pdf",
        "intake.file-kind@note.docx",
    ] {
        assert!(found.contains(&wanted.to_owned()), "{wanted} in {found:?}");
    }
    let names: Vec<_> = package.evidence.iter().map(|e| (e.name.as_str(), e.media)).collect();
    assert_eq!(names, [("copie.pdf", Media::Pdf), ("image.png", Media::Png)]);
}

#[test]
fn a_digest_that_differs_is_said() {
    let description =
        DESCRIPTION.replace("criteria = [\"1.1\"]", &format!("sha256 = \"{}\"", "0".repeat(64)));
    let dir = folder(&[
        ("dossier.toml", description.as_bytes()),
        ("reponses.csv", ANSWERS.as_bytes()),
        ("étude.pdf", PDF),
    ]);
    assert_eq!(codes(&read(dir.path(), &Limits::default())), ["intake.evidence-digest@étude.pdf"]);
}

#[test]
fn a_pdf_locked_by_its_trailer_is_refused_even_when_it_cannot_be_parsed() {
    let locked = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<</Encrypt 9 0 R/Root 1 0 R>>\n%%EOF";
    let dir = folder(&[("a.pdf", locked)]);
    assert!(codes(&read(dir.path(), &Limits::default())).contains(&"intake.pdf-password@a.pdf".to_owned()));
}

#[test]
fn a_pdf_of_deep_nesting_neither_panics_nor_hangs() {
    let mut deep = b"%PDF-1.4\n1 0 obj".to_vec();
    deep.extend(std::iter::repeat_n(b'[', 200_000));
    deep.extend_from_slice(b"\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer<</Size 2/Root 1 0 R>>\nstartxref\n");
    let start = deep.len() - 75;
    deep.extend_from_slice(format!("{start}\n%%EOF").as_bytes());
    let _ = read(folder(&[("a.pdf", &deep)]).path(), &Limits::default());
}

#[test]
fn possible_patient_data_is_pointed_out_and_not_repeated() {
    // 1 84 12 76 451 089 with its key 46: the specimen number of the administration's own notice.
    let csv = "code,answer,comment\n1.1,none,Patient 1 84 12 76 451 089 46 suivi\n1.2,yes,Mme X née le 12/03/1956\n2.1,3,1 84 12 76 451 089 47\n";
    let dir = folder(&[
        ("dossier.toml", DESCRIPTION.as_bytes()),
        ("reponses.csv", csv.as_bytes()),
        ("étude.pdf", PDF),
    ]);
    let package = read(dir.path(), &Limits::default());
    assert_eq!(codes(&package), ["intake.patient@1.1", "intake.patient@1.2"]);
    assert!(package.items.iter().all(|item| !format!("{item:?}").contains("451")));
}

#[test]
fn a_file_with_a_patient_s_name_gives_way_to_another_or_is_cleared_by_a_person() {
    let notes = b"code,answer\n1.1,none\n";
    let dir = folder(&[
        ("dossier.toml", DESCRIPTION.as_bytes()),
        ("reponses.csv", b"code,answer,comment\n1.1,none,Patient 1 84 12 76 451 089 46 suivi\n"),
        ("\u{e9}tude.pdf", PDF),
        ("autre.csv", notes),
    ]);
    let pieces = [Piece::Path(dir.path().to_path_buf())];
    let read = |reading: &Reading| read_with(&pieces, reading, &Watch::new(&|_| true)).unwrap();
    assert!(codes(&read(&Reading::default())).contains(&"intake.patient@1.1".to_owned()));
    let path = dir.path().join("autre.csv");
    let replaced = BTreeMap::from([("reponses.csv".to_owned(), path.clone())]);
    let with_another = Reading { replaced, ..Reading::default() };
    let package = read(&with_another);
    assert!(!codes(&package).iter().any(|code| code.starts_with("intake.patient")), "{:?}", codes(&package));
    assert_eq!(kept(&package), BTreeMap::from([("1.1", "none")]), "the answers are those of the other file");
    // The other file went meanwhile: that is said, and nothing of the first comes back unnoticed.
    fs::remove_file(path).unwrap();
    assert!(codes(&read(&with_another)).contains(&"intake.file-unreadable@reponses.csv".to_owned()));
}

#[test]
fn real_evidence_opens_or_is_refused_with_a_reason() {
    let source = assets().join("../../shared/evidence");
    if !source.is_dir() {
        eprintln!("skipped: the folder of real evidence is absent");
        return;
    }
    let limits = Limits { pdf_time: Duration::from_secs(8), ..Limits::default() };
    let package = read(&source, &limits);
    for item in &package.items {
        eprintln!("{:?} {} {}", item.severity, item.code, item.place);
    }
    let pdfs = fs::read_dir(&source)
        .unwrap()
        .filter(|e| e.as_ref().unwrap().path().extension().is_some_and(|x| x == "pdf"));
    let refused = package
        .items
        .iter()
        .filter(|i| i.severity == Severity::Wrong && i.code.starts_with("intake.pdf"))
        .count();
    assert_eq!(package.evidence.len() + refused, pdfs.count());
    assert!(codes(&package).contains(&"intake.pdf-password@password.pdf".to_owned()));
    let pages = |name: &str| package.evidence.iter().find(|e| e.name == name).and_then(|e| e.pages);
    assert_eq!(pages("book-117-pages.pdf"), Some(117));
    assert_eq!(pages("four-pages-latex.pdf"), Some(4));
}
