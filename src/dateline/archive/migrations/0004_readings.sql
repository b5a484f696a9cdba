-- How records were made, so that changed knowledge is applied to the reports it bears on and to no other; and which reports
-- were set aside unread.

CREATE TABLE reading (
  number    INTEGER PRIMARY KEY,
  coder     TEXT NOT NULL,            -- fast or careful
  model     TEXT NOT NULL,            -- the parser, with its version
  rules     TEXT NOT NULL,            -- a hash of the program and of all knowledge but what follows
  frames    BLOB NOT NULL,            -- zlib-compressed JSON: a hash of each frame, and its words, by its id
  actors    BLOB NOT NULL,            -- the same of the user's own actors, by their names
  UNIQUE (coder, model, rules, frames, actors)
) STRICT;

CREATE TABLE version_reading (
  version   INTEGER PRIMARY KEY REFERENCES version ON DELETE CASCADE,
  reading   INTEGER NOT NULL REFERENCES reading
) STRICT;
CREATE INDEX version_reading_reading ON version_reading (reading);

-- The words of each version, as they stand there and as a dictionary has them; index only.
CREATE VIRTUAL TABLE version_lemmas USING fts5 (lemmas, content = '', detail = none, tokenize = 'unicode61');

CREATE TABLE parse (
  version   INTEGER PRIMARY KEY REFERENCES version ON DELETE CASCADE,
  model     TEXT NOT NULL,            -- the parser, with its version; parses of another are not used
  packed    BLOB NOT NULL             -- see dateline.language.keeping
) STRICT;

-- Reports whose words say that they tell of nothing political. Their texts are not kept: their source has them.
CREATE TABLE set_aside (
  id        TEXT PRIMARY KEY,         -- the document id
  source    TEXT NOT NULL,
  url       TEXT,
  title     TEXT,
  publisher TEXT,
  published TEXT,
  reason    TEXT NOT NULL,
  added     TEXT NOT NULL             -- when, UTC
) STRICT, WITHOUT ROWID;
