//! Every screen of every role on the board of the whole campaign: in the usual window and in the smallest one. The other
//! languages, themes and sizes of these screens are looked at in a browser, by `npm run look` in `ui`.

use std::time::Duration;

use serde_json::Value;

use crate::board::Board;
use crate::lens::{ENDS, Lens};
use crate::programs::play;
use crate::seat::{Seat, spot};

/// Who sits at the window, and what they look at beyond the places in their sidebar.
const PEOPLE: [(&str, &str, &[Further]); 4] = [
    (
        "secretariat",
        "helene-roy",
        &[
            ("dossiers", "[data-testid^=open-dossier-]", "journey", "dossier"),
            ("dossiers", "[data-testid=remind-declare]", "letters", "letters"),
            ("labels", "[data-testid=label-life-open]", "label-steps", "label-life"),
            ("labels", "[data-testid=label-read]", "certificate", "label"),
            ("people", "[data-testid=people-founding]", "founding-title", "founding"),
            ("people", "[data-testid=people-add]", "add", "people-add"),
        ],
    ),
    (
        "chair",
        "antoine-lefort",
        &[
            ("motions", "[data-testid^=motion-open-]", "motion", "motion"),
            ("dossiers", "[data-testid^=open-dossier-]", "journey", "dossier"),
        ],
    ),
    ("officer", "beatrice-colin", &[]),
    ("reviewer", "claire-aubert", &[("votes", "[data-testid^=vote-open-]", "vote", "vote")]),
];

/// A place, what is pressed there, what then shows, and how the picture is called.
type Further = (&'static str, &'static str, &'static str, &'static str);

/// Places of the sidebar in their order, by the end of their test identifiers.
const PLACES: &str = "
    return [...document.querySelectorAll('[data-testid^=nav-]')]
        .map((one) => one.dataset.testid.slice(4))
        .filter((one) => one !== 'keys')";

#[test]
#[ignore = "some ten minutes: cargo test -p sceau-tests --test window every_screen_of_every_role -- --ignored"]
fn every_screen_of_every_role_is_legible_in_the_usual_and_in_the_smallest_window() {
    play(Duration::from_secs(900), || async {
        let mut lens = Lens::new();
        lens.look = "fr-light".to_owned();
        lens.sizes = &ENDS;
        let board = Board::of_campaign(&PEOPLE.map(|(_, person, _)| person));
        let registry = board.registry();
        for (role, person, further) in PEOPLE {
            let seat = Seat::at(&board.desk(person), &board.folder(&format!("home-{role}"))).await;
            seat.unlock(&board.passphrase(person)).await;
            seat.until("what is on the desk has come", SETTLED).await;
            let places = seat.ask(PLACES, vec![]).await;
            let places: Vec<&str> = places.as_array().unwrap().iter().filter_map(Value::as_str).collect();
            assert!(places.len() >= 4, "{role} has {places:?}");
            for place in &places {
                go(&seat, place).await;
                lens.take(&seat, &format!("{role}-{place}")).await;
            }
            for (place, pressed, shown, name) in further {
                go(&seat, place).await;
                press(&seat, pressed).await;
                seat.spot(shown).await;
                lens.take(&seat, &format!("{role}-{name}")).await;
                seat.press("Escape").await;
                seat.gone("dialog[open]").await;
            }
            seat.close().await;
        }
        drop(registry);
        lens.verdict();
    });
}

/// Goes to a place of the sidebar and waits for what stands there.
async fn go(seat: &Seat, place: &str) {
    press(seat, &spot(&format!("nav-{place}"))).await;
    let there = format!(
        "return document.querySelector('[data-testid=\"nav-{place}\"]')?.getAttribute('aria-current') === 'page'"
    );
    seat.until(&format!("{place} is the screen"), &there).await;
    seat.see("main h1").await;
    seat.until("what the screen shows has come", SETTLED).await;
}

/// Scrolls to what is pressed, as a person would, and presses it.
async fn press(seat: &Seat, selector: &str) {
    let found = seat.see(selector).await;
    let scroll = "document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })";
    seat.ask(scroll, vec![selector.into()]).await;
    found.click().await.unwrap();
}

/// Nothing says that it is still busy.
const SETTLED: &str = "return !document.querySelector('main [aria-busy=true]')";
