-- The archive: one SQLite file. A document is an address; each text found there is a version of it, and each version has one
-- record. Offsets count Unicode code points into version.text; dates are ISO text; unknown is NULL.

CREATE TABLE document (
  number    INTEGER PRIMARY KEY,
  address   TEXT NOT NULL UNIQUE      -- the URL, or "text:" and the version's id where there is none
) STRICT;

CREATE TABLE version (
  number    INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,     -- the document id of the record: a hash of publisher, URL and text
  document  INTEGER NOT NULL REFERENCES document,
  ordinal   INTEGER NOT NULL,         -- 1 for the first text seen at the address, 2 for the next
  source    TEXT NOT NULL,
  url       TEXT,
  title     TEXT,
  publisher TEXT,
  agency    TEXT,
  authors   TEXT NOT NULL,            -- a JSON array
  published TEXT,
  modified  TEXT,
  dateline  TEXT,
  language  TEXT,
  text      TEXT NOT NULL,
  added     TEXT NOT NULL,            -- when it was read, UTC
  record    BLOB NOT NULL,            -- the record as JSON without the text, zlib-compressed; the tables below are its index
  UNIQUE (document, ordinal)
) STRICT;
CREATE INDEX version_published ON version (published);

CREATE TABLE actor (
  version   INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  id        TEXT NOT NULL,
  name      TEXT NOT NULL,
  kind      TEXT NOT NULL,
  country   TEXT,
  sector    TEXT,
  office    TEXT,
  wikidata  TEXT,
  reason    TEXT NOT NULL,
  PRIMARY KEY (version, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX actor_name ON actor (name);
CREATE INDEX actor_country ON actor (country);

CREATE TABLE mention (
  version   INTEGER NOT NULL,
  actor     TEXT NOT NULL,
  start     INTEGER NOT NULL,
  "end"     INTEGER NOT NULL,
  form      TEXT NOT NULL,
  PRIMARY KEY (version, actor, start, "end"),
  FOREIGN KEY (version, actor) REFERENCES actor (version, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE place (
  version   INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  id        TEXT NOT NULL,
  start     INTEGER NOT NULL,
  "end"     INTEGER NOT NULL,
  name      TEXT NOT NULL,
  kind      TEXT NOT NULL,
  country   TEXT,
  admin1    TEXT,
  latitude  REAL,
  longitude REAL,
  geonames_id INTEGER,
  reason    TEXT NOT NULL,
  PRIMARY KEY (version, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE time (
  version   INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  start     INTEGER NOT NULL,
  "end"     INTEGER NOT NULL,
  type      TEXT NOT NULL,
  value     TEXT NOT NULL,
  anchor    TEXT,
  rule      TEXT NOT NULL,
  reason    TEXT NOT NULL
) STRICT;
CREATE INDEX time_version ON time (version);

-- Events, statements and positions share one row of numbers: what `dateline show NUMBER` opens.
CREATE TABLE item (
  number    INTEGER PRIMARY KEY AUTOINCREMENT,
  version   INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  layer     TEXT NOT NULL CHECK (layer IN ('event', 'statement', 'position')),
  id        TEXT NOT NULL,
  UNIQUE (version, id)
) STRICT;

CREATE TABLE event (
  number    INTEGER PRIMARY KEY REFERENCES item ON DELETE CASCADE,
  version   INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  id        TEXT NOT NULL,
  type      TEXT NOT NULL,
  mode      TEXT,
  contexts  TEXT NOT NULL,            -- a JSON array
  quad      INTEGER NOT NULL,
  cameo     TEXT,
  score     REAL NOT NULL,
  status    TEXT NOT NULL,
  date      TEXT,
  place     TEXT,
  killed    INTEGER,
  injured   INTEGER,
  arrested  INTEGER,
  source    TEXT,                     -- the actor in whose statement it is told
  same_as   TEXT NOT NULL,
  rule      TEXT NOT NULL,
  reason    TEXT NOT NULL,
  UNIQUE (version, id)
) STRICT;
CREATE INDEX event_date ON event (date);
CREATE INDEX event_type ON event (type, status);

CREATE TABLE role (
  event     INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  role      TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
  ordinal   INTEGER NOT NULL,
  version   INTEGER NOT NULL,
  actor     TEXT NOT NULL,
  PRIMARY KEY (event, role, ordinal),
  FOREIGN KEY (version, actor) REFERENCES actor (version, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX role_actor ON role (version, actor);

CREATE TABLE statement (
  number    INTEGER PRIMARY KEY REFERENCES item ON DELETE CASCADE,
  version   INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  id        TEXT NOT NULL,
  speaker   TEXT,
  words     TEXT NOT NULL,            -- the content, pieces joined by " … "
  directness TEXT NOT NULL,
  anonymous INTEGER NOT NULL,
  anonymous_at_least INTEGER,         -- how many unnamed people speak: 2 for "officials"
  anonymous_exactly INTEGER,          -- where their number is told: 1 for "an official", 3 for "three diplomats"
  anonymity_reason TEXT,
  addressee TEXT,
  medium    TEXT,
  date      TEXT,
  within    TEXT,
  rule      TEXT NOT NULL,
  reason    TEXT NOT NULL,
  UNIQUE (version, id)
) STRICT;

CREATE TABLE speaker (                -- everybody who said it: one, or several with one voice
  statement INTEGER NOT NULL REFERENCES statement ON DELETE CASCADE,
  ordinal   INTEGER NOT NULL,
  version   INTEGER NOT NULL,
  actor     TEXT NOT NULL,
  PRIMARY KEY (statement, ordinal),
  FOREIGN KEY (version, actor) REFERENCES actor (version, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX speaker_actor ON speaker (version, actor);

CREATE TABLE position (
  number    INTEGER PRIMARY KEY REFERENCES item ON DELETE CASCADE,
  version   INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  id        TEXT NOT NULL,
  kind      TEXT NOT NULL,
  words     TEXT NOT NULL,
  condition TEXT,
  relation  TEXT,
  deadline  TEXT,
  topic     TEXT,
  source    TEXT,
  statement TEXT,
  rule      TEXT NOT NULL,
  reason    TEXT NOT NULL,
  UNIQUE (version, id)
) STRICT;
CREATE INDEX position_kind ON position (kind);

CREATE TABLE stance (                 -- who holds a position, and towards whom
  position  INTEGER NOT NULL REFERENCES position ON DELETE CASCADE,
  role      TEXT NOT NULL CHECK (role IN ('holder', 'toward')),
  ordinal   INTEGER NOT NULL,
  version   INTEGER NOT NULL,
  actor     TEXT NOT NULL,
  PRIMARY KEY (position, role, ordinal),
  FOREIGN KEY (version, actor) REFERENCES actor (version, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX stance_actor ON stance (version, actor);

CREATE TABLE evidence (               -- where each item stands
  item      INTEGER NOT NULL REFERENCES item ON DELETE CASCADE,
  part      TEXT NOT NULL CHECK (part IN ('trigger', 'sentence', 'content', 'cue', 'speaker', 'condition')),
  ordinal   INTEGER NOT NULL,
  start     INTEGER NOT NULL,
  "end"     INTEGER NOT NULL,
  PRIMARY KEY (item, part, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE diagnostic (
  version   INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  stage     TEXT NOT NULL,
  message   TEXT NOT NULL,
  start     INTEGER,
  "end"     INTEGER
) STRICT;

CREATE VIRTUAL TABLE version_words USING fts5 (title, text, content = 'version', content_rowid = 'number', tokenize = 'porter unicode61');
CREATE VIRTUAL TABLE statement_words USING fts5 (words, content = 'statement', content_rowid = 'number', tokenize = 'porter unicode61');
-- The paragraph a statement stands in, index only: what it is about is often named beside it.
CREATE VIRTUAL TABLE statement_around USING fts5 (paragraph, content = '', tokenize = 'porter unicode61');
CREATE VIRTUAL TABLE position_words USING fts5 (words, condition, topic, content = 'position', content_rowid = 'number', tokenize = 'porter unicode61');
