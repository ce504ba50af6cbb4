use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::*;

fn assets() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../assets")
}

fn demo(path: &str) -> Vec<u8> {
    std::fs::read(assets().join("demo/dossiers").join(path)).unwrap()
}

fn mark(page: u32, kind: Kind, rect: [i64; 4]) -> Mark {
    Mark {
        id: "3f2504e0-4f89-41d3-9a0c-0305e82c3301".into(),
        page,
        kind,
        rects: vec![rect],
        colour: Colour::Cited,
        author: "Claire Aubert".into(),
        subject: "2.3".into(),
        contents: "Critère 2.3 : « l’essai <randomisé> & \"témoin\" ».".into(),
        written: "D:20261122100000Z".into(),
    }
}

/// Runs a program of others; `None`: it is not here, and the test says so.
fn run(program: &str, arguments: &[&str]) -> Option<(bool, String)> {
    match Command::new(program).args(arguments).output() {
        Err(_) => {
            println!("skipped: {program} is not here");
            None
        }
        Ok(done) => {
            let text = [done.stdout, done.stderr].concat();
            Some((done.status.success(), String::from_utf8_lossy(&text).into_owned()))
        }
    }
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> String {
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path.to_string_lossy().into_owned()
}

/// The words that poppler draws and where, in points from the upper left corner as they are shown.
fn words(file: &str) -> Option<Vec<(String, [f64; 4])>> {
    let (_, text) = run("pdftotext", &["-bbox", "-f", "1", "-l", "1", file, "-"])?;
    let value = |line: &str, name: &str| -> f64 {
        line.split(&format!("{name}=\"")).nth(1).unwrap().split('"').next().unwrap().parse().unwrap()
    };
    let found = text.lines().filter(|line| line.contains("<word ")).map(|line| {
        let word = line.split('>').nth(1).unwrap().split('<').next().unwrap().to_owned();
        (word, ["xMin", "yMin", "xMax", "yMax"].map(|name| value(line, name)))
    });
    Some(found.collect())
}

fn hundredths(point: f64) -> i64 {
    (point * 100.0).round() as i64
}

/// The annotations of the first page, as qpdf reads them.
fn read_back(file: &str) -> Option<Vec<Value>> {
    let (_, text) = run("qpdf", &["--json=2", "--json-key=qpdf", "--json-key=pages", file])?;
    let all: Value = serde_json::from_str(&text).unwrap();
    let objects = &all["qpdf"][1];
    let object = |name: &str| objects[format!("obj:{name}")]["value"].clone();
    let page = object(all["pages"][0]["object"].as_str().unwrap());
    let listed = page["/Annots"].as_array().cloned().unwrap_or_default();
    Some(listed.iter().map(|one| object(one.as_str().unwrap())).collect())
}

fn quads(annotation: &Value) -> Vec<f64> {
    annotation["/QuadPoints"].as_array().unwrap().iter().map(|one| one.as_f64().unwrap()).collect()
}

#[test]
fn strangers_read_every_annotation_where_it_was_made_and_what_was_there_is_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let original = demo("01-oncosuivi/essai.pdf");
    let source = write(folder.path(), "source.pdf", &original);
    let Some(words) = words(&source) else { return };
    let (word, [left, top, right, bottom]) =
        words.iter().find(|(word, _)| word.chars().count() > 9).cloned().unwrap();
    let height = 841.89;
    let rect = [left, height - bottom, right, height - top].map(hundredths);
    let marks = vec![
        mark(1, Kind::Highlight, rect),
        mark(1, Kind::Underline, rect),
        mark(1, Kind::Square, [10_000, 20_000, 30_000, 40_000]),
        Mark { rects: Vec::new(), ..mark(1, Kind::Text, [0; 4]) },
    ];
    let copy = annotate(original.clone(), marks).unwrap();
    assert!(copy.starts_with(&original), "the original bytes come first, unchanged");
    let file = write(folder.path(), "copy.pdf", &copy);
    let Some((clean, said)) = run("qpdf", &["--check", &file]) else { return };
    assert!(clean, "{said}");
    let annotations = read_back(&file).unwrap();
    let kinds: Vec<_> = annotations.iter().map(|one| one["/Subtype"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["/Highlight", "/Underline", "/Square", "/Text"]);
    for one in &annotations {
        assert_eq!(one["/T"], "u:Claire Aubert");
        assert_eq!(one["/Contents"], "u:Critère 2.3 : « l’essai <randomisé> & \"témoin\" ».");
    }
    // Upper left, upper right, lower left, lower right.
    let [x1, y1, x2, y2, x3, y3, x4, y4] = quads(&annotations[0])[..].try_into().unwrap();
    assert!(x1 == x3 && x2 == x4 && x1 < x2 && y1 == y2 && y3 == y4 && y1 > y3, "{annotations:?}");
    // The words under the rectangle are those that were marked.
    let at = [x1.floor(), (height - y1).floor(), (x2 - x1).ceil() + 1.0, (y1 - y3).ceil() + 1.0];
    let [x, y, width, tall] = at.map(|value| format!("{value:.0}"));
    let crop = ["-f", "1", "-l", "1", "-x", &x, "-y", &y, "-W", &width, "-H", &tall, &file, "-"];
    let (_, under) = run("pdftotext", &crop).unwrap();
    assert!(under.contains(&word), "{word}: {under}");
    let (_, before) = run("pdftotext", &[&source, "-"]).unwrap();
    let (_, after) = run("pdftotext", &[&file, "-"]).unwrap();
    assert_eq!(before, after);
}

/// A page of which the text runs upwards and which is turned, so that it is read as usual.
fn turned(degrees: i64) -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let pages = document.new_object_id();
    let font = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica", "Encoding" => "WinAnsiEncoding",
    });
    let content = b"BT /F 12 Tf 0 1 -1 0 300 200 Tm (randomisation) Tj ET".to_vec();
    let content = document.add_object(lopdf::Stream::new(Dictionary::new(), content));
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content,
        "Resources" => dictionary! { "Font" => dictionary! { "F" => font } },
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
    });
    // The rotation is inherited.
    document.objects.insert(
        pages,
        dictionary! {
            "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1, "Rotate" => degrees,
        }
        .into(),
    );
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn on_a_turned_page_up_is_up_for_whoever_reads() {
    let folder = tempfile::tempdir().unwrap();
    let original = turned(90);
    assert_eq!(turns(original.clone()).unwrap(), [1]);
    // The word runs from (300, 200) upwards; its letters stand to the left of that line.
    let rect = [29_000, 20_000, 30_300, 27_500];
    let copy = annotate(original, vec![mark(1, Kind::Highlight, rect)]).unwrap();
    let file = write(folder.path(), "turned.pdf", &copy);
    let Some((clean, said)) = run("qpdf", &["--check", &file]) else { return };
    assert!(clean, "{said}");
    let found = quads(&read_back(&file).unwrap()[0]);
    // Read from the lower left of the sheet to its upper left: "up" is the sheet's left side.
    assert_eq!(found, [290.0, 200.0, 290.0, 275.0, 303.0, 200.0, 303.0, 275.0]);
    // Shown, the sheet is 842 wide: what stands at (x, y) is shown at (y, x) from the upper left corner.
    let Some(words) = words(&file) else { return };
    let (word, shown) = &words[0];
    assert_eq!(word, "randomisation");
    let inside =
        [200.0 <= shown[0] + 1.0, 275.0 >= shown[2] - 1.0, 285.0 <= shown[1] + 1.0, 306.0 >= shown[3] - 1.0];
    assert_eq!(inside, [true; 4], "{shown:?}");
    for (degrees, turn) in [(0, 0), (180, 2), (270, 3), (-90, 3), (450, 1)] {
        assert_eq!(turns(turned(degrees)).unwrap(), [turn]);
    }
}

#[test]
fn annotations_that_are_there_stay_there() {
    let folder = tempfile::tempdir().unwrap();
    let once = annotate(turned(0), vec![mark(1, Kind::Square, [1000, 1000, 2000, 2000])]).unwrap();
    let twice = annotate(once.clone(), vec![mark(1, Kind::Highlight, [3000, 1000, 4000, 2000])]).unwrap();
    assert!(twice.starts_with(&once));
    let file = write(folder.path(), "twice.pdf", &twice);
    let Some(found) = read_back(&file) else { return };
    assert_eq!(found.len(), 2);
}

#[test]
fn what_cannot_be_continued_is_refused_with_a_reason() {
    let one = || vec![mark(1, Kind::Highlight, [0, 0, 100, 100])];
    assert_eq!(annotate(b"%PDF-1.7 nothing".to_vec(), one()), Err(Untouchable::Unreadable));
    assert_eq!(annotate(Vec::new(), one()), Err(Untouchable::Unreadable));
    let beyond = vec![mark(9, Kind::Highlight, [0, 0, 100, 100])];
    assert_eq!(annotate(turned(0), beyond), Err(Untouchable::Page(9)));
    let folder = tempfile::tempdir().unwrap();
    let (plain, locked) = (write(folder.path(), "plain.pdf", &turned(0)), folder.path().join("locked.pdf"));
    let locked = locked.to_string_lossy().into_owned();
    for password in ["secret", ""] {
        let encrypt = ["--encrypt", password, "owner", "256", "--", &plain, &locked];
        if run("qpdf", &encrypt).is_some() {
            assert_eq!(
                annotate(std::fs::read(&locked).unwrap(), one()),
                Err(Untouchable::Locked),
                "{password}"
            );
        }
    }
}

#[test]
fn every_demonstration_file_takes_annotations_and_stays_clean() {
    let folder = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(assets().join("demo/dossiers")).unwrap() {
        for file in std::fs::read_dir(entry.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_none_or(|ending| ending != "pdf") {
                continue;
            }
            let copy = annotate(
                std::fs::read(&path).unwrap(),
                vec![mark(1, Kind::Highlight, [7000, 7000, 9000, 8000])],
            );
            let file = write(folder.path(), "copy.pdf", &copy.unwrap());
            let Some((clean, said)) = run("qpdf", &["--check", &file]) else { return };
            assert!(clean, "{}: {said}", path.display());
        }
    }
}

#[test]
fn xfdf_is_well_formed_whatever_was_written() {
    let folder = tempfile::tempdir().unwrap();
    let hostile = Mark {
        author: "A \"B\" <c>".into(),
        contents: "]]> & \u{1} <script>\n'fin'\u{b}".into(),
        ..mark(2, Kind::Highlight, [7250, 10_000, 20_000, 11_205])
    };
    let text = xfdf("essai & \"suite\".pdf", &[hostile], &[0, 0]);
    assert!(
        text.contains("page=\"1\"")
            && text.contains("coords=\"72.50,112.05,200.00,112.05,72.50,100.00,200.00,100.00\"")
    );
    let file = write(folder.path(), "marks.xfdf", text.as_bytes());
    let read = "import sys, xml.etree.ElementTree as t\nr = t.parse(sys.argv[1]).getroot()\nn = '{http://ns.adobe.com/xfdf/}'\n\
        a = r.find(n + 'annots')[0]\nprint(a.get('title'), '|', a.find(n + 'contents').text, '|', r.find(n + 'f').get('href'))";
    let Some((read, said)) = run("python3", &["-c", read, &file]) else { return };
    assert!(read, "{said}");
    assert_eq!(said.trim_end(), "A \"B\" <c> | ]]> &  <script>\n'fin' | essai & \"suite\".pdf");
}
