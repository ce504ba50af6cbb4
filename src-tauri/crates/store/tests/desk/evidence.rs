use std::fs;

use sceau_store::StoreError;
use sceau_store::files::EvidenceFile;

use crate::world::{DOSSIER, desk};

pub fn file(root: u8, chunks: u32) -> EvidenceFile {
    EvidenceFile { root: [root; 32], dossier: DOSSIER, chunks, manifest: b"the key of the file".to_vec() }
}

#[test]
fn a_download_goes_on_where_it_stopped() {
    let (_place, folder, store) = desk();
    store.write(|to| to.add_file(&file(1, 4))).unwrap();
    store.write(|to| to.add_file(&file(1, 4))).unwrap();
    assert!(matches!(store.write(|to| to.add_file(&file(1, 5))), Err(StoreError::Conflict { .. })));
    assert_eq!(store.read(|kept| kept.leaves(&[1; 32])).unwrap(), None);
    store.write(|to| to.put_leaves(&[1; 32], &[[9; 32]; 4])).unwrap();
    assert!(store.write(|to| to.put_leaves(&[1; 32], &[[9; 32]; 3])).is_err());
    assert_eq!(store.read(|kept| kept.leaves(&[1; 32])).unwrap(), Some(vec![[9; 32]; 4]));
    store.put_chunk(&[1; 32], 2, b"third").unwrap();
    store.put_chunk(&[1; 32], 0, b"first").unwrap();
    store.close().unwrap();

    let store = sceau_store::Store::open(&folder, &crate::world::key()).unwrap();
    assert_eq!(store.read(|kept| kept.missing_chunks(&[1; 32])).unwrap(), [1, 3]);
    assert_eq!(store.read(|kept| kept.incomplete_files()).unwrap(), [[1; 32]]);
    store.put_chunk(&[1; 32], 1, b"second").unwrap();
    store.put_chunk(&[1; 32], 3, b"fourth").unwrap();
    assert!(store.read(|kept| kept.incomplete_files()).unwrap().is_empty());
    assert_eq!(store.chunks(&[1; 32], 1..3).unwrap(), [b"second".to_vec(), b"third".to_vec()]);
    assert!(matches!(store.put_chunk(&[1; 32], 4, b"fifth"), Err(StoreError::Unknown { .. })));
    assert!(matches!(store.put_chunk(&[2; 32], 0, b"stray"), Err(StoreError::Unknown { .. })));
}

#[test]
fn a_chunk_that_rotted_or_vanished_is_fetched_again() {
    let (_place, folder, store) = desk();
    store.write(|to| to.add_file(&file(1, 2))).unwrap();
    for place in 0..2 {
        store.put_chunk(&[1; 32], place, b"ciphertext").unwrap();
    }
    let path = folder.files().join("01".repeat(32));
    fs::write(path.join("0"), b"ciphertexT").unwrap();
    fs::remove_file(path.join("1")).unwrap();
    for place in 0..2 {
        assert!(matches!(store.chunks(&[1; 32], place..place + 1), Err(StoreError::Corrupt { .. })));
    }
    assert_eq!(store.read(|kept| kept.missing_chunks(&[1; 32])).unwrap(), [0, 1]);
    store.put_chunk(&[1; 32], 0, b"ciphertext").unwrap();
    assert_eq!(store.chunks(&[1; 32], 0..1).unwrap(), [b"ciphertext".to_vec()]);
}
