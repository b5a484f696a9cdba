-- What is derived from the records, so that questions over all of them are quick. Every table here can be emptied and is then
-- made again (dateline.situation.refreshing); records never change by it. Days are ISO text, unknown is NULL.

-- How far the derived tables have come. `stale` is set by the triggers below and cleared by a refresh.
CREATE TABLE joining (
  one        INTEGER PRIMARY KEY CHECK (one = 1),
  rules      INTEGER NOT NULL,        -- the version of the rules of joining; with others everything is made again
  stale      INTEGER NOT NULL,
  item       INTEGER NOT NULL,        -- items up to this number are joined
  version    INTEGER NOT NULL,        -- versions up to this number are joined
  turns      TEXT                     -- when the next embargo ends, UTC
) STRICT;
INSERT INTO joining VALUES (1, 0, 1, 0, 0, NULL);

-- From which day on, and up to which day (not included), a version is what its report says. No row: it never counts, because
-- its report is withdrawn, it is under embargo still, or another version's record speaks for it.
CREATE TABLE known_version (
  version    INTEGER PRIMARY KEY REFERENCES version ON DELETE CASCADE,
  document   INTEGER NOT NULL,
  family     INTEGER NOT NULL,        -- the version its copies are made from; its own number where nobody repeats it
  copies     INTEGER NOT NULL,        -- reports that only repeat it
  since      TEXT,                    -- NULL: nobody knows
  until      TEXT,                    -- NULL: it still is
  publisher  TEXT,
  agency     TEXT
) STRICT;
CREATE INDEX known_version_document ON known_version (document);
CREATE INDEX known_version_since ON known_version (since);

-- Actors of all reports under one key.
CREATE TABLE party (
  number     INTEGER PRIMARY KEY,
  key        TEXT NOT NULL UNIQUE,    -- a state's key is its country's code
  name       TEXT NOT NULL,           -- the name most reports use
  country    TEXT,
  kind       TEXT NOT NULL,
  reports    INTEGER NOT NULL,        -- that name it
  events     INTEGER NOT NULL         -- joined events it takes part in
) STRICT;
CREATE INDEX party_country ON party (country);
CREATE INDEX party_events ON party (events DESC, reports DESC, number);

CREATE TABLE party_key (              -- keys as found, each with the fullest key it can only mean
  number     INTEGER PRIMARY KEY,
  key        TEXT NOT NULL UNIQUE,
  ending     TEXT,                    -- the last word of its name: keys of one ending may be of one actor
  party      INTEGER NOT NULL REFERENCES party
) STRICT;
CREATE INDEX party_key_ending ON party_key (ending);
CREATE INDEX party_key_party ON party_key (party);

CREATE TABLE party_of (               -- which key an actor of a report has; no row where nothing tells it from others
  version    INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  actor      TEXT NOT NULL,
  key        INTEGER NOT NULL REFERENCES party_key,
  PRIMARY KEY (version, actor)
) STRICT, WITHOUT ROWID;
CREATE INDEX party_of_key ON party_of (key);

CREATE TABLE party_name (             -- every name a party is known by
  number     INTEGER PRIMARY KEY,
  party      INTEGER NOT NULL REFERENCES party,
  name       TEXT NOT NULL,
  folded     TEXT NOT NULL,           -- lower case, without accents and article
  reports    INTEGER NOT NULL,
  UNIQUE (party, name)
) STRICT;
CREATE INDEX party_name_folded ON party_name (folded);
CREATE VIRTUAL TABLE party_words USING fts5 (folded, content = 'party_name', content_rowid = 'number', tokenize = 'unicode61');

-- Events across reports. Values are those most of the tellings that count now give.
CREATE TABLE joined_event (
  number     INTEGER PRIMARY KEY,     -- of its first telling
  type       TEXT NOT NULL,
  status     TEXT NOT NULL,
  quad       INTEGER NOT NULL,
  score      REAL NOT NULL,
  date       TEXT,
  first_day  TEXT NOT NULL,           -- the days `date` can mean; '9999' where it is unknown
  last_day   TEXT,
  place      TEXT,
  country    TEXT,                    -- where it happened
  since      TEXT,                    -- known from this day
  until      TEXT,                    -- no longer told from this day on; NULL: still told
  reports    INTEGER NOT NULL,
  sources    INTEGER NOT NULL,        -- independent ones
  story      INTEGER
) STRICT;
CREATE INDEX joined_event_day ON joined_event (first_day, number, until, since, type, status);
CREATE INDEX joined_event_since ON joined_event (since);
CREATE INDEX joined_event_type ON joined_event (type, first_day);
CREATE INDEX joined_event_story ON joined_event (story, first_day);

CREATE TABLE telling (                -- which joined event an event of a record tells
  event      INTEGER PRIMARY KEY REFERENCES event ON DELETE CASCADE,
  joined     INTEGER NOT NULL,
  version    INTEGER NOT NULL,
  type       TEXT NOT NULL,
  first_day  TEXT,                    -- the days its date can mean; without a date, the day of its report
  last_day   TEXT,
  acts       TEXT NOT NULL,           -- stems of the words that name the act, and
  words      TEXT NOT NULL            -- of its sentence
) STRICT;
CREATE INDEX telling_joined ON telling (joined);
CREATE INDEX telling_version ON telling (version);
CREATE INDEX telling_day ON telling (first_day, type);

CREATE TABLE telling_link (           -- why two tellings are of one event
  event      INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  other      INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  score      REAL NOT NULL,
  reason     TEXT NOT NULL,
  PRIMARY KEY (event, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX telling_link_other ON telling_link (other);

-- Who takes part, and (level 0) the countries of those who do; level 1 is the parties themselves.
CREATE TABLE joined_party (
  level      INTEGER NOT NULL,
  party      INTEGER NOT NULL,
  first_day  TEXT NOT NULL,
  joined     INTEGER NOT NULL,
  role       TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
  PRIMARY KEY (level, party, first_day, joined, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX joined_party_joined ON joined_party (joined);

-- Deeds and words from one party towards another: those of events told as actual, statements to somebody, positions towards
-- somebody. At level 0 countries stand for all who act for them, and whoever has no country for itself; at level 1 all for themselves.
CREATE TABLE tie (
  level      INTEGER NOT NULL,
  party      INTEGER NOT NULL,
  toward     INTEGER NOT NULL,
  day        TEXT,                    -- NULL where no week is known
  quad       INTEGER NOT NULL,        -- 0 for words
  score      REAL NOT NULL,
  since      TEXT,
  until      TEXT,
  item       INTEGER NOT NULL         -- the joined event, statement or position
) STRICT;
CREATE INDEX tie_pair ON tie (level, party, toward, day, quad, score, since, until, item);
CREATE INDEX tie_day ON tie (level, day);
CREATE INDEX tie_item ON tie (item);

-- Who says or holds what, and towards whom, by day; levels as above. Where no day is known it is '9999'.
CREATE TABLE voice (
  level      INTEGER NOT NULL,
  party      INTEGER NOT NULL,
  layer      TEXT NOT NULL CHECK (layer IN ('statement', 'position')),
  role       TEXT NOT NULL CHECK (role IN ('by', 'toward')),
  day        TEXT NOT NULL,
  item       INTEGER NOT NULL REFERENCES item ON DELETE CASCADE,
  PRIMARY KEY (level, party, layer, role, day, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX voice_item ON voice (item);

CREATE TABLE utterance (              -- when a statement or position was made known, and the first of those in the same words
  item       INTEGER PRIMARY KEY REFERENCES item ON DELETE CASCADE,
  layer      TEXT NOT NULL,
  kind       TEXT NOT NULL,           -- of a position; of a statement how direct it is
  version    INTEGER NOT NULL,
  day        TEXT NOT NULL,
  since      TEXT,
  until      TEXT,
  same       TEXT NOT NULL,           -- equal for the same words of the same speakers
  stems      TEXT NOT NULL            -- of its words
) STRICT;
CREATE INDEX utterance_day ON utterance (layer, day, item, until, since, kind);
CREATE INDEX utterance_version ON utterance (version);
CREATE INDEX utterance_same ON utterance (layer, same, item, since, until);

CREATE TABLE topic (                  -- the matters a position belongs to
  topic      TEXT NOT NULL,
  item       INTEGER NOT NULL REFERENCES item ON DELETE CASCADE,
  PRIMARY KEY (topic, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX topic_item ON topic (item);

CREATE TABLE story_report (           -- what a report is about (dateline.compare.stories), and its story
  version    INTEGER PRIMARY KEY REFERENCES version ON DELETE CASCADE,
  story      INTEGER,
  published  TEXT,
  title      TEXT,
  marks      TEXT NOT NULL
) STRICT;
CREATE INDEX story_report_story ON story_report (story);

CREATE TABLE story (
  number     INTEGER PRIMARY KEY,     -- the version of its first report
  title      TEXT NOT NULL,
  first_day  TEXT,
  last_day   TEXT,
  events     INTEGER NOT NULL,
  reports    INTEGER NOT NULL,
  since      TEXT
) STRICT;
CREATE INDEX story_size ON story (reports DESC, number);

-- In how many sentences of events, statements and positions a stem stands: the fewer, the more it says.
CREATE TABLE stem (
  stem       TEXT PRIMARY KEY,
  items      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What is asked in words, index only; rowid is the number of the event, statement or position. `parties` are the names of those who
-- take part and of their countries, `around` the paragraph it stands in; the matters of a position count among its words.
CREATE VIRTUAL TABLE event_words USING fts5 (words, parties, content = '', tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE utterance_words USING fts5 (
  words, parties, around, content = '', tokenize = 'porter unicode61 remove_diacritics 2');

CREATE INDEX version_embargo ON version (embargo, document) WHERE embargo IS NOT NULL;

CREATE TRIGGER version_read AFTER INSERT ON version BEGIN UPDATE joining SET stale = 1 WHERE stale = 0; END;
CREATE TRIGGER version_changed AFTER UPDATE OF published, modified, publisher, agency, document ON version
  BEGIN UPDATE joining SET stale = 1, rules = 0 WHERE rules <> 0; END;
CREATE TRIGGER item_read AFTER INSERT ON item BEGIN UPDATE joining SET stale = 1 WHERE stale = 0; END;
-- Reports that are read anew have other items: then everything is made again.
CREATE TRIGGER item_gone AFTER DELETE ON item BEGIN UPDATE joining SET stale = 1, rules = 0 WHERE rules <> 0; END;
CREATE TRIGGER notice_read AFTER INSERT ON notice BEGIN UPDATE joining SET stale = 1 WHERE stale = 0; END;
CREATE TRIGGER member_read AFTER INSERT ON member BEGIN UPDATE joining SET stale = 1 WHERE stale = 0; END;
CREATE TRIGGER member_changed AFTER UPDATE ON member BEGIN UPDATE joining SET stale = 1 WHERE stale = 0; END;
CREATE TRIGGER member_gone AFTER DELETE ON member BEGIN UPDATE joining SET stale = 1 WHERE stale = 0; END;
