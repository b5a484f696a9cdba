-- Copies, versions and withdrawals. What a reader of these tables needs first are the views at the end: `current_version` has
-- one row for each report that counts now, `current_event`, `current_statement`, `current_position` what they tell, and
-- `current_copy` the reports that only repeat one of them.

-- What a wire service says of the item a version is of; NULL where no wire brought it.
ALTER TABLE version ADD COLUMN wire TEXT;                      -- the service's id of the item, the same for all versions
ALTER TABLE version ADD COLUMN wire_version TEXT;              -- as the service writes it, mostly a counted number
ALTER TABLE version ADD COLUMN embargo TEXT;                   -- UTC, "2015-11-26T17:00:00Z": kept, but not current before

-- A report is found again by its address or by its wire's id.
ALTER TABLE document ADD COLUMN wire TEXT;
CREATE UNIQUE INDEX document_wire ON document (wire);

-- What a wire said of whether a report may be printed, each time it said that it may not or may again. The last one counts:
-- the one with the highest number of the wire's, or the one read last.
CREATE TABLE notice (
  number    INTEGER PRIMARY KEY,
  document  INTEGER NOT NULL REFERENCES document,
  wire_version TEXT,
  status    TEXT NOT NULL CHECK (status IN ('usable', 'withheld', 'canceled')),
  source    TEXT NOT NULL,            -- the file or address it was read from
  text      TEXT NOT NULL,            -- what it came with
  added     TEXT NOT NULL             -- when it was read, UTC
) STRICT;
CREATE INDEX notice_document ON notice (document);

-- Reports that repeat one another are a family: agency copy in several papers, cut, with another title or a few other words.
CREATE TABLE family (
  number    INTEGER PRIMARY KEY,
  origin    INTEGER NOT NULL REFERENCES version,  -- the member the others seem to be made from
  agency    TEXT,                                 -- the agency a member names; NULL where none does
  reason    TEXT NOT NULL                         -- why this member is the origin
) STRICT;

CREATE TABLE member (
  version     INTEGER PRIMARY KEY REFERENCES version ON DELETE CASCADE,
  family      INTEGER NOT NULL REFERENCES family,
  copy_of     INTEGER REFERENCES version,         -- the version whose record speaks for this one too; NULL where its own counts
  similarity  REAL NOT NULL,                      -- with the origin, 0 to 1: the share of the shorter text's words in the longer, in runs of three
  differences TEXT NOT NULL                       -- a JSON array of short notes: what was changed in the origin to get this one
) STRICT;
CREATE INDEX member_family ON member (family);
CREATE INDEX member_copy_of ON member (copy_of);

-- What texts are compared by (dateline.compare.copies). Not for reading.
CREATE TABLE signature (
  version   INTEGER PRIMARY KEY REFERENCES version ON DELETE CASCADE,
  method    INTEGER NOT NULL,                     -- of making shingles and bands; those of another method are made anew
  blocks    TEXT NOT NULL,                        -- a JSON array of [kind, start, end]: the blocks of the text
  shingles  BLOB NOT NULL                         -- a hash for each three words of prose, in order, 4 bytes each, little-endian
) STRICT;

CREATE INDEX signature_method ON signature (method);

CREATE TABLE band (                               -- part of a MinHash signature: reports with a band in common may be copies
  hash      INTEGER NOT NULL,
  version   INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  PRIMARY KEY (hash, version)
) STRICT, WITHOUT ROWID;

-- Documents that a wire has taken back, with the notice that says so.
CREATE VIEW withdrawn_document AS
SELECT n.* FROM notice n
WHERE n.status <> 'usable'
  AND NOT EXISTS (
    SELECT 1 FROM notice o WHERE o.document = n.document
      AND (coalesce(CAST(o.wire_version AS INTEGER), 0), o.number) > (coalesce(CAST(n.wire_version AS INTEGER), 0), n.number));

-- The newest version of each document at this moment. Newer is what the wire counts higher, then what was changed later, then
-- what was read later. A version under embargo is not there yet.
CREATE VIEW latest_version AS
SELECT v.* FROM version v
WHERE (v.embargo IS NULL OR v.embargo <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
  AND NOT EXISTS (
    SELECT 1 FROM version w
    WHERE w.document = v.document AND w.number <> v.number
      AND (w.embargo IS NULL OR w.embargo <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
      AND (coalesce(CAST(w.wire_version AS INTEGER), 0), coalesce(w.modified, w.published, substr(w.added, 1, 10)), w.ordinal)
        > (coalesce(CAST(v.wire_version AS INTEGER), 0), coalesce(v.modified, v.published, substr(v.added, 1, 10)), v.ordinal));

-- The versions whose records count: the latest of each document, not taken back, no copy of another. `family` is NULL for a
-- report that nobody repeats; versions of one family are one source, not several.
CREATE VIEW current_version AS
SELECT v.*, m.family FROM latest_version v LEFT JOIN member m ON m.version = v.number
WHERE NOT EXISTS (SELECT 1 FROM withdrawn_document d WHERE d.document = v.document)
  AND NOT EXISTS (
    SELECT 1 FROM version k WHERE k.number = m.copy_of
      AND (k.embargo IS NULL OR k.embargo <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now')));

-- The reports that stand but only repeat another: `copy_of` is the version whose record speaks for them.
CREATE VIEW current_copy AS
SELECT v.*, m.family, m.copy_of, m.similarity, m.differences FROM latest_version v JOIN member m ON m.version = v.number
WHERE NOT EXISTS (SELECT 1 FROM withdrawn_document d WHERE d.document = v.document)
  AND EXISTS (
    SELECT 1 FROM version k WHERE k.number = m.copy_of
      AND (k.embargo IS NULL OR k.embargo <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now')));

CREATE VIEW current_event AS SELECT e.*, v.family FROM event e JOIN current_version v ON v.number = e.version;
CREATE VIEW current_statement AS SELECT s.*, v.family FROM statement s JOIN current_version v ON v.number = s.version;
CREATE VIEW current_position AS SELECT p.*, v.family FROM position p JOIN current_version v ON v.number = p.version;
