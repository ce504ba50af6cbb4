//! Records: bytes in, bytes out. Deterministic CBOR, signed batches of event headers, sealed parcels, chains
//! of charters, devices, key groups, evidence files, the log with its checkpoints. Whoever calls brings keys,
//! clocks and randomness; nothing here reads a file or a network.

pub mod batch;
pub mod build;
pub mod bundle;
pub mod charter;
pub mod device;
pub mod encoding;
pub mod error;
pub mod file;
pub mod group;
pub mod header;
pub mod history;
pub mod invitation;
pub mod log;
pub mod note;
pub mod parcel;
pub mod payload;
pub mod replay;
pub mod request;
pub mod series;
pub mod sign;
pub mod tree;
pub mod verify;
