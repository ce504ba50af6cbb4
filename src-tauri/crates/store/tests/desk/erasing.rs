use sceau_domain::id::{DossierId, GroupId};
use sceau_ledger::group::GroupKey;
use sceau_store::StoreError;
use sceau_store::drafts::Draft;
use sceau_store::files::EvidenceFile;
use sceau_store::index::{Kind, Progress, Text};
use sceau_store::query::Query;
use sceau_store::recusal::Erased;

use crate::drafts::draft;
use crate::evidence::file;
use crate::world::{DOSSIER, OTHER, desk};

fn own(dossier: DossierId, body: &str) -> Text {
    let (key, body) = (String::new(), body.to_owned());
    Text { dossier, kind: Kind::Note, root: None, page: None, key, body }
}

#[test]
fn after_a_recusal_the_dossier_is_gone_and_the_others_are_not() {
    let (place, folder, store) = desk();
    let (gone, stays) = (GroupId::of_dossier(DOSSIER), GroupId::of_dossier(OTHER));
    store
        .write(|to| {
            to.put_group_key(gone, 1, &GroupKey::from_bytes([1; 32]))?;
            to.put_group_key(gone, 2, &GroupKey::from_bytes([2; 32]))?;
            to.put_group_key(stays, 1, &GroupKey::from_bytes([3; 32]))?;
            to.save_draft(&draft(1, 1, "coquelicot"))?;
            to.save_draft(&Draft { dossier: OTHER, ..draft(2, 1, "tournesol") })?;
            to.add_file(&file(1, 1))?;
            to.add_file(&EvidenceFile { dossier: OTHER, ..file(2, 1) })?;
            to.put_page(DOSSIER, &[1; 32], 1, "l’hippo-\ncampe")?;
            to.put_own_words(DOSSIER, &[own(DOSSIER, "salamandre")])?;
            to.put_own_words(OTHER, &[own(OTHER, "rainette")])?;
            to.put_progress(&Progress { root: [1; 32], dossier: DOSSIER, pages: 2, done: 1, letters: 10 })?;
            to.put_page(OTHER, &[2; 32], 1, "libellule")
        })
        .unwrap();
    store.put_chunk(&[1; 32], 0, b"one").unwrap();
    store.put_chunk(&[2; 32], 0, b"two").unwrap();

    assert_eq!(store.erase_group(gone).unwrap(), Erased { keys: 2, drafts: 1, files: 1 });
    assert_eq!(store.erase_group(gone).unwrap(), Erased { keys: 0, drafts: 0, files: 0 });

    store
        .read(|kept| {
            assert!(kept.group_keys(gone)?.is_empty());
            assert_eq!(kept.groups()?, [stays]);
            assert!(kept.drafts(DOSSIER)?.is_empty());
            for word in ["hippocampe", "campe", "salamandre"] {
                assert!(kept.search(&Query::read(word), 5, |_, _| true)?.is_empty());
            }
            assert_eq!(kept.progress(&[1; 32])?, None);
            assert_eq!(kept.own_words_of()?, [OTHER]);
            assert_eq!(kept.drafts(OTHER)?.len(), 1);
            for word in ["libellule", "rainette"] {
                assert_eq!(kept.search(&Query::read(word), 5, |_, _| true)?.len(), 1);
            }
            Ok::<_, StoreError>(())
        })
        .unwrap();
    assert!(!folder.files().join("01".repeat(32)).exists());
    assert_eq!(store.chunks(&[2; 32], 0..1).unwrap(), [b"two".to_vec()]);

    // Not only unreachable: the words are in no table any more, the search index included. (That freed pages
    // are overwritten is SQLite's `secure_delete`, which a test beside the store asks for.)
    let plain = place.path().join("plain.db");
    store.export_decrypted_to(&plain).unwrap();
    let bytes = std::fs::read(&plain).unwrap();
    let holds = |word: &str| bytes.windows(word.len()).any(|window| window == word.as_bytes());
    assert!(
        holds("tournesol") && holds("libellule") && holds("rainette"),
        "the search looks at the right bytes"
    );
    for gone in ["coquelicot", "hippocampe", "hippo", "campe", "salamandre"] {
        assert!(!holds(gone), "{gone}");
    }
}

#[test]
fn what_a_crash_left_of_an_erased_dossier_is_swept_away() {
    let (_place, folder, store) = desk();
    store.write(|to| to.add_file(&file(1, 1))).unwrap();
    store.put_chunk(&[1; 32], 0, b"kept").unwrap();
    store.close().unwrap();
    let orphan = folder.files().join("02".repeat(32));
    std::fs::create_dir(&orphan).unwrap();
    std::fs::write(orphan.join("0"), b"left over").unwrap();
    let store = sceau_store::Store::open(&folder, &crate::world::key()).unwrap();
    assert!(!orphan.exists());
    assert_eq!(store.chunks(&[1; 32], 0..1).unwrap(), [b"kept".to_vec()]);
}

#[test]
fn a_second_key_for_one_epoch_is_refused() {
    let (_place, _folder, store) = desk();
    let group = GroupId::of_dossier(DOSSIER);
    store.write(|to| to.put_group_key(group, 1, &GroupKey::from_bytes([1; 32]))).unwrap();
    store.write(|to| to.put_group_key(group, 1, &GroupKey::from_bytes([1; 32]))).unwrap();
    let other = store.write(|to| to.put_group_key(group, 1, &GroupKey::from_bytes([2; 32])));
    assert!(matches!(other, Err(StoreError::Conflict { .. })));
    let kept = store.read(|kept| kept.group_key(group, 1)).unwrap().unwrap();
    assert_eq!(*kept.expose(), [1; 32]);
}
