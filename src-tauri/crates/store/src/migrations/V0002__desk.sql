-- What belongs to this desk alone: keys, drafts, evidence, and the memory of past syncs.

CREATE TABLE secret (
  name  TEXT NOT NULL PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE group_key (
  group_id BLOB    NOT NULL CHECK (length(group_id) = 16),
  epoch    INTEGER NOT NULL CHECK (epoch >= 0),
  key      BLOB    NOT NULL CHECK (length(key) = 32),
  PRIMARY KEY (group_id, epoch)
) STRICT, WITHOUT ROWID;

-- Keystrokes that are not in a batch yet. `row` is the id that the row keeps for ever.
CREATE TABLE draft (
  row     BLOB    NOT NULL PRIMARY KEY CHECK (length(row) = 16),
  dossier BLOB    NOT NULL CHECK (length(dossier) = 16),
  kind    TEXT    NOT NULL,
  key     TEXT    NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 0),
  updated INTEGER NOT NULL CHECK (updated >= 0),
  body    BLOB    NOT NULL
) STRICT;
CREATE INDEX draft_by_dossier ON draft (dossier, kind, key);

-- Evidence. The chunks are ciphertext and lie beside the database; here is what they are and which are in.
CREATE TABLE file (
  root     BLOB    NOT NULL PRIMARY KEY CHECK (length(root) = 32),
  dossier  BLOB    NOT NULL CHECK (length(dossier) = 16),
  chunks   INTEGER NOT NULL CHECK (chunks > 0),
  manifest BLOB    NOT NULL,
  leaves   BLOB CHECK (length(leaves) = 32 * chunks)
) STRICT;
CREATE INDEX file_by_dossier ON file (dossier);
CREATE TABLE chunk (
  root   BLOB    NOT NULL REFERENCES file (root) ON DELETE CASCADE,
  place  INTEGER NOT NULL CHECK (place >= 0),
  sha256 BLOB    NOT NULL CHECK (length(sha256) = 32),
  PRIMARY KEY (root, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE page_text (
  id      INTEGER PRIMARY KEY,
  dossier BLOB    NOT NULL CHECK (length(dossier) = 16),
  root    BLOB    NOT NULL REFERENCES file (root) ON DELETE CASCADE,
  page    INTEGER NOT NULL CHECK (page > 0),
  text    TEXT    NOT NULL,
  UNIQUE (root, page)
) STRICT;
CREATE INDEX page_text_by_dossier ON page_text (dossier);
CREATE VIRTUAL TABLE page_search USING fts5 (
  text, content = 'page_text', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2"
);
-- Without this an erased dossier would leave its words in the index until the next merge.
INSERT INTO page_search (page_search, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER page_text_in AFTER INSERT ON page_text BEGIN
  INSERT INTO page_search (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER page_text_out AFTER DELETE ON page_text BEGIN
  INSERT INTO page_search (page_search, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER page_text_new AFTER UPDATE ON page_text BEGIN
  INSERT INTO page_search (page_search, rowid, text) VALUES ('delete', old.id, old.text);
  INSERT INTO page_search (rowid, text) VALUES (new.id, new.text);
END;

-- What both sides agreed on at the end of a sync.
CREATE TABLE receipt (
  id   INTEGER PRIMARY KEY AUTOINCREMENT,
  at   INTEGER NOT NULL CHECK (at >= 0),
  body BLOB    NOT NULL
) STRICT;

CREATE TABLE setting (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE profile (
  member BLOB NOT NULL PRIMARY KEY CHECK (length(member) = 16),
  sealed BLOB NOT NULL CHECK (length(sealed) = 32),
  plain  BLOB NOT NULL
) STRICT;
