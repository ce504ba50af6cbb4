//! How much of anything crosses the wire. Both sides read these; the registry enforces them at the door.

/// Largest push, in bytes, before and after decompression (8 MiB).
pub const PUSH: usize = 8 << 20;

/// Largest answer to a sync, headers and parcels, in bytes (8 MiB). Entries come on top, all of them.
pub const ANSWER: usize = 8 << 20;

/// Most batches of one push.
pub const BATCHES: usize = 4096;

/// Most batch hashes in `lacking`.
pub const LACKING: usize = 16_384;

/// Largest body of a join request, in bytes (4 KiB).
pub const JOIN: usize = 4 << 10;

/// Largest founding body, in bytes (256 KiB).
pub const FOUNDING: usize = 256 << 10;

/// Largest sealed chunk of a file, in bytes: 256 KiB and its tag.
pub const CHUNK: usize = (256 << 10) + 16;

/// Most chunks of one file: 512 MiB in chunks of 256 KiB, with room for padding.
pub const CHUNKS: usize = 4096;

/// Largest body of a list of leaves, in bytes.
pub const LEAVES: usize = CHUNKS * 34 + 64;

/// Largest sealed profile, in bytes (64 KiB).
pub const PROFILE: usize = 64 << 10;

/// Largest public document, in bytes (16 MiB).
pub const DOCUMENT: usize = 16 << 20;

/// Most parcels of one request by hash.
pub const PARCELS_PER_REQUEST: usize = 1024;

/// Most entries of one public answer.
pub const ENTRIES: u64 = 1000;

/// Greatest difference between a request's time and the registry's clock, in milliseconds (10 minutes).
pub const CLOCK: u64 = 10 * 60 * 1000;

/// Longest life of an invitation, in milliseconds (14 days).
pub const INVITATION: u64 = 14 * 24 * 60 * 60 * 1000;
