//! The institute's seal, and the first label under it.

use std::fs;
use std::process::Command;

use super::table::{SOLUTION, Table, go};
use crate::programs::on_path;
use crate::seat::spot;

/// A request of the secretariat, an answer of the founder's computer, which keeps the authority.
pub async fn bring_the_seal(table: &Table) {
    let (request, answer) = (table.path("request.toml"), table.path("answer.toml"));
    let Table { chair, secretariat, .. } = table;
    go(secretariat, "labels").await;
    secretariat.click(&spot("seal-ask")).await;
    secretariat.save_file(&request).await;
    secretariat.see("[data-testid=seal][data-state=asked]").await;
    go(chair, "labels").await;
    chair.click(&spot("seal-answer")).await;
    chair.open_file(&request).await;
    chair.save_file(&answer).await;
    secretariat.click(&spot("seal-take")).await;
    secretariat.open_file(&answer).await;
    secretariat.gone(&spot("seal")).await;
}

/// Preview, signature, publication; and the public that reads it.
pub async fn issue(table: &Table) {
    let seat = &table.secretariat;
    seat.exchange().await;
    go(seat, "labels").await;
    seat.click(&spot("label-issue")).await;
    seat.click(&spot("issue-preview")).await;
    seat.see("[data-testid=issue] canvas").await;
    // Not without the holder's signature under the agreement.
    seat.click(&spot("issue-go")).await;
    seat.see("#agreement-missing").await;
    seat.click(&spot("agreement")).await;
    seat.click(&spot("issue-go")).await;
    seat.gone(&spot("issue")).await;
    seat.spot("labels-table").await;
    seat.exchange().await;
    seat.click("[data-testid=labels-table] .acts .link:last-child").await;
    let certificate = table.path("certificate.pdf");
    seat.save_file(&certificate).await;

    // Anybody: the page of the registry, the certificate, a program that is not ours.
    let number = seat.see("[data-testid=labels-table] td.mono").await.text().await.unwrap();
    let page = format!("{}/fr/labels/{number}", table.public());
    let page = reqwest::get(&page).await.unwrap().text().await.unwrap();
    assert!(page.contains(SOLUTION) && page.contains("En vigueur"), "{page}");
    if on_path("pdfsig") {
        let said = Command::new("pdfsig").arg("-nocert").arg(&certificate).output().unwrap();
        let said = String::from_utf8_lossy(&said.stdout).into_owned();
        assert!(said.contains("Signature is Valid"), "{said}");
    } else {
        println!("skipped: pdfsig is missing");
    }

    // The member who voted drops the file on their own window; with one byte changed it is another verdict.
    let member = &table.member;
    member.exchange().await;
    go(member, "verify").await;
    member.click(&spot("verify-choose")).await;
    member.open_file(&certificate).await;
    member.spot("verdict-valid").await;
    let changed = table.path("changed.pdf");
    let mut bytes = fs::read(&certificate).unwrap();
    let middle = bytes.len() / 3;
    bytes[middle] ^= 1;
    fs::write(&changed, bytes).unwrap();
    member.click(&spot("verify-choose")).await;
    member.open_file(&changed).await;
    member.gone(&spot("verdict-valid")).await;
    member.see("[data-testid^=verdict-]").await;
}
