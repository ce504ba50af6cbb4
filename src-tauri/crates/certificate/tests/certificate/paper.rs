//! Papers that nobody signs: readable on screen, on paper and aloud, by programs that are not ours.

use crate::outside::{run, said};
use sceau_certificate::draw::PrintPdf;
use sceau_certificate::fonts::{FontError, Fonts};
use sceau_certificate::paper::{Block, Paper, PaperError, Tongue, print};

fn letter(last: &str) -> Paper {
    let paragraph = |text: &str| Block::Paragraph { text: text.to_owned() };
    let item = |text: &str| Block::Item { text: text.to_owned() };
    Paper {
        title: "Pièces manquantes : AlloTension".to_owned(),
        language: Tongue::Fr,
        blocks: vec![
            paragraph("Madame, Monsieur,\nIl manque à votre dossier :"),
            item("l’étude clinique, en PDF ;"),
            item("la réponse à la question « 2.4 »."),
            Block::Heading { text: "Délai".to_owned() },
            paragraph(&"Nous vous remercions de les envoyer avant le 12 décembre 2026. ".repeat(90)),
            Block::Code { text: "123456 654321 000042".to_owned() },
            paragraph(last),
        ],
    }
}

#[test]
fn a_letter_is_a_sound_pdf_whose_words_and_structure_others_can_read() {
    let folder = tempfile::tempdir().unwrap();
    let fonts = Fonts::bundled().unwrap();
    let pdf = print(&letter("Le secrétariat"), &fonts, &PrintPdf).unwrap();
    assert_eq!(pdf, print(&letter("Le secrétariat"), &fonts, &PrintPdf).unwrap(), "the same bytes");
    let file = folder.path().join("letter.pdf").to_string_lossy().into_owned();
    std::fs::write(&file, &pdf).unwrap();
    if let Some(verdict) = run("qpdf", &["--check", &file]) {
        assert!(verdict.status.success(), "{}", said(&verdict));
        assert!(!said(&verdict).to_lowercase().contains("warning"), "{}", said(&verdict));
    }
    if let Some(words) = run("pdftotext", &["-layout", &file, "-"]) {
        let words = said(&words);
        for expected in
            ["Pièces manquantes : AlloTension", "« 2.4 »", "123456 654321 000042", "Le secrétariat"]
        {
            assert!(words.contains(expected), "{expected} in {words}");
        }
        assert!(words.contains("2/3") || words.contains("2/2"), "pages are counted: {words}");
    }
    if let Some(about) = run("pdfinfo", &["-struct-text", &file]) {
        let about = said(&about);
        for role in ["H1", "H2", "LBody", "P"] {
            assert!(about.contains(role), "{role} in {about}");
        }
    }
}

#[test]
fn a_character_that_would_be_an_empty_box_is_named() {
    let fonts = Fonts::bundled().unwrap();
    let refused = print(&letter("Merci 🙂"), &fonts, &PrintPdf);
    assert!(
        matches!(refused, Err(PaperError::Font(FontError::Unknown { character: '🙂', .. }))),
        "{refused:?}"
    );
}
