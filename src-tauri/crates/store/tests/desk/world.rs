//! A folder, keys and batches to play with. Everything random comes from a seed.

use std::convert::Infallible;

use rand_core::{TryCryptoRng, TryRng};
use sceau_domain::id::{DossierId, Institute, MemberId};
use sceau_domain::moment::Moment;
use sceau_ledger::batch::{BatchParts, Seen};
use sceau_ledger::build::{BatchBuilder, Door, Draft as NewEvent};
use sceau_ledger::device::DeviceSecrets;
use sceau_ledger::group::GroupKey;
use sceau_ledger::series::Head;
use sceau_ledger::verify::VerifiedBatch;
use sceau_store::{DatabaseKey, Folder, Store};
use sha2::{Digest, Sha256};

pub const INSTITUTE: Institute = Institute([0x11; 32]);
pub const DOSSIER: DossierId = DossierId([0xd1; 16]);
pub const OTHER: DossierId = DossierId([0xd2; 16]);
pub const MEMBER: MemberId = MemberId([0xa1; 16]);

/// Repeatable randomness.
pub struct Seeded(pub u64);

impl TryRng for Seeded {
    type Error = Infallible;
    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }
    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u64::from_le_bytes(bytes))
    }
    fn try_fill_bytes(&mut self, into: &mut [u8]) -> Result<(), Infallible> {
        for chunk in into.chunks_mut(32) {
            self.0 += 1;
            let block = Sha256::digest(self.0.to_le_bytes());
            chunk.copy_from_slice(&block[..chunk.len()]);
        }
        Ok(())
    }
}

impl TryCryptoRng for Seeded {}

/// The key of every desk here.
pub fn key() -> DatabaseKey {
    DatabaseKey::from_bytes([7; 32])
}

/// A desk in a folder that goes away with the first part.
pub fn desk() -> (tempfile::TempDir, Folder, Store) {
    let place = tempfile::tempdir().unwrap();
    let folder = Folder::new(place.path().join("desk"));
    let store = Store::create(&folder, &key()).unwrap();
    (place, folder, store)
}

/// A laptop that signs batches.
pub struct Laptop {
    secrets: DeviceSecrets,
    pub head: Head,
    rng: Seeded,
}

impl Laptop {
    pub fn new(seed: u64) -> Self {
        let mut rng = Seeded(seed * 1_000_000);
        Self { secrets: DeviceSecrets::draw(&mut rng), head: Head::start(), rng }
    }

    /// The same keys and the same place in the chain: what a restored disk image is.
    pub fn copied(&self, seed: u64) -> Self {
        let bytes = self.secrets.signer.seed();
        let receive = *self.secrets.receive.expose();
        Self {
            secrets: DeviceSecrets::from_bytes(&bytes, receive),
            head: self.head,
            rng: Seeded(seed * 1_000_000),
        }
    }

    pub fn id(&self) -> sceau_domain::id::DeviceId {
        self.secrets.id()
    }

    /// One batch with an event for each text, under the dossier's key.
    pub fn batch(&mut self, texts: &[&str]) -> VerifiedBatch {
        let key = GroupKey::from_bytes([5; 32]);
        let door = Door::group(key.name(&INSTITUTE), key.class());
        let mut builder =
            BatchBuilder::new(INSTITUTE, MEMBER, self.secrets.id(), self.head, Seen::nothing(1));
        for text in texts {
            let event = NewEvent {
                at: Moment(1_795_305_600_000),
                kind: 210,
                version: 1,
                objects: vec![DOSSIER.0],
                payload: text.as_bytes().to_vec(),
            };
            builder.push(event, &door).unwrap();
        }
        let (parts, head) = builder.close(&self.secrets.signer, &mut self.rng).unwrap();
        self.head = head;
        self.verified(parts)
    }

    pub fn verified(&self, parts: BatchParts) -> VerifiedBatch {
        VerifiedBatch::verify(parts, &self.secrets.keys(), &INSTITUTE).unwrap()
    }
}
