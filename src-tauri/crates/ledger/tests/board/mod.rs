//! A small board for the tests: fixed keys, a generator that repeats itself.

#![expect(clippy::unwrap_used, reason = "test code stops at the first surprise")]
#![allow(dead_code, clippy::allow_attributes, reason = "each test program uses its own part")]

use chacha20::ChaCha20Rng;
use rand_core::SeedableRng;
use sceau_domain::id::{Institute, MemberId};
use sceau_domain::moment::Moment;
use sceau_ledger::batch::{BatchParts, Seen};
use sceau_ledger::build::{BatchBuilder, Door, Draft};
use sceau_ledger::charter::{Charter, LogIdentity, Officer, SignedCharter};
use sceau_ledger::device::DeviceSecrets;
use sceau_ledger::group::{GroupKey, SheetKey};
use sceau_ledger::series::Head;
use sceau_ledger::sign::{SecretSigner, Signer};

pub const INSTITUTE: Institute = Institute([0x70; 32]);
pub const MEMBER: MemberId = MemberId([0xa1; 16]);
pub const DOSSIER: [u8; 16] = [0xd1; 16];
pub const MOMENT: Moment = Moment(1_795_305_600_000);

pub fn rng(seed: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(seed)
}

pub fn device(seed: u8) -> DeviceSecrets {
    DeviceSecrets::from_bytes(&[seed; 32], [seed.wrapping_add(1); 32])
}

pub fn dossier_key() -> GroupKey {
    GroupKey::from_bytes([5; 32])
}

pub fn sheet_key() -> SheetKey {
    SheetKey::from_bytes([6; 32])
}

pub fn draft(kind: u16, payload: &[u8]) -> Draft {
    Draft { at: MOMENT, kind, version: 1, objects: vec![DOSSIER], payload: payload.to_vec() }
}

pub fn group_door() -> Door {
    Door::group(dossier_key().name(&INSTITUTE), dossier_key().class())
}

pub fn sealed_door() -> Door {
    Door::sealed(dossier_key().name(&INSTITUTE), dossier_key().sealed_class(&sheet_key(), &INSTITUTE))
}

/// A batch with one clear and two group events.
pub fn batch(device: &DeviceSecrets, head: Head, seed: u64) -> (BatchParts, Head) {
    let mut builder = BatchBuilder::new(INSTITUTE, MEMBER, device.id(), head, Seen::nothing(1));
    builder.push(draft(130, b"declared: no interest"), &Door::clear()).unwrap();
    builder.push(draft(210, b"note one"), &group_door()).unwrap();
    builder.push(draft(210, b"note two"), &group_door()).unwrap();
    builder.close(&device.signer, &mut rng(seed)).unwrap()
}

pub fn officer(seed: u8) -> SecretSigner {
    SecretSigner::from_seed(&[seed; 32])
}

pub fn charter(version: u64, previous: [u8; 32], seeds: &[u8], k: u64) -> Charter {
    let named = |seed: &u8| Officer { member: MemberId([*seed; 16]), key: officer(*seed).public() };
    Charter {
        version,
        previous,
        name: "Institut d’exemple".to_owned(),
        officers: seeds.iter().map(named).collect(),
        k,
        log: LogIdentity {
            origin: "registry.example.org/sceau/1".to_owned(),
            log_key: [1; 32],
            clock_key: [2; 32],
            url: "https://registry.example.org".to_owned(),
            receive_key: [3; 32],
        },
        seal_ca: vec![[4; 32]],
        minimum_version: 1,
        from: MOMENT,
    }
}

pub fn signed(charter: &Charter, seeds: &[u8]) -> SignedCharter {
    let mut signed = SignedCharter::draft(charter);
    seeds.iter().for_each(|seed| signed.sign(&officer(*seed)));
    signed
}
