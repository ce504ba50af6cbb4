//! What opens over and within the screens of those who lead: rows chosen for one act, an invitation, what an opened roll call
//! would have been. Used by hand, and legible in both languages.

use std::fs;
use std::time::Duration;

use crate::board::Board;
use crate::lens::{Lens, settings};
use crate::programs::play;
use crate::seat::{Seat, spot};

const SECRETARIAT: &str = "helene-roy";
const CHAIR: &str = "antoine-lefort";

#[test]
fn what_opens_over_the_screens_of_those_who_lead_works_and_is_legible() {
    play(Duration::from_secs(900), || async {
        let mut lens = Lens::new();
        let board = Board::of_campaign(&[SECRETARIAT, CHAIR]);
        let _registry = board.registry();
        for language in ["fr", "en"] {
            lens.look = format!("{language}-light");
            let seated = async |person: &str| {
                let desk = board.desk(person);
                fs::write(desk.join("settings.toml"), settings(language, "light")).unwrap();
                let seat = Seat::at(&desk, &board.folder(&format!("home-{person}-{language}"))).await;
                seat.unlock(&board.passphrase(person)).await;
                seat
            };

            let seat = seated(SECRETARIAT).await;
            seat.click(&spot("nav-dossiers")).await;
            seat.see("[data-row][tabindex='0']").await;
            seat.ask("document.querySelector(\"[data-row][tabindex='0']\").focus()", vec![]).await;
            seat.press("Shift+ArrowDown").await;
            seat.see("[data-testid=chosen-count]").await;
            lens.take(&seat, "layer-chosen").await;
            seat.press("Escape").await;
            seat.gone(&spot("chosen")).await;
            seat.click(&spot("nav-people")).await;
            seat.click("[data-testid^=invite-]").await;
            let link = "return document.querySelector('[data-testid=invitation-link]').value";
            seat.spot("invitation-link").await;
            let link = seat.ask(link, vec![]).await.as_str().unwrap().to_owned();
            assert!(link.contains("/join#sceau1:"), "{link}");
            lens.take(&seat, "layer-invitation").await;
            seat.close().await;

            // The chair asks what the vote of the label in force would have been without somebody.
            let seat = seated(CHAIR).await;
            seat.click(&spot("nav-motions")).await;
            seat.see("[data-testid^=motion-open-]").await;
            let opened = "const all = document.querySelectorAll('[data-testid^=motion-open-]'); all[all.length - 1].click()";
            seat.ask(opened, vec![]).await;
            seat.click("[data-testid=what-if] summary").await;
            let somebody = "const field = document.querySelector('[data-testid=what-if-member]'); \
                            field.selectedIndex = 1; field.dispatchEvent(new Event('change', { bubbles: true }))";
            seat.ask(somebody, vec![]).await;
            seat.spot("what-if-answer").await;
            seat.ask("document.querySelector('[data-testid=what-if]').scrollIntoView()", vec![]).await;
            lens.take(&seat, "layer-what-if").await;
            seat.close().await;
        }
        lens.verdict();
    });
}
