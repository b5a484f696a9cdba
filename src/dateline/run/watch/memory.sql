-- What a watch remembers between two askings. Moments are seconds of the epoch.

CREATE TABLE IF NOT EXISTS feed (
  url       TEXT PRIMARY KEY,
  etag      TEXT,                 -- as the server gave it with the last answer that was worked off
  modified  TEXT,                 -- its Last-Modified, likewise
  next      REAL NOT NULL,        -- when it may be asked again
  failures  INTEGER NOT NULL      -- in a row
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS seen ( -- entries whose record is kept, and those that can never be read
  feed      TEXT NOT NULL,
  key       TEXT NOT NULL,
  digest    TEXT NOT NULL,
  last      REAL NOT NULL,        -- when the feed had it last
  PRIMARY KEY (feed, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS waiting ( -- entries whose page is still to be fetched
  feed      TEXT NOT NULL,
  key       TEXT NOT NULL,
  digest    TEXT NOT NULL,
  link      TEXT NOT NULL,
  day       TEXT,
  failures  INTEGER NOT NULL,
  next      REAL NOT NULL,
  PRIMARY KEY (feed, key)
) STRICT, WITHOUT ROWID;
