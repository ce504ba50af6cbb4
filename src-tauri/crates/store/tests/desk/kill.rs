use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;

use sceau_store::{Folder, Store};

use crate::drafts::draft;
use crate::world::{DOSSIER, key};

const FOLDER: &str = "SCEAU_TEST_KILL_FOLDER";

/// Types until it is killed. Says a number only after the store confirmed it.
#[test]
#[ignore = "the victim of the next test"]
fn victim() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let folder = Folder::new(folder);
    let store =
        if folder.has_database() { Store::open(&folder, &key()) } else { Store::create(&folder, &key()) };
    let store = store.unwrap();
    let start = store.read(|kept| kept.draft(&[1; 16])).unwrap().map_or(0, |kept| kept.version + 1);
    for version in start.. {
        let text = "x".repeat(usize::try_from(version % 3_000).unwrap());
        store.write(|to| to.save_draft(&draft(1, version, &text))).unwrap();
        println!("saved {version}");
    }
}

#[test]
fn a_killed_program_loses_nothing_that_it_had_confirmed() {
    let place = tempfile::tempdir().unwrap();
    let folder = Folder::new(place.path());
    let mut last = 0;
    for round in 0..6_u64 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["kill::victim", "--exact", "--ignored", "--nocapture"])
            .env(FOLDER, place.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let (lines, mut confirmed) = (BufReader::new(child.stdout.take().unwrap()).lines(), None);
        let mut seen = 0;
        for line in lines.map_while(Result::ok) {
            if let Some((_, number)) = line.rsplit_once("saved ") {
                confirmed = Some(number.parse::<u64>().unwrap());
                seen += 1;
            }
            if seen == 5 + round * 7 {
                // SIGKILL, at a moment that the victim does not choose; what it prints until then still counts.
                std::thread::sleep(Duration::from_micros(round * 700));
                child.kill().unwrap();
            }
        }
        child.wait().unwrap();
        let confirmed = confirmed.unwrap();
        assert!(confirmed > last || round == 0, "the next life goes on after the last one");
        let store = Store::open(&folder, &key()).unwrap();
        store.examine().unwrap();
        let kept = store.read(|kept| kept.drafts(DOSSIER)).unwrap();
        assert!(
            kept[0].version >= confirmed,
            "round {round}: confirmed {confirmed}, kept {}",
            kept[0].version
        );
        assert_eq!(kept[0].body.len() as u64, kept[0].version % 3_000);
        last = confirmed;
    }
}
