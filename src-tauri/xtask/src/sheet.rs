//! `cargo xtask sheet`: one page with every picture that tests and `npm run look` took, each beside the drawing of its
//! screen where there is one: `target/screenshots/index.html`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::programs::target;

/// Drawings lie outside the repository.
const DRAWINGS: &str = "../shared/interface";

/// Which drawing shows a screen: the beginning of a picture's name, what its name contains besides, and the drawing. The
/// first that fits.
const DRAWN: [(&str, &str, &str); 24] = [
    ("review-", "-dark-", "review-dark"),
    ("review-", "-1024x", "review-1024"),
    ("review-", "-640x", "review-200"),
    ("review-altered", "", "states"),
    ("review", "", "review"),
    ("desk-empty", "", "states"),
    ("desk", "", "desk"),
    ("reviewer-desk", "", "desk"),
    ("compare-", "", "compare"),
    ("vote-offline", "", "states"),
    ("vote-receipt", "", "vote-receipt"),
    ("vote-", "-dark-", "vote-dark"),
    ("vote-", "", "vote"),
    ("secretariat-dossiers", "", "secretariat"),
    ("dossiers-", "", "secretariat"),
    ("owed", "", "secretariat"),
    ("intake", "", "intake"),
    ("public-label", "", "registry-label"),
    ("public-verify", "", "registry-verify"),
    ("verdict", "", "registry-verify"),
    ("first-", "", "enrolment"),
    ("receipt", "", "sync"),
    ("interests", "", "states"),
    ("recused", "", "states"),
];

const STYLE: &str = "body{margin:1rem;font:16px/1.5 sans-serif;background:#f3f4f6;color:#1a1d23}\
h2{margin:2rem 0 .5rem;font-size:1.1rem}section div{display:flex;flex-wrap:wrap;gap:1rem}\
figure{margin:0;max-width:640px}img{display:block;max-width:100%;border:1px solid #868d99}\
figcaption{font-size:.875rem}.drawn img{border:3px solid #27489c}";

/// Writes the page; says what it has no drawings for.
pub fn run(root: &Path) -> Outcome {
    let folder = target(root).join("screenshots");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let drawings = drawings(root, &folder)?;
    let mut screens: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (place, from) in [("", folder.clone()), ("../look/", target(root).join("look"))] {
        for name in pictures(&from) {
            screens.entry(screen(&name).to_owned()).or_default().push(format!("{place}{name}"));
        }
    }
    let count: usize = screens.values().map(Vec::len).sum();
    let page = folder.join("index.html");
    fs::write(&page, html(&screens, &drawings)).map_err(|error| format!("{}: {error}", page.display()))?;
    println!("{count} pictures of {} screens in {}", screens.len(), page.display());
    Ok(())
}

/// Copies the drawings beside the pictures, so that the page can be taken elsewhere; answers their names.
fn drawings(root: &Path, folder: &Path) -> Result<Vec<String>, String> {
    let from = root.join(DRAWINGS);
    let names = pictures(&from);
    if names.is_empty() {
        println!("skipped: no drawings in {DRAWINGS}; the pictures stand alone");
        return Ok(names);
    }
    let to = folder.join("drawings");
    let copied = fs::create_dir_all(&to)
        .and_then(|()| names.iter().try_for_each(|name| put(&from.join(name), &to.join(name))));
    copied.map_err(|error| format!("{}: {error}", to.display()))?;
    Ok(names)
}

/// Writes a file anew: a copy would take over that its original cannot be written.
fn put(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::write(to, fs::read(from)?)
}

fn pictures(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<PathBuf> = entries.map(|entry| PathBuf::from(entry.file_name())).collect();
    names.retain(|name| name.extension().is_some_and(|extension| extension == "png"));
    names.sort();
    names.iter().map(|name| name.to_string_lossy().into_owned()).collect()
}

/// The screen in a picture's name: what comes before its language or its theme.
fn screen(name: &str) -> &str {
    let looks = ["-fr-light", "-fr-dark", "-en-light", "-en-dark", "-fr-forced", "-light-", "-dark-"];
    let end = looks.iter().filter_map(|look| name.find(look)).min();
    end.map_or(name.trim_end_matches(".png"), |end| &name[..end])
}

fn drawing<'d>(picture: &str, drawings: &'d [String]) -> Option<&'d String> {
    let fits =
        |(begins, holds, _): &&(&str, &str, &str)| picture.starts_with(begins) && picture.contains(holds);
    let (_, _, name) = DRAWN.iter().find(fits)?;
    drawings.iter().find(|drawing| drawing.strip_suffix(".png") == Some(name))
}

fn html(screens: &BTreeMap<String, Vec<String>>, drawings: &[String]) -> String {
    let mut page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Screens</title><style>{STYLE}</style>\
         <h1>Every screen, beside its drawing</h1>"
    );
    for (screen, taken) in screens {
        let _ = write!(page, "<section><h2>{screen}</h2><div>");
        let mut beside = Vec::new();
        for picture in taken {
            let name = picture.rsplit('/').next().unwrap_or(picture);
            figure(&mut page, "", picture, name);
            beside.extend(drawing(name, drawings));
        }
        beside.sort();
        beside.dedup();
        for name in beside {
            figure(&mut page, " class=\"drawn\"", &format!("drawings/{name}"), &format!("drawn: {name}"));
        }
        page += "</div></section>";
    }
    page
}

fn figure(page: &mut String, class: &str, source: &str, caption: &str) {
    let _ = write!(
        page,
        "<figure{class}><a href=\"{source}\"><img loading=\"lazy\" src=\"{source}\" alt=\"\"></a>\
         <figcaption>{caption}</figcaption></figure>"
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_found_under_its_screen_and_beside_its_drawing() {
        let drawings: Vec<String> = ["review.png", "review-dark.png", "review-200.png", "registry-label.png"]
            .map(str::to_owned)
            .to_vec();
        for (picture, name, drawn) in [
            ("review-fr-light-1280x800.png", "review", Some("review.png")),
            ("review-fr-dark-1280x800.png", "review", Some("review-dark.png")),
            ("review-fr-light-640x400.png", "review", Some("review-200.png")),
            ("public-label-fr-dark-plain-1280x800.png", "public-label", Some("registry-label.png")),
            ("people-add-en-light-640x400.png", "people-add", None),
        ] {
            assert_eq!(screen(picture), name);
            assert_eq!(drawing(picture, &drawings).map(String::as_str), drawn, "{picture}");
        }
    }

    #[test]
    fn the_page_shows_each_picture_and_each_drawing_once() {
        let taken = ["desk-fr-light-1280x800.png", "../look/desk-en-light-640x400.png"].map(str::to_owned);
        let screens = BTreeMap::from([("desk".to_owned(), taken.to_vec())]);
        let page = html(&screens, &["desk.png".to_owned()]);
        assert_eq!(page.matches("<figure").count(), 3);
        assert_eq!(page.matches("drawings/desk.png\" alt").count(), 1);
    }
}
