//! The protocol's vectors V1 to V4: what was signed yesterday verifies tomorrow.

#![expect(clippy::unwrap_used, clippy::panic, reason = "test code stops at the first surprise")]

use std::collections::BTreeMap;
use std::convert::Infallible;

use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::{Deserializable, Kem, OpModeR, Serializable, single_shot_open};
use rand_core::{TryCryptoRng, TryRng};
use sceau_domain::id::{GroupId, Institute, MemberId};
use sceau_domain::moment::Moment;
use sceau_ledger::batch::{BatchParts, Seen};
use sceau_ledger::build::{BatchBuilder, Door, Draft};
use sceau_ledger::charter::LogIdentity;
use sceau_ledger::device::DeviceSecrets;
use sceau_ledger::encoding::Record;
use sceau_ledger::group::{GroupKey, ReceiveSecret, WrapLabel, unwrap};
use sceau_ledger::log::{Entry, Receipt};
use sceau_ledger::note::{Checkpoint, SignedNote, VerifiedCheckpoint, clock_name};
use sceau_ledger::series::Head;
use sceau_ledger::sign::{SecretSigner, Signer};
use sceau_ledger::tree::{self, sha256};
use sceau_ledger::verify::{VerifiedBatch, payload_of};

const V1: &str = include_str!("vectors/v1-device.txt");
const V2: &str = include_str!("vectors/v2-batch.txt");
const V3: &str = include_str!("vectors/v3-entry.txt");
const V3_NOTE: &str = include_str!("vectors/v3-note.txt");
const V4: &str = include_str!("vectors/v4-wrap.txt");

fn unhex(text: &str) -> Vec<u8> {
    assert_eq!(text.len() % 2, 0);
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap()).collect()
}

fn field(file: &str, name: &str) -> Vec<u8> {
    let line = file.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    unhex(line.unwrap_or_else(|| panic!("the vector lacks {name}")))
}

fn array<const N: usize>(file: &str, name: &str) -> [u8; N] {
    field(file, name).try_into().unwrap()
}

/// The vectors were made with a salt of one repeated byte.
struct Always(u8);

impl TryRng for Always {
    type Error = Infallible;
    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(u32::from_le_bytes([self.0; 4]))
    }
    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(u64::from_le_bytes([self.0; 8]))
    }
    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        bytes.fill(self.0);
        Ok(())
    }
}

impl TryCryptoRng for Always {}

fn institute() -> Institute {
    Institute(array(V1, "institute"))
}

fn device() -> DeviceSecrets {
    DeviceSecrets::from_bytes(&[1; 32], [2; 32])
}

fn dossier_key() -> GroupKey {
    GroupKey::from_bytes([5; 32])
}

fn v2() -> BatchParts {
    BatchParts {
        record: field(V2, "batch"),
        signature: array(V2, "signature"),
        headers: Some(["header-0", "header-1", "header-2"].map(|name| field(V2, name)).to_vec()),
        parcels: BTreeMap::from([(0, field(V2, "parcel-0")), (1, field(V2, "parcel-1"))]),
    }
}

#[test]
fn v1_names_a_device_and_a_key() {
    assert_eq!(sha256(b"charter 1 of the example institute"), institute().0);
    assert_eq!(device().keys().sign, array(V1, "ed"));
    assert_eq!(device().keys().receive, array(V1, "x"));
    assert_eq!(device().id().0, array(V1, "device"));
    assert_eq!(dossier_key().commitment(&institute()).0, array(V1, "key-id"));
}

#[test]
fn v2_is_made_again_byte_for_byte() {
    let start = Seen::nothing(1);
    let member = MemberId([0xa1; 16]);
    let mut builder = BatchBuilder::new(institute(), member, device().id(), Head::start(), start);
    let group = Door::group(dossier_key().name(&institute()), dossier_key().class());
    let draft = |after, kind, payload: &[u8]| Draft {
        at: Moment(1_795_305_600_000 + after),
        kind,
        version: 1,
        objects: vec![[0xd1; 16]],
        payload: payload.to_vec(),
    };
    let offsets = v2_moments();
    builder.push(draft(offsets[0], 130, b"declared: no interest"), &Door::clear()).unwrap();
    builder.push(draft(offsets[1], 210, b"note one"), &group).unwrap();
    builder.push(draft(offsets[2], 210, b"note two"), &group).unwrap();
    let (parts, head) = builder.close(&device().signer, &mut Always(0x11)).unwrap();
    assert_eq!(parts, v2());
    assert_eq!((head.next_number, head.next_seq, head.hash), (1, 3, v2().hash()));
}

/// Milliseconds after the first claimed moment, as the vector's headers say.
fn v2_moments() -> [u64; 3] {
    let headers = v2().headers.unwrap();
    let at = |index: usize| sceau_ledger::header::Header::decode(&headers[index]).unwrap().at.0;
    [0, 1, 2].map(|index| at(index) - at(0))
}

#[test]
fn v2_is_verified_and_read() {
    let batch = VerifiedBatch::verify(v2(), &device().keys(), &institute()).unwrap();
    assert_eq!(batch.record().root, array(V2, "root"));
    assert_eq!(sha256(&v2().parcels[&1]), array(V2, "parcel-1-sha256"));
    let events = batch.events().unwrap();
    let kinds: Vec<_> = events.iter().map(|event| (event.name.seq, event.header.kind)).collect();
    assert_eq!(kinds, [(0, 130), (1, 210), (2, 210)]);
    let clear = batch.clear_payloads(0).unwrap();
    assert_eq!(payload_of(&events[0].header, &clear), Some(&b"declared: no interest"[..]));
    let notes = batch.open(1, &dossier_key().class()).unwrap().unwrap();
    assert_eq!(payload_of(&events[1].header, &notes), Some(&b"note one"[..]));
    assert_eq!(payload_of(&events[2].header, &notes), Some(&b"note two"[..]));
    assert!(batch.open(1, &GroupKey::from_bytes([4; 32]).class()).is_err());
}

fn log_identity() -> LogIdentity {
    LogIdentity {
        origin: "registry.example.org/sceau/1".to_owned(),
        log_key: array(V3, "log-key"),
        clock_key: array(V3, "clock-key"),
        url: "https://registry.example.org".to_owned(),
        receive_key: [0; 32],
    }
}

#[test]
fn v3_logs_the_batch_and_proves_it() {
    let entry = Entry::of(&v2(), Moment(1_795_305_601_000));
    assert_eq!(entry.leaf(), array(V3, "leaf"));
    let leaves = [tree::leaf(b"entry0"), tree::leaf(b"entry1"), entry.leaf()];
    let log: tree::Tree = leaves.into_iter().collect();
    let path = log.inclusion(2, 3).unwrap();
    assert_eq!(path, [array(V3, "path")]);
    assert_eq!(tree::root(&leaves), array(V3, "root"));

    let receipt = Receipt { entry: entry.encode(), index: 2, path, note: V3_NOTE.to_owned() };
    let (found, checkpoint) = receipt.verify(&log_identity()).unwrap();
    assert_eq!(found, entry);
    assert_eq!(checkpoint.at(), Moment(1_795_305_602_000));
    assert_eq!(checkpoint.seen(), Seen { epoch: 1, size: 3, root: array(V3, "root") });
}

#[test]
fn v3_note_is_made_again_byte_for_byte() {
    let (log, clock) = (SecretSigner::from_seed(&[3; 32]), SecretSigner::from_seed(&[4; 32]));
    assert_eq!((log.public(), clock.public()), (array(V3, "log-key"), array(V3, "clock-key")));
    let origin = log_identity().origin;
    let checkpoint = Checkpoint { origin: origin.clone(), size: 3, root: array(V3, "root") };
    let mut note = SignedNote::issue(checkpoint, &log);
    note.cosign(&clock_name(&origin), &clock, Moment(1_795_305_602_000));
    assert_eq!(note.to_text(), V3_NOTE);
    assert!(VerifiedCheckpoint::verify(V3_NOTE, &log_identity()).is_ok());
}

#[test]
fn v4_opens_a_wrap_of_the_dossier_key() {
    let (secret, _) = <X25519HkdfSha256 as Kem>::derive_keypair(&[9; 32]);
    let secret: [u8; 32] = secret.to_bytes().into();
    assert_eq!(secret, array(V4, "secret"));
    let label =
        WrapLabel { institute: institute(), group: GroupId([0xd1; 16]), epoch: 1, device: device().id() };
    assert_eq!(label.info(), field(V4, "info"));
    let wrap = [field(V4, "enc"), field(V4, "ct")].concat().try_into().unwrap();
    let announced = dossier_key().commitment(&institute());
    let secret = ReceiveSecret::from_bytes(secret);
    let key = unwrap(&wrap, &secret, &label, &announced).unwrap();
    assert_eq!(key.expose(), dossier_key().expose());
}

#[test]
fn v4_rfc_9180_appendix_a_2_1_opens() {
    let secret = unhex("8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb");
    let enc = unhex("1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a");
    let ct =
        unhex("1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28");
    let plain = single_shot_open::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
        &OpModeR::Base,
        &Deserializable::from_bytes(&secret).unwrap(),
        &Deserializable::from_bytes(&enc).unwrap(),
        b"Ode on a Grecian Urn",
        &ct,
        b"Count-0",
    );
    assert_eq!(plain.unwrap(), b"Beauty is truth, truth beauty");
}
