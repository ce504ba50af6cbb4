//! Laws: what holds for every value, not only for the examples.

#![expect(clippy::unwrap_used, reason = "test code stops at the first surprise")]

mod board;

use board::{INSTITUTE, MEMBER, device, dossier_key, rng};
use proptest::collection::vec;
use proptest::prelude::*;
use sceau_domain::id::{DeviceId, Institute, MemberId};
use sceau_domain::moment::Moment;
use sceau_ledger::batch::{Access, BatchParts, BatchRecord, KeyName, ParcelEntry, Seen};
use sceau_ledger::build::{BatchBuilder, Door, Draft};
use sceau_ledger::encoding::{EncodingError, Reader, Record, Writer, door};
use sceau_ledger::header::Header;
use sceau_ledger::parcel::{self, Padding, ParcelError, ParcelPlace};
use sceau_ledger::payload::sealed::Choice;
use sceau_ledger::series::Head;
use sceau_ledger::tree::sha256;
use sceau_ledger::verify::VerifiedBatch;

prop_compose! {
    fn header()(
        seq in 0..1_u64 << 63, at: u64, kind: u16, version: u16,
        objects in vec(any::<[u8; 16]>(), 0..=8), parcel in 0..16_u8, item in 0..1024_u16,
    ) -> Header {
        Header { seq, at: Moment(at), kind, version, objects, parcel, item }
    }
}

prop_compose! {
    fn parcel_entry()(access in 0..4_u8, name: [u8; 8], length: u32, sha256: [u8; 32]) -> ParcelEntry {
        let access = Access::from_number(access).unwrap();
        let key = (access != Access::Clear).then_some(KeyName(name));
        ParcelEntry { access, key, length, sha256 }
    }
}

prop_compose! {
    fn record()(
        ids: ([u8; 32], [u8; 16], [u8; 16]), number: u64, previous: [u8; 32],
        first_seq in 0..1_u64 << 62, count in 1..=1024_u16, root: [u8; 32],
        parcels in vec(parcel_entry(), 0..=16), seen: (u64, u64, [u8; 32]),
    ) -> BatchRecord {
        BatchRecord {
            institute: Institute(ids.0), member: MemberId(ids.1), device: DeviceId(ids.2),
            number, previous, first_seq, count, root, parcels,
            seen: Seen { epoch: seen.0, size: seen.1, root: seen.2 },
        }
    }
}

proptest! {
    #[test]
    fn records_read_back_what_they_write(header in header(), record in record()) {
        prop_assert!(header.encode().len() <= 512);
        prop_assert_eq!(Header::decode(&header.encode()), Ok(header));
        prop_assert_eq!(BatchRecord::decode(&record.encode()), Ok(record));
    }

    #[test]
    fn no_bytes_make_a_decoder_stumble(bytes in vec(any::<u8>(), 0..200)) {
        // Whatever is accepted has exactly these bytes as its form.
        if let Ok(header) = Header::decode(&bytes) { prop_assert_eq!(header.encode(), bytes.clone()); }
        if let Ok(parts) = BatchParts::decode(&bytes) { prop_assert_eq!(parts.encode(), bytes.clone()); }
        let _ = parcel::unpack(&bytes);
    }

    #[test]
    fn a_flipped_bit_of_a_header_is_another_header_or_none(header in header(), place: prop::sample::Index) {
        let mut bytes = header.encode();
        let bit = place.index(bytes.len() * 8);
        bytes[bit / 8] ^= 1 << (bit % 8);
        prop_assert_ne!(Header::decode(&bytes), Ok(header));
    }

    #[test]
    fn a_batch_travels_whole(payloads in vec((0..3_u8, vec(any::<u8>(), 0..300)), 1..20), seed: u64) {
        let laptop = device(1);
        let class = dossier_key().class();
        let doors = [
            Door::clear(),
            Door::group(KeyName([1; 8]), class.clone()),
            Door::own(KeyName([2; 8]), class.clone()),
        ];
        let mut builder = BatchBuilder::new(INSTITUTE, MEMBER, laptop.id(), Head::start(), Seen::nothing(1));
        for (door, payload) in &payloads {
            let draft = Draft { at: Moment(0), kind: 1, version: 1, objects: vec![], payload: payload.clone() };
            builder.push(draft, &doors[usize::from(*door)]).unwrap();
        }
        let (parts, _) = builder.close(&laptop.signer, &mut rng(seed)).unwrap();
        let carried = BatchParts::decode(&parts.encode()).unwrap();
        prop_assert_eq!(&carried, &parts);
        let batch = VerifiedBatch::verify(carried, &laptop.keys(), &INSTITUTE).unwrap();
        for (event, (_, payload)) in batch.events().unwrap().iter().zip(&payloads) {
            let index = event.header.parcel;
            let opened = match batch.clear_payloads(index) {
                Some(clear) => clear,
                None => batch.open(index, &class).unwrap().unwrap(),
            };
            let found = sceau_ledger::verify::payload_of(&event.header, &opened);
            prop_assert_eq!(found, Some(payload.as_slice()));
        }
    }

    #[test]
    fn a_parcel_gives_back_its_payloads_and_hides_their_length(
        payloads in vec(vec(any::<u8>(), 0..2000), 0..8), seed: u64, steps: bool,
    ) {
        let place = ParcelPlace { institute: INSTITUTE, device: device(1).id(), number: 3, index: 2 };
        let (class, padding) = (dossier_key().class(), if steps { Padding::Steps } else { Padding::Padme });
        let sealed = parcel::seal(&payloads, &class, &place, padding, &mut rng(seed)).unwrap();
        let inner = sealed.len() - parcel::OVERHEAD;
        prop_assert_eq!(padding.length(inner), inner);
        prop_assert_eq!(parcel::open(&sealed, &class, &place), Ok(payloads));
    }

    #[test]
    fn padding_grows_little_and_never_shrinks(n in 0..2_000_000_usize) {
        let padded = Padding::Padme.length(n);
        prop_assert!(padded >= n.max(256));
        prop_assert!(n < 256 || padded - n <= n / 8);
        prop_assert!(Padding::Padme.length(n + 1) >= padded);
        prop_assert_eq!(Padding::Padme.length(padded), padded);
        prop_assert_eq!(Padding::Steps.length(n) % 1024, 0);
        prop_assert!(Padding::Steps.length(n) >= n && Padding::Steps.length(n) <= n + 1024);
    }

    #[test]
    fn texts_are_written_composed_and_read_only_composed(text: String) {
        let mut to = Writer::new();
        to.text(&text);
        let bytes = to.finish();
        let read = door(&bytes, |from| Ok(from.text()?.to_owned()), |text, to| { to.text(text); }).unwrap();
        let mut again = Writer::new();
        again.text(&read);
        prop_assert_eq!(again.finish(), bytes);
    }
}

#[test]
fn every_choice_weighs_the_same_and_a_longer_one_is_refused() {
    let place = ParcelPlace { institute: INSTITUTE, device: DeviceId([2; 16]), number: 3, index: 1 };
    let seal = |choice: Vec<u8>| {
        parcel::seal(&[choice], &dossier_key().class(), &place, Padding::Choice, &mut rng(1))
    };
    let lengths = ["for", "abstain", "grant-with-reservations"].map(|option| {
        let choice = Choice { option: option.to_owned(), safety: true };
        seal(choice.encode()).unwrap().len()
    });
    assert_eq!(lengths, [288; 3]);
    let noise: Vec<u8> = (0..255_u16).map(|n| sha256(&n.to_be_bytes())[0]).collect();
    assert_eq!(seal(noise), Err(ParcelError::TooLarge));
}

#[test]
fn decomposed_text_is_refused_at_the_door() {
    let decomposed = b"\x63e\xcc\x81";
    assert_eq!(Reader::new(decomposed).text(), Err(EncodingError::NotNfc));
    let mut to = Writer::new();
    to.text("e\u{301}");
    assert_eq!(to.finish(), b"\x62\xc3\xa9");
}

#[test]
fn padme_lengths_are_those_of_the_paper() {
    let lengths = [(256, 256), (257, 272), (1000, 1024), (1025, 1088), (9, 10), (1_000_000, 1_015_808)];
    for (n, padded) in lengths {
        assert_eq!(parcel::padme(n), padded, "{n}");
    }
    assert_eq!(Padding::Padme.length(9), 256);
}
