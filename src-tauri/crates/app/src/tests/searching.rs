//! Searching: what is found, by whom, and what is left after a recusal.

use sceau_domain::action::RecusalLevel;
use sceau_domain::id::DossierId;
use sceau_store::query::Query;

use super::reviewer::{row, scoring};
use super::world::{ANNE, BRUNO, CHAIR, SECRETARIAT, World};
use crate::desk::Desk;
use crate::view::search::{HitKind, SearchView};
use crate::view::texts::{PagesRead, TextsView};

fn found(desk: &Desk, typed: &str) -> Vec<(HitKind, String)> {
    let SearchView { dossiers, .. } = desk.search_view(typed, "fr").unwrap();
    let hits = dossiers.into_iter().flat_map(|dossier| dossier.hits);
    hits.map(|hit| {
        let line = hit
            .parts
            .iter()
            .map(|part| if part.found { format!("[{}]", part.text) } else { part.text.clone() });
        (hit.kind, line.collect())
    })
    .collect()
}

/// A reviewer's window reads the first file, which has three pages.
fn read_three_pages(desk: &Desk, dossier: DossierId) -> String {
    let next = desk.texts_view().unwrap().waiting.remove(0);
    assert_eq!((next.dossier.as_str(), next.done), (dossier.to_string().as_str(), 0));
    let texts = ["L’essai randomi-\nsé.", "Un cœur sain.", ""].map(str::to_owned).to_vec();
    let some = PagesRead { file: next.file.clone(), pages: 3, first: 1, texts: texts[..2].to_vec() };
    assert_eq!(desk.keep_texts(dossier, &some).unwrap(), 2);
    assert_eq!(desk.keep_texts(dossier, &some).unwrap(), 2, "twice is harmless");
    assert_eq!(desk.texts_view().unwrap().waiting[0].done, 2, "and goes on by page");
    let rest = PagesRead { file: next.file.clone(), pages: 3, first: 3, texts: texts[2..].to_vec() };
    assert_eq!(desk.keep_texts(dossier, &rest).unwrap(), 3);
    next.file
}

#[test]
fn what_the_window_read_is_found_and_what_has_no_text_is_counted() {
    let mut world = World::founded();
    let dossier = scoring(&mut world);
    let desk = &world.desks[ANNE];
    let before = desk.texts_view().unwrap();
    assert!(before.total > 1);
    assert_eq!((before.read, before.silent), (0, 0));
    let file = read_three_pages(desk, dossier);
    let view = desk.search_view("randomise ", "fr").unwrap();
    let hit = &view.dossiers[0].hits[0];
    assert_eq!((hit.file.as_deref(), hit.page), (Some(file.as_str()), Some(1)));
    assert_eq!((hit.from, hit.to), (8, 19), "the words as the page's text has them");
    assert_eq!(found(desk, "l’essai randomisé "), [(HitKind::Page, "L’[essai] [randomi- sé].".to_owned())]);
    assert_eq!(found(desk, "coeur"), [(HitKind::Page, "Un [cœur] sain.".to_owned())]);
    let after = desk.texts_view().unwrap();
    assert_eq!((after.read, after.silent), (1, 0));
    let scan = after.waiting[0].file.clone();
    let blank = PagesRead { file: scan, pages: 1, first: 1, texts: vec![" \n".into()] };
    desk.keep_texts(dossier, &blank).unwrap();
    assert_eq!(desk.texts_view().unwrap().silent, 1, "a scan has no text, and that is known");
    if let Some(next) = desk.texts_view().unwrap().waiting.pop() {
        let broken = PagesRead { file: next.file, pages: 0, first: 1, texts: Vec::new() };
        desk.keep_texts(dossier, &broken).unwrap();
        assert_eq!(desk.texts_view().unwrap().silent, 2, "one that cannot be read is not tried again");
    }
}

#[test]
fn own_words_and_criteria_are_found_by_their_author_alone() {
    let mut world = World::founded();
    let dossier = scoring(&mut world);
    let view = world.desks[ANNE].review_view(dossier).unwrap();
    world.desks[ANNE].review_row(dossier, row(&view, 0, 1)).unwrap();
    let code = view.grid.criteria[0].code.clone();
    let anne = &world.desks[ANNE];
    assert_eq!(found(anne, "Lu dans l'essai"), [(HitKind::Reason, "[Lu] [dans] l’[essai].".to_owned())]);
    assert_eq!(found(anne, "\"résultat principal\"")[0].0, HitKind::Passage);
    let hits = anne.search_view("\"résultat principal\"", "fr").unwrap().dossiers.remove(0).hits;
    let passage = hits.into_iter().find(|hit| hit.kind == HitKind::Passage).unwrap();
    assert_eq!(passage.criterion.as_deref(), Some(code.as_str()));
    assert!(passage.id.is_some() && passage.title.is_some());
    let word = view.grid.criteria[0].question.fr.split_whitespace().max_by_key(|word| word.len()).unwrap();
    assert!(found(anne, word).iter().any(|(kind, _)| *kind == HitKind::Criterion), "{word}");
    let mut changed = row(&view, 0, 2);
    changed.reason = "Corrigé.".into();
    anne.review_row(dossier, changed).unwrap();
    assert!(found(anne, "Lu dans l'essai ").is_empty(), "what was replaced is not found");
    assert_eq!(found(anne, "corrige ")[0].0, HitKind::Reason);
    // Blindness: the same words, nobody else's eyes.
    for other in [BRUNO, CHAIR, SECRETARIAT] {
        assert!(found(&world.desks[other], "corrige ").is_empty());
        assert!(found(&world.desks[other], "\"résultat principal\"").is_empty());
    }
}

#[test]
fn after_a_recusal_nothing_of_the_dossier_is_found_or_kept_for_the_search() {
    let mut world = World::founded();
    let dossier = scoring(&mut world);
    let view = world.desks[ANNE].review_view(dossier).unwrap();
    world.desks[ANNE].review_row(dossier, row(&view, 0, 1)).unwrap();
    let file = read_three_pages(&world.desks[ANNE], dossier);
    assert!(!found(&world.desks[ANNE], "coeur").is_empty());
    assert!(!found(&world.desks[ANNE], "lu dans").is_empty());
    let anne = world.desks[ANNE].me().unwrap();
    world.desks[CHAIR]
        .recuse(dossier, anne, Some(RecusalLevel::Full), "Lien direct avec l’éditeur.")
        .unwrap();
    world.exchange();
    let desk = &world.desks[ANNE];
    for typed in ["coeur", "lu dans", "essai", "résultat"] {
        assert!(found(desk, typed).is_empty(), "{typed}");
    }
    assert_eq!(desk.texts_view().unwrap(), TextsView::default());
    let again = PagesRead { file, pages: 3, first: 1, texts: vec!["cœur".into()] };
    assert!(desk.keep_texts(dossier, &again).is_err(), "and nothing can be put back");
    let left = desk.store().read(|read| read.search(&Query::read("coeur"), 9, |_, _| true));
    assert!(left.unwrap().is_empty());
}

#[test]
fn who_has_not_declared_finds_nothing() {
    let mut world = World::founded();
    let (dossier, _) = super::reviewer::received(&mut world);
    world.exchange();
    assert!(world.desks[BRUNO].search_view("essai", "fr").unwrap().dossiers.is_empty());
    assert_eq!(world.desks[BRUNO].texts_view().unwrap(), TextsView::default());
    world.all_declare_nothing(dossier);
}

/// Words as they are spread in the demonstration's texts, page by page.
fn pages(seed: u32) -> impl Iterator<Item = String> {
    let texts = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../../assets/demo/texts/dossiers/01-oncosuivi/essai.txt");
    let source = std::fs::read_to_string(texts).unwrap();
    let words: Vec<String> = source.split_whitespace().map(str::to_owned).collect();
    let mut state = seed.wrapping_mul(2_654_435_761) | 1;
    std::iter::from_fn(move || {
        let mut draw = || {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            state as usize
        };
        let own = format!("page{}", draw() % 40_000);
        let line = |words: Vec<&str>| words.join(" ");
        let body = (0..40).map(|_| line((0..9).map(|_| words[draw() % words.len()].as_str()).collect()));
        Some(format!("{own}\n{}", body.collect::<Vec<_>>().join("\n")))
    })
}

#[test]
#[ignore = "a measurement: cargo xtask bench evidence"]
fn search_among_twenty_thousand_pages_in_130_dossiers() {
    const DOSSIERS: u32 = 130;
    const PAGES: u32 = 154;
    let mut world = World::founded();
    let first = super::reviewer::received(&mut world);
    let rules = world.desks[SECRETARIAT].answers(first.0).unwrap().grid;
    let package = crate::intake::read(
        &super::reviewer::assets().join("demo/dossiers/01-oncosuivi"),
        &Default::default(),
    );
    let desk = &mut world.desks[SECRETARIAT];
    for number in 2..=DOSSIERS {
        let number = format!("2026-{number:03}");
        let how = crate::dossier::Reception { grid: rules, number, label: None, demonstration: true };
        desk.receive(&package, &how).unwrap();
    }
    let desk = &world.desks[SECRETARIAT];
    let waiting = desk.texts_view().unwrap().waiting;
    let mut seen = std::collections::BTreeSet::new();
    let begun = std::time::Instant::now();
    for (seed, next) in (1..).zip(waiting.iter().filter(|next| seen.insert(next.dossier.clone()))) {
        let dossier = crate::view::dossier_id(&next.dossier).unwrap();
        let texts: Vec<String> = pages(seed).take(PAGES as usize).collect();
        for (batch, texts) in (0_u32..).zip(texts.chunks(8)) {
            let read = PagesRead {
                file: next.file.clone(),
                pages: PAGES,
                first: batch * 8 + 1,
                texts: texts.to_vec(),
            };
            desk.keep_texts(dossier, &read).unwrap();
        }
    }
    let took = begun.elapsed();
    let total = u32::try_from(seen.len()).unwrap() * PAGES;
    println!(
        "{total} pages of {} dossiers entered: {:.1} ms a page",
        seen.len(),
        took.as_secs_f64() * 1000.0 / f64::from(total)
    );
    // The first search opens the cards; the next ones are those of somebody who types.
    let begun = std::time::Instant::now();
    desk.search_view("essai", "fr").unwrap();
    println!("the first search after the opening: {:.1} ms", begun.elapsed().as_secs_f64() * 1000.0);
    let mut times = Vec::new();
    let typed = [
        "l’essai randomisé",
        "taux de réponse",
        "\"perdus de vue\"",
        "patients",
        "oncologue",
        "page1234",
        "zzz",
        "médiane suivi bras",
    ];
    for words in typed {
        // As somebody types it: at each letter a search.
        for end in words.char_indices().map(|(at, letter)| at + letter.len_utf8()) {
            let begun = std::time::Instant::now();
            let view = desk.search_view(&words[..end], "fr").unwrap();
            times.push((begun.elapsed().as_secs_f64() * 1000.0, view.count, words[..end].to_owned()));
        }
    }
    times.sort_by(|a, b| a.0.total_cmp(&b.0));
    let at = |share: usize| times[times.len() * share / 100].0;
    let (longest, count, words) = &times[times.len() - 1];
    println!(
        "{} searches as typed: p50 {:.1} ms, p95 {:.1} ms, longest {longest:.1} ms ({words:?}, {count} places)",
        times.len(),
        at(50),
        at(95)
    );
}
