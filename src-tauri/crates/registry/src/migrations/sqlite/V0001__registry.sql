-- The registry's database. Everything a reader folds is in `entry`, `header` and `parcel`; the rest stands
-- beside the log. Bytes are kept exactly as they were received.

CREATE TABLE fact (
    name  TEXT PRIMARY KEY NOT NULL,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- The log, in order. `place` is the index in the tree.
CREATE TABLE entry (
    place INTEGER PRIMARY KEY NOT NULL CHECK (place >= 0),
    batch BLOB NOT NULL UNIQUE CHECK (length(batch) = 32),
    bytes BLOB NOT NULL
) STRICT;

-- The headers of a batch, in order.
CREATE TABLE header (
    batch    BLOB NOT NULL REFERENCES entry (batch),
    position INTEGER NOT NULL CHECK (position >= 0),
    bytes    BLOB NOT NULL,
    PRIMARY KEY (batch, position)
) STRICT, WITHOUT ROWID;

-- Ciphertexts (and clear parcels) by place in their batch. An erased parcel keeps its line and loses its bytes.
CREATE TABLE parcel (
    batch  BLOB NOT NULL REFERENCES entry (batch),
    place  INTEGER NOT NULL CHECK (place BETWEEN 0 AND 15),
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
    bytes  BLOB,
    PRIMARY KEY (batch, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX parcel_by_hash ON parcel (sha256);

-- The last checkpoint that was handed out for each size.
CREATE TABLE checkpoint (
    size INTEGER PRIMARY KEY NOT NULL CHECK (size >= 0),
    note TEXT NOT NULL
) STRICT;

-- The latest word of each device on a checkpoint.
CREATE TABLE cosignature (
    device BLOB PRIMARY KEY NOT NULL CHECK (length(device) = 16),
    size   INTEGER NOT NULL CHECK (size >= 0),
    line   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Requests of new laptops that wait for the secretariat.
CREATE TABLE join_request (
    invite   BLOB PRIMARY KEY NOT NULL CHECK (length(invite) = 16),
    received INTEGER NOT NULL CHECK (received >= 0),
    body     BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Sealed profiles: an ordinary table, so that a name can be erased.
CREATE TABLE profile (
    member BLOB PRIMARY KEY NOT NULL CHECK (length(member) = 16),
    blob   BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Evidence: the leaves of each file; chunks lie in the folder.
CREATE TABLE file (
    root    BLOB PRIMARY KEY NOT NULL CHECK (length(root) = 32),
    dossier BLOB NOT NULL CHECK (length(dossier) = 16),
    leaves  BLOB NOT NULL
) STRICT, WITHOUT ROWID;
