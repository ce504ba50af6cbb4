//! The institute is founded, its rules and its roster come from files, and two more people join.

use std::fs;

use super::table::{CHAIR, MEMBER, SECRETARIAT, Table, go};
use crate::seat::{Seat, spot};

pub const PASSPHRASES: [&str; 3] =
    ["quatre tuiles sous la neige", "un merle et trois pommes", "sept cailloux dans la rivière"];

/// Bylaws of a board of three.
const BYLAWS: &str = include_str!("bylaws.toml");
const ROSTER: &str = include_str!("roster.toml");

pub async fn found_and_join(table: &Table) {
    let chair = &table.chair;
    chair.click(&spot("enrol-found")).await;
    chair.fill("found-card", &table.prepared.card.to_text()).await;
    chair.fill("found-token", &table.prepared.token).await;
    chair.fill("found-institute", "Institut d’essai").await;
    chair.fill("found-name", CHAIR).await;
    keep(chair, PASSPHRASES[0]).await;
    chair.click(&spot("found-do")).await;
    chair.spot("founding-title").await;
    for kind in ["grid", "labels"] {
        chair.click(&spot(&format!("bundled-{kind}"))).await;
        chair.gone(&spot(&format!("bundled-{kind}"))).await;
    }
    // Bylaws of its own: a slip is named at its place, nobody is bound by it.
    let (slip, bylaws) = (table.path("slip.toml"), table.path("bylaws.toml"));
    fs::write(&slip, BYLAWS.replace("\"2/3\"", "\"7/3\"")).unwrap();
    fs::write(&bylaws, BYLAWS).unwrap();
    chair.click(&spot("rules-own")).await;
    chair.open_file(&slip).await;
    let said = chair.see("[data-testid=faults]").await.text().await.unwrap();
    assert!(said.contains("share"), "{said}");
    chair.click(&spot("rules-own")).await;
    chair.open_file(&bylaws).await;
    chair.click(&spot("try-publish")).await;
    chair.see("[data-testid=step-rules][data-done=true]").await;

    // The roster's people are shown before they are taken in.
    let roster = table.path("roster.toml");
    fs::write(&roster, ROSTER).unwrap();
    go(chair, "people").await;
    chair.click(&spot("people-roster")).await;
    chair.click(&spot("roster-choose")).await;
    chair.open_file(&roster).await;
    let lines = chair.spot("roster-lines").await.text().await.unwrap();
    assert!(lines.contains(SECRETARIAT) && lines.contains(MEMBER), "{lines}");
    chair.click(&spot("roster-do")).await;
    chair.gone(&spot("roster")).await;
    for (name, role) in [(CHAIR, "chair"), (SECRETARIAT, "secretariat")] {
        chair.click(&spot(&format!("roles-{name}"))).await;
        if chair
            .ask(
                "return document.querySelector(arguments[0]).checked",
                vec![spot(&format!("role-{role}")).into()],
            )
            .await
            != true
        {
            chair.click(&spot(&format!("role-{role}"))).await;
        }
        chair.click(&spot("roles-do")).await;
        chair.gone(&spot("roles")).await;
    }

    // The founder brings the secretariat in; the secretariat brings the member in, and the founder is the second person.
    let code = invite(chair, SECRETARIAT).await;
    chair.exchange().await;
    let digits = join(&table.secretariat, &code, PASSPHRASES[1]).await;
    type_digits(chair, SECRETARIAT, &digits).await;
    chair.exchange().await;
    table.secretariat.spot("desk-title").await;

    go(&table.secretariat, "people").await;
    let code = invite(&table.secretariat, MEMBER).await;
    table.secretariat.exchange().await;
    let digits = join(&table.member, &code, PASSPHRASES[2]).await;
    type_digits(&table.secretariat, MEMBER, &digits).await;
    table.secretariat.exchange().await;
    chair.exchange().await;
    chair.click(&spot(&format!("countersign-{MEMBER}"))).await;
    chair.click(&spot("countersign-do")).await;
    chair.gone(&spot(&format!("countersign-{MEMBER}"))).await;
    chair.exchange().await;
    table.member.spot("desk-title").await;
}

async fn keep(seat: &Seat, passphrase: &str) {
    seat.fill("passphrase", passphrase).await;
    seat.fill("passphrase-again", passphrase).await;
}

async fn invite(seat: &Seat, name: &str) -> String {
    seat.click(&spot(&format!("invite-{name}"))).await;
    seat.spot("invitation-code").await;
    let code = "return document.querySelector('[data-testid=invitation-code]').value";
    let code = seat.ask(code, vec![]).await.as_str().unwrap().to_owned();
    seat.click(&spot("invitation-close")).await;
    seat.gone(&spot("invitation")).await;
    code
}

async fn join(seat: &Seat, code: &str, passphrase: &str) -> String {
    seat.fill("enrol-code", code).await;
    seat.click(&spot("enrol-begin")).await;
    keep(seat, passphrase).await;
    seat.click(&spot("enrol-keys")).await;
    let mut digits = String::new();
    for group in 0..4 {
        digits += &seat.spot(&format!("digits-{group}")).await.text().await.unwrap();
    }
    seat.gone(&spot("enrol-unsent")).await;
    digits
}

async fn type_digits(seat: &Seat, name: &str, digits: &str) {
    seat.fill(&format!("type-{name}"), digits).await;
    seat.click(&spot(&format!("type-do-{name}"))).await;
    seat.gone(&spot(&format!("type-{name}"))).await;
}
