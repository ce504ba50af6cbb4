//! A publisher's dossier comes in, is accepted and examined; links are declared, reviewers named, the evaluation begins.

use std::fs;
use std::io::Write;
use std::path::Path;

use zip::write::SimpleFileOptions;

use super::table::{Table, dossier, go};
use crate::programs::root;
use crate::seat::{Seat, spot};

pub async fn take_in(table: &Table) {
    let seat = &table.secretariat;
    go(seat, "intake").await;
    let package = table.path("dossier.zip");
    zip(&root().join("assets/demo/dossiers/12-lombarythme"), &package);
    seat.click(&spot("intake-zip")).await;
    seat.open_file(&package).await;
    seat.see("[data-testid=intake-accept][aria-disabled=false]").await;
    seat.click(&spot("intake-accept")).await;
    seat.click(&spot("accept-do")).await;
    seat.click(&spot("accepted-examine")).await;
    // Every answer as it was declared.
    seat.see("[data-testid^=confirmed-]").await;
    let all =
        "return [...document.querySelectorAll('[data-testid^=confirmed-]')].map((one) => one.dataset.testid)";
    let all = seat.ask(all, vec![]).await;
    for one in all.as_array().unwrap() {
        seat.click(&spot(one.as_str().unwrap())).await;
    }
    let before = seat.spot("examination-title").await.text().await.unwrap();
    seat.click(&spot("examine-record")).await;
    let recorded =
        format!("return document.querySelector('[data-testid=examination-title]').innerText !== {before:?}");
    seat.until("the examined answers are recorded", &recorded).await;
    seat.exchange().await;
    table.pass(seat).await;
}

pub async fn begin_the_evaluation(table: &Table) {
    for seat in [&table.chair, &table.member] {
        declare_nothing(seat).await;
    }
    let seat = &table.secretariat;
    table.pass(seat).await;
    dossier(seat).await;
    let two = "return document.querySelectorAll('[data-testid=section-assign] input:checked').length === 2";
    seat.until("the two who may read are proposed", two).await;
    seat.click(&spot("assign")).await;
    seat.click(&spot("assign-confirm-go")).await;
    seat.click(&spot("round-open")).await;
    seat.click(&spot("round-confirm-go")).await;
    seat.gone(&spot("section-open-round")).await;
    table.pass(seat).await;
}

async fn declare_nothing(seat: &Seat) {
    go(seat, "desk").await;
    seat.click("[data-testid^=task-declare-] button").await;
    seat.click(&spot("interest-none")).await;
    seat.gone(&spot("interest-none")).await;
    seat.exchange().await;
}

/// What a publisher sends: the files of a folder in one.
fn zip(folder: &Path, to: &Path) {
    let mut zip = zip::ZipWriter::new(fs::File::create(to).unwrap());
    for entry in fs::read_dir(folder).unwrap().flatten() {
        zip.start_file(entry.file_name().to_string_lossy(), SimpleFileOptions::default()).unwrap();
        zip.write_all(&fs::read(entry.path()).unwrap()).unwrap();
    }
    zip.finish().unwrap();
}
