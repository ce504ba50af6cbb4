-- Search over evidence and over one's own words. Texts can be read again from the evidence, so that those of the former
-- table, which no window ever filled, are left behind.
DROP TRIGGER page_text_in;
DROP TRIGGER page_text_out;
DROP TRIGGER page_text_new;
DROP TABLE page_search;
DROP TABLE page_text;

-- What can be found. `kind`: 0 a page of evidence, 1 a note, 2 a reason, 3 a cited passage, 4 and 5 a criterion in
-- French and in English.
CREATE TABLE text (
  id      INTEGER PRIMARY KEY,
  dossier BLOB    NOT NULL CHECK (length(dossier) = 16),
  kind    INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 5),
  root    BLOB    CHECK (length(root) = 32),
  page    INTEGER CHECK (page > 0),
  key     TEXT    NOT NULL,
  body    TEXT    NOT NULL,
  CHECK (kind <> 0 OR (root IS NOT NULL AND page IS NOT NULL))
) STRICT;
CREATE INDEX text_by_dossier ON text (dossier, kind);
CREATE UNIQUE INDEX text_of_page ON text (root, page) WHERE kind = 0;

-- The index holds folded words only and is kept in step by the program, which alone can fold. `parted` reads words that
-- a line's end cut at a hyphen as two.
CREATE VIRTUAL TABLE word USING fts5 (folded, parted, content = '', tokenize = 'ascii', prefix = '2 3');
-- Without this an erased dossier would leave its words in the index until the next merge.
INSERT INTO word (word, rank) VALUES ('secure-delete', 1);

-- How words were folded when they went in; the index is made again when the program folds otherwise.
CREATE TABLE folding (version INTEGER NOT NULL) STRICT;

-- How far each file was read. `letters` of a file that was read to its end: 0 for one without text. `pages` is 0 for a
-- file that cannot be read.
CREATE TABLE reading (
  root    BLOB    NOT NULL PRIMARY KEY CHECK (length(root) = 32),
  dossier BLOB    NOT NULL CHECK (length(dossier) = 16),
  pages   INTEGER NOT NULL CHECK (pages >= 0),
  done    INTEGER NOT NULL CHECK (done >= 0),
  letters INTEGER NOT NULL CHECK (letters >= 0)
) STRICT, WITHOUT ROWID;

-- Dossiers whose own words are in the index, and whether they changed since.
CREATE TABLE own_words (
  dossier BLOB    NOT NULL PRIMARY KEY CHECK (length(dossier) = 16),
  stale   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER draft_in AFTER INSERT ON draft WHEN new.kind IN ('row', 'note') BEGIN
  UPDATE own_words SET stale = 1 WHERE dossier = new.dossier AND stale = 0;
END;
CREATE TRIGGER draft_new AFTER UPDATE ON draft WHEN new.kind IN ('row', 'note') BEGIN
  UPDATE own_words SET stale = 1 WHERE dossier = new.dossier AND stale = 0;
END;
CREATE TRIGGER draft_out AFTER DELETE ON draft WHEN old.kind IN ('row', 'note') BEGIN
  UPDATE own_words SET stale = 1 WHERE dossier = old.dossier AND stale = 0;
END;
