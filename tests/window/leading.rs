//! Those who lead a dossier take its next steps in their windows: the chair judges a link, the secretariat names
//! reviewers and opens the evaluation, the table shows who owes what.

use std::sync::Mutex;
use std::time::Duration;

use sceau_app::desk::Desk;
use sceau_app::dossier::Reception;
use sceau_app::intake::{Limits, read};
use sceau_app::synchronise::synchronise;
use sceau_domain::action::{ActionKind, RecusalLevel};
use sceau_domain::dossier::Stage;
use sceau_domain::id::DossierId;
use sceau_ledger::payload::sealed::InterestItem;

use crate::board::Board;
use crate::programs::{play, root, target};
use crate::seat::{Seat, spot};

/// A second dossier beside the board's own, received and preselected by the secretariat.
fn receive(secretariat: &Mutex<Desk>) -> DossierId {
    let package = read(&root().join("assets/demo/dossiers/05-cardiovigie"), &Limits::default());
    let mut desk = secretariat.lock().unwrap();
    let mut grids = desk.board().latest_rules.iter().filter(|((kind, _), _)| *kind == ActionKind::Grid);
    let grid = *grids.next().unwrap().1;
    let how = Reception { grid, number: "2026-900".into(), label: None, demonstration: true };
    desk.receive(&package, &how).unwrap()
}

fn employment() -> InterestItem {
    InterestItem {
        category: "employment".into(),
        entity: "Société d’essai".into(),
        from: Some("2024".into()),
        to: None,
        paid: "me".into(),
        text: "Mi-temps".into(),
        identifier: None,
    }
}

/// Keeps what the window shows, for whoever wants to look.
async fn picture(seat: &Seat, name: &str) {
    let folder = target().join("screenshots");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(format!("{name}.png")), seat.window.screenshot().await.unwrap()).unwrap();
}

#[test]
fn chair_and_secretariat_lead_a_dossier_into_its_evaluation_by_hand() {
    play(Duration::from_secs(600), || async {
        let board =
            Board::with(&["helene-roy", "antoine-lefort", "karim-benali", "nadia-belkacem", "claire-aubert"]);
        let registry = board.registry();
        let (dossier, conflicted) = {
            let secretariat = board.open("helene-roy");
            synchronise(&secretariat).await.unwrap();
            let dossier = receive(&secretariat);
            synchronise(&secretariat).await.unwrap();
            let mut conflicted = None;
            for (person, items) in [
                ("karim-benali", Vec::new()),
                ("nadia-belkacem", Vec::new()),
                ("claire-aubert", vec![employment()]),
            ] {
                let desk = board.open(person);
                synchronise(&desk).await.unwrap();
                desk.lock().unwrap().declare(dossier, items).unwrap();
                synchronise(&desk).await.unwrap();
                conflicted = Some(desk.lock().unwrap().me().unwrap());
            }
            (dossier, conflicted.unwrap())
        };

        // The chair: from My desk to the declared link, and out of it with one decision that is asked once.
        let chair = Seat::at(&board.desk("antoine-lefort"), &board.folder("home-chair")).await;
        chair.unlock(&board.passphrase("antoine-lefort")).await;
        chair.spot(&format!("task-judge-{dossier}")).await;
        chair.spot("nav-interests-board").await.click().await.unwrap();
        let card = chair.spot(&format!("judge-{conflicted}")).await.text().await.unwrap();
        assert!(card.contains("Aubert") && card.contains("Société d’essai"), "{card}");
        chair.spot(&format!("decide-full-{conflicted}")).await.click().await.unwrap();
        chair.spot("judge-reason").await.send_keys("Employée de l’éditeur.").await.unwrap();
        chair.spot("judge-confirm-go").await.click().await.unwrap();
        chair.gone(&spot(&format!("judge-{conflicted}"))).await;
        chair.spot("list-recusals").await;
        chair.exchange().await;
        chair.close().await;

        // The secretariat: the table, the page, reviewers as proposed, the evaluation opened.
        let seat = Seat::at(&board.desk("helene-roy"), &board.folder("home-secretariat")).await;
        seat.unlock(&board.passphrase("helene-roy")).await;
        seat.spot("nav-dossiers").await.click().await.unwrap();
        seat.until(
            "both dossiers are counted in the title",
            "return document.querySelector('[data-testid=dossiers-title]')?.textContent.trim().startsWith('2 dossiers')",
        )
        .await;
        seat.spot("owed").await;
        picture(&seat, "dossiers").await;
        seat.spot(&format!("open-dossier-{dossier}")).await.click().await.unwrap();
        seat.spot("section-assign").await;
        picture(&seat, "dossier-assign").await;
        seat.until(
            "the product has proposed the two who may read",
            "return document.querySelectorAll('[data-testid=section-assign] input:checked').length === 2",
        )
        .await;
        seat.spot("assign").await.click().await.unwrap();
        seat.spot("assign-confirm-go").await.click().await.unwrap();
        seat.spot("round-deadline-zone").await;
        picture(&seat, "dossier-round").await;
        seat.spot("round-open").await.click().await.unwrap();
        seat.spot("round-confirm-go").await.click().await.unwrap();
        let why = seat.spot("close-why").await.text().await.unwrap();
        assert!(!why.is_empty(), "an intake that has just begun says why it cannot end");
        seat.close().await;

        let secretariat = board.open("helene-roy");
        synchronise(&secretariat).await.unwrap();
        let desk = secretariat.lock().unwrap();
        let state = &desk.board().dossiers[&dossier];
        assert_eq!((state.stage, state.assigned.len()), (Stage::Scoring, 2));
        assert_eq!(state.recusals.get(&conflicted), Some(&Some(RecusalLevel::Full)));
        assert_eq!(state.round().unwrap().minimum_sheets, 2);
        drop(desk);
        drop(registry);
    });
}

#[test]
fn a_dossier_under_the_entry_mark_is_declined_with_points_and_its_letter() {
    play(Duration::from_secs(1500), || async {
        let board = Board::of_campaign(&["helene-roy"]);
        let registry = board.registry();
        let seat = Seat::at(&board.desk("helene-roy"), &board.folder("home")).await;
        seat.unlock(&board.passphrase("helene-roy")).await;
        seat.click(&spot("nav-dossiers")).await;
        seat.see("[data-testid^=open-dossier-]").await;
        let open = "const rows = [...document.querySelectorAll('[data-testid^=dossier-]')]
            rows.map((row) => row.textContent.includes('Aplomb') && row.querySelector('[data-testid^=open-dossier-]'))
                .find(Boolean).click()";
        seat.ask(open, vec![]).await;
        seat.click(&spot("move-decline")).await;
        // Nobody is declined without being told what would change the mark.
        seat.click(&spot("move-confirm-go")).await;
        seat.spot("move-confirm-error").await;
        seat.click(&spot("point-add")).await;
        seat.fill("point-criterion-0", "1.3").await;
        seat.fill("point-observation-0", "Aucune étude contrôlée n’est publiée.").await;
        seat.fill("point-change-0", "Publier l’étude comparative annoncée.").await;
        seat.click(&spot("move-confirm-go")).await;
        seat.gone("dialog[open]").await;
        assert!(!seat.shows(&spot("move-decline")).await, "{}", seat.text().await);
        let letter = "return document.querySelector('[data-testid=letter-body]').value";
        seat.spot("letter-body").await;
        let letter = seat.ask(letter, vec![]).await;
        let letter = letter.as_str().unwrap();
        assert!(letter.contains("13,97") && letter.contains("étude comparative annoncée"), "{letter}");
        seat.exchange().await;
        seat.close().await;

        let secretariat = board.open("helene-roy");
        synchronise(&secretariat).await.unwrap();
        let desk = secretariat.lock().unwrap();
        let declined = desk.board().dossiers.values().filter(|one| one.stage == Stage::NotPreselected);
        assert_eq!(declined.count(), 1);
        drop(desk);
        drop(registry);
    });
}
