//! From the first start of an institute to its first label, by hand alone: three people at three windows and a registry,
//! files through the system's own dialogs, sheets and a ballot written without a network. Once in French with the mouse,
//! once in English from the keyboard alone.

mod dossier;
mod label;
mod officers;
mod people;
mod scoring;
mod table;
mod vote;

use std::time::Duration;

use crate::hands::Hands;
use crate::programs::play;
use table::Table;

#[test]
fn three_people_lead_an_institute_from_its_first_start_to_a_label_that_the_public_reads() {
    play(Duration::from_secs(1500), || lead("fr", Hands::Mouse));
}

#[test]
fn three_people_do_the_same_in_english_without_ever_touching_a_mouse() {
    play(Duration::from_secs(1500), || lead("en", Hands::Keyboard));
}

async fn lead(language: &'static str, hands: Hands) {
    let table = Table::bare(language, hands).await;
    people::found_and_join(&table).await;
    let mut table = officers::share_the_key(table).await;
    label::bring_the_seal(&table).await;
    dossier::take_in(&table).await;
    dossier::begin_the_evaluation(&table).await;
    scoring::score_without_a_network(&mut table).await;
    scoring::open_together(&table).await;
    vote::vote(&mut table).await;
    vote::decide(&table).await;
    label::issue(&table).await;
    table.close().await;
}
