//! What was read in the window is nowhere on the disk once it is closed.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use aho_corasick::AhoCorasick;

use crate::board::Board;
use crate::programs::{play, program};
use crate::scoring::open_dossier;
use crate::seat::Seat;

#[test]
fn nothing_of_the_evidence_stays_on_the_disk_outside_the_encrypted_desk() {
    play(Duration::from_secs(240), || async {
        let board = Board::with(&["claire-aubert"]);
        let (desk, home) = (board.desk("claire-aubert"), board.folder("home"));
        let seat = Seat::at(&desk, &home).await;
        seat.unlock(&board.passphrase("claire-aubert")).await;
        open_dossier(&seat).await;
        seat.see("[data-testid=text-1] span").await;
        // Long words of the page that the program itself does not contain.
        let page =
            seat.ask("return document.querySelector('[data-testid=text-1]').textContent", vec![]).await;
        let ours = fs::read(program("sceau")).unwrap();
        let mut rare: Vec<String> = page
            .as_str()
            .unwrap()
            .split(|letter: char| !letter.is_ascii_alphanumeric())
            .filter(|word| word.len() >= 9)
            .map(str::to_owned)
            .collect();
        rare.sort();
        rare.dedup();
        rare.retain(|word| !AhoCorasick::new([word]).unwrap().is_match(&ours));
        assert!(rare.len() >= 3, "the first page has words of its own: {rare:?}");
        seat.close().await;
        let mut forms: Vec<Vec<u8>> = rare.iter().map(|word| word.clone().into_bytes()).collect();
        forms.extend(rare.iter().map(|word| word.encode_utf16().flat_map(u16::to_le_bytes).collect()));
        let search = AhoCorasick::new(&forms).unwrap();
        let mut searched = (0, 0);
        for file in files(&desk).into_iter().chain(files(&home)) {
            let bytes = fs::read(&file).unwrap_or_default();
            assert!(!search.is_match(&bytes), "{} holds a word of the evidence", file.display());
            assert!(!bytes.windows(5).any(|five| five == b"%PDF-"), "{} holds a PDF", file.display());
            searched = (searched.0 + 1, searched.1 + bytes.len());
        }
        println!("{} words sought in {} files, {} bytes", rare.len(), searched.0, searched.1);
        assert!(searched.0 > 3, "the desk's own files were searched");
    });
}

/// Every ordinary file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let kind = entry.file_type().unwrap();
        if kind.is_dir() {
            found.extend(files(&entry.path()));
        } else if kind.is_file() {
            found.push(entry.path());
        }
    }
    found
}
