use std::fs;

use sceau_store::migrate::KNOWN;
use sceau_store::{
    Checkpoint, Cost, DatabaseKey, Folder, Keeping, Lock, RecoveryCode, Standing, Store, StoreError,
};

use crate::world::{Seeded, desk, key};

const CHEAP: Cost = Cost { memory: 64, passes: 1, lanes: 1 };

/// A connection past the store, to prepare a trouble.
fn raw(folder: &Folder) -> rusqlite::Connection {
    let connection = rusqlite::Connection::open(folder.database()).unwrap();
    connection.pragma_update(None, "key", format!("x'{}'", "07".repeat(32))).unwrap();
    connection
}

#[test]
fn what_was_written_is_there_the_next_day() {
    let (_place, folder, store) = desk();
    store.write(|to| to.put_setting("language", "fr")).unwrap();
    store.close().unwrap();
    let store = Store::open(&folder, &key()).unwrap();
    assert_eq!(store.read(|kept| kept.setting("language")).unwrap().as_deref(), Some("fr"));
    assert!(store.cipher_version().unwrap().starts_with("4."), "SQLCipher is really there");
    store.examine().unwrap();
}

#[test]
fn a_desk_is_never_founded_over_another() {
    let (_place, folder, store) = desk();
    store.close().unwrap();
    assert!(matches!(Store::create(&folder, &key()), Err(StoreError::AlreadyExists)));
}

#[test]
fn the_database_refuses_another_key_and_no_key() {
    let (_place, folder, store) = desk();
    store.close().unwrap();
    let wrong = DatabaseKey::from_bytes([8; 32]);
    assert!(matches!(Store::open(&folder, &wrong), Err(StoreError::WrongKey)));
    let none = rusqlite::Connection::open(folder.database()).unwrap();
    none.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())).unwrap_err();
    Store::open(&folder, &key()).unwrap();
}

#[test]
fn a_second_copy_on_one_folder_is_refused_and_the_first_goes_on() {
    let (_place, folder, store) = desk();
    assert!(matches!(Store::open(&folder, &key()), Err(StoreError::AlreadyOpen)));
    store.write(|to| to.put_setting("still", "here")).unwrap();
    drop(store);
    Store::open(&folder, &key()).unwrap();
}

#[test]
fn a_database_of_a_newer_version_is_refused_and_left_alone() {
    let (_place, folder, store) = desk();
    store.close().unwrap();
    raw(&folder)
        .execute(
            "INSERT INTO refinery_schema_history (version, name, applied_on, checksum)
             VALUES (900, 'tomorrow', '2030-01-01T00:00:00Z', '1')",
            [],
        )
        .unwrap();
    let before = fs::read(folder.database()).unwrap();
    let refused = Store::open(&folder, &key());
    assert!(matches!(refused, Err(StoreError::NewerVersion { found: 900, known: KNOWN })));
    assert_eq!(fs::read(folder.database()).unwrap(), before);
}

#[test]
fn a_damaged_page_is_told_from_a_wrong_key() {
    let (_place, folder, store) = desk();
    Lock::keyring(&folder, &key()).unwrap();
    store.close().unwrap();
    let mut bytes = fs::read(folder.database()).unwrap();
    bytes[100] ^= 1;
    fs::write(folder.database(), &bytes).unwrap();
    assert!(matches!(Store::open(&folder, &key()), Err(StoreError::Corrupt { .. })));
    let wrong = DatabaseKey::from_bytes([8; 32]);
    assert!(matches!(Store::open(&folder, &wrong), Err(StoreError::WrongKey)));
    fs::write(folder.database(), []).unwrap();
    assert!(matches!(Store::open(&folder, &key()), Err(StoreError::Corrupt { .. })));
}

#[test]
fn a_page_that_rotted_is_found_by_looking_through_the_file() {
    let (_place, folder, store) = desk();
    store.write(|to| to.put_secret("device", &[1; 20_000])).unwrap();
    store.close().unwrap();
    let mut bytes = fs::read(folder.database()).unwrap();
    let late = bytes.len() - 2_000;
    bytes[late] ^= 1;
    fs::write(folder.database(), &bytes).unwrap();
    let outcome = Store::open(&folder, &key()).and_then(|store| store.examine());
    assert!(matches!(outcome, Err(StoreError::Corrupt { .. })));
}

#[test]
fn nobody_but_the_owner_may_look_into_the_folder() {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let (_place, folder, _store) = desk();
        for (path, bits) in
            [(folder.path().to_path_buf(), 0o700), (folder.files(), 0o700), (folder.database(), 0o600)]
        {
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, bits, "{}", path.display());
        }
    }
}

#[test]
fn a_passphrase_opens_and_a_wrong_one_is_named() {
    let place = tempfile::tempdir().unwrap();
    let folder = Folder::new(place.path());
    assert!(Lock::read(&folder).unwrap().is_none());
    let drawn = DatabaseKey::draw(&mut Seeded(1));
    Lock::passphrase(&folder, &drawn, "cinq mots très ordinaires", CHEAP, &mut Seeded(2)).unwrap();
    Store::create(&folder, &drawn).unwrap().close().unwrap();

    let lock = Lock::read(&folder).unwrap().unwrap();
    assert_eq!((lock.kept(), lock.cost()), (Keeping::Passphrase, Some(CHEAP)));
    assert!(matches!(lock.open("cinq mots tres ordinaires"), Err(StoreError::WrongPassphrase)));
    // The same words from a keyboard that writes the accent as a second character.
    let key = lock.open("cinq mots tre\u{300}s ordinaires").unwrap();
    Store::open(&folder, &key).unwrap();
}

#[test]
fn changing_the_passphrase_keeps_the_database_and_shuts_out_the_old_one() {
    let place = tempfile::tempdir().unwrap();
    let folder = Folder::new(place.path());
    let drawn = DatabaseKey::draw(&mut Seeded(1));
    Lock::passphrase(&folder, &drawn, "old words", CHEAP, &mut Seeded(2)).unwrap();
    Store::create(&folder, &drawn).unwrap().close().unwrap();
    let key = Lock::read(&folder).unwrap().unwrap().open("old words").unwrap();
    Lock::passphrase(&folder, &key, "new words", CHEAP, &mut Seeded(3)).unwrap();
    let lock = Lock::read(&folder).unwrap().unwrap();
    assert!(matches!(lock.open("old words"), Err(StoreError::WrongPassphrase)));
    Store::open(&folder, &lock.open("new words").unwrap()).unwrap();
}

#[test]
fn a_forgotten_passphrase_is_no_lost_desk_for_whoever_kept_the_recovery_sheet() {
    let place = tempfile::tempdir().unwrap();
    let folder = Folder::new(place.path());
    let drawn = DatabaseKey::draw(&mut Seeded(1));
    let code = RecoveryCode::draw(&mut Seeded(4));
    assert!(matches!(
        Lock::recovery(&folder, &drawn, &code, CHEAP, &mut Seeded(5)),
        Err(StoreError::NoDatabase)
    ));
    Lock::passphrase(&folder, &drawn, "old words", CHEAP, &mut Seeded(2)).unwrap();
    Store::create(&folder, &drawn).unwrap().close().unwrap();
    let lock = Lock::read(&folder).unwrap().unwrap();
    assert!(matches!(lock.open_with(&code), Err(StoreError::NoRecovery)));
    let other = DatabaseKey::from_bytes([8; 32]);
    assert!(matches!(
        Lock::recovery(&folder, &other, &code, CHEAP, &mut Seeded(5)),
        Err(StoreError::WrongKey)
    ));
    Lock::recovery(&folder, &drawn, &code, CHEAP, &mut Seeded(5)).unwrap();

    // The sheet outlives a change of passphrase, and the passphrase a new sheet.
    Lock::passphrase(&folder, &drawn, "new words", CHEAP, &mut Seeded(3)).unwrap();
    let typed = RecoveryCode::parse(&code.to_text()).unwrap();
    let lock = Lock::read(&folder).unwrap().unwrap();
    Store::open(&folder, &lock.open_with(&typed).unwrap()).unwrap().close().unwrap();
    let second = RecoveryCode::draw(&mut Seeded(6));
    Lock::recovery(&folder, &drawn, &second, CHEAP, &mut Seeded(7)).unwrap();
    let lock = Lock::read(&folder).unwrap().unwrap();
    assert!(matches!(lock.open_with(&code), Err(StoreError::WrongRecovery)), "the first sheet is void");
    assert!(lock.open_with(&second).is_ok() && lock.open("new words").is_ok());

    // What is sealed for a code does not open as a passphrase, even where it is put in its place.
    let text = fs::read_to_string(folder.salt()).unwrap();
    fs::write(folder.salt(), text.replace("[sealed", "[other").replace("[recovery", "[sealed")).unwrap();
    let swapped = Lock::read(&folder).unwrap().unwrap();
    let digits: String = second.to_text().split(' ').collect();
    assert!(matches!(swapped.open(&digits), Err(StoreError::WrongPassphrase)));
}

#[test]
fn a_code_read_from_paper_forgives_spaces_and_finds_a_slip() {
    let code = RecoveryCode::draw(&mut Seeded(9));
    let text = code.to_text();
    assert_eq!(text.len(), 48, "seven groups of six: {}", text.len());
    for written in [text.replace(' ', ""), text.replace(' ', "-"), format!("  {}\n", text.replace(' ', "  "))]
    {
        assert!(RecoveryCode::parse(&written) == Some(code.clone()));
    }
    for place in 0..text.len() {
        let mut slip = text.as_bytes().to_vec();
        let Some(digit) = (slip[place] as char).to_digit(10) else { continue };
        for other in (0..10).filter(|other| *other != digit) {
            slip[place] = b'0' + u8::try_from(other).unwrap();
            assert!(RecoveryCode::parse(std::str::from_utf8(&slip).unwrap()).is_none(), "place {place}");
        }
    }
    assert!(RecoveryCode::parse("").is_none() && RecoveryCode::parse(&text[1..]).is_none());
    assert!(RecoveryCode::parse(&"9".repeat(42)).is_none(), "more than 128 bits");
}

#[test]
fn a_lock_that_was_tampered_with_does_not_open() {
    let place = tempfile::tempdir().unwrap();
    let folder = Folder::new(place.path());
    Lock::passphrase(&folder, &key(), "words", CHEAP, &mut Seeded(2)).unwrap();
    let text = fs::read_to_string(folder.salt()).unwrap();
    fs::write(folder.salt(), text.replace("passes = 1", "passes = 2")).unwrap();
    let lock = Lock::read(&folder).unwrap().unwrap();
    assert!(matches!(lock.open("words"), Err(StoreError::WrongPassphrase)));
    fs::write(folder.salt(), text.replace("memory = 64", "memory = 4000000000")).unwrap();
    let lock = Lock::read(&folder).unwrap().unwrap();
    assert!(matches!(lock.open("words"), Err(StoreError::Lock { .. })), "no file may take the whole machine");
    fs::write(folder.salt(), "not a lock").unwrap();
    assert!(matches!(Lock::read(&folder), Err(StoreError::Lock { .. })));
    Lock::keyring(&folder, &key()).unwrap();
    let lock = Lock::read(&folder).unwrap().unwrap();
    assert!(matches!(lock.open("words"), Err(StoreError::KeptInKeyring)));
}

fn checkpoint(size: u64) -> Checkpoint {
    Checkpoint {
        size,
        root: [size as u8; 32],
        note: format!("origin\n{size}\n"),
        frontier: vec![[1; 32], [2; 32]],
    }
}

#[test]
fn an_old_database_put_back_is_noticed() {
    let (_place, folder, store) = desk();
    assert_eq!(*store.standing(), Standing::Fresh);
    store.write(|to| to.set_checkpoint(&checkpoint(3))).unwrap();
    store.close().unwrap();
    let old = fs::read(folder.database()).unwrap();

    let store = Store::open(&folder, &key()).unwrap();
    assert_eq!(*store.standing(), Standing::Agree);
    assert_eq!(store.read(|kept| kept.checkpoint()).unwrap(), Some(checkpoint(3)));
    store.write(|to| to.set_checkpoint(&checkpoint(9))).unwrap();
    store.close().unwrap();

    fs::write(folder.database(), old).unwrap();
    let store = Store::open(&folder, &key()).unwrap();
    assert_eq!(*store.standing(), Standing::Old { database: 3, verified: 9 });
}

#[test]
fn a_double_that_lags_after_a_crash_is_written_again() {
    let (_place, folder, store) = desk();
    store.write(|to| to.set_checkpoint(&checkpoint(3))).unwrap();
    let lagging = fs::read(folder.checkpoint()).unwrap();
    store.write(|to| to.set_checkpoint(&checkpoint(4))).unwrap();
    store.close().unwrap();
    fs::write(folder.checkpoint(), lagging).unwrap();
    let store = Store::open(&folder, &key()).unwrap();
    assert_eq!(*store.standing(), Standing::Renewed);
    store.close().unwrap();
    fs::remove_file(folder.checkpoint()).unwrap();
    let store = Store::open(&folder, &key()).unwrap();
    assert_eq!(*store.standing(), Standing::Renewed);
    store.close().unwrap();
    let text = fs::read_to_string(folder.checkpoint()).unwrap();
    fs::write(folder.checkpoint(), text.replace("0404", "0505")).unwrap();
    assert_eq!(*Store::open(&folder, &key()).unwrap().standing(), Standing::Differ { size: 4 });
}

#[test]
fn a_damaged_double_keeps_nobody_from_their_desk() {
    let (_place, folder, store) = desk();
    store.write(|to| to.set_checkpoint(&checkpoint(3))).unwrap();
    store.close().unwrap();
    fs::write(folder.checkpoint(), [0xff, 0, 1]).unwrap();
    assert_eq!(*Store::open(&folder, &key()).unwrap().standing(), Standing::Renewed);
    assert_eq!(*Store::open(&folder, &key()).unwrap().standing(), Standing::Agree);
}

#[test]
fn a_database_is_never_made_under_a_key_that_the_folder_does_not_keep() {
    let place = tempfile::tempdir().unwrap();
    let folder = Folder::new(place.path());
    Lock::passphrase(&folder, &key(), "words", CHEAP, &mut Seeded(2)).unwrap();
    let other = DatabaseKey::from_bytes([8; 32]);
    assert!(matches!(Store::create(&folder, &other), Err(StoreError::WrongKey)));
    assert!(!folder.has_database());
    Store::create(&folder, &key()).unwrap();
}

#[test]
fn a_transaction_that_fails_leaves_nothing_behind() {
    let (_place, _folder, store) = desk();
    let failed: Result<(), StoreError> = store.write(|to| {
        to.put_setting("half", "done")?;
        to.set_checkpoint(&checkpoint(5))?;
        Err(StoreError::OutOfRange)
    });
    failed.unwrap_err();
    assert_eq!(store.read(|kept| kept.setting("half")).unwrap(), None);
    assert_eq!(store.read(|kept| kept.checkpoint()).unwrap(), None);
}
