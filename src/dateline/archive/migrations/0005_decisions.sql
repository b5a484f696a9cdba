-- What people decided about what was read: a log that only grows. A decision names its piece by content (the report, the layer,
-- where the words stand, and the type it was read as), never by a number of this archive, so that it holds after a new reading.

CREATE TABLE decision (
  number    INTEGER PRIMARY KEY AUTOINCREMENT,
  verdict   TEXT NOT NULL CHECK (verdict IN ('accept', 'reject', 'correct', 'add', 'merge', 'split', 'undo')),
  author    TEXT NOT NULL CHECK (trim(author) <> ''),
  made      TEXT NOT NULL,            -- UTC
  via       TEXT NOT NULL,            -- what it was made with: brat, label-studio, …
  document  TEXT,                     -- the report's id, as in version.id
  layer     TEXT CHECK (layer IN ('event', 'statement', 'position', 'actor', 'place', 'time')),
  start     INTEGER,                  -- of the words, in code points; of several stretches the first start and the last end
  "end"     INTEGER,
  type      TEXT,
  other     TEXT,                     -- merge and split: the other piece, a JSON object {document, layer, start, end, type}
  change    TEXT,                     -- correct: what it should be, a JSON object {type, spans: [[start, end], …]}
  note      TEXT,
  undoes    INTEGER REFERENCES decision,
  CHECK ((verdict = 'undo') = (undoes IS NOT NULL)),
  CHECK (verdict = 'undo' OR (document IS NOT NULL AND layer IS NOT NULL AND 0 <= start AND start < "end" AND type IS NOT NULL)),
  CHECK ((verdict = 'correct') = (change IS NOT NULL)),
  CHECK ((verdict IN ('merge', 'split')) = (other IS NOT NULL))
) STRICT;
CREATE INDEX decision_document ON decision (document);
CREATE UNIQUE INDEX decision_undoes ON decision (undoes);

CREATE TRIGGER decision_is_never_changed BEFORE UPDATE ON decision
BEGIN SELECT raise(ABORT, 'decisions are never changed; log an undo'); END;
CREATE TRIGGER decision_is_never_deleted BEFORE DELETE ON decision
BEGIN SELECT raise(ABORT, 'decisions are never deleted; log an undo'); END;

-- The decisions that hold: not undone and, of several verdicts on one piece, the last. Merges and splits hold side by side.
CREATE VIEW standing_decision AS
SELECT d.* FROM decision d
WHERE d.verdict <> 'undo'
  AND NOT EXISTS (SELECT 1 FROM decision u WHERE u.undoes = d.number)
  AND (d.verdict IN ('merge', 'split') OR NOT EXISTS (
    SELECT 1 FROM decision n
    WHERE n.number > d.number AND n.document = d.document AND n.layer = d.layer AND n.start = d.start AND n."end" = d."end"
      AND n.type = d.type AND n.verdict IN ('accept', 'reject', 'correct', 'add')
      AND NOT EXISTS (SELECT 1 FROM decision u WHERE u.undoes = n.number)));
