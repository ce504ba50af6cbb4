//! A publisher contests a decision: the secretariat records its appeal in its window, the chair, who did not take the
//! decision, reads and accepts it in another, and a second look begins.

use std::sync::Mutex;
use std::time::Duration;

use sceau_app::desk::Desk;
use sceau_app::dossier::Wording;
use sceau_app::synchronise::synchronise;
use sceau_certificate::content::Improvement;
use sceau_domain::dossier::{Move, Stage};
use sceau_domain::id::DossierId;

use crate::board::Board;
use crate::programs::{play, target};
use crate::seat::{Seat, spot};

const SECRETARIAT: &str = "helene-roy";
const CHAIR: &str = "antoine-lefort";
const TEXT: &str = "L’étude comparative annoncée est parue.";
const ANSWER: &str = "L’étude répond au point relevé.";

/// The dossier of the campaign that is under its entry mark, declined.
fn declined(secretariat: &Mutex<Desk>) -> DossierId {
    let mut desk = secretariat.lock().unwrap();
    let dossiers: Vec<DossierId> = desk.board().dossiers.keys().copied().collect();
    let aplomb =
        |dossier: &DossierId| desk.card(*dossier).is_ok_and(|card| card.solution.starts_with("Aplomb"));
    let dossier = dossiers.into_iter().find(aplomb).unwrap();
    let point = Improvement {
        criterion: "1.3".into(),
        observation: "Aucune étude contrôlée n’est publiée.".into(),
        change: "Publier l’étude comparative annoncée.".into(),
        by: None,
    };
    let words = Wording { improve: vec![point], ..Wording::default() };
    desk.take_step(dossier, Move::Decline, &words).unwrap();
    dossier
}

async fn picture(seat: &Seat, name: &str) {
    let folder = target().join("screenshots");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(format!("{name}.png")), seat.window.screenshot().await.unwrap()).unwrap();
}

#[test]
fn an_appeal_is_recorded_answered_by_the_chair_and_followed_by_a_second_look() {
    play(Duration::from_secs(1500), || async {
        let board = Board::of_campaign(&[SECRETARIAT, CHAIR]);
        let registry = board.registry();
        let dossier = {
            let desk = board.open(SECRETARIAT);
            synchronise(&desk).await.unwrap();
            let dossier = declined(&desk);
            synchronise(&desk).await.unwrap();
            dossier
        };

        // The secretariat reads until when an appeal is possible, and records it: not without its ground and its text.
        let secretariat = Seat::at(&board.desk(SECRETARIAT), &board.folder("home-secretariat")).await;
        secretariat.unlock(&board.passphrase(SECRETARIAT)).await;
        secretariat.click(&spot("nav-dossiers")).await;
        secretariat.click(&spot(&format!("open-dossier-{dossier}"))).await;
        let term = secretariat.spot("appeal-term").await.text().await.unwrap();
        assert!(term.contains("jusqu’au"), "{term}");
        secretariat.spot("move-why-close").await;
        picture(&secretariat, "appeal-possible").await;
        secretariat.click(&spot("move-appeal")).await;
        secretariat.click(&spot("move-confirm-go")).await;
        secretariat.spot("move-confirm-error").await;
        secretariat.click(&spot("appeal-ground-new-element")).await;
        secretariat.fill("move-reason", TEXT).await;
        picture(&secretariat, "appeal-form").await;
        secretariat.click(&spot("move-confirm-go")).await;
        secretariat.gone("dialog[open]").await;
        assert!(secretariat.spot("appeal-words").await.text().await.unwrap().contains(TEXT));
        assert!(
            !secretariat.shows(&spot("move-accept-appeal")).await,
            "it is not the secretariat's to answer"
        );
        secretariat.exchange().await;

        // The chair has it on My desk, reads it and accepts it.
        let chair = Seat::at(&board.desk(CHAIR), &board.folder("home-chair")).await;
        chair.unlock(&board.passphrase(CHAIR)).await;
        chair.exchange().await;
        chair.spot(&format!("task-appeal-{dossier}")).await;
        chair.click(&format!("[data-testid='task-appeal-{dossier}'] button")).await;
        assert!(chair.spot("appeal-words").await.text().await.unwrap().contains(TEXT));
        picture(&chair, "appeal-to-answer").await;
        chair.click(&spot("move-accept-appeal")).await;
        chair.fill("move-reason", ANSWER).await;
        chair.click(&spot("move-confirm-go")).await;
        chair.gone("dialog[open]").await;
        chair.exchange().await;
        chair.close().await;

        // The secretariat reads the answer, has the letter ready, and begins the second look.
        secretariat.exchange().await;
        assert!(secretariat.spot("appeal-answer").await.text().await.unwrap().contains(ANSWER));
        secretariat.spot("letter-body").await;
        let letter =
            secretariat.ask("return document.querySelector('[data-testid=letter-body]').value", vec![]).await;
        assert!(letter.as_str().unwrap().contains("est accepté"), "{letter}");
        picture(&secretariat, "appeal-accepted").await;
        secretariat.click(&spot("move-re-examine")).await;
        secretariat.click(&spot("move-confirm-go")).await;
        secretariat.gone("dialog[open]").await;
        secretariat.spot("move-admit").await;
        secretariat.exchange().await;
        secretariat.close().await;

        let desk = board.open(SECRETARIAT);
        synchronise(&desk).await.unwrap();
        let desk = desk.lock().unwrap();
        let state = &desk.board().dossiers[&dossier];
        assert_eq!((state.stage, state.recourse.appeals), (Stage::Received, 1));
        drop(desk);
        drop(registry);
    });
}
