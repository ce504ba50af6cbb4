-- Signed records, byte for byte as they were verified. Nothing here is ever changed or deleted; a withheld
-- part is a NULL that may be filled in once. `src-tauri/docs/records.cddl` says what the bytes mean.

CREATE TABLE batch (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  hash      BLOB    NOT NULL UNIQUE CHECK (length(hash) = 32),
  member    BLOB    NOT NULL CHECK (length(member) = 16),
  device    BLOB    NOT NULL CHECK (length(device) = 16),
  number    INTEGER NOT NULL CHECK (number >= 0),
  first_seq INTEGER NOT NULL CHECK (first_seq >= 0),
  headers   INTEGER NOT NULL CHECK (headers >= 0),
  record    BLOB    NOT NULL,
  signature BLOB    NOT NULL CHECK (length(signature) = 64)
) STRICT;
CREATE INDEX batch_by_device ON batch (device, number);

-- What the registry has logged, in the order of the log. `received` never decreases.
CREATE TABLE entry (
  log_index INTEGER PRIMARY KEY CHECK (log_index >= 0),
  received  INTEGER NOT NULL CHECK (received >= 0),
  batch     INTEGER NOT NULL UNIQUE REFERENCES batch (id)
) STRICT;

-- Own batches that the registry has not acknowledged.
CREATE TABLE outbox (
  batch INTEGER PRIMARY KEY REFERENCES batch (id)
) STRICT;

-- A header is NULL while the registry withholds it. After a fork two branches share (device, seq).
CREATE TABLE header (
  batch    INTEGER NOT NULL REFERENCES batch (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  kind     INTEGER CHECK (kind BETWEEN 0 AND 65535),
  bytes    BLOB CHECK ((bytes IS NULL) = (kind IS NULL)),
  PRIMARY KEY (batch, position)
) STRICT, WITHOUT ROWID;

-- Parcels by hash: NULL while withheld, or once erased. Two batches may name the same bytes (an empty clear
-- parcel, for one). `length` is what the signed record says.
CREATE TABLE parcel (
  sha256 BLOB NOT NULL PRIMARY KEY CHECK (length(sha256) = 32),
  bytes  BLOB
) STRICT;
CREATE TABLE batch_parcel (
  batch  INTEGER NOT NULL REFERENCES batch (id),
  place  INTEGER NOT NULL CHECK (place BETWEEN 0 AND 15),
  access INTEGER NOT NULL CHECK (access BETWEEN 0 AND 3),
  length INTEGER NOT NULL CHECK (length >= 0),
  sha256 BLOB    NOT NULL REFERENCES parcel (sha256),
  PRIMARY KEY (batch, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX batch_parcel_by_hash ON batch_parcel (sha256);

-- The last checkpoint that this laptop verified: one row. Its double lies outside this file.
CREATE TABLE checkpoint (
  one      INTEGER PRIMARY KEY CHECK (one = 1),
  size     INTEGER NOT NULL CHECK (size >= 0),
  root     BLOB    NOT NULL CHECK (length(root) = 32),
  note     TEXT    NOT NULL,
  frontier BLOB    NOT NULL CHECK (length(frontier) % 32 = 0)
) STRICT;

-- Events that nobody can judge yet, and what is missing.
CREATE TABLE parked (
  device  BLOB    NOT NULL CHECK (length(device) = 16),
  seq     INTEGER NOT NULL CHECK (seq >= 0),
  missing TEXT    NOT NULL,
  PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID;
