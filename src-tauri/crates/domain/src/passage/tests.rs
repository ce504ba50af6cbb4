use super::*;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// The passage `quote` of a page, as the window cites it.
fn cited<'t>(pages: &[&'t str], page: usize, quote: &'t str) -> (u32, &'t str, String, String) {
    let text = pages[page - 1];
    let at = text.find(quote).unwrap();
    let before: Vec<char> = text[..at].chars().collect();
    let after = text[at + quote.len()..].chars().take(REACH).collect();
    let skipped = before.len().saturating_sub(REACH);
    (u32::try_from(page).unwrap(), quote, before[skipped..].iter().collect(), after)
}

fn found(old: &[&str], page: usize, quote: &str, new: &[&str]) -> Found {
    let (page, quote, before, after) = cited(old, page, quote);
    let sought = Sought { page, quote, before: &before, after: &after };
    find(sought, Some(&Pages::new(old)), &Pages::new(new))
}

fn words(found: &Found) -> &str {
    match found {
        Found::Same(spot) | Found::Moved(spot) | Found::Changed(spot, _) => &spot.quote,
        Found::Lost => "",
    }
}

const RESULTS: &str = "Résultats. Le critère principal a été atteint chez 128 des 206 patients du groupe suivi \
     à distance, contre 97 des 204 patients du groupe témoin. Aucun événement grave n’a été attribué à la solution.";

#[test]
fn a_reprinted_page_keeps_its_passages() {
    let reprinted = "Résultats. Le critère princi-\npal a e\u{301}té atteint chez 128 des 206\npatients du groupe suivi \
        à dis\u{ad}\ntance, contre 97 des 204 patients du groupe témoin. Aucun événe-\nment grave n'a été attribué à \
        la solution.";
    let quote = "atteint chez 128 des 206 patients du groupe suivi à distance";
    let found = found(&[RESULTS], 1, quote, &[reprinted]);
    let Found::Same(spot) = found else { panic!("{found:?}") };
    assert_eq!(spot.page, 1);
    assert!(spot.before.ends_with("été "), "{spot:?}");
    assert!(spot.after.starts_with(", contre 97"), "{spot:?}");
}

#[test]
fn a_passage_that_went_to_another_page_has_moved() {
    let quote = "contre 97 des 204 patients du groupe témoin";
    let found = found(&[RESULTS], 1, quote, &["Préambule de la deuxième version.", RESULTS]);
    assert!(matches!(&found, Found::Moved(spot) if spot.page == 2 && spot.quote == quote), "{found:?}");
}

#[test]
fn another_number_is_a_changed_passage_with_its_new_words() {
    let corrected = RESULTS.replace("128 des 206", "119 des 206");
    let quote = "Le critère principal a été atteint chez 128 des 206 patients";
    let found = found(&[RESULTS], 1, quote, &[&corrected]);
    assert!(matches!(&found, Found::Changed(_, Doubt::Words)), "{found:?}");
    assert_eq!(words(&found), "Le critère principal a été atteint chez 119 des 206 patients");
}

#[test]
fn a_number_that_is_the_whole_passage_is_changed_too() {
    let corrected = RESULTS.replace("128 des", "119 des");
    let found = found(&[RESULTS], 1, "128", &[&corrected]);
    assert!(matches!(&found, Found::Changed(_, Doubt::Words)), "{found:?}");
    assert_eq!(words(&found), "119");
}

#[test]
fn a_figure_is_not_found_inside_a_longer_one() {
    let old = ["La médiane d’âge des participants était de 5 ans dans cette cohorte."];
    for longer in ["50", "5,5", "15"] {
        let new = [format!("La médiane d’âge des participants était de {longer} ans dans cette cohorte.")];
        let found = found(&old, 1, "médiane d’âge des participants était de 5", &[&new[0]]);
        assert!(matches!(found, Found::Changed(_, Doubt::Words)), "{longer}: {found:?}");
    }
}

#[test]
fn a_negation_around_the_same_words_is_looked_at() {
    let old = ["Les auteurs concluent que la supériorité est démontrée à douze mois dans les deux bras."];
    let new =
        ["Les auteurs concluent que la supériorité n’est pas démontrée à douze mois dans les deux bras."];
    let found = found(&old, 1, "la supériorité est démontrée", &new);
    assert!(matches!(found, Found::Changed(_, Doubt::Words)), "{found:?}");
}

#[test]
fn what_was_taken_out_is_lost() {
    let new = "Cette version ne comporte plus que la description du matériel et des capteurs employés.";
    let found = found(&[RESULTS], 1, "contre 97 des 204 patients du groupe témoin", &[new]);
    assert_eq!(found, Found::Lost);
}

#[test]
fn of_repeated_words_the_surroundings_tell_which() {
    let page = "Groupe témoin : 12 patients perdus de vue à six mois. Groupe suivi : 12 patients perdus de vue à six mois.";
    let at = page.rfind("12 patients").unwrap();
    let before: String = page[..at].chars().rev().take(REACH).collect::<Vec<_>>().into_iter().rev().collect();
    let sought =
        Sought { page: 1, quote: "12 patients", before: &before, after: " perdus de vue à six mois." };
    let (old, new) = (Pages::new(&[page]), Pages::new(&[page]));
    assert!(matches!(find(sought, Some(&old), &new), Found::Same(_)));
    // The second group's sentence goes: what is left is the other group's.
    let new =
        Pages::new(&["Groupe témoin : 12 patients perdus de vue à six mois. Les autres ont été suivis."]);
    let found = find(sought, Some(&old), &new);
    assert!(matches!(found, Found::Changed(_, Doubt::Surroundings | Doubt::Repeated)), "{found:?}");
}

#[test]
fn a_running_head_is_never_the_same_for_sure() {
    let head = "Sceau, rapport confidentiel";
    let (old, new) = (Pages::new(&[head, head, head]), Pages::new(&[head, head, head, head]));
    let sought = Sought { page: 2, quote: head, before: "", after: "" };
    let found = find(sought, Some(&old), &new);
    assert!(matches!(found, Found::Changed(_, Doubt::Repeated)), "{found:?}");
}

#[test]
fn without_the_version_that_was_read_other_surroundings_are_looked_at() {
    let quote = "contre 97 des 204 patients du groupe témoin";
    let (page, quote, before, after) = cited(&[RESULTS], 1, quote);
    let sought = Sought { page, quote, before: &before, after: &after };
    let same = Pages::new(&[RESULTS]);
    assert!(matches!(find(sought, None, &same), Found::Same(_)));
    let elsewhere = Pages::new(&[format!("Conclusion : {quote}. Fin.")]);
    assert!(matches!(find(sought, None, &elsewhere), Found::Changed(_, Doubt::Surroundings)));
}

#[test]
fn nothing_is_found_for_nothing() {
    let sought = Sought { page: 1, quote: " \u{ad}", before: "", after: "" };
    assert_eq!(find(sought, None, &Pages::new(&["a", ""])), Found::Lost);
    assert_eq!(find(Sought { quote: "a", ..sought }, None, &Pages::new::<&str>(&[])), Found::Lost);
    assert!(Pages::new(&["", " \n"]).is_blank());
}

#[test]
fn a_page_is_found_again_by_its_whole_text_and_by_no_other() {
    let method = "La lecture a été faite en aveugle par deux derma-\ntologues.";
    let annex = "Annexe : les centres qui ont pris part à l’essai.";
    let old = Pages::new(&["5", method, annex, annex, "", "Suivi de 12 patients pendant 24 mois."]);
    let now = "La lecture a été faite en aveugle par deux dermato-\nlogues.";
    let new = Pages::new(&["5", "Ce qui change", now, annex, "", "Suivi de 1 2 patients pendant 24 mois."]);
    let found: Vec<_> = (0..=7).map(|page| find_page(page, &old, &new)).collect();
    // A stamp, a page that stood twice, an empty one and one whose gaps are others are looked at.
    assert_eq!(found, [None, None, Some(3), None, None, None, None, None]);
}

#[test]
fn five_hundred_pages_are_searched_quickly() {
    let page = |n: usize| -> String {
        let line = |l: usize| {
            format!("Patient {n}-{l} du groupe {} : critère atteint à {} mois. ", l % 3, (n * l) % 24)
        };
        (0..60).map(line).collect()
    };
    let pages: Vec<String> = (0..500).map(page).collect();
    let changed = pages[250].replace("Patient 250-7 du groupe 1", "Patient 250-7 du groupe 2");
    let mut now = pages.clone();
    now[250] = changed;
    let (old, new) = (Pages::new(&pages), Pages::new(&now));
    let quote = "Patient 250-7 du groupe 1 : critère atteint à 22 mois.";
    let sought = Sought {
        page: 251,
        quote,
        before: "0 : critère atteint à 12 mois. ",
        after: " Patient 250-8 du groupe 2 : cri",
    };
    for _ in 0..50 {
        let found = find(sought, Some(&old), &new);
        assert_eq!(words(&found), "Patient 250-7 du groupe 2 : critère atteint à 22 mois.");
    }
    let sought = Sought { page: 301, quote: "Patient 300-8 du groupe 2", before: "", after: "" };
    assert!(matches!(find(sought, Some(&old), &new), Found::Same(_)));
}
