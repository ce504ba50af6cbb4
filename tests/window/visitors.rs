//! How the screens look to those who come for the first time, have nothing to do, or check a certificate.

use std::fs;
use std::time::Duration;

use sceau_app::desk::Desk;
use sceau_app::synchronise::synchronise;
use sceau_ledger::payload::sealed::Profile;
use sceau_tests::results::altered;

use crate::board::Board;
use crate::label::{certificate, of_a_stranger};
use crate::lens::{LOOKS, Lens, settings};
use crate::programs::play;
use crate::seat::{Seat, spot};

#[test]
fn the_first_start_and_the_declaration_of_interests_are_legible_at_every_step() {
    play(Duration::from_secs(600), || async {
        let mut lens = Lens::new();
        let board = Board::with(&["helene-roy", "antoine-lefort"]);
        let registry = board.registry();
        let (secretariat, chair) = (board.open("helene-roy"), board.open("antoine-lefort"));
        synchronise(&secretariat).await.unwrap();
        for (language, theme) in LOOKS {
            lens.look = format!("{language}-{theme}");
            let invitation = {
                let mut desk = secretariat.lock().unwrap();
                let profile = Profile {
                    name: format!("Zoé Lambert {}", desk.board().members.len()),
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
            let desk = board.folder(&format!("desk-{language}-{theme}"));
            fs::write(desk.join("settings.toml"), settings(language, theme)).unwrap();
            let seat = Seat::at(&desk, &board.folder(&format!("home-{language}-{theme}"))).await;
            seat.spot("enrol-code").await;
            lens.take(&seat, "first-start-1").await;
            seat.spot("enrol-code").await.send_keys("ceci n’est pas une invitation").await.unwrap();
            seat.press("Tab").await;
            seat.press("Enter").await;
            seat.spot("error-card").await;
            lens.take(&seat, "first-start-refused").await;
            seat.spot("enrol-code").await.clear().await.unwrap();
            seat.spot("enrol-code").await.send_keys(&invitation.to_link()).await.unwrap();
            seat.press("Tab").await;
            seat.press("Enter").await;
            seat.spot("enrol-institute").await;
            seat.spot("passphrase").await.send_keys("sept cailloux dans la rivière").await.unwrap();
            lens.take(&seat, "first-start-2").await;
            seat.spot("passphrase-again").await.send_keys("sept cailloux dans la rivière").await.unwrap();
            seat.spot("enrol-keys").await.click().await.unwrap();
            let mut digits = String::new();
            for group in 0..4 {
                digits += &seat.spot(&format!("digits-{group}")).await.text().await.unwrap();
            }
            seat.gone(&spot("enrol-unsent")).await;
            lens.take(&seat, "first-start-3").await;
            let waiting = Desk::waiting_joins(&secretariat).await.unwrap();
            let waiting = waiting.iter().find(|one| one.invite == invitation.secret.id().0).unwrap();
            let device = secretariat.lock().unwrap().add_device(waiting, &digits).unwrap();
            synchronise(&secretariat).await.unwrap();
            seat.see("[data-testid=enrol-persons] .ok").await;
            lens.take(&seat, "first-start-4").await;
            synchronise(&chair).await.unwrap();
            chair.lock().unwrap().countersign(device).unwrap();
            synchronise(&chair).await.unwrap();
            seat.see("[data-testid^=task-declare-] button").await;
            lens.take(&seat, "desk-new").await;
            seat.see("[data-testid^=task-declare-] button").await.click().await.unwrap();
            seat.spot("interest-some").await;
            lens.take(&seat, "interests").await;
            seat.spot("interest-some").await.click().await.unwrap();
            seat.spot("interest-form").await;
            lens.take(&seat, "interests-form").await;
            seat.close().await;
        }
        drop(registry);
        lens.verdict();
    });
}

#[test]
fn an_empty_desk_a_recusal_and_the_verdicts_on_a_certificate_are_legible() {
    play(Duration::from_secs(600), || async {
        let mut lens = Lens::new();
        let board = Board::with(&["helene-roy", "sophie-delmas", "vincent-adam"]);
        let files = board.folder("files");
        let genuine = certificate(&board.open("helene-roy").lock().unwrap());
        fs::write(files.join("certificat.pdf"), &genuine).unwrap();
        fs::write(files.join("certificat-modifié.pdf"), altered(&genuine)).unwrap();
        fs::write(files.join("certificat-inconnu.pdf"), of_a_stranger()).unwrap();
        for (language, theme) in LOOKS {
            lens.look = format!("{language}-{theme}");
            for (person, file, shown, screen) in [
                ("sophie-delmas", None, "desk-empty", "desk-empty"),
                ("vincent-adam", None, "recused", "recused"),
                ("sophie-delmas", Some("certificat.pdf"), "verdict-valid", "verdict-valid"),
                ("sophie-delmas", Some("certificat-modifié.pdf"), "verdict-invalid", "verdict-invalid"),
                (
                    "sophie-delmas",
                    Some("certificat-inconnu.pdf"),
                    "verdict-indeterminate",
                    "verdict-indeterminate",
                ),
            ] {
                let desk = board.desk(person);
                fs::write(desk.join("settings.toml"), settings(language, theme)).unwrap();
                let home = board.folder(&format!("home-{language}-{theme}-{screen}"));
                let file = file.map(|name| files.join(name));
                let seat = Seat::with_file(&desk, &home, file.as_deref()).await;
                seat.enter(&board.passphrase(person)).await;
                if shown == "recused" {
                    seat.see("[data-testid^=recused-] button").await.click().await.unwrap();
                    seat.spot("interest-recused").await;
                } else {
                    seat.spot(shown).await;
                }
                lens.take(&seat, screen).await;
                seat.close().await;
            }
        }
        lens.verdict();
    });
}
