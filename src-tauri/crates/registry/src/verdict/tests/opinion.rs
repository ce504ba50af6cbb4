//! The page of the board's reasoned opinion, with figures and without.

use sceau_domain::figures::{AxisFigures, Figures, Heads, Named};
use sceau_domain::grid::Words;
use sceau_domain::publication::{Publication, PublishedRow};

use super::{says, shown};
use crate::routes::public;

fn published_figures() -> Figures {
    let choices = |grant, refuse| vec![("grant".to_owned(), grant), ("refuse".to_owned(), refuse)];
    let named = |code: &str, fr: &str, en: &str| Named {
        code: code.to_owned(),
        title: Words { fr: fr.to_owned(), en: Some(en.to_owned()) },
    };
    let row = |colleges: &[&str], grant, refuse| PublishedRow {
        colleges: colleges.iter().map(|code| (*code).to_owned()).collect(),
        choices: choices(grant, refuse),
    };
    Figures {
        smallest_group: 5,
        heads: Some(Heads { electors: 20, present: 18, needed: 11, voters: 18 }),
        ballots: Publication {
            total: Some(choices(15, 3)),
            rows: vec![row(&["clinicians"], 7, 1), row(&["academics", "patients"], 8, 2)],
        },
        colleges: vec![
            named("clinicians", "Cliniciens <i>", "Clinicians"),
            named("academics", "Universitaires", "Academics"),
            named("patients", "Patients", "Patients"),
        ],
        recusals: 3,
        scale: "20".to_owned(),
        axes: vec![AxisFigures {
            axis: named("A1", "Information scientifique", "Scientific information"),
            sheets: 6,
            low: "13.5".to_owned(),
            median: "15.0".to_owned(),
            high: "16.3".to_owned(),
        }],
    }
}

#[test]
fn the_opinion_tells_why_and_how_many_and_what_nobody_is_told() {
    let shown = shown();
    {
        let mut book = shown.registry.write().expect("a book");
        let labels = &mut book.as_mut().expect("founded").labels;
        labels.get_mut("2026-001").expect("published").figures = Some(published_figures());
    }
    let page = |lang: &str| shown.ask(public::opinion, &[lang, "2026-001"], "", Vec::new());
    let french = page("fr");
    says(&french, &["Avis motivé du comité sur RénalInfo &lt;b&gt;", "En vigueur", "Label accordé."]);
    says(&french, &["Essai comparatif, 418 patients", "Accès pour les personnes malvoyantes", "un audit"]);
    says(&french, &["18, il en fallait 11", "Déports</dt><dd>3</dd>", "Accorder le label"]);
    says(
        &french,
        &[
            "Cliniciens &lt;i&gt;",
            "Universitaires, Patients",
            "<td data-of=\"Universitaires, Patients\">8</td>",
            "comptés ensemble",
        ],
    );
    says(&french, &["Information scientifique", "15,0", "13,5 à 16,3", "Grille illustrative"]);
    says(
        &french,
        &[
            "Ce qui reste confidentiel",
            "href=\"/fr/labels/2026-001\"",
            "href=\"/en/labels/2026-001/opinion\"",
        ],
    );
    let english = page("en");
    says(&english, &["Reasoned opinion of the board", "Label granted.", "Academics, Patients", "15.0"]);
    says(
        &english,
        &["<li lang=\"fr\">Essai comparatif", "this is not the MDS score", "href=\"/en/labels/2026-001\""],
    );
    for page in [&french, &english] {
        assert!(!page.contains(">registry-") && !page.contains(">secrecy-"), "a bare key:\n{page}");
    }
    says(&shown.page("fr"), &["href=\"/fr/labels/2026-001/opinion\"", "quorum atteint, 3 déports"]);
    let json: serde_json::Value =
        serde_json::from_str(&shown.ask(public::label_json, &["2026-001.json"], "", Vec::new()))
            .expect("JSON");
    let opinion = &json["opinion"];
    assert_eq!(
        (opinion["outcome"].as_str(), &opinion["figures"]["rows"][1]["choices"][0]["n"]),
        (Some("grant"), &8.into())
    );
    assert_eq!(opinion["figures"]["codes"][0], "secrecy.pooled");
}

#[test]
fn a_label_from_before_figures_shows_its_reasons_and_says_that_no_figures_were_published() {
    let shown = shown();
    let page = shown.ask(public::opinion, &["fr", "2026-001"], "", Vec::new());
    says(
        &page,
        &["Essai comparatif, 418 patients", "Aucun chiffre n’a été publié", "Ce qui reste confidentiel"],
    );
    assert!(!page.contains("<table"), "{page}");
    let english = shown.ask(public::opinion, &["en", "2026-001"], "", Vec::new());
    says(&english, &["No figures were published"]);
    assert!(!shown.page("fr").contains("quorum"));
    let json = shown.ask(public::label_json, &["2026-001.json"], "", Vec::new());
    says(&json, &["\"figures\":null"]);
}
