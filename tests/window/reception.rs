//! The secretariat takes a publisher's package in by hand: what is missing, the letter that asks for it, acceptance, the
//! examination of the declared answers; and how these screens look.

use std::fs;
use std::time::Duration;

use crate::board::Board;
use crate::lens::{Lens, settings};
use crate::programs::{play, root};
use crate::seat::{Seat, spot};

const HELENE: &str = "helene-roy";

fn package(name: &str) -> std::path::PathBuf {
    root().join("assets/demo/dossiers").join(name)
}

#[test]
fn a_package_on_the_command_line_is_read_asked_about_or_accepted_and_examined() {
    play(Duration::from_secs(420), || async {
        let mut lens = Lens::new();
        let board = Board::with(&[HELENE]);
        let registry = board.registry();
        let (desk, home) = (board.desk(HELENE), board.folder("home"));
        fs::write(desk.join("settings.toml"), settings("fr", "light")).unwrap();
        lens.look = "fr-light".to_owned();

        // Incomplete: each point is said, the letter asks for all of them, and nothing can be accepted.
        let seat = Seat::with_file(&desk, &home, Some(&package("03-gestasuivi"))).await;
        unlock(&seat, &board).await;
        let title = seat.spot("intake-title").await.text().await.unwrap();
        assert!(title.contains("manque"), "{title}");
        let accept = seat.spot("intake-accept").await;
        assert_eq!(accept.attr("aria-disabled").await.unwrap().as_deref(), Some("true"));
        let letter = "return document.querySelector('[data-testid=letter-body]').value";
        let letter = seat.ask(letter, vec![]).await.as_str().unwrap().to_owned();
        assert!(letter.contains("1. ") && letter.contains("Hélène Roy"), "{letter}");
        accept.click().await.unwrap();
        assert!(!seat.shows(&spot("accept")).await, "an incomplete dossier is not even asked about");
        lens.take(&seat, "intake").await;
        seat.spot("intake-away").await.click().await.unwrap();
        seat.spot("intake-drop").await;
        lens.take(&seat, "intake-empty").await;
        seat.close().await;

        // Complete: one question with its consequences, then a dossier with a number.
        let seat = Seat::with_file(&desk, &home, Some(&package("04-aeropas"))).await;
        unlock(&seat, &board).await;
        seat.see("[data-testid=intake-accept][aria-disabled=false]").await.click().await.unwrap();
        seat.spot("accept-do").await.click().await.unwrap();
        seat.spot("accepted").await;
        seat.spot("accepted-examine").await.click().await.unwrap();

        // A corrected answer wants its reason; a recorded one is counted.
        let before = seat.spot("examination-title").await.text().await.unwrap();
        seat.see("[data-testid^=refuted-]").await.click().await.unwrap();
        seat.spot("examine-record").await.click().await.unwrap();
        seat.spot("examine-wrong").await;
        seat.see("[data-testid^=why-]").await.send_keys("La pièce dit autre chose, page 2.").await.unwrap();
        lens.take(&seat, "examination").await;
        cite_a_sentence(&seat).await;
        lens.take(&seat, "examination-evidence").await;
        seat.spot("examine-record").await.click().await.unwrap();
        let counted = format!(
            "return document.querySelector('[data-testid=examination-title]').innerText !== {}",
            serde_json::Value::from(before)
        );
        seat.until("the recorded answer is counted", &counted).await;

        // Whoever reads the dossier's page sees the finding, and its passage is one click away.
        seat.spot("nav-dossiers").await.click().await.unwrap();
        seat.spot("dossiers-title").await;
        let opened = "const link = [...document.querySelectorAll('main button')].find((one) => \
                      one.innerText.includes('AéroPas')); link?.click(); return link !== undefined";
        seat.until("the dossier is in the list", opened).await;
        seat.spot("section-examined").await;
        seat.spot("examined-passage-open").await.click().await.unwrap();
        seat.spot("examined-evidence").await;
        seat.see("[data-testid=examined-evidence] [data-testid^=page-][data-state]").await;

        // People, charter and rules on the same desk.
        seat.spot("nav-people").await.click().await.unwrap();
        seat.see("[data-testid^=\"member-\"]").await;
        lens.take(&seat, "people").await;
        seat.spot("people-founding").await.click().await.unwrap();
        seat.spot("founding-title").await;
        lens.take(&seat, "founding").await;
        seat.close().await;
        drop(registry);
        lens.verdict();
    });
}

/// With the keyboard: the evidence beside the answer, its first sentence, a passage under the finding.
async fn cite_a_sentence(seat: &Seat) {
    let lit = "document.querySelector('li:has(input[value=refuted]:checked) [data-testid^=read-]')";
    seat.ask(&format!("{lit}.focus()"), vec![]).await;
    seat.press("Enter").await;
    let heard = "return document.activeElement?.dataset.testid === 'examined-title'";
    seat.until("the evidence says for which answer it is open", heard).await;
    let words = "return (document.querySelector('.textLayer')?.innerText.trim().length ?? 0) > 40";
    seat.until("the page has its words", words).await;
    seat.ask("document.querySelector('[data-testid=pdf-text]').focus()", vec![]).await;
    seat.press("ArrowDown").await;
    seat.spot("selection-cite").await.click().await.unwrap();
    seat.see("[data-testid^=passage-][data-testid$=-open]").await;
}

/// The passphrase; the package that waits leads to its own screen.
async fn unlock(seat: &Seat, board: &Board) {
    seat.spot("passphrase").await;
    seat.until("the passphrase has the focus", "return document.activeElement?.id === 'passphrase'").await;
    seat.write(&board.passphrase(HELENE)).await;
    seat.press("Enter").await;
    seat.spot("intake-title").await;
}
