//! What a holder sees: a complete, legible, archivable document, or a refusal that names the field.

mod made_up;

#[test]
fn an_ordinary_certificate_has_two_pages_and_is_made_twice_alike() {
    let first = made_up::unsigned(&made_up::claim());
    assert_eq!(first.pages, 2);
    assert_eq!(first.pdf, made_up::unsigned(&made_up::claim()).pdf);
    if let Ok(path) = std::env::var("SCEAU_KEEP") {
        std::fs::write(path, &first.pdf).unwrap();
    }
}
