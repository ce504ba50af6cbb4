//! A new member's first start: invitation, keys, digits read aloud, two confirmations, My desk.

use std::time::Duration;

use sceau_app::desk::Desk;
use sceau_app::synchronise::synchronise;
use sceau_ledger::payload::sealed::Profile;

use crate::board::Board;
use crate::programs::play;
use crate::seat::{Seat, spot};

const PASSPHRASE: &str = "sept cailloux dans la rivière";

#[test]
fn an_invited_member_reaches_their_desk_once_two_persons_have_confirmed() {
    play(Duration::from_secs(420), || async {
        let board = Board::with(&["helene-roy", "antoine-lefort"]);
        let registry = board.registry();
        let (secretariat, chair) = (board.open("helene-roy"), board.open("antoine-lefort"));
        synchronise(&secretariat).await.unwrap();
        let invitation = {
            let mut desk = secretariat.lock().unwrap();
            let profile = Profile {
                name: "Zoé Lambert".into(),
                title: None,
                affiliation: None,
                email: None,
                phone: None,
                away_until: None,
                max_load: None,
            };
            let member = desk.add_member(&profile, Some("patients")).unwrap();
            desk.invite(member).unwrap()
        };
        synchronise(&secretariat).await.unwrap();
        let desk = board.folder("desk");
        let seat = Seat::at(&desk, &board.folder("home")).await;
        seat.spot("enrol-code").await.send_keys(&invitation.to_text()).await.unwrap();
        let entered = "return document.querySelector('[data-testid=enrol-code]').value";
        assert_eq!(seat.ask(entered, vec![]).await, invitation.to_text(), "the code stands as it was given");
        seat.press("Tab").await;
        seat.press("Enter").await;
        assert_eq!(seat.spot("enrol-institute").await.text().await.unwrap(), "Institut de démonstration");
        seat.spot("passphrase").await.send_keys(PASSPHRASE).await.unwrap();
        seat.spot("passphrase-again").await.send_keys(PASSPHRASE).await.unwrap();
        seat.spot("enrol-keys").await.click().await.unwrap();
        let mut digits = String::new();
        for group in 0..4 {
            digits += &seat.spot(&format!("digits-{group}")).await.text().await.unwrap();
        }
        assert_eq!(digits.len(), 20, "{digits}");
        seat.gone(&spot("enrol-unsent")).await;
        let waiting = Desk::waiting_joins(&secretariat).await.unwrap();
        let waiting = waiting.iter().find(|one| one.invite == invitation.secret.id().0).unwrap();
        let wrong: String = digits.chars().rev().collect();
        let device = {
            let mut desk = secretariat.lock().unwrap();
            assert!(wrong == digits || desk.add_device(waiting, &wrong).is_err(), "wrong digits are refused");
            // The digits of the window are those that the library computes: it accepts no others.
            desk.add_device(waiting, &digits).unwrap()
        };
        synchronise(&secretariat).await.unwrap();
        synchronise(&chair).await.unwrap();
        chair.lock().unwrap().countersign(device).unwrap();
        synchronise(&chair).await.unwrap();
        // The window asks by itself.
        seat.spot("desk-title").await;
        assert!(seat.spot("person").await.text().await.unwrap().contains("Zoé Lambert"));
        seat.close().await;
        // The passphrase, and nothing else, opens the desk again.
        let seat = Seat::at(&desk, &board.folder("home")).await;
        seat.unlock(PASSPHRASE).await;
        seat.close().await;
        drop(registry);
    });
}
