//! People who change, by hand: an absence is noted, a mandate ends and its seat is given to somebody else; and what the
//! one who left is told at their own window.

use std::time::Duration;

use sceau_app::synchronise::synchronise;

use crate::board::Board;
use crate::programs::play;
use crate::seat::{Seat, spot};

const SECRETARIAT: &str = "helene-roy";
const LEAVING: &str = "Dr Karim Benali";
const AWAY: &str = "Dr Mathieu Perrin";
const NEXT: &str = "Inès Fabre";

#[test]
fn an_absence_is_noted_and_a_mandate_ends_with_its_keys() {
    play(Duration::from_secs(1500), || async {
        let board = Board::of_campaign(&[SECRETARIAT, "karim-benali"]);
        let registry = board.registry();
        let seat = Seat::at(&board.desk(SECRETARIAT), &board.folder("home")).await;
        seat.unlock(&board.passphrase(SECRETARIAT)).await;
        seat.click(&spot("nav-people")).await;

        // Away: not before today, then for a month, and back.
        seat.click(&spot(&format!("away-{AWAY}"))).await;
        seat.click(&spot("away-do")).await;
        let refused = "return document.querySelector('[data-testid=away] [role=alert]').textContent !== ''";
        seat.until("an absence needs a day", refused).await;
        seat.pick_day(&spot("away-until"), 30).await;
        seat.click(&spot("away-do")).await;
        seat.gone(&spot("away")).await;
        let line = seat.spot(&format!("member-{AWAY}")).await.text().await.unwrap();
        assert!(line.contains("Absence jusqu’au"), "the line says until when: {line}");

        // A mandate ends: who takes the seat, what followed, and their invitation.
        seat.click(&spot(&format!("depart-{LEAVING}"))).await;
        seat.fill("depart-next-name", NEXT).await;
        seat.click(&spot("depart-do")).await;
        let followed = seat.spot("departed").await.text().await.unwrap();
        assert!(followed.contains("AéroPas"), "the sheets that stay are named: {followed}");
        seat.click(&spot("departed-invite")).await;
        seat.spot("invitation-code").await;
        let code =
            seat.ask("return document.querySelector('[data-testid=invitation-code]').value", vec![]).await;
        assert!(code.as_str().is_some_and(|code| code.len() > 40), "{code:?}");
        seat.click(&spot("invitation-close")).await;
        seat.spot(&format!("member-{NEXT}")).await;
        seat.click(&spot("nav-desk")).await;
        seat.exchange().await;
        seat.close().await;

        // The one who left: nothing is sent or fetched any more, and the receipt says why.
        let gone = Seat::at(&board.desk("karim-benali"), &board.folder("home-gone")).await;
        gone.unlock(&board.passphrase("karim-benali")).await;
        gone.press("Ctrl+Shift+s").await;
        gone.click(&spot("sync-now")).await;
        let told =
            "return document.querySelector('[data-testid=receipt]').innerText.includes('a été révoqué')";
        gone.until("this computer is told that it is revoked", told).await;
        gone.close().await;

        let secretariat = board.open(SECRETARIAT);
        synchronise(&secretariat).await.unwrap();
        let desk = secretariat.lock().unwrap();
        let state = |name: &str| {
            let found =
                desk.board().members.keys().find(|id| desk.name_of(**id).is_ok_and(|one| one == name));
            desk.board().members.get(found.unwrap()).unwrap().clone()
        };
        assert_eq!(state(LEAVING).college, None);
        assert!(state(NEXT).college.is_some(), "the seat is taken");
        let left = desk.board().members.keys().find(|id| desk.name_of(**id).is_ok_and(|one| one == LEAVING));
        let mut computers = desk.board().devices.values().filter(|one| Some(&one.member) == left);
        assert!(computers.all(|one| !one.is_active()), "their computers are revoked");
        drop(desk);
        drop(registry);
    });
}
