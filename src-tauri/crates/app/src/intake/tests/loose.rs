//! What a secretariat gains when a publisher sends files and no description: they are one package, the form asks for what
//! the files do not tell, and the same reader says the same things of it.

use super::super::form::{FormEntity, FormEvidence};
use super::super::pieces::{self, PASTED};
use sha2::{Digest, Sha256};

use super::*;

fn pieces(dir: &Path, names: &[&str]) -> Vec<Piece> {
    names.iter().map(|name| Piece::Path(dir.join(name))).collect()
}

fn judged(pieces: &[Piece], form: Option<Form>) -> Package {
    let reading = Reading { form, ..Reading::default() };
    read_with(pieces, &reading, &Watch::new(&|_| true)).unwrap()
}

fn filled(package: &Package) -> Form {
    let mut form = package.asked.clone().unwrap().guessed;
    for (key, text) in [
        ("label", "HNEC"),
        ("solution.name", "Essai \"entre\" guillemets"),
        ("solution.version", "1.0"),
        ("solution.summary.fr", "Résumé\nsur deux lignes"),
        ("solution.plain.fr", "Une ligne"),
        ("solution.intended_use.fr", "Suivre"),
        ("solution.has_class", "C"),
        ("solution.languages", "fr, en"),
        ("publisher.name", "Éditeur"),
        ("publisher.country", "FR"),
        ("publisher.contact.email", "a@b.example"),
    ] {
        form.fields.insert(key.to_owned(), text.to_owned());
    }
    form
}

#[test]
fn loose_files_and_a_form_make_the_package_that_a_description_makes() {
    let dir = folder(&good());
    let loose = pieces(dir.path(), &["étude.pdf", "reponses.csv"]);
    let bare = judged(&loose, None);
    assert_eq!(codes(&bare), ["intake.description-absent@dossier.toml"]);
    let asked = bare.asked.clone().unwrap();
    assert_eq!((asked.guessed.fields["answers"].as_str(), asked.filled), ("reponses.csv", false));
    let mut form = filled(&bare);
    form.evidence[0].title = "Étude".into();
    form.evidence[0].criteria = "1.1".into();
    form.entities.push(FormEntity { role: "parent".into(), name: "Groupe".into() });
    form.entities.push(FormEntity { role: "author".into(), name: " ".into() });
    let package = judged(&loose, Some(form.clone()));
    assert_eq!(codes(&package), Vec::<String>::new());
    assert!(package.asked.as_ref().unwrap().filled);
    let described = read(dir.path(), &Limits::default());
    assert!(described.asked.is_none(), "a described package is asked nothing");
    assert_eq!(package.solution.name, "Essai \"entre\" guillemets");
    assert_eq!(package.solution.summary.fr.as_deref(), Some("Résumé\nsur deux lignes"));
    assert_eq!(package.solution.languages, ["fr", "en"]);
    assert_eq!(package.entities.len(), 1);
    let of = |package: &Package| {
        let file = &package.evidence[0];
        (file.title.clone(), file.criteria.clone(), file.sha256, package.answers.clone())
    };
    assert_eq!(of(&package), of(&described));
    let grid = grid("exemple-six.toml");
    let lines = |package: &Package| report(package, &grid).items;
    assert_eq!(lines(&package), lines(&described), "the same report, line for line");
    // What the form wrote is a description like any other.
    fs::write(dir.path().join("dossier.toml"), form.description()).unwrap();
    let saved = read(dir.path(), &Limits::default());
    assert_eq!(codes(&saved), Vec::<String>::new());
    assert_eq!((saved.solution, saved.publisher), (package.solution, package.publisher));
}

#[test]
fn what_is_left_out_of_the_form_is_said_by_its_key_as_in_a_file() {
    let dir = folder(&good());
    let loose = pieces(dir.path(), &["étude.pdf", "reponses.csv"]);
    let mut form = filled(&judged(&loose, None));
    form.fields.insert("solution.version".into(), " ".into());
    form.fields.insert("solution.has_class".into(), "E".into());
    form.fields.remove("publisher.contact.email");
    form.evidence.push(FormEvidence { file: "perdue.pdf".into(), ..FormEvidence::default() });
    let said = codes(&judged(&loose, Some(form)));
    for code in [
        "intake.description-missing@solution.version",
        "intake.description-missing@publisher.contact",
        "intake.has-class@solution.has_class",
        "intake.evidence-absent@perdue.pdf",
    ] {
        assert!(said.contains(&code.to_owned()), "{code}: {said:?}");
    }
}

#[test]
fn files_folders_and_zips_brought_at_once_lie_beside_one_another() {
    let dir = folder(&[("a/étude.pdf", PDF), ("b/étude.pdf", PDF), ("reponses.csv", ANSWERS.as_bytes())]);
    let (_keep, zip) = zipped(&[("plan.pdf", PDF)]);
    let mut all = pieces(dir.path(), &["a", "b", "reponses.csv"]);
    all.push(Piece::Path(zip));
    let package = judged(&all, None);
    let mut names: Vec<&str> = package.evidence.iter().map(|file| file.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["b/étude.pdf", "dossier/plan.pdf", "étude.pdf"]);
    assert_eq!(package.answers.len(), 6);
    // A file that comes later under the same name takes the place of the first, which is said unless they are alike.
    let newer = [PDF, b"\n% newer"].concat();
    fs::create_dir(dir.path().join("c")).unwrap();
    fs::write(dir.path().join("c/étude.pdf"), &newer).unwrap();
    let replaced = "intake.name-replaced@étude.pdf".to_owned();
    let twice = judged(&pieces(dir.path(), &["a/étude.pdf", "c/étude.pdf"]), None);
    assert!(codes(&twice).contains(&replaced), "{:?}", codes(&twice));
    assert_eq!(twice.evidence[0].sha256, <[u8; 32]>::from(Sha256::digest(&newer)));
    let alike = judged(&pieces(dir.path(), &["a/étude.pdf", "b/étude.pdf"]), None);
    assert!(!codes(&alike).contains(&replaced));
    // A description among the files is the description.
    fs::write(dir.path().join("dossier.toml"), DESCRIPTION).unwrap();
    let described = judged(&pieces(dir.path(), &["dossier.toml", "a/étude.pdf", "reponses.csv"]), None);
    assert_eq!((codes(&described), described.asked), (vec![], None));
}

#[test]
fn a_file_is_taken_out_of_a_package_and_put_back() {
    let dir =
        folder(&[("étude.pdf", PDF), ("plan.pdf", b"%PDF-1.7 broken"), ("reponses.csv", ANSWERS.as_bytes())]);
    fs::write(dir.path().join("dossier.toml"), DESCRIPTION).unwrap();
    let all = [Piece::Path(dir.path().to_path_buf())];
    let read = |out: &[&str]| {
        let taken_out = out.iter().map(|name| (*name).to_owned()).collect();
        let reading = Reading { taken_out, ..Reading::default() };
        read_with(&all, &reading, &Watch::new(&|_| true)).unwrap()
    };
    assert!(codes(&read(&[])).iter().any(|code| code.ends_with("@plan.pdf")), "the broken file is told");
    assert_eq!(codes(&read(&["plan.pdf"])), ["intake.taken-out@plan.pdf"], "the report still knows it");
    // Listed in the description or not: who takes a file out is not told that it is missing.
    let bare = read(&["plan.pdf", "étude.pdf"]);
    assert!(bare.evidence.is_empty());
    assert!(!codes(&bare).contains(&"intake.evidence-absent@étude.pdf".to_owned()), "{:?}", codes(&bare));
}

#[test]
fn what_is_brought_later_renames_nothing_and_is_no_package_of_its_own() {
    let (_keep, zip) = zipped(&[("Onco/rapport.pdf", PDF), ("Onco/essai.pdf", PDF)]);
    let dir = folder(&[("notes.txt", b"lettre"), ("lettre.docx", b"PK\x03\x04"), ("plan.pdf", PDF)]);
    let names = |all: &[Piece]| {
        let mut names: Vec<String> = judged(all, None).evidence.into_iter().map(|file| file.name).collect();
        names.sort_unstable();
        names
    };
    let mut all = vec![Piece::Path(zip)];
    assert_eq!(names(&all), ["essai.pdf", "rapport.pdf"], "the folder around everything is left away");
    for (later, count) in [("notes.txt", 2), ("lettre.docx", 2), ("plan.pdf", 3)] {
        pieces::add(&mut all, Piece::Path(dir.path().join(later)));
        let now = names(&all);
        assert!(now.contains(&"rapport.pdf".to_owned()) && now.len() == count, "{later}: {now:?}");
        assert!(judged(&all, None).is_readable(), "{later}");
    }
    // Inside one ZIP two files may not end under one name.
    let (_keep, wrapped) = zipped(&[("Onco/dossier.toml", b"x"), ("Onco/a.pdf", PDF), ("a.pdf", PDF)]);
    assert!(codes(&judged(&[Piece::Path(wrapped)], None)).contains(&"intake.name-twice@a.pdf".to_owned()));
}

#[test]
fn a_table_from_the_clipboard_is_read_as_a_file_of_answers_and_goes_before_one() {
    let dir = folder(&good());
    let tabs = ANSWERS.replace(',', "\t").replace("2.1\t3", "2.1\t4");
    let mut all = pieces(dir.path(), &["étude.pdf"]);
    pieces::add(&mut all, Piece::table("Item\tCe que dit l’éditeur\n1.1\trandomised\n"));
    let unknown = judged(&all, None);
    assert!(codes(&unknown).contains(&format!("intake.answers-header@{PASTED}")), "{:?}", codes(&unknown));
    assert_eq!(unknown.headers, ["Item", "Ce que dit l’éditeur"], "asked what they mean, as of a CSV");
    pieces::add(&mut all, Piece::table(&tabs));
    assert_eq!(all.len(), 2, "the last table holds");
    let package = judged(&all, None);
    assert_eq!(kept(&package)["2.1"], "4");
    let mut described = vec![Piece::Path(dir.path().to_path_buf())];
    pieces::add(&mut described, Piece::table(&tabs));
    let package = judged(&described, None);
    assert_eq!(codes(&package), ["intake.answers-pasted@reponses.csv"]);
    assert_eq!(kept(&package)["2.1"], "4");
    // Alone it is a package that lacks everything else, and says so.
    let alone = judged(&[Piece::table(&tabs)], None);
    assert!(alone.is_readable());
    assert_eq!(alone.answers.len(), 6);
}

#[test]
fn a_pasted_picture_does_not_push_another_out_and_the_same_thing_twice_is_one() {
    let picture = |byte: u8| Piece::Bytes {
        name: "image.png".into(),
        bytes: [&b"\x89PNG\r\n\x1a\n"[..], &[byte]].concat().into(),
    };
    let mut all = Vec::new();
    for byte in [1, 2, 1] {
        pieces::add(&mut all, picture(byte));
    }
    assert_eq!(pieces::name(&all), "image.png, image-2.png");
    assert_eq!(judged(&all, None).evidence.len(), 2);
}

#[test]
fn what_the_files_tell_is_guessed_and_nothing_else_is() {
    let csv = "code,answer,pièces\n1.1,randomised,MonSuivi_essai_v2.1.pdf\n4.1,yes,MonSuivi_essai_v2.1.pdf\n";
    let files: &[(&str, &[u8])] = &[
        ("MonSuivi_essai_v2.1.pdf", PDF),
        ("MonSuivi_RGPD.pdf", PDF),
        ("contacts.csv", b"nom,telephone\nX,1\n"),
        ("questionnaire.csv", csv.as_bytes()),
    ];
    let dir = folder(files);
    let names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
    let asked = judged(&pieces(dir.path(), &names), None).asked.unwrap();
    let field = |key: &str| asked.guessed.fields.get(key).map(String::as_str);
    assert_eq!((field("solution.name"), field("solution.version")), (Some("MonSuivi"), Some("2.1")));
    assert_eq!(field("answers"), Some("questionnaire.csv"), "the only table whose headers say so");
    assert_eq!(asked.tables, ["contacts.csv", "questionnaire.csv"]);
    let kinds: Vec<(&str, &str)> =
        asked.guessed.evidence.iter().map(|one| (one.kind.as_str(), one.criteria.as_str())).collect();
    assert_eq!(kinds, [("conformité", ""), ("publication", "1.1, 4.1")]);
    assert_eq!(field("publisher.name"), None);
    // A folder's own name speaks first; dates and numbers are no versions and no names.
    let home = folder(&[("02-CardioTrame 3.4/rapport_12.2024.pdf", PDF)]);
    let asked = judged(&pieces(home.path(), &["02-CardioTrame 3.4"]), None).asked.unwrap();
    let field = |key: &str| asked.guessed.fields.get(key).map(String::as_str);
    assert_eq!((field("solution.name"), field("solution.version")), (Some("CardioTrame"), Some("3.4")));
}
