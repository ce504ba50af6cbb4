//! From a bare registry to a board of three, by hand: founding, rules, invitations, digits read aloud, a second person.

use std::time::Duration;

use sceau_app::desk::Desk;
use sceau_app::identity::Joining;
use sceau_store::key::DatabaseKey;
use sceau_tests::machine;
use sceau_tests::registry_process::{RegistryProcess, free_port, prepare};
use serde_json::Value;

use crate::programs::play;
use crate::seat::{Seat, spot};

const FOUNDER: &str = "quatre tuiles sous la neige";
const SECOND: &str = "un merle et trois pommes";
const HELENE: &str = "Hélène Roy";
const ZOE: &str = "Zoé Lambert";

async fn press(seat: &Seat, id: &str) {
    seat.spot(id).await.click().await.unwrap();
}

async fn value(seat: &Seat, id: &str) -> String {
    seat.spot(id).await;
    let script = format!("return document.querySelector('[data-testid=\"{id}\"]').value");
    seat.ask(&script, vec![]).await.as_str().unwrap().to_owned()
}

/// Adds somebody without a seat, or with the first one, and answers the code of their invitation.
async fn invite(seat: &Seat, name: &str) -> String {
    press(seat, "people-add").await;
    seat.fill("add-name", name).await;
    press(seat, "add-do").await;
    press(seat, &format!("invite-{name}")).await;
    let code = value(seat, "invitation-code").await;
    press(seat, "invitation-close").await;
    seat.gone(&spot("invitation")).await;
    code
}

/// Types digits that were read aloud: wrong ones first, which are refused with a sentence.
async fn type_digits(seat: &Seat, name: &str, digits: &str) {
    let wrong: String = digits.chars().rev().collect();
    assert_ne!(wrong, digits);
    let field = seat.spot(&format!("type-{name}")).await;
    field.send_keys(&wrong).await.unwrap();
    press(seat, &format!("type-do-{name}")).await;
    seat.see(&format!("[data-testid=\"type-{name}\"][aria-invalid=true]")).await;
    field.clear().await.unwrap();
    field.send_keys(digits).await.unwrap();
    press(seat, &format!("type-do-{name}")).await;
    seat.gone(&spot(&format!("type-{name}"))).await;
}

#[test]
fn a_bare_registry_becomes_an_institute_whose_second_person_joins_by_digits() {
    play(Duration::from_secs(540), || async {
        let place = tempfile::tempdir().unwrap();
        let folder = |name: &str| place.path().join(name);
        let prepared = prepare(&folder("registry"), free_port().unwrap()).unwrap();
        let registry = RegistryProcess::start(&folder("registry"), &folder("registry.log")).unwrap();

        // The founder: a card that was cut is refused and keeps nothing; the whole one founds the institute.
        let founder = Seat::at(&folder("founder"), &folder("founder-home")).await;
        // On a busy machine letters come after the first paint, and what is to be pressed moves with them.
        founder.still("enrol-found").await;
        press(&founder, "enrol-found").await;
        let card = prepared.card.to_text();
        founder.fill("found-card", &card[..card.len() - 6]).await;
        founder.fill("found-token", &prepared.token).await;
        founder.fill("found-institute", "Institut d’essai").await;
        founder.fill("found-name", "Antoine Lefort").await;
        founder.fill("passphrase", FOUNDER).await;
        founder.fill("passphrase-again", FOUNDER).await;
        press(&founder, "found-do").await;
        founder.spot("error-card").await;
        assert!(!folder("founder").join("desk.db").exists());
        founder.fill("found-card", &card[card.len() - 6..]).await;
        press(&founder, "found-do").await;
        founder.spot("founding-title").await;
        founder.spot("founding-single").await;
        assert!(founder.shows(&spot("one-person")).await, "every screen says it");

        // The rules that come with the product, each by its button.
        for kind in ["bylaws", "grid", "labels"] {
            press(&founder, &format!("bundled-{kind}")).await;
            founder.gone(&spot(&format!("bundled-{kind}"))).await;
        }
        founder.see("[data-testid=step-rules][data-done=true]").await;

        // The secretariat: added, given the role, invited. Its own window joins and reads its digits.
        press(&founder, "nav-people").await;
        founder.spot("people-title").await;
        let code = invite(&founder, HELENE).await;
        press(&founder, &format!("roles-{HELENE}")).await;
        press(&founder, "role-secretariat").await;
        press(&founder, "roles-do").await;
        founder.gone(&spot("roles")).await;
        founder.exchange().await;
        let second = Seat::at(&folder("second"), &folder("second-home")).await;
        second.fill("enrol-code", &code).await;
        press(&second, "enrol-begin").await;
        second.fill("passphrase", SECOND).await;
        second.fill("passphrase-again", SECOND).await;
        press(&second, "enrol-keys").await;
        let mut digits = String::new();
        for group in 0..4 {
            digits += &second.spot(&format!("digits-{group}")).await.text().await.unwrap();
        }
        second.gone(&spot("enrol-unsent")).await;
        type_digits(&founder, HELENE, &digits).await;
        founder.exchange().await;
        second.spot("desk-title").await;
        assert!(second.spot("person").await.text().await.unwrap().contains(HELENE));

        // The secretariat enrols a third; the founder is the second person.
        press(&second, "nav-people").await;
        second.spot("people-title").await;
        assert!(!second.shows(&spot(&format!("roles-{HELENE}"))).await, "roles are an officer's act");
        let code = invite(&second, ZOE).await;
        second.exchange().await;
        let joining = Joining::begin(&code, machine::now()).await.unwrap();
        let key = DatabaseKey::draw(&mut machine::environment().chance());
        let third = joining.make_desk(machine::environment(), &folder("third"), &key).unwrap();
        let digits = third.join_request().unwrap().unwrap().digits().to_string().replace(' ', "");
        let third = std::sync::Mutex::new(third);
        Desk::join_progress(&third).await.unwrap();
        type_digits(&second, ZOE, &digits).await;
        second.exchange().await;
        founder.exchange().await;
        press(&founder, &format!("countersign-{ZOE}")).await;
        press(&founder, "countersign-do").await;
        founder.gone(&spot(&format!("countersign-{ZOE}"))).await;
        let row = founder.spot(&format!("member-{ZOE}")).await.text().await.unwrap();
        assert!(row.contains("Antoine Lefort") && row.contains(HELENE), "{row}");
        founder.exchange().await;
        Desk::join_progress(&third).await.unwrap();
        assert!(third.lock().unwrap().me().is_ok(), "the third computer is in force");

        // A restart asks for the passphrase and finds the institute as it was.
        founder.close().await;
        let founder = Seat::at(&folder("founder"), &folder("founder-home")).await;
        founder.unlock(FOUNDER).await;
        let left = "return document.querySelector('[data-testid=people-task-founding]') !== null";
        founder.until("the founding is still to be finished", left).await;
        assert_eq!(founder.ask("return document.title.includes('essai')", vec![]).await, Value::Bool(true));
        founder.close().await;
        second.close().await;
        drop(registry);
    });
}
