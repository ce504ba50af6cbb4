//! The log: roots, proofs, checkpoints, and what a reader notices.

#![expect(clippy::unwrap_used, reason = "test code stops at the first surprise")]

mod board;

use board::device;
use sceau_domain::moment::Moment;
use sceau_ledger::batch::Seen;
use sceau_ledger::charter::LogIdentity;
use sceau_ledger::encoding::{EncodingError, Record};
use sceau_ledger::log::{Entry, Gossip, LogError, LogReader, gossip};
use sceau_ledger::note::{Checkpoint, NoteError, SignedNote, VerifiedCheckpoint, clock_name};
use sceau_ledger::sign::{SecretSigner, Signer};
use sceau_ledger::tree::{self, Frontier, Tree};

fn leaves(count: u64) -> Vec<[u8; 32]> {
    (0..count).map(|at| tree::leaf(&at.to_be_bytes())).collect()
}

/// RFC 6962 §2.1 word for word, to compare with.
fn root_by_definition(leaves: &[[u8; 32]]) -> [u8; 32] {
    match leaves {
        [] => tree::empty_root(),
        [only] => *only,
        more => {
            let (left, right) = more.split_at(1 << (more.len() - 1).ilog2());
            tree::node(&root_by_definition(left), &root_by_definition(right))
        }
    }
}

#[test]
fn the_frontier_and_the_tree_agree_with_the_definition() {
    let all = leaves(64);
    let tree: Tree = all.iter().copied().collect();
    let mut frontier = Frontier::default();
    for size in 0..=64_usize {
        let expected = root_by_definition(&all[..size]);
        assert_eq!(frontier.root(), expected);
        assert_eq!(tree.root_at(size as u64), Some(expected));
        assert_eq!(tree::root(&all[..size]), expected);
        let restored = Frontier::restore(frontier.size(), frontier.peaks().to_vec());
        assert_eq!(restored.as_ref(), Some(&frontier));
        if let Some(next) = all.get(size) {
            frontier.append(next);
        }
    }
    assert_eq!(tree.root_at(65), None);
}

#[test]
fn inclusion_is_proved_for_every_leaf_of_every_size_and_nothing_else() {
    let all = leaves(64);
    let tree: Tree = all.iter().copied().collect();
    for size in 1..=64 {
        let root = tree.root_at(size).unwrap();
        for index in 0..size {
            let leaf = &all[usize::try_from(index).unwrap()];
            let path = tree.inclusion(index, size).unwrap();
            assert!(tree::includes(leaf, index, size, &path, &root));
            assert!(!tree::includes(&[0; 32], index, size, &path, &root));
            assert!(!tree::includes(leaf, index ^ 1, size, &path, &root) || size == 1);
            assert!(!tree::includes(leaf, index, size, &path, &[0; 32]));
            let mut longer = path.clone();
            longer.push([0; 32]);
            assert!(!tree::includes(leaf, index, size, &longer, &root));
            if let Some((_, shorter)) = path.split_last() {
                assert!(!tree::includes(leaf, index, size, shorter, &root));
            }
        }
        assert_eq!(tree.inclusion(size, size), None);
    }
}

#[test]
fn consistency_is_proved_between_all_sizes_and_nothing_else() {
    let all = leaves(64);
    let tree: Tree = all.iter().copied().collect();
    let mut changed = all.clone();
    changed[0] = [0; 32];
    let other: Tree = changed.into_iter().collect();
    for new in 1..=64 {
        let new_root = tree.root_at(new).unwrap();
        for old in 1..=new {
            let old_root = tree.root_at(old).unwrap();
            let path = tree.consistency(old, new).unwrap();
            assert!(tree::extends(old, &old_root, new, &new_root, &path), "{old} {new}");
            let rewritten = other.root_at(old).unwrap();
            assert!(!tree::extends(old, &rewritten, new, &new_root, &path));
            assert!(!tree::extends(old, &old_root, new, &other.root_at(new).unwrap(), &path));
            let mut longer = path.clone();
            longer.push([0; 32]);
            assert!(!tree::extends(old, &old_root, new, &new_root, &longer));
        }
        assert_eq!(tree.consistency(new + 1, new), None);
    }
}

fn log_keys() -> (SecretSigner, SecretSigner) {
    (SecretSigner::from_seed(&[3; 32]), SecretSigner::from_seed(&[4; 32]))
}

fn identity() -> LogIdentity {
    let (log, clock) = log_keys();
    LogIdentity {
        origin: "registry.example.org/sceau/1".to_owned(),
        log_key: log.public(),
        clock_key: clock.public(),
        url: String::new(),
        receive_key: [0; 32],
    }
}

fn entries(count: u64) -> Vec<Vec<u8>> {
    let entry =
        |at: u64| Entry { received: Moment(1000 + at), batch: at.to_be_bytes().to_vec(), signature: [0; 64] };
    (0..count).map(|at| entry(at).encode()).collect()
}

fn checkpoint_over(entries: &[Vec<u8>]) -> VerifiedCheckpoint {
    let leaves: Vec<_> = entries.iter().map(|bytes| tree::leaf(bytes)).collect();
    let (log, clock) = log_keys();
    let origin = identity().origin;
    let size = entries.len() as u64;
    let mut note =
        SignedNote::issue(Checkpoint { origin: origin.clone(), size, root: tree::root(&leaves) }, &log);
    note.cosign(&clock_name(&origin), &clock, Moment(9000));
    VerifiedCheckpoint::verify(&note.to_text(), &identity()).unwrap()
}

#[test]
fn a_reader_notices_whatever_the_log_does_to_its_past() {
    let all = entries(9);
    let mut reader = LogReader::new(1);
    reader.extend(&all[..4], &checkpoint_over(&all[..4])).unwrap();
    assert_eq!(reader.extend(&all[4..7], &checkpoint_over(&all[..7])).unwrap().len(), 3);
    let known = reader.clone();

    let refused = |sent: &[Vec<u8>], signed: &[Vec<u8>]| known.clone().extend(sent, &checkpoint_over(signed));
    let mut rewritten = all.clone();
    rewritten[2] = entries(20)[19].clone();
    assert_eq!(refused(&all[7..], &rewritten), Err(LogError::WrongRoot));
    let mut reordered = all.clone();
    reordered.swap(7, 8);
    assert_eq!(refused(&reordered[7..], &all), Err(LogError::ClockWentBack { index: 8 }));
    assert_eq!(refused(&[], &all[..6]), Err(LogError::RolledBack { known: 7, offered: 6 }));
    assert_eq!(refused(&all[7..8], &all), Err(LogError::WrongCount { sent: 1, claimed: 2 }));
    assert_eq!(refused(&all[1..3], &all), Err(LogError::ClockWentBack { index: 7 }));
    assert_eq!(refused(&[vec![0], vec![0]], &all), Err(LogError::Entry(EncodingError::Malformed)));
    let other_epoch = LogReader::new(2).extend(&all, &checkpoint_over(&all));
    assert_eq!(other_epoch, Err(LogError::WrongEpoch { expected: 2, found: 1 }));
    // A repeated answer is harmless, and nothing above moved the reader.
    assert_eq!(refused(&[], &all[..7]), Ok(vec![]));
    assert_eq!(reader, known);
}

#[test]
fn a_checkpoint_that_was_touched_is_refused() {
    let text = checkpoint_over(&entries(3)).note().to_text();
    let check = |text: &str| VerifiedCheckpoint::verify(text, &identity());
    assert!(check(&text).is_ok());
    assert_eq!(check(&text.replacen("\n3\n", "\n4\n", 1)), Err(NoteError::BadSignature));
    assert_eq!(check(&text.replacen("\n3\n", "\n03\n", 1)), Err(NoteError::Malformed));
    assert_eq!(check(&text.replacen("sceau/1\n", "sceau/2\n", 1)), Err(NoteError::WrongOrigin));
    let without_clock = text.split_inclusive('\n').take(5).collect::<String>();
    assert_eq!(check(&without_clock), Err(NoteError::Unsigned));
    assert_eq!(check(text.trim_end()), Err(NoteError::Malformed));
    assert_eq!(check(""), Err(NoteError::Malformed));
    let other = LogIdentity { log_key: [9; 32], ..identity() };
    assert_eq!(VerifiedCheckpoint::verify(&text, &other), Err(NoteError::Unsigned));
    // A witness's line is carried along and read by whoever knows its key.
    let mut note = SignedNote::parse(&text).unwrap();
    let laptop = device(1);
    let name = sceau_ledger::note::witness_name(&identity().origin, &laptop.id());
    note.cosign(&name, &laptop.signer, Moment(12_999));
    let carried = check(&note.to_text()).unwrap();
    let witnessed = carried.note().cosigned(&name, &laptop.keys().sign);
    assert_eq!(witnessed, Ok(Moment(12_000)));
}

#[test]
fn a_forked_log_is_seen_when_one_batch_crosses() {
    let all = leaves(9);
    let here: Tree = all.iter().copied().collect();
    let elsewhere: Tree = all.iter().rev().copied().collect();
    let seen = |tree: &Tree, size| Seen { epoch: 1, size, root: tree.root_at(size).unwrap() };
    assert_eq!(gossip(&Seen::nothing(1), 1, &here), Gossip::Agrees);
    assert_eq!(gossip(&seen(&here, 5), 1, &here), Gossip::Agrees);
    assert_eq!(gossip(&seen(&elsewhere, 5), 1, &here), Gossip::Forked);
    assert_eq!(gossip(&Seen { size: 10, ..seen(&here, 9) }, 1, &here), Gossip::Later);
    assert_eq!(gossip(&Seen { epoch: 2, ..seen(&elsewhere, 5) }, 1, &here), Gossip::Later);
}
