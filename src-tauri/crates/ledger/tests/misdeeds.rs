//! Each misdeed is noticed and named: by the registry, by a device, by an officer, on the way.

#![expect(clippy::unwrap_used, reason = "test code stops at the first surprise")]

mod board;

use board::{INSTITUTE, MEMBER, batch, device, dossier_key, draft, group_door, rng, sealed_door, sheet_key};
use sceau_domain::id::Institute;
use sceau_ledger::batch::{Access, BatchParts, BatchRecord, ParcelEntry, Seen};
use sceau_ledger::build::{BatchBuilder, Door};
use sceau_ledger::device::DeviceSecrets;
use sceau_ledger::encoding::{EncodingError, Record};
use sceau_ledger::error::{BuildError, VerifyError};
use sceau_ledger::group::{GroupKey, SheetKey};
use sceau_ledger::header::Header;
use sceau_ledger::parcel::{self, Padding, ParcelError, ParcelKey};
use sceau_ledger::series::{Head, Placing, contradicts, place};
use sceau_ledger::sign::{Purpose, sign};
use sceau_ledger::tree::{leaf, root, sha256};
use sceau_ledger::verify::VerifiedBatch;

fn verify(parts: BatchParts) -> Result<VerifiedBatch, VerifyError> {
    VerifiedBatch::verify(parts, &device(1).keys(), &INSTITUTE)
}

fn good() -> BatchParts {
    batch(&device(1), Head::start(), 1).0
}

/// What a dishonest device can do: change the record and sign it again.
fn resigned(parts: &BatchParts, change: impl FnOnce(&mut BatchRecord)) -> BatchParts {
    let mut record = BatchRecord::decode(&parts.record).unwrap();
    change(&mut record);
    let record = record.encode();
    let signature = sign(&device(1).signer, Purpose::Batch, &record);
    BatchParts { record, signature, ..parts.clone() }
}

/// The same for headers.
fn with_headers(parts: &BatchParts, change: impl FnOnce(&mut Vec<Header>)) -> BatchParts {
    let mut headers: Vec<_> =
        parts.headers.iter().flatten().map(|bytes| Header::decode(bytes).unwrap()).collect();
    change(&mut headers);
    let headers: Vec<_> = headers.iter().map(Record::encode).collect();
    let leaves: Vec<_> = headers.iter().map(|bytes| leaf(bytes)).collect();
    let parts = resigned(parts, |record| record.root = root(&leaves));
    BatchParts { headers: Some(headers), ..parts }
}

#[test]
fn every_flipped_bit_of_a_batch_is_refused() {
    let parts = good();
    assert!(verify(parts.clone()).is_ok());
    for bit in 0..parts.record.len() * 8 {
        let mut flipped = parts.clone();
        flipped.record[bit / 8] ^= 1 << (bit % 8);
        assert!(verify(flipped).is_err(), "record bit {bit}");
    }
    for bit in 0..512 {
        let mut flipped = parts.clone();
        flipped.signature[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(verify(flipped), Err(VerifyError::BadSignature), "signature bit {bit}");
    }
    for (at, header) in parts.headers.iter().flatten().enumerate() {
        for bit in 0..header.len() * 8 {
            let mut flipped = parts.clone();
            flipped.headers.as_mut().unwrap()[at][bit / 8] ^= 1 << (bit % 8);
            assert_eq!(verify(flipped), Err(VerifyError::WrongRoot), "header {at} bit {bit}");
        }
    }
    for (index, bytes) in &parts.parcels {
        for bit in 0..bytes.len() * 8 {
            let mut flipped = parts.clone();
            flipped.parcels.get_mut(index).unwrap()[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(verify(flipped), Err(VerifyError::WrongParcel(*index)));
        }
    }
}

#[test]
fn headers_dropped_inserted_or_moved_are_noticed() {
    let change = |change: fn(&mut Vec<Vec<u8>>)| {
        let mut parts = good();
        change(parts.headers.as_mut().unwrap());
        verify(parts)
    };
    let wrong = |found| Err(VerifyError::WrongHeaderCount { expected: 3, found });
    assert_eq!(change(|headers| drop(headers.pop())), wrong(2));
    assert_eq!(change(|headers| headers.push(headers[0].clone())), wrong(4));
    assert_eq!(change(|headers| headers.swap(1, 2)), Err(VerifyError::WrongRoot));
    assert_eq!(change(Vec::clear), wrong(0));
}

#[test]
fn withheld_headers_and_parcels_leave_the_batch_verifiable() {
    let bare = verify(good().bare()).unwrap();
    assert_eq!(bare.events(), None);
    assert_eq!(bare.clear_payloads(0), None);
    assert_eq!(bare.open(1, &dossier_key().class()), Ok(None));
    assert_eq!(bare.hash(), verify(good()).unwrap().hash());
    let mut erased = good();
    erased.parcels.remove(&1);
    assert!(verify(erased).unwrap().events().is_some());
}

#[test]
fn a_batch_of_another_institute_device_or_purpose_is_refused() {
    let elsewhere = VerifiedBatch::verify(good(), &device(1).keys(), &Institute([1; 32]));
    assert_eq!(elsewhere, Err(VerifyError::WrongInstitute));
    let other = VerifiedBatch::verify(good(), &device(8).keys(), &INSTITUTE);
    assert_eq!(other, Err(VerifyError::WrongDevice));
    let signature = sign(&device(1).signer, Purpose::Charter, &good().record);
    assert_eq!(verify(BatchParts { signature, ..good() }), Err(VerifyError::BadSignature));
    // Signed by another device's key while naming this one.
    let signature = sign(&device(8).signer, Purpose::Batch, &good().record);
    assert_eq!(verify(BatchParts { signature, ..good() }), Err(VerifyError::BadSignature));
}

#[test]
fn a_device_that_signs_nonsense_is_told_which() {
    let parts = good();
    let with = |change: fn(&mut BatchRecord)| verify(resigned(&parts, change));
    assert_eq!(with(|record| record.previous = [1; 32]), Err(VerifyError::BadChainStart));
    assert_eq!(with(|record| record.number = 4), Err(VerifyError::BadChainStart));
    let headers = |change: fn(&mut Vec<Header>)| verify(with_headers(&parts, change));
    assert_eq!(headers(|all| all[1].seq = 7), Err(VerifyError::WrongSeq(1)));
    assert_eq!(headers(|all| all[2].parcel = 9), Err(VerifyError::NoSuchParcel(2)));
    assert_eq!(headers(|all| all[0].item = 1), Err(VerifyError::NoSuchItem(0)));
    assert_eq!(
        headers(|all| all[2].parcel = 16),
        Err(VerifyError::Header { index: 2, cause: EncodingError::OutOfRange })
    );
    let mut stray = parts.clone();
    stray.parcels.insert(5, vec![0]);
    assert_eq!(verify(stray), Err(VerifyError::StrayParcel(5)));
    let large = with(|record| record.parcels[1].length = (1 << 20) + 1);
    assert_eq!(large, Err(VerifyError::ParcelTooLarge(1)));
}

#[test]
fn a_clear_parcel_that_is_not_payloads_is_refused() {
    let text = vec![0x61, b'x'];
    let entry = ParcelEntry { access: Access::Clear, key: None, length: 2, sha256: sha256(&text) };
    let mut parts = resigned(&good(), |record| record.parcels[0] = entry);
    parts.parcels.insert(0, text);
    assert!(matches!(verify(parts), Err(VerifyError::ClearParcel { index: 0, .. })));
}

#[test]
fn a_newer_protocol_asks_for_an_update_and_is_not_called_false() {
    let mut parts = good();
    parts.record[1] = 9;
    assert_eq!(verify(parts), Err(VerifyError::UpdateNeeded));
    let mut parts = good();
    parts.record[1] = 1;
    let cause = EncodingError::WrongRecord { expected: 2, found: 1 };
    assert_eq!(verify(parts), Err(VerifyError::Record(cause)));
}

#[test]
fn the_same_meaning_in_another_form_is_refused() {
    let header = good().headers.unwrap()[0].clone();
    // The array of eight with its length in two bytes; then the version, 1, in two bytes.
    let long_array = [&[0x98, 0x08], &header[1..]].concat();
    assert_eq!(Header::decode(&long_array), Err(EncodingError::NotDeterministic));
    let at = header.windows(3).position(|three| three == [0x18, 130, 0x01]).unwrap() + 2;
    let long_uint = [&header[..at], &[0x18, 0x01], &header[at + 1..]].concat();
    assert_eq!(Header::decode(&long_uint), Err(EncodingError::NotDeterministic));
    let trailing = [&header[..], &[0]].concat();
    assert_eq!(Header::decode(&trailing), Err(EncodingError::Trailing));
    assert_eq!(Header::decode(&header[..header.len() - 1]), Err(EncodingError::Malformed));
    assert_eq!(Header::decode(&[]), Err(EncodingError::Malformed));
}

fn verified(device: &DeviceSecrets, head: Head, seed: u64) -> (VerifiedBatch, Head) {
    let (parts, next) = batch(device, head, seed);
    (VerifiedBatch::verify(parts, &device.keys(), &INSTITUTE).unwrap(), next)
}

#[test]
fn a_series_shows_repetitions_gaps_and_forks() {
    let laptop = device(1);
    let (first, after_first) = verified(&laptop, Head::start(), 1);
    let (second, after_second) = verified(&laptop, after_first, 2);
    let (third, _) = verified(&laptop, after_second, 3);
    let kept = |number| match number {
        0 => Some(first.hash()),
        1 => Some(second.hash()),
        _ => None,
    };
    assert_eq!(place(&first, &Head::start(), kept), Placing::Next(after_first));
    assert_eq!(place(&second, &after_first, kept), Placing::Next(after_second));
    assert_eq!(place(&first, &after_second, kept), Placing::Repetition);
    assert_eq!(place(&third, &after_first, kept), Placing::Gap { missing: 1 });

    // The same laptop, restored from an image taken after its first batch, writes again.
    let (other_second, other_head) = verified(&laptop, after_first, 9);
    assert_eq!(place(&other_second, &after_second, kept), Placing::Fork { number: 1 });
    assert!(contradicts(&second, &other_second));
    assert!(!contradicts(&second, &second));
    let (other_third, _) = verified(&laptop, other_head, 10);
    assert_eq!(place(&other_third, &after_second, kept), Placing::Fork { number: 1 });

    let skipped = Head { next_seq: after_second.next_seq + 1, ..after_second };
    let (hole, _) = verified(&laptop, skipped, 4);
    let broken = Placing::BrokenSeq { expected: after_second.next_seq };
    assert_eq!(place(&hole, &after_second, kept), broken);
}

#[test]
fn a_sealed_sheet_needs_both_keys() {
    let laptop = device(1);
    let mut builder = BatchBuilder::new(INSTITUTE, MEMBER, laptop.id(), Head::start(), Seen::nothing(1));
    builder.push(draft(220, &[7; 1500]), &sealed_door()).unwrap();
    let (parts, _) = builder.close(&laptop.signer, &mut rng(1)).unwrap();
    assert_eq!(parts.parcels[&0].len(), 1024 + parcel::OVERHEAD);
    let sheet = verify(parts).unwrap();
    let both = dossier_key().sealed_class(&sheet_key(), &INSTITUTE);
    assert_eq!(sheet.open(0, &both), Ok(Some(vec![vec![7; 1500]])));
    let refused = Err(ParcelError::DoesNotOpen);
    assert_eq!(sheet.open(0, &dossier_key().class()), refused);
    assert_eq!(sheet.open(0, &GroupKey::from_bytes(*sheet_key().expose()).class()), refused);
    let other_sheet = dossier_key().sealed_class(&SheetKey::from_bytes([1; 32]), &INSTITUTE);
    assert_eq!(sheet.open(0, &other_sheet), refused);
}

#[test]
fn a_parcel_opens_at_its_place_only_and_by_its_own_key() {
    let checked = verify(good()).unwrap();
    let sealed = &checked.parts().parcels[&1];
    let (class, here) = (dossier_key().class(), checked.place(1));
    assert!(parcel::open(sealed, &class, &here).is_ok());
    let moved = [
        parcel::ParcelPlace { index: 0, ..here },
        parcel::ParcelPlace { number: 1, ..here },
        parcel::ParcelPlace { device: device(8).id(), ..here },
        parcel::ParcelPlace { institute: Institute([0; 32]), ..here },
    ];
    for place in moved {
        assert_eq!(parcel::open(sealed, &class, &place), Err(ParcelError::DoesNotOpen));
    }
    let key = ParcelKey::of(&class, sealed, &here).unwrap();
    assert_eq!(parcel::open_with(sealed, &key).unwrap().len(), 2);
    assert_eq!(parcel::open(&[0; 15], &class, &here), Err(ParcelError::Malformed));
}

#[test]
fn limits_are_refused_before_they_cost_anything() {
    let place = verify(good()).unwrap().place(0);
    let class = dossier_key().class();
    let seal = |payloads: &[Vec<u8>]| parcel::seal(payloads, &class, &place, Padding::Padme, &mut rng(3));
    // Four megabytes of zeros compress to four kilobytes, so only the inflated limit can stop them.
    assert!(seal(&[vec![0; (4 << 20) - 16]]).is_ok());
    assert_eq!(seal(&[vec![0; (4 << 20) + 1]]), Err(ParcelError::TooLarge));
    assert_eq!(seal(&vec![Vec::new(); 1025]), Err(ParcelError::TooLarge));
    let mut noise = vec![0; 1 << 20];
    rand_core::Rng::fill_bytes(&mut rng(4), &mut noise);
    assert_eq!(seal(&[noise]), Err(ParcelError::TooLarge));
    assert_eq!(parcel::open(&vec![0; (1 << 20) + 1], &class, &place), Err(ParcelError::TooLarge));
}

#[test]
fn a_full_or_empty_batch_is_not_closed_into_a_bad_one() {
    let laptop = device(1);
    let fresh = || BatchBuilder::new(INSTITUTE, MEMBER, laptop.id(), Head::start(), Seen::nothing(1));
    assert!(matches!(fresh().close(&laptop.signer, &mut rng(1)), Err(BuildError::Empty)));
    let mut full = fresh();
    for _ in 0..1024 {
        full.push(draft(210, b""), &group_door()).unwrap();
    }
    assert!(full.is_full());
    assert_eq!(full.push(draft(210, b""), &group_door()), Err(BuildError::Full));
    let (parts, head) = full.close(&laptop.signer, &mut rng(1)).unwrap();
    assert_eq!(head.next_seq, 1024);
    assert!(verify(parts).is_ok());
    let mut crowded = fresh();
    let objects = vec![[0; 16]; 9];
    let draft = sceau_ledger::build::Draft { objects, ..draft(100, b"") };
    assert_eq!(crowded.push(draft, &Door::clear()), Err(BuildError::HeaderTooLong));
    assert!(crowded.is_empty());
}
