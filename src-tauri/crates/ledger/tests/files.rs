//! Evidence files: cut, sealed, checked chunk by chunk, put together again.

mod board;

use board::rng;
use proptest::prelude::*;
use sceau_ledger::encoding::Record;
use sceau_ledger::file::{CHUNK, Cut, FileError, FileKey, Leaves};

proptest! {
    // Each case seals up to three chunks: few cases, for the unoptimised build's sake.
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn a_file_is_cut_sealed_and_put_together(extra in 0..CHUNK, whole in 0..3_usize, seed: u64) {
        let mut plain = vec![0; whole * CHUNK + extra];
        rand_core::Rng::fill_bytes(&mut rng(seed), &mut plain);
        let cut = Cut::of(plain.len() as u64).unwrap();
        let key = FileKey::draw(&mut rng(seed ^ 1));
        let own = |index| {
            let range = cut.plain_range(index);
            &plain[usize::try_from(range.start).unwrap()..usize::try_from(range.end).unwrap()]
        };
        let sealed: Vec<_> = (0..cut.chunks()).map(|at| cut.seal(&key, at, own(at)).unwrap()).collect();
        let leaves = Leaves::of(sealed.iter().map(Vec::as_slice));
        let leaves = Leaves::verify(&leaves.encode(), &leaves.root()).unwrap();
        let mut opened = Vec::new();
        for (index, chunk) in (0..).zip(&sealed) {
            leaves.check(index, chunk).unwrap();
            opened.extend(cut.open(&key, index, chunk).unwrap());
        }
        prop_assert_eq!(opened, plain);
        prop_assert!(cut.open(&key, 1, &sealed[0]).is_err());
    }
}

#[test]
fn a_chunk_of_another_file_place_or_length_is_refused() {
    let cut = Cut::of(1000).unwrap();
    assert_eq!(cut.chunks(), 1);
    let key = FileKey::draw(&mut rng(1));
    let sealed = cut.seal(&key, 0, &[1; 1000]).unwrap();
    assert_eq!(sealed.len(), 1024 + 16);
    assert_eq!(cut.seal(&key, 0, &[1; 999]), Err(FileError::WrongPlace));
    assert_eq!(cut.seal(&key, 1, &[]), Err(FileError::WrongPlace));
    assert_eq!(cut.open(&FileKey::draw(&mut rng(2)), 0, &sealed), Err(FileError::DoesNotOpen));
    // Opened as a shorter file of the same padded length, its end is not padding.
    assert_eq!(Cut::of(993).unwrap().open(&key, 0, &sealed), Err(FileError::WrongPlace));
    let leaves = Leaves::of([sealed.as_slice()]);
    assert_eq!(leaves.check(0, &[0; 1040]), Err(FileError::WrongChunk));
    assert_eq!(leaves.check(1, &sealed), Err(FileError::WrongPlace));
    assert_eq!(Leaves::verify(&leaves.encode(), &[0; 32]), Err(FileError::WrongLeaves));
    assert_eq!(Cut::of((512 << 20) + 1), Err(FileError::TooLarge));
    assert_eq!(Cut::of(0).unwrap().chunks(), 1);
}
