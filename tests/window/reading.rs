//! A whole review of one dossier: every criterion marked, twenty passages cited, the sheet submitted. Once without
//! touching the mouse, once without touching the keyboard.

use std::time::Duration;

use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use sceau_domain::id::DossierId;
use serde_json::json;

use crate::board::Board;
use crate::programs::play;
use crate::scoring::{SAVED, open_dossier, submit};
use crate::seat::Seat;

/// Passages that each review ends with.
const CITED: usize = 20;
const QUESTION: &str = "return document.querySelector('[data-testid=question]').textContent";
const IN_TEXT: &str = "return document.activeElement?.dataset.testid === 'pdf-text'";
const DOSSIER: &str = "return document.querySelector('[data-testid^=task-review-]').dataset.testid";

#[test]
fn a_dossier_is_read_marked_and_cited_from_the_keyboard_alone() {
    play(Duration::from_secs(540), || async {
        let board = Board::with(&["claire-aubert"]);
        let seat = Seat::at(&board.desk("claire-aubert"), &board.folder("home")).await;
        seat.unlock(&board.passphrase("claire-aubert")).await;
        let dossier = first_dossier(&seat).await;
        open_dossier(&seat).await;
        seat.see("[data-testid=text-1] span").await;
        find_and_come_back(&seat).await;
        mark_what_is_read(&seat).await;
        let mut cited = 0;
        loop {
            // A sentence further, cited for the criterion at hand.
            to_text(&seat).await;
            seat.press("ArrowDown").await;
            seat.spot("selection-menu").await;
            if cited % 3 == 0 {
                seat.press("Shift+ArrowRight").await;
            }
            seat.press("Ctrl+Shift+c").await;
            seat.see("[data-testid=proof-item]").await;
            cited += 1;
            mark(&seat, false).await;
            let before = seat.ask(QUESTION, vec![]).await;
            seat.press("Alt+ArrowDown").await;
            tokio::time::sleep(Duration::from_millis(60)).await;
            if seat.ask(QUESTION, vec![]).await == before {
                break;
            }
        }
        seat.until("all is on the disk", SAVED).await;
        submit(&seat).await;
        seat.close().await;
        sealed_with(&board, dossier, cited);
    });
}

#[test]
fn a_dossier_is_read_marked_and_cited_with_the_mouse_alone() {
    play(Duration::from_secs(540), || async {
        let board = Board::with(&["claire-aubert"]);
        let seat = Seat::at(&board.desk("claire-aubert"), &board.folder("home")).await;
        seat.unlock(&board.passphrase("claire-aubert")).await;
        let dossier = first_dossier(&seat).await;
        click(&seat, &format!("open-{dossier}")).await;
        seat.spot("review-desk").await;
        seat.see("[data-testid=text-1] span").await;
        let mut cited = 0;
        loop {
            drag_over_words(&seat, cited).await;
            click(&seat, "selection-cite").await;
            seat.see("[data-testid=proof-item]").await;
            cited += 1;
            mark(&seat, true).await;
            let before = seat.ask(QUESTION, vec![]).await;
            click(&seat, "next").await;
            tokio::time::sleep(Duration::from_millis(60)).await;
            if seat.ask(QUESTION, vec![]).await == before {
                break;
            }
        }
        seat.until("all is on the disk", SAVED).await;
        click(&seat, "submit").await;
        seat.see("[data-testid=submit-go][aria-disabled=false]").await;
        click(&seat, "submit-go").await;
        seat.spot("banner-sealed").await;
        seat.close().await;
        sealed_with(&board, dossier, cited);
    });
}

async fn first_dossier(seat: &Seat) -> DossierId {
    seat.see("[data-testid^=task-review-] button").await;
    let id = seat.ask(DOSSIER, vec![]).await;
    let id = id.as_str().unwrap().trim_start_matches("task-review-");
    sceau_app::view::dossier_id(id).unwrap()
}

async fn to_text(seat: &Seat) {
    seat.press("F7").await;
    seat.until("the page's text has the focus", IN_TEXT).await;
}

/// Finds a word in the file: every place is marked, the next one is gone to, and Alt+← leads back.
async fn find_and_come_back(seat: &Seat) {
    let words = "return document.querySelector('[data-testid=text-1]').innerText.match(/[a-z]{4,}/)[0]";
    let word = seat.ask(words, vec![]).await.as_str().unwrap().to_owned();
    seat.press("Ctrl+f").await;
    let in_field = "return document.activeElement?.dataset.testid === 'find'";
    seat.until("the field has the focus", in_field).await;
    seat.write(&word).await;
    seat.see("svg .hit.current").await;
    seat.press("Enter").await;
    seat.press("Escape").await;
    seat.gone("[data-testid=find-bar]").await;
    to_text(seat).await;
    seat.press("End").await;
    let here = "return Number(document.querySelector('[data-testid=page-number]').value)";
    tokio::time::sleep(Duration::from_millis(400)).await;
    let last = seat.ask(here, vec![]).await.as_u64().unwrap();
    assert!(last > 1, "the file has pages to go through");
    // A jump by number, and the way back.
    seat.press("Ctrl+g").await;
    seat.write("1").await;
    seat.press("Enter").await;
    seat.until(
        "the first page is shown",
        "return document.querySelector('[data-testid=page-number]').value === '1'",
    )
    .await;
    seat.press("Alt+ArrowLeft").await;
    let back = format!("return document.querySelector('[data-testid=page-number]').value === '{last}'");
    seat.until("the way back leads to the last page", &back).await;
    to_text(seat).await;
    seat.press("Home").await;
    seat.see("[data-testid=text-1] span").await;
}

/// A highlight in a colour, an underline, a bookmark; one is undone.
async fn mark_what_is_read(seat: &Seat) {
    let count = |selector: &str| format!("return document.querySelectorAll('{selector}').length");
    to_text(seat).await;
    seat.press("ArrowDown").await;
    seat.spot("selection-menu").await;
    seat.press("Alt+m").await;
    seat.press("Ctrl+Shift+h").await;
    seat.see("svg rect.mine.for").await;
    to_text(seat).await;
    seat.press("ArrowDown").await;
    seat.spot("selection-menu").await;
    seat.press("Alt+u").await;
    seat.see("svg line.for").await;
    seat.press("Ctrl+z").await;
    seat.gone("svg line.for").await;
    assert_eq!(seat.ask(&count("svg rect.mine.for"), vec![]).await.as_u64().unwrap_or(0).min(1), 1);
    seat.press("Alt+b").await;
    seat.see("[data-testid=tool-bookmark][aria-pressed=true]").await;
}

/// Gives the second level where there are levels, "not applicable" or a value elsewhere.
async fn mark(seat: &Seat, mouse: bool) {
    for (id, keys) in [("mark-1", "Alt+1"), ("mark-na", "Alt+x")] {
        if seat.shows(&crate::seat::spot(id)).await {
            if mouse {
                click(seat, id).await
            } else {
                seat.press(keys).await
            }
            break;
        }
    }
    seat.see("[role=radio][aria-checked=true]").await;
}

/// A click in the middle of what a test identifier names.
async fn click(seat: &Seat, id: &str) {
    seat.spot(id).await;
    let script = "const one = document.querySelector(`[data-testid=\"${arguments[0]}\"]`)
        one.scrollIntoView({ block: 'nearest' })
        const { left, top, width, height } = one.getBoundingClientRect()
        return [left + width / 2, top + height / 2]";
    let place = seat.ask(script, vec![json!(id)]).await;
    let at = |i: usize| place[i].as_f64().unwrap();
    let actions = MouseActions::new("mouse".into())
        .then(PointerAction::MoveTo { duration: None, x: at(0), y: at(1) })
        .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
        .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
    seat.window.perform_actions(actions).await.unwrap();
}

/// Selects the words of a run of the page by drawing over it, another one each time.
async fn drag_over_words(seat: &Seat, turn: usize) {
    let script = "const pane = document.querySelector('[data-testid=pdf-text]').getBoundingClientRect()
        const shown = [...document.querySelectorAll('[data-testid=text-1] span')].filter((one) => {
            const { top, bottom, width } = one.getBoundingClientRect()
            return one.textContent.trim().length > 20 && width > 60 && top > pane.top + 4 && bottom < pane.bottom - 60
        })
        const { left, right, top, height } = shown[arguments[0] % shown.length].getBoundingClientRect()
        return [left + 2, right - 3, top + height / 2]";
    let place = seat.ask(script, vec![json!(turn)]).await;
    let at = |i: usize| place[i].as_f64().unwrap();
    let slow = Some(Duration::from_millis(120));
    let actions = MouseActions::new("mouse".into())
        .then(PointerAction::MoveTo { duration: None, x: at(0), y: at(2) })
        .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
        .then(PointerAction::MoveTo { duration: slow, x: (at(0) + at(1)) / 2.0, y: at(2) })
        .then(PointerAction::MoveTo { duration: slow, x: at(1), y: at(2) })
        .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
    seat.window.perform_actions(actions).await.unwrap();
    seat.spot("selection-menu").await;
}

/// The sheet on this desk: all of it marked, the passages under it with words and places.
fn sealed_with(board: &Board, dossier: DossierId, cited: usize) {
    let desk = board.open("claire-aubert");
    let desk = desk.lock().unwrap();
    let rows = desk.rows(dossier).unwrap();
    let anchors: Vec<_> = rows.iter().flat_map(|row| &row.row.anchors).collect();
    println!("{} criteria marked, {} passages cited", rows.len(), anchors.len());
    assert_eq!(anchors.len(), cited, "every passage that was cited is on the sheet");
    assert!(cited >= CITED, "{cited} passages");
    assert!(rows.iter().all(|row| row.row.mark.is_some()), "every criterion is marked");
    assert!(anchors.iter().all(|anchor| !anchor.quote.is_empty() && !anchor.rects.is_empty()));
    assert!(desk.summary(dossier).unwrap().unmarked.is_empty());
}
