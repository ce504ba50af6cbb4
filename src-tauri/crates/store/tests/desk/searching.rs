use sceau_store::Store;
use sceau_store::drafts::Draft;
use sceau_store::index::{Kind, Progress, Text};
use sceau_store::query::Query;

use crate::drafts::draft;
use crate::world::{DOSSIER, OTHER, desk, key};

const FILE: [u8; 32] = [1; 32];
const SECOND: [u8; 32] = [2; 32];

fn own(kind: Kind, key: &str, body: &str) -> Text {
    Text { dossier: DOSSIER, kind, root: None, page: None, key: key.to_owned(), body: body.to_owned() }
}

/// Where words were found: the page, or the key.
fn found(store: &Store, typed: &str) -> Vec<String> {
    let hits = store.read(|kept| kept.search(&Query::read(typed), 20, |_, _| true)).unwrap();
    hits.into_iter().map(|hit| hit.page.map_or(hit.key, |page| page.to_string())).collect()
}

#[test]
fn french_words_are_found_however_they_are_written() {
    let (_place, _folder, store) = desk();
    store
        .write(|to| {
            to.put_page(DOSSIER, &FILE, 1, "L’essai a montré l’eﬃcacité du dispositif sur le cœur.")?;
            to.put_page(
                DOSSIER,
                &FILE,
                2,
                "La randomi-\nsation fut stratifiée ; les rendez-\nvous manqués.",
            )?;
            to.put_page(OTHER, &SECOND, 3, "Aucun essai, aucun effet.")
        })
        .unwrap();
    for (typed, pages) in [
        ("essai ", vec!["3", "1"]),
        ("l'essai ", vec!["3", "1"]),
        ("EFFICACITE", vec!["1"]),
        ("coeur ", vec!["1"]),
        ("cœur ", vec!["1"]),
        ("randomisation ", vec!["2"]),
        ("rando", vec!["2"]),
        ("rando ", vec![]),
        ("rando* ", vec!["2"]),
        ("rendez-vous ", vec!["2"]),
        ("\"rendez-vous manqués\"", vec!["2"]),
        ("\"manqués rendez-vous\"", vec![]),
        ("\"la randomisation fut\"", vec!["2"]),
        ("aucun effet", vec!["3"]),
        ("essai randomisation ", vec![]),
    ] {
        assert_eq!(found(&store, typed), pages, "{typed}");
    }
    store.write(|to| to.put_page(DOSSIER, &FILE, 1, "Relu.")).unwrap();
    assert!(found(&store, "efficacité").is_empty(), "what replaces a page takes its words away");
    assert_eq!(found(&store, "relu"), ["1"]);
}

#[test]
fn whatever_is_typed_is_words_and_what_may_not_be_shown_is_not_there() {
    let (_place, _folder, store) = desk();
    store
        .write(|to| {
            to.put_page(DOSSIER, &FILE, 1, "NEAR and OR folded parted")?;
            to.put_page(OTHER, &SECOND, 1, "folded")
        })
        .unwrap();
    for odd in
        ["\"", "NEAR(", "a AND OR", "*", "folded:near", "", "'; --", "^near", "{folded} : near", "-near"]
    {
        store.read(|kept| kept.search(&Query::read(odd), 10, |_, _| true)).unwrap();
    }
    assert_eq!(found(&store, "near and or "), ["1"]);
    let mine = |dossier, _| dossier == OTHER;
    let hits = store.read(|kept| kept.search(&Query::read("folded"), 1, mine)).unwrap();
    assert_eq!(hits.iter().map(|hit| hit.dossier).collect::<Vec<_>>(), [OTHER]);
}

#[test]
fn ones_own_words_are_found_and_a_draft_makes_them_stale() {
    let (_place, _folder, store) = desk();
    store
        .write(|to| to.put_own_words(DOSSIER, &[own(Kind::Reason, "2.3", "Une perte de vue élevée.")]))
        .unwrap();
    assert_eq!(found(&store, "perdu perte"), Vec::<String>::new());
    assert_eq!(found(&store, "élevee"), ["2.3"]);
    assert_eq!(store.read(|kept| kept.own_words_of()).unwrap(), [DOSSIER]);
    let written = Draft { kind: "row".to_owned(), ..draft(1, 1, "other words") };
    store.write(|to| to.save_draft(&written)).unwrap();
    assert!(
        store.read(|kept| kept.own_words_of()).unwrap().is_empty(),
        "what was written since is not in it"
    );
    store.write(|to| to.put_own_words(DOSSIER, &[])).unwrap();
    assert!(found(&store, "élevee").is_empty());
    assert_eq!(store.read(|kept| kept.own_words_of()).unwrap(), [DOSSIER]);
}

#[test]
fn how_far_a_file_was_read_outlives_the_program_and_so_does_the_index() {
    let (_place, folder, store) = desk();
    let progress = Progress { root: FILE, dossier: DOSSIER, pages: 9, done: 4, letters: 1200 };
    store
        .write(|to| {
            to.put_page(DOSSIER, &FILE, 4, "stratifiée")?;
            to.put_progress(&progress)
        })
        .unwrap();
    store.close().unwrap();
    let store = Store::open(&folder, &key()).unwrap();
    assert_eq!(store.read(|kept| kept.progress(&FILE)).unwrap(), Some(progress));
    assert_eq!(store.read(|kept| kept.progress(&SECOND)).unwrap(), None);
    assert_eq!(found(&store, "stratifiee"), ["4"]);
    store.write(|to| to.put_progress(&Progress { done: 9, ..progress })).unwrap();
    let kept = store.read(|kept| kept.progress(&FILE)).unwrap().unwrap();
    assert_eq!(kept.done, 9);
}
