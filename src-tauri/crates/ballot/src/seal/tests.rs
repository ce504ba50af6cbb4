//! What reviewers, officers and readers gain from boxes, and the attacks that must fail.

use chacha20::{ChaCha20Rng, rand_core::SeedableRng};
use proptest::prelude::*;
use serde_json::Value;

use super::*;
use elastic_elgamal::sharing::Params;

use crate::committee::tests::committee;

const INSTITUTE: [u8; 32] = [0x70; 32];
const KEY: [u8; 32] = [0x42; 32];

fn rng(seed: u8) -> ChaCha20Rng {
    ChaCha20Rng::from_seed([seed; 32])
}

fn amara_sheet() -> Label {
    Label::sheet(&INSTITUTE, &[0xd1; 16], &[0xa1; 16], 1)
}

struct Vector(Value);

impl Vector {
    fn read() -> Self {
        Self(serde_json::from_str(include_str!("../../vectors/v5.json")).unwrap())
    }

    fn bytes(&self, pointer: &str) -> Vec<u8> {
        let text = self.0.pointer(pointer).and_then(Value::as_str).unwrap();
        (0..text.len()).step_by(2).map(|i| u8::from_str_radix(&text[i..i + 2], 16).unwrap()).collect()
    }

    fn array<const N: usize>(&self, pointer: &str) -> [u8; N] {
        self.bytes(pointer).try_into().unwrap()
    }

    fn key_set(&self) -> KeySet {
        let keys = ["/common_key", "/officer_keys/0", "/officer_keys/1", "/officer_keys/2"];
        let bytes = [vec![2, 3], keys.map(|key| self.bytes(key)).concat()].concat();
        KeySet::from_bytes(&bytes).unwrap()
    }

    fn label(&self) -> Label {
        Label::sheet(&self.array("/institute"), &self.array("/dossier"), &self.array("/member"), 1)
    }

    fn checked(&self) -> CheckedBox {
        SealedBox::from_bytes(&self.bytes("/box")).unwrap().check(&self.key_set(), &self.label()).unwrap()
    }
}

#[test]
fn a_box_of_today_opens_in_ten_years() {
    let vector = Vector::read();
    assert_eq!(SECOND_BASE.compress().to_bytes(), vector.array("/second_base"));
    assert_eq!(vector.label().as_bytes(), vector.bytes("/label"));
    let sealed = vector.checked();
    let shares = [0, 1].map(|i| sealed.verify_share(i, &vector.bytes(&format!("/shares/{i}"))).unwrap());
    assert_eq!(*sealed.open(&shares).unwrap(), vector.array("/message"));
}

#[test]
fn every_changed_bit_of_a_box_is_noticed() {
    let vector = Vector::read();
    let (keys, label, bytes) = (vector.key_set(), vector.label(), vector.array::<BOX_BYTES>("/box"));
    for bit in 0..BOX_BYTES * 8 {
        let mut altered = bytes;
        altered[bit / 8] ^= 1 << (bit % 8);
        assert!(SealedBox(altered).check(&keys, &label).is_err(), "bit {bit}");
    }
}

#[test]
fn every_changed_bit_of_a_share_is_noticed() {
    let vector = Vector::read();
    let (sealed, share) = (vector.checked(), vector.array::<SHARE_BYTES>("/shares/0"));
    for bit in 0..SHARE_BYTES * 8 {
        let mut altered = share;
        altered[bit / 8] ^= 1 << (bit % 8);
        assert!(sealed.verify_share(0, &altered).is_err(), "bit {bit}");
    }
}

/// The real attack on threshold decryption: another's sealed key, handed in again where it is opened earlier.
#[test]
fn reviewer_cannot_have_anothers_sheet_opened_under_an_own_title() {
    let (keys, _) = committee(3, 2, 1);
    let sealed = SealedBox::seal(&keys, &amara_sheet(), &KEY, &mut rng(2)).unwrap();
    let others = [
        Label::sheet(&INSTITUTE, &[0xd1; 16], &[0xb2; 16], 1),
        Label::sheet(&INSTITUTE, &[0xd2; 16], &[0xa1; 16], 1),
        Label::sheet(&INSTITUTE, &[0xd1; 16], &[0xa1; 16], 2),
        Label::sheet(&[0x71; 32], &[0xd1; 16], &[0xa1; 16], 1),
        Label::roll_call(&INSTITUTE, &[0xd1; 16], &[0xa1; 16], 1),
    ];
    for label in others {
        assert_eq!(sealed.check(&keys, &label).unwrap_err(), SealError::BoxNotProven);
    }
}

#[test]
fn a_box_for_last_terms_committee_is_not_this_terms() {
    let (keys, officers) = committee(3, 2, 1);
    let (other, _) = committee(3, 2, 9);
    let sealed = SealedBox::seal(&other, &amara_sheet(), &KEY, &mut rng(2)).unwrap();
    assert_eq!(sealed.check(&keys, &amara_sheet()).unwrap_err(), SealError::BoxNotProven);
    let sealed = sealed.check(&other, &amara_sheet()).unwrap();
    assert_eq!(sealed.share(&officers[0], &mut rng(3)).unwrap_err(), SealError::OtherCommittee);
}

#[test]
fn dishonest_officer_is_refused_by_name() {
    let (keys, officers) = committee(3, 2, 1);
    let sealed = SealedBox::seal(&keys, &amara_sheet(), &KEY, &mut rng(2)).unwrap();
    let sealed = sealed.check(&keys, &amara_sheet()).unwrap();
    let share = sealed.share(&officers[0], &mut rng(3)).unwrap();

    let refused = |index: u8, bytes: &[u8]| sealed.verify_share(index, bytes).unwrap_err();
    assert_eq!(refused(1, &share), SealError::ShareNotProven { index: 1 }, "share of another index");
    assert_eq!(refused(3, &share), SealError::NoSuchOfficer { index: 3, officers: 3 });
    assert_eq!(refused(255, &share), SealError::NoSuchOfficer { index: 255, officers: 3 });
    assert_eq!(refused(0, &share[..95]), SealError::MalformedShare { index: 0 });
    assert_eq!(refused(0, &[0; 96]), SealError::MalformedShare { index: 0 }, "the identity element");
    assert_eq!(refused(0, &[0xff; 96]), SealError::MalformedShare { index: 0 });

    let second = SealedBox::seal(&keys, &amara_sheet(), &KEY, &mut rng(4)).unwrap();
    let second = second.check(&keys, &amara_sheet()).unwrap();
    let elsewhere = second.share(&officers[0], &mut rng(5)).unwrap();
    assert_eq!(refused(0, &elsewhere), SealError::ShareNotProven { index: 0 }, "share of another box");
    let elsewhere = second.verify_share(0, &elsewhere).unwrap();
    let own = sealed.verify_share(0, &share).unwrap();
    assert_eq!(sealed.open(&[own.clone(), elsewhere]).unwrap_err(), SealError::ShareOfOtherBox { index: 0 });
    assert_eq!(sealed.open(&[own.clone(), own]).unwrap_err(), SealError::SameOfficerTwice { index: 0 });
}

#[test]
fn a_single_officer_opens_nothing() {
    let (keys, officers) = committee(5, 3, 1);
    let sealed = SealedBox::seal(&keys, &amara_sheet(), &KEY, &mut rng(2)).unwrap();
    let sealed = sealed.check(&keys, &amara_sheet()).unwrap();
    let shares: Vec<_> = officers[..2]
        .iter()
        .map(|officer| {
            let share = sealed.share(officer, &mut rng(3)).unwrap();
            sealed.verify_share(officer.index(), &share).unwrap()
        })
        .collect();
    assert_eq!(sealed.open(&[]).unwrap_err(), SealError::TooFewShares { have: 0, needed: 3 });
    assert_eq!(sealed.open(&shares).unwrap_err(), SealError::TooFewShares { have: 2, needed: 3 });
    // Even a program that ignores the count gets nothing from k − 1 shares.
    let two = Params::new(5, 2);
    let wrong = two.combine_shares(shares.iter().map(|s| (usize::from(s.index), s.part))).unwrap();
    let cipher = cipher(&keys, sealed.label(), &sealed.first, wrong.as_element()).unwrap();
    let payload = Payload { msg: &sealed.ciphertext, aad: sealed.label.as_bytes() };
    assert!(cipher.decrypt(&Nonce::default(), payload).is_err());
}

/// A valid proof over a ciphertext that no key opens: everybody sees the same, and it is the author's doing.
#[test]
fn rubbish_inside_a_valid_box_is_its_authors_fault_alone() {
    let (keys, officers) = committee(3, 2, 1);
    let secret = SecretKey::<Ristretto>::generate(&mut rng(6));
    let points = [RistrettoPoint::mul_base(secret.expose_scalar()), *SECOND_BASE * secret.expose_scalar()];
    let rubbish = [7; CIPHERTEXT_BYTES];
    let mut proven = transcript(&keys, &amara_sheet(), &rubbish);
    let base = second_base().unwrap();
    let proof = LogEqualityProof::new(&base, &secret, points.into(), &mut proven, &mut rng(7)).to_bytes();
    let [first, second] = points.map(|point| point.compress().to_bytes());
    let sealed = SealedBox::from_bytes(&[&first, &second, proof.as_slice(), &rubbish].concat()).unwrap();
    let sealed = sealed.check(&keys, &amara_sheet()).unwrap();
    let shares = [0, 2].map(|i: u8| {
        let share = sealed.share(&officers[usize::from(i)], &mut rng(i)).unwrap();
        sealed.verify_share(i, &share).unwrap()
    });
    assert_eq!(sealed.open(&shares).unwrap_err(), SealError::UnreadableContent);
}

#[test]
fn what_is_no_box_is_refused_without_a_panic() {
    let (keys, _) = committee(3, 2, 1);
    for length in [0, 1, 175, 177, 4096] {
        assert_eq!(SealedBox::from_bytes(&vec![0; length]).unwrap_err(), SealError::MalformedBox);
    }
    for byte in [0, 1, 0xff] {
        let refused = SealedBox([byte; BOX_BYTES]).check(&keys, &amara_sheet()).unwrap_err();
        assert_eq!(refused, SealError::MalformedBox, "the identity element and non-points");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_k_of_m_officers_open(
        (m, k) in (3_u8..=7).prop_flat_map(|m| (Just(m), (m / 2 + 1).max(2)..=m)),
        order in any::<[u8; 7]>(),
        message in any::<[u8; 32]>(),
        seed in any::<u8>(),
    ) {
        let (keys, officers) = committee(m, k, seed);
        let sealed = SealedBox::seal(&keys, &amara_sheet(), &message, &mut rng(seed)).unwrap();
        let sealed = sealed.check(&keys, &amara_sheet()).unwrap();
        let mut present: Vec<_> = officers.iter().collect();
        present.sort_by_key(|officer| order[usize::from(officer.index())]);
        let shares: Vec<_> = present[..usize::from(k)]
            .iter()
            .map(|officer| {
                let share = sealed.share(officer, &mut rng(seed)).unwrap();
                sealed.verify_share(officer.index(), &share).unwrap()
            })
            .collect();
        prop_assert_eq!(*sealed.open(&shares).unwrap(), message);
        prop_assert!(sealed.open(&shares[1..]).is_err());
    }

    #[test]
    fn no_bytes_make_a_box_panic(bytes in prop::collection::vec(any::<u8>(), 176)) {
        let vector = Vector::read();
        prop_assert!(SealedBox::from_bytes(&bytes).unwrap().check(&vector.key_set(), &vector.label()).is_err());
        prop_assert!(vector.checked().verify_share(bytes[0], &bytes[..96]).is_err());
    }
}
