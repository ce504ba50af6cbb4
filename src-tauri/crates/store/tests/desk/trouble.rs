use std::fs;
use std::path::Path;
use std::process::Command;

use sceau_store::{Cost, Folder, Lock, Store, StoreError};

use crate::drafts::draft;
use crate::world::{Seeded, key};

const DISK: &str = "SCEAU_TEST_DISK";

#[test]
fn a_file_in_place_of_the_folder_is_named() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("desk");
    fs::write(&path, "in the way").unwrap();
    let folder = Folder::new(&path);
    assert!(matches!(Store::create(&folder, &key()), Err(StoreError::NotAFolder { .. })));
    assert!(matches!(Store::open(&folder, &key()), Err(StoreError::NotAFolder { .. })));
    let below = Folder::new(path.join("below"));
    assert!(matches!(Store::create(&below, &key()), Err(StoreError::NotAFolder { .. })));
}

#[test]
fn an_empty_folder_has_no_database() {
    let place = tempfile::tempdir().unwrap();
    assert!(matches!(Store::open(&Folder::new(place.path()), &key()), Err(StoreError::NoDatabase)));
}

/// Runs one of the tests below on a small disk of its own. Permission bits do not stop an administrator, a
/// disk that is mounted read-only does. Where mounting is not allowed this says so.
fn on_a_disk(options: &str, test: &str) {
    let place = tempfile::tempdir().unwrap();
    let script = r#"mount -t tmpfs -o size=1m tmpfs "$1" || exit 77
        SCEAU_TEST_DISK="$1" "$2" "$3" --exact --ignored --nocapture || exit 1
        [ -z "$4" ] && exit 0
        mount -o "remount,$4" "$1" || exit 77
        SCEAU_TEST_DISK="$1" "$2" "${3}_again" --exact --ignored --nocapture || exit 1"#;
    let mut command = Command::new("unshare");
    command.args(["--mount", "sh", "-c", script, "sh"]).arg(place.path());
    command.arg(std::env::current_exe().unwrap()).arg(test).arg(options);
    match command.output() {
        Ok(output) if output.status.success() => {
            let said = String::from_utf8_lossy(&output.stdout).into_owned();
            assert!(said.contains("1 passed"), "the test on the disk did not run: {said}");
        }
        Ok(output) if output.status.code() != Some(1) || denied(&output.stderr) => {
            println!("skipped: no disk of its own can be mounted here");
        }
        Ok(output) => {
            panic!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
        }
        Err(error) => println!("skipped: unshare: {error}"),
    }
}

fn denied(stderr: &[u8]) -> bool {
    String::from_utf8_lossy(stderr).contains("unshare failed")
}

#[test]
fn a_full_disk_is_named_and_what_was_confirmed_survives_it() {
    on_a_disk("", "trouble::full");
}

#[test]
#[ignore = "runs on a disk of 1 MiB, from the test above"]
fn full() {
    let Ok(disk) = std::env::var(DISK) else { return };
    let folder = Folder::new(Path::new(&disk).join("desk"));
    let store = Store::create(&folder, &key()).unwrap();
    store.write(|to| to.save_draft(&draft(1, 1, "confirmed"))).unwrap();
    let refused =
        (2..).find_map(|row| store.write(|to| to.save_draft(&draft(row, 1, &"x".repeat(40_000)))).err());
    assert!(matches!(refused, Some(StoreError::DiskFull)), "{refused:?}");
    // Still usable for reading, and whole after a restart.
    assert!(store.read(|kept| kept.draft(&[1; 16])).unwrap().is_some());
    drop(store);
    let store = Store::open(&folder, &key()).unwrap();
    assert_eq!(store.read(|kept| kept.draft(&[1; 16])).unwrap(), Some(draft(1, 1, "confirmed")));
    drop(store);
    // A new passphrase that finds no room leaves the old one in force.
    let cheap = Cost { memory: 64, passes: 1, lanes: 1 };
    fs::write(Path::new(&disk).join("filler"), vec![1; 2_000_000]).unwrap_err();
    let refused = Lock::passphrase(&folder, &key(), "words", cheap, &mut Seeded(1));
    assert!(matches!(refused, Err(StoreError::DiskFull)));
    assert!(Lock::read(&folder).unwrap().is_none());
}

#[test]
fn a_read_only_disk_is_named() {
    on_a_disk("ro", "trouble::read_only");
}

#[test]
#[ignore = "runs on a small disk, from the test above"]
fn read_only() {
    let Ok(disk) = std::env::var(DISK) else { return };
    let folder = Folder::new(Path::new(&disk).join("desk"));
    Store::create(&folder, &key()).unwrap().close().unwrap();
}

#[test]
#[ignore = "runs on the same disk, read-only by now"]
fn read_only_again() {
    let Ok(disk) = std::env::var(DISK) else { return };
    let folder = Folder::new(Path::new(&disk).join("desk"));
    assert!(folder.has_database());
    assert!(matches!(Store::open(&folder, &key()), Err(StoreError::ReadOnly { .. })));
    let elsewhere = Folder::new(Path::new(&disk).join("second"));
    assert!(matches!(Store::create(&elsewhere, &key()), Err(StoreError::ReadOnly { .. })));
}
