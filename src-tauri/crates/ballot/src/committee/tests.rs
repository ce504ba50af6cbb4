//! Three officers, Amara, Björn and Chloé, make a key in three visits; and everything that may go wrong meanwhile.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::{commitment_of, polynomial_length};

fn begin(m: u8, k: u8, seed: u8) -> Vec<KeyGeneration> {
    let mut rng = ChaCha20Rng::from_seed([seed; 32]);
    let quorum = Quorum::new(m, k).unwrap();
    (0..m).map(|index| KeyGeneration::begin(quorum, index, &mut rng).unwrap()).collect()
}

fn exchange_commitments(officers: &mut [KeyGeneration]) {
    let sent: Vec<_> = officers.iter().map(KeyGeneration::commitment).collect();
    for officer in officers {
        for (from, message) in (0..).zip(&sent) {
            officer.accept_commitment(from, *message).unwrap();
        }
    }
}

fn exchange_polynomials(officers: &mut [KeyGeneration]) {
    let sent: Vec<_> = officers.iter().map(|officer| officer.polynomial().unwrap()).collect();
    for officer in officers {
        for (from, message) in (0..).zip(&sent) {
            officer.accept_polynomial(from, message).unwrap();
        }
    }
}

fn exchange_shares(officers: &mut [KeyGeneration]) {
    for from in 0..officers.len() {
        for to in 0..officers.len() {
            let share = officers[from].share_for(u8::try_from(to).unwrap()).unwrap();
            officers[to].accept_share(u8::try_from(from).unwrap(), &share).unwrap();
        }
    }
}

/// A committee that has made its key, for the tests of boxes too.
pub(crate) fn committee(m: u8, k: u8, seed: u8) -> (KeySet, Vec<OfficerShare>) {
    let mut officers = begin(m, k, seed);
    exchange_commitments(&mut officers);
    exchange_polynomials(&mut officers);
    exchange_shares(&mut officers);
    let shares: Vec<_> = officers.iter().map(|officer| officer.complete().unwrap()).collect();
    (shares[0].key_set().clone(), shares)
}

#[test]
fn three_officers_make_one_key_and_everybody_can_recompute_it() {
    let mut officers = begin(3, 2, 1);
    exchange_commitments(&mut officers);
    let commitments: Vec<_> = officers.iter().map(KeyGeneration::commitment).collect();
    let polynomials: Vec<_> = officers.iter().map(|officer| officer.polynomial().unwrap()).collect();
    exchange_polynomials(&mut officers);
    exchange_shares(&mut officers);
    let from_log = KeySet::from_log(officers[0].quorum(), &commitments, &polynomials).unwrap();
    for officer in &officers {
        assert_eq!(officer.waiting_for(), None);
        assert_eq!(*officer.complete().unwrap().key_set(), from_log);
    }
    assert_eq!(polynomials[0].len(), 192);
    assert_eq!(commitment_of(&polynomials[1], officers[0].quorum(), 1).unwrap(), commitments[1]);
    assert_eq!(KeySet::from_bytes(&from_log.to_bytes()).unwrap(), from_log);
}

#[test]
fn the_key_is_in_force_only_when_all_have_confirmed_the_same() {
    let (keys, _) = committee(3, 2, 1);
    let (other, _) = committee(3, 2, 2);
    let mut confirmed = BTreeMap::from([(0, keys.confirmation()), (2, keys.confirmation())]);
    assert_eq!(keys.require_in_force(&confirmed), Err(CommitteeError::Missing { index: 1 }));
    confirmed.insert(1, other.confirmation());
    assert_eq!(keys.require_in_force(&confirmed), Err(CommitteeError::OtherKeySetConfirmed { index: 1 }));
    confirmed.insert(1, keys.confirmation());
    assert_eq!(keys.require_in_force(&confirmed), Ok(()));
    confirmed.insert(3, keys.confirmation());
    assert_eq!(
        keys.require_in_force(&confirmed),
        Err(CommitteeError::NoSuchOfficer { index: 3, officers: 3 })
    );
}

/// Each visit may be on another day: the laptop is closed after each message.
#[test]
fn a_run_survives_being_put_away_after_every_message() {
    let reopen = |officers: &mut Vec<KeyGeneration>| {
        for officer in officers {
            let kept = officer.to_bytes().unwrap();
            *officer = KeyGeneration::from_bytes(&kept).unwrap();
        }
    };
    let mut officers = begin(5, 3, 3);
    reopen(&mut officers);
    exchange_commitments(&mut officers);
    reopen(&mut officers);
    exchange_polynomials(&mut officers);
    reopen(&mut officers);
    exchange_shares(&mut officers);
    reopen(&mut officers);
    let (expected, _) = committee(5, 3, 3);
    for officer in officers {
        let share = officer.complete().unwrap();
        assert_eq!(*share.key_set(), expected);
        let vault = OfficerShare::from_bytes(&share.to_bytes()).unwrap();
        assert_eq!(*vault.scalar(), *share.scalar());
        assert_eq!(vault.index(), officer.index());
    }
}

#[test]
fn nobody_goes_on_before_everybody_has_spoken() {
    let mut officers = begin(3, 2, 1);
    let amara = &mut officers[0];
    assert_eq!(amara.polynomial().unwrap_err(), CommitteeError::Missing { index: 1 });
    assert_eq!(amara.share_for(1).unwrap_err(), CommitteeError::Missing { index: 1 });
    assert_eq!(amara.complete().unwrap_err(), CommitteeError::Missing { index: 1 });
    assert_eq!(amara.accept_polynomial(1, &[0; 192]).unwrap_err(), CommitteeError::Missing { index: 1 });
    assert_eq!(amara.accept_share(1, &[0; 32]).unwrap_err(), CommitteeError::Missing { index: 1 });
    exchange_commitments(&mut officers);
    assert_eq!(officers[1].share_for(0).unwrap_err(), CommitteeError::Missing { index: 0 });
    exchange_polynomials(&mut officers);
    assert_eq!(officers[2].complete().unwrap_err(), CommitteeError::Missing { index: 0 });
    assert_eq!(officers[2].waiting_for(), Some(0));
}

#[test]
fn a_copied_or_changed_commitment_is_named() {
    let mut officers = begin(3, 2, 1);
    let (amara, bjorn) = (officers[0].commitment(), officers[1].commitment());
    let chloe = &mut officers[2];
    chloe.accept_commitment(0, amara).unwrap();
    chloe.accept_commitment(0, amara).unwrap();
    let copied = CommitteeError::EqualCommitments { first: 0, second: 1 };
    assert_eq!(chloe.accept_commitment(1, amara).unwrap_err(), copied);
    let own = chloe.commitment();
    let copied = CommitteeError::EqualCommitments { first: 1, second: 2 };
    assert_eq!(chloe.accept_commitment(1, own).unwrap_err(), copied);
    assert_eq!(chloe.accept_commitment(0, bjorn).unwrap_err(), CommitteeError::Contradiction { index: 0 });
    assert_eq!(chloe.accept_commitment(2, bjorn).unwrap_err(), CommitteeError::Contradiction { index: 2 });
    let nobody = CommitteeError::NoSuchOfficer { index: 3, officers: 3 };
    assert_eq!(chloe.accept_commitment(3, bjorn).unwrap_err(), nobody);
    chloe.accept_commitment(1, bjorn).unwrap();
}

#[test]
fn a_false_polynomial_is_named() {
    let mut officers = begin(3, 2, 1);
    exchange_commitments(&mut officers);
    let commitments: Vec<_> = officers.iter().map(KeyGeneration::commitment).collect();
    let polynomials: Vec<_> = officers.iter().map(|officer| officer.polynomial().unwrap()).collect();
    let good = polynomials[1].clone();
    let chloe = &mut officers[2];
    let mut refused = |bytes: &[u8]| chloe.accept_polynomial(1, bytes).unwrap_err();

    assert_eq!(refused(&polynomials[0]), CommitteeError::CommitmentNotOpened { index: 1 });
    assert_eq!(refused(&good[1..]), CommitteeError::MalformedPolynomial { index: 1 });
    let with = |at: usize, value: [u8; 32]| {
        let mut bytes = good.clone();
        bytes[at..at + 32].copy_from_slice(&value);
        bytes
    };
    for at in [0, 32] {
        assert_eq!(refused(&with(at, [0; 32])), CommitteeError::MalformedPolynomial { index: 1 }, "identity");
        assert_eq!(
            refused(&with(at, [0xff; 32])),
            CommitteeError::MalformedPolynomial { index: 1 },
            "no point"
        );
    }
    assert_eq!(refused(&with(64, [0xff; 32])), CommitteeError::MalformedPolynomial { index: 1 }, "no scalar");
    assert_eq!(refused(&with(64, [1; 32])), CommitteeError::PolynomialNotProven { index: 1 });
    assert_eq!(refused(&with(160, [1; 32])), CommitteeError::CommitmentNotOpened { index: 1 });
    for bit in 0..good.len() * 8 {
        let mut bytes = good.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        refused(&bytes);
        let log = [&polynomials[0], &bytes, &polynomials[2]];
        assert!(KeySet::from_log(chloe_quorum(), &commitments, &log).is_err(), "bit {bit}");
    }
    let nobody = CommitteeError::NoSuchOfficer { index: 3, officers: 3 };
    assert_eq!(chloe.accept_polynomial(3, &good).unwrap_err(), nobody);
    chloe.accept_polynomial(1, &good).unwrap();
    assert_eq!(polynomial_length(chloe.quorum()), good.len());
}

fn chloe_quorum() -> Quorum {
    Quorum::new(3, 2).unwrap()
}

#[test]
fn a_share_off_its_polynomial_is_refused_at_once() {
    let mut officers = begin(3, 2, 1);
    exchange_commitments(&mut officers);
    exchange_polynomials(&mut officers);
    let for_bjorn = officers[0].share_for(1).unwrap();
    let for_chloe = officers[0].share_for(2).unwrap();
    let chloe = &mut officers[2];
    let off = CommitteeError::ShareOffPolynomial { index: 0 };
    assert_eq!(chloe.accept_share(0, &for_bjorn).unwrap_err(), off, "another officer's share");
    assert_eq!(chloe.accept_share(0, &[0; 32]).unwrap_err(), off);
    assert_eq!(chloe.accept_share(0, &[0xff; 32]).unwrap_err(), off, "not reduced");
    for bit in 0..256 {
        let mut share = *for_chloe;
        share[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(chloe.accept_share(0, &share).unwrap_err(), off, "bit {bit}");
    }
    chloe.accept_share(0, &for_chloe).unwrap();
    chloe.accept_share(0, &for_chloe).unwrap();
    assert_eq!(chloe.accept_share(0, &for_bjorn).unwrap_err(), CommitteeError::Contradiction { index: 0 });
    let nobody = CommitteeError::NoSuchOfficer { index: 9, officers: 3 };
    assert_eq!(chloe.accept_share(9, &for_chloe).unwrap_err(), nobody);
    assert_eq!(chloe.share_for(9).unwrap_err(), nobody);
}

#[test]
fn a_committee_that_one_person_could_command_is_not_allowed() {
    for (officers, needed) in [(0, 0), (1, 1), (2, 2), (3, 1), (4, 2), (3, 4), (16, 9), (5, 2)] {
        assert_eq!(Quorum::new(officers, needed), Err(CommitteeError::Quorum { officers, needed }));
    }
    for (officers, needed) in [(3, 2), (3, 3), (4, 3), (5, 3), (15, 8)] {
        assert!(Quorum::new(officers, needed).is_ok());
    }
}

#[test]
fn keys_that_do_not_belong_together_are_refused() {
    let (keys, shares) = committee(3, 2, 1);
    let (other, foreign) = committee(3, 2, 2);
    let bytes = keys.to_bytes();
    for point in 0..4 {
        let mut mixed = bytes.clone();
        mixed[2 + 32 * point..34 + 32 * point].copy_from_slice(&other.common_key());
        assert_eq!(KeySet::from_bytes(&mixed).unwrap_err(), CommitteeError::InconsistentKeys);
    }
    for length in 0..bytes.len() {
        assert!(KeySet::from_bytes(&bytes[..length]).is_err());
    }
    let scalar = foreign[0].scalar();
    let refused = OfficerShare::new(keys.clone(), 0, &scalar).unwrap_err();
    assert_eq!(refused, CommitteeError::ForeignSecret { index: 0 });
    let nobody = CommitteeError::NoSuchOfficer { index: 3, officers: 3 };
    assert_eq!(OfficerShare::new(keys, 3, &shares[0].scalar()).unwrap_err(), nobody);
}

#[test]
fn nothing_secret_is_printed() {
    let officers = begin(3, 2, 1);
    assert_eq!(
        format!("{:?}", officers[0]),
        "KeyGeneration { quorum: Quorum { officers: 3, needed: 2 }, index: 0 }"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_damaged_state_never_panics(at in any::<prop::sample::Index>(), flip in 1_u8.., cut in any::<bool>()) {
        let mut officers = begin(3, 2, 1);
        exchange_commitments(&mut officers);
        exchange_polynomials(&mut officers);
        let mut kept = officers[0].to_bytes().unwrap().to_vec();
        let at = at.index(kept.len());
        if cut {
            kept.truncate(at);
            prop_assert!(KeyGeneration::from_bytes(&kept).is_err());
        } else {
            kept[at] ^= flip;
            if let Ok(run) = KeyGeneration::from_bytes(&kept) {
                let _ = (run.commitment(), run.polynomial(), run.share_for(1), run.complete());
            }
        }
    }
}
