//! What a person hears who works with a screen reader: the tree of review, of a page as text, of vote and intake as the accessibility bus has it,
//! compared with a text that was read by a person and committed (`spoken/`). What differs from day to day is left out.
//!
//! After a wanted change: `SCEAU_WRITE_SPOKEN=1 cargo test -p sceau-tests --test window spoken`, then read the difference.

use std::fs;
use std::time::{Duration, Instant};

use crate::board::Board;
use crate::hearing::{Listener, deaf};
use crate::lens::settings;
use crate::programs::{play, root};
use crate::seat::{PATIENCE, Seat};

#[test]
fn a_screen_reader_is_told_the_vote_the_review_the_page_s_text_and_the_intake_in_roles_and_names() {
    if let Some(missing) = deaf() {
        println!("skipped: {missing} is missing");
        return;
    }
    play(Duration::from_secs(900), || async {
        let board = Board::of_campaign(&["nadia-belkacem", "claire-aubert", "helene-roy"]);
        let mut wrong = Vec::new();
        let package = root().join("assets/demo/dossiers/03-gestasuivi");
        for (person, screen, way, shown) in [
            ("nadia-belkacem", "vote", Some(VOTE), "choice-defer"),
            ("claire-aubert", "review", Some(REVIEW), "question"),
            ("claire-aubert", "text", Some(TEXT), "text-view"),
            ("helene-roy", "intake", None, "letter"),
        ] {
            let desk = board.desk(person);
            fs::write(desk.join("settings.toml"), settings("fr", "light")).unwrap();
            let file = (screen == "intake").then_some(package.as_path());
            let seat = Seat::heard(&desk, &board.folder(&format!("home-{screen}")), file).await;
            let listener = seat.bus.as_ref().unwrap().listen().await;
            seat.enter(&board.passphrase(person)).await;
            for pressed in way.unwrap_or_default() {
                seat.click(pressed).await;
            }
            seat.spot(shown).await;
            match screen {
                "review" => drop(seat.see("[data-testid=text-1] span").await),
                "text" => {
                    seat.press("Escape").await;
                    seat.gone("dialog[open]").await;
                    seat.see("[data-testid=text-view] .words").await;
                }
                _ => {}
            }
            // No registry runs here: the line at the foot comes to rest when that is known.
            let line = "return document.body.innerText.includes('Hors ligne')";
            seat.until("the desk knows that it is alone", line).await;
            wrong.extend(compared(screen, &listener).await);
            seat.close().await;
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

/// From My desk to the choices of the first vote.
const VOTE: &[&str] = &["[data-testid^=task-vote-] button", "[data-testid=vote-next]"];
/// From My desk to the first dossier.
const REVIEW: &[&str] = &["[data-testid^=task-review-] button"];

/// From there to the page as text.
const TEXT: &[&str] =
    &["[data-testid^=task-review-] button", "[data-testid=tool-view]", "[data-testid=view-text]"];

/// What is heard, beside what is written; the first lines that differ.
async fn compared(screen: &str, listener: &Listener) -> Option<String> {
    let file = root().join(format!("tests/window/spoken/{screen}.txt"));
    let writing = std::env::var_os("SCEAU_WRITE_SPOKEN").is_some();
    let written = fs::read_to_string(&file).unwrap_or_default();
    let mut heard = steady(&listener.page().await);
    // What the desk does beside the reader (pages being counted, files being compared) ends when it ends.
    let begun = Instant::now();
    while heard != written && !writing && begun.elapsed() < PATIENCE {
        heard = steady(&listener.page().await);
    }
    if writing {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, &heard).unwrap();
    }
    if heard == written || writing {
        return None;
    }
    let at = written.lines().zip(heard.lines()).take_while(|(a, b)| a == b).count();
    let part = |text: &str| text.lines().skip(at).take(6).collect::<Vec<_>>().join("\n");
    let (a, b) = (part(&written), part(&heard));
    Some(format!("{screen}, line {}:\nwritten\n{a}\nheard\n{b}\n(all that was heard)\n{heard}", at + 1))
}

/// Leaves out what depends on the day, the hour and chance: numbers, days, months.
fn steady(heard: &str) -> String {
    const DAYS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
    const MONTHS: [&str; 23] = [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
        "janv.",
        "févr.",
        "mars.",
        "avr.",
        "juil.",
        "sept.",
        "oct.",
        "nov.",
        "déc.",
        "hier",
        "demain",
    ];
    let mut steady = String::new();
    for line in heard.lines().filter(|line| !passing(line)) {
        let line = left_time_out(line).replace(" 1er ", " 1 ");
        let words = line.split(' ').map(|word| {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.').to_lowercase();
            let numbers = word.chars().any(|c| c.is_ascii_digit());
            if DAYS.contains(&bare.as_str()) {
                "JOUR".to_owned()
            } else if MONTHS.contains(&bare.as_str()) {
                "MOIS".to_owned()
            } else if numbers && !bare.trim_end_matches('.').contains('.') {
                digits_left_out(word)
            } else {
                word.to_owned()
            }
        });
        // The hour in Paris is said where the reader's clock shows another one, with the day late in the evening.
        let line = words.collect::<Vec<_>>().join(" ");
        steady += &line.replace(" (le # MOIS à #:# à Paris)", "").replace(" (#:# à Paris)", "");
        steady.push('\n');
    }
    steady
}

/// "Il reste 3 jours et 1 heure." in few or many days, hours, minutes.
fn left_time_out(line: &str) -> String {
    match line.split_once("Il reste ").and_then(|(before, after)| Some((before, after.split_once('.')?))) {
        Some((before, (_, after))) => format!("{before}Il reste ….{after}"),
        None => line.to_owned(),
    }
}

/// What is said in passing: of what has just happened, of the line to a registry that does not run here, of a page that is
/// drawn anew when the panes find their width.
fn passing(line: &str) -> bool {
    let role = |role: &&str| line.trim_start().starts_with(*role);
    ["status bar", "notification"].iter().any(role)
        || ["Hors ligne", "en cours de dessin"].iter().any(|words| line.contains(words))
}

fn digits_left_out(word: &str) -> String {
    let mut out = String::new();
    for c in word.chars() {
        let c = if c.is_ascii_digit() { '#' } else { c };
        if !(c == '#' && out.ends_with('#')) {
            out.push(c);
        }
    }
    out
}
