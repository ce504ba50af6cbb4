use std::fs;
use std::path::{Path, PathBuf};

use sceau_domain::moment::Moment;
use sceau_store::StoreError;
use sceau_store::desk::Profile;

use crate::drafts::draft;
use crate::evidence::file;
use crate::world::{DOSSIER, MEMBER, desk};

/// Words that stand in no file of ours by chance.
const PLANTED: [&str; 5] =
    ["zinzolin-draft", "zinzolin-page", "zinzolin-secret", "zinzolin-name", "zinzolin-parcel"];

fn all_files(folder: &Path, into: &mut Vec<PathBuf>) {
    for found in fs::read_dir(folder).unwrap() {
        let path = found.unwrap().path();
        if path.is_dir() { all_files(&path, into) } else { into.push(path) }
    }
}

fn holders(folder: &Path, word: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    all_files(folder, &mut files);
    files.retain(|path| fs::read(path).unwrap().windows(word.len()).any(|window| window == word.as_bytes()));
    files
}

#[test]
fn what_is_written_is_in_no_file_of_the_folder_and_in_a_decrypted_export() {
    let (place, folder, store) = desk();
    let mut laptop = crate::world::Laptop::new(1);
    let batch = laptop.batch(&[PLANTED[4]]);
    store
        .write(|to| {
            to.save_draft(&draft(1, 1, PLANTED[0]))?;
            to.add_file(&file(1, 1))?;
            to.put_page(DOSSIER, &[1; 32], 1, PLANTED[1])?;
            to.put_secret("device", PLANTED[2].as_bytes())?;
            to.put_profile(MEMBER, &Profile { sealed: [1; 32], plain: PLANTED[3].as_bytes().to_vec() })?;
            to.append_own(&batch)?;
            Ok::<_, StoreError>(())
        })
        .unwrap();
    // Open, with its write-ahead file full.
    assert!(folder.path().join("desk.db-wal").metadata().unwrap().len() > 0);
    for word in PLANTED {
        assert_eq!(holders(folder.path(), word), Vec::<PathBuf>::new(), "{word}");
    }
    assert_eq!(holders(folder.path(), "SQLite format 3"), Vec::<PathBuf>::new());

    let plain = place.path().join("export.db");
    store.export_decrypted_to(&plain).unwrap();
    for word in &PLANTED[..4] {
        assert_eq!(holders(place.path(), word), std::slice::from_ref(&plain), "{word}");
    }
    assert!(matches!(store.export_decrypted_to(&plain), Err(StoreError::AlreadyExists)));

    store.close().unwrap();
    for word in PLANTED {
        assert_eq!(holders(folder.path(), word), Vec::<PathBuf>::new(), "{word} after closing");
    }
}

#[test]
fn settings_receipts_profiles_and_secrets_are_kept() {
    let (_place, _folder, store) = desk();
    let profile = Profile { sealed: [1; 32], plain: b"Claire".to_vec() };
    store
        .write(|to| {
            to.put_setting("theme", "dark")?;
            to.put_setting("theme", "light")?;
            assert_eq!(to.add_receipt(Moment(5), b"first")?, 1);
            assert_eq!(to.add_receipt(Moment(6), b"second")?, 2);
            to.put_profile(MEMBER, &profile)?;
            to.put_secret("seal", b"one")?;
            to.put_secret("seal", b"two")?;
            to.put_secret("device", b"key")?;
            Ok::<_, StoreError>(())
        })
        .unwrap();
    store
        .read(|kept| {
            assert_eq!(kept.settings()?.into_iter().collect::<Vec<_>>(), [("theme".into(), "light".into())]);
            let receipts = kept.receipts(1)?;
            assert_eq!((receipts.len(), receipts[0].id, receipts[0].at), (1, 2, Moment(6)));
            assert_eq!(kept.profile(MEMBER)?, Some(profile.clone()));
            assert_eq!(kept.profiles()?.len(), 1);
            assert_eq!(kept.secret("seal")?.unwrap().as_slice(), b"two");
            assert_eq!(kept.secrets()?, ["device", "seal"]);
            Ok::<_, StoreError>(())
        })
        .unwrap();
    assert!(store.write(|to| to.forget_profile(MEMBER)).unwrap());
    assert!(store.write(|to| to.forget_secret("seal")).unwrap());
    assert!(store.read(|kept| kept.secret("seal")).unwrap().is_none());
}
