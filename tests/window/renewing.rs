//! A declaration of links holds for a year. Whoever assigns sees that it ran out; its member finds that on My desk, says that
//! nothing has changed, and is there to be assigned again.

use std::fs;
use std::time::Duration;

use crate::board::Board;
use crate::lens::{Lens, settings};
use crate::programs::play;
use crate::seat::{Seat, spot};

const SECRETARIAT: &str = "helene-roy";
const MEMBER: &str = "ines-marchand";
const NAME: &str = "Inès Marchand";
/// Of the same college, and said nothing since either.
const OTHER: &str = "Julien Caron";

#[test]
fn a_declaration_that_ran_out_is_seen_by_who_assigns_and_renewed_with_one_press() {
    // A board is founded first on which a year has gone by.
    play(Duration::from_secs(580), || async {
        let mut lens = Lens::new();
        let board = Board::of_last_year(&[SECRETARIAT, MEMBER]);
        let _registry = board.registry();

        // The secretariat can assign nobody, and reads why and of whom.
        let secretariat = seated(&board, &mut lens, (SECRETARIAT, "fr")).await;
        secretariat.click(&spot("nav-dossiers")).await;
        secretariat.click("[data-testid^=open-dossier-]").await;
        let declared = secretariat.spot("section-declarations").await.text().await.unwrap();
        assert!(declared.matches("à confirmer").count() >= 22, "{declared}");
        let why = secretariat.spot("assign-why").await.text().await.unwrap();
        assert!(why.contains("plus d’un an"), "{why}");
        lens.take(&secretariat, "renewal-awaited").await;

        // The member is told what ran out and that nothing is lost; first in English, where nothing is pressed.
        for language in ["en", "fr"] {
            let member = seated(&board, &mut lens, (MEMBER, language)).await;
            member.spot("desk-title").await;
            lens.take(&member, "renewal-task").await;
            member.click("[data-testid^=task-renew-] button").await;
            member.spot("interest-same").await;
            lens.take(&member, "renewal-year").await;
            if language == "en" {
                member.close().await;
                continue;
            }
            let until = member.spot("interest-until").await.text().await.unwrap();
            assert!(until.contains("valait jusqu’au"), "{until}");
            member.click(&spot("interest-same")).await;
            member.gone(&spot("interest-same")).await;
            let until = member.spot("interest-until").await.text().await.unwrap();
            assert!(until.contains("Valable jusqu’au"), "{until}");
            lens.take(&member, "renewal-done").await;
            member.click(&spot("nav-desk")).await;
            member.spot("desk-title").await;
            assert!(!member.shows("[data-testid^=task-renew-]").await, "{}", member.text().await);
            member.exchange().await;
            member.close().await;
        }

        // Whoever renewed can be assigned again; whoever did not is shown with the reason.
        secretariat.exchange().await;
        let able = |name: &str, able: bool| {
            format!(
                "const one = [...document.querySelectorAll('[data-testid=section-assign] label.one')]
                    .find((one) => one.innerText.includes('{name}'))
                 return one !== undefined && one.querySelector('input').disabled !== {able}
                    && one.innerText.includes('plus d’un an') !== {able}"
            )
        };
        secretariat.until("the member can be assigned again", &able(NAME, true)).await;
        secretariat.until("who said nothing cannot", &able(OTHER, false)).await;
        secretariat
            .ask("document.querySelector('[data-testid=section-assign]').scrollIntoView()", vec![])
            .await;
        lens.take(&secretariat, "renewal-assign").await;
        secretariat.close().await;
        lens.verdict();
    });
}

async fn seated(board: &Board, lens: &mut Lens, (person, language): (&str, &str)) -> Seat {
    lens.look = format!("{language}-light");
    let desk = board.desk(person);
    fs::write(desk.join("settings.toml"), settings(language, "light")).unwrap();
    let seat = Seat::at(&desk, &board.folder(&format!("home-{person}-{language}"))).await;
    seat.unlock(&board.passphrase(person)).await;
    seat
}
