//! The evidence: the committed files are what the program makes of the texts, and a reviewer can read and quote them.

use std::process::Command;

use crate::{assets, below};

/// Most bytes that the whole demonstration may hold.
const MOST: u64 = 10 << 20;

#[test]
fn the_committed_evidence_is_what_the_texts_make_and_the_same_at_each_run() {
    let out = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_fixtures")).arg(assets()).arg(out.path()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let made = below(out.path(), "pdf");
    let demo = assets().join("demo");
    let names = |folder: &std::path::Path, files: &[std::path::PathBuf]| -> Vec<String> {
        files.iter().map(|file| file.strip_prefix(folder).unwrap().display().to_string()).collect()
    };
    assert_eq!(names(out.path(), &made), names(&demo, &below(&demo, "pdf")), "run cargo xtask fixtures");
    for file in &made {
        let name = file.strip_prefix(out.path()).unwrap();
        let same = std::fs::read(file).unwrap() == std::fs::read(demo.join(name)).unwrap();
        assert!(same, "{} is stale: cargo xtask fixtures", name.display());
    }
}

#[test]
fn the_demonstration_stays_small_enough_for_the_repository() {
    let size = |ending| -> u64 {
        let files = below(&assets().join("demo"), ending);
        files.iter().map(|file| std::fs::metadata(file).unwrap().len()).sum()
    };
    let bytes: u64 = ["pdf", "txt", "toml", "csv"].into_iter().map(size).sum();
    println!("{} kB", bytes / 1000);
    assert!(bytes < MOST, "{bytes} bytes");
}

#[test]
fn each_page_has_text_that_says_that_it_is_invented_unless_it_is_a_scan() {
    let mut scans = 0;
    for file in below(&assets().join("demo"), "pdf") {
        let name = file.display();
        let pdf = lopdf::Document::load(&file).unwrap();
        let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
        let fonts = pages.iter().any(|page| {
            let page = pdf.get_pages()[page];
            !pdf.get_page_fonts(page).unwrap().is_empty()
        });
        if !fonts {
            scans += 1;
            continue;
        }
        assert!(pages.len() > 1, "{name} has one page only");
        for page in &pages {
            let text = pdf.extract_text(&[*page]).unwrap();
            assert!(text.contains("Démonstration, contenus inventés"), "{name}, page {page}: {text}");
            assert!(text.split_whitespace().count() > 40, "{name}, page {page} is nearly empty");
            assert!(!text.contains('\u{fffd}'), "{name}, page {page} has letters that cannot be read");
        }
    }
    assert!(scans >= 2, "a reviewer must meet pages without text: {scans}");
}

#[test]
fn an_independent_reader_finds_the_files_clean_and_reads_their_accents() {
    let files = below(&assets().join("demo"), "pdf");
    for file in &files {
        match Command::new("qpdf").arg("--check").arg(file).output() {
            Err(_) => return println!("skipped: qpdf is not here"),
            Ok(output) => assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr)),
        }
    }
    let file = assets().join("demo/dossiers/09-eclaircie/essai.pdf");
    match Command::new("pdftotext").arg(file).arg("-").output() {
        Err(_) => println!("skipped: pdftotext is not here"),
        Ok(output) => {
            let text = String::from_utf8_lossy(&output.stdout);
            for words in ["Thérapie en ligne de la dépression légère à modérée", "évaluateurs", "Éclaircie"]
            {
                assert!(text.contains(words), "{words}");
            }
        }
    }
}

#[test]
fn the_new_version_of_a_file_moves_changes_and_loses_passages_of_the_old_one() {
    let text = |path: &str| {
        let pdf = lopdf::Document::load(assets().join("demo").join(path)).unwrap();
        let page =
            |page: &u32| pdf.extract_text(&[*page]).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
        pdf.get_pages().keys().map(page).collect::<Vec<_>>()
    };
    let old = text("dossiers/10-peaurepere/validation.pdf");
    let new = text("updates/10-peaurepere/validation.pdf");
    let page_of = |pages: &[String], words: &str| pages.iter().position(|page| page.contains(words));
    let moved = "Leur sensibilité passe de 76 à 88";
    assert!(page_of(&old, moved).is_some() && page_of(&new, moved).is_some());
    assert_ne!(page_of(&old, moved), page_of(&new, moved), "moved to another page");
    let (was, is) = ("La sensibilité est de 90,9", "La sensibilité est de 89,7");
    assert!(page_of(&old, was).is_some() && page_of(&new, was).is_none() && page_of(&new, is).is_some());
    let lost = "Leur nombre ne permet pas d’analyse séparée";
    assert!(page_of(&old, lost).is_some() && page_of(&new, lost).is_none(), "lost");
}
