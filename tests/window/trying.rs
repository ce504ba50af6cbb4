//! An institute's own rules, by hand: a file with a mistake is told where, a right one is tried on an example before anybody
//! is bound by it, and then it is in force.

use std::fs;
use std::time::Duration;

use crate::board::Board;
use crate::programs::{play, root};
use crate::seat::{Seat, spot};

const SECRETARIAT: &str = "helene-roy";

#[test]
fn own_rules_are_mended_tried_on_an_example_and_published() {
    play(Duration::from_secs(420), || async {
        let board = Board::with(&[SECRETARIAT]);
        let _registry = board.registry();
        let files = board.folder("files");
        let seat = Seat::at(&board.desk(SECRETARIAT), &board.folder("home")).await;
        seat.unlock(&board.passphrase(SECRETARIAT)).await;
        seat.click(&spot("nav-people")).await;
        seat.click(&spot("people-founding")).await;

        // A majority that the rules do not know: refused with the place, and nothing changes.
        let bylaws = fs::read_to_string(root().join("assets/bylaws/roll-call.toml")).unwrap();
        let own = bylaws.replacen("id = \"roll-call\"", "id = \"maison\"", 1);
        assert_ne!(own, bylaws, "the bundled bylaws bear another id");
        let wrong = files.join("faux.toml");
        fs::write(&wrong, own.replacen("[majority]\nrule = \"", "[majority]\nrule = \"presque-", 1)).unwrap();
        seat.click(&spot("rules-own")).await;
        seat.open_file(&wrong).await;
        let told = seat.spot("faults").await.text().await.unwrap();
        assert!(told.contains("majority"), "the place is named: {told}");

        // Mended: what it would ask, and a vote that nobody holds.
        let right = files.join("maison.toml");
        fs::write(&right, &own).unwrap();
        seat.click(&spot("rules-own")).await;
        seat.open_file(&right).await;
        seat.click(&spot("try-example")).await;
        let all = outcome(&seat, "").await;
        assert!(!all.contains("quorum"), "everybody votes in favour: {all}");
        fill(&seat, "tryout-voting", "3").await;
        let few = outcome(&seat, &all).await;
        assert!(few.to_lowercase().contains("quorum"), "three of twenty-two are no quorum: {few}");
        seat.press("Escape").await;
        seat.gone(&spot("tryout")).await;
        seat.click(&spot("try-close")).await;
        let rules = seat.spot("step-rules").await.text().await.unwrap();
        assert!(!rules.contains("maison"), "a trial binds nobody: {rules}");

        // A grid of one's own: the highest answers, the lowest, and the bar between them.
        let grid = fs::read_to_string(root().join("assets/grids/quatre-axes.toml")).unwrap();
        let path = files.join("grille.toml");
        fs::write(&path, grid.replacen("id = \"quatre-axes\"", "id = \"grille-maison\"", 1)).unwrap();
        seat.click(&spot("rules-own")).await;
        seat.open_file(&path).await;
        seat.click(&spot("try-example")).await;
        let best = seat.spot("tryout-mark").await.text().await.unwrap();
        assert!(best.contains("20"), "{best}");
        let lowest = "const field = document.querySelector('[data-testid=tryout-fill]'); field.value = 'lowest'; \
                      field.dispatchEvent(new Event('change', { bubbles: true }))";
        seat.ask(lowest, vec![]).await;
        seat.until("the lowest answers give another mark", &other("tryout-mark", &best)).await;
        seat.click(&spot("tryout-end")).await;
        seat.gone(&spot("tryout")).await;

        // Published from the same dialog, it is in force.
        seat.click(&spot("try-publish")).await;
        seat.gone(&spot("try")).await;
        let listed =
            "return document.querySelector('[data-testid=step-rules]').innerText.includes('grille-maison')";
        seat.until("the grid is in force", listed).await;
        seat.close().await;
    });
}

/// What the example's vote comes to, once it is no longer `before`.
async fn outcome(seat: &Seat, before: &str) -> String {
    seat.spot("tryout-outcome").await;
    seat.until("the example is counted", &other("tryout-outcome", before)).await;
    seat.spot("tryout-outcome").await.text().await.unwrap()
}

fn other(id: &str, before: &str) -> String {
    let before = serde_json::Value::from(before);
    format!(
        "const found = document.querySelector('[data-testid={id}]')?.innerText; \
         return Boolean(found) && found !== {before}"
    )
}

/// Types a number in place of what stands in the field, and leaves it.
async fn fill(seat: &Seat, id: &str, number: &str) {
    seat.click(&spot(id)).await;
    seat.press("Ctrl+a").await;
    seat.write(number).await;
    seat.press("Tab").await;
}
