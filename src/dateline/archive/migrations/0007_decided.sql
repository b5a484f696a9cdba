-- What people decided, applied to what is looked at; records and the tables of their pieces stay as they were read.

-- The events, statements and positions that a standing decision rejects or changes, made from the log by a refresh.
CREATE TABLE decided (
  item      INTEGER PRIMARY KEY REFERENCES item ON DELETE CASCADE,
  verdict   TEXT NOT NULL CHECK (verdict IN ('reject', 'correct')),
  author    TEXT NOT NULL,
  type      TEXT,                     -- from here on what a changed piece is now: of an event its type, of a position its kind
  mode      TEXT,
  quad      INTEGER,
  cameo     TEXT,
  score     REAL,
  spans     TEXT,                     -- a JSON array of [start, end]: the words of an event's act, or the content
  words     TEXT,                     -- of a statement or position
  rule      TEXT,
  reason    TEXT
) STRICT;

CREATE VIEW seen_event AS
SELECT e.number, e.version, e.id, coalesce(d.type, e.type) AS type, CASE WHEN d.item IS NULL THEN e.mode ELSE d.mode END AS mode,
  e.contexts, coalesce(d.quad, e.quad) AS quad, CASE WHEN d.item IS NULL THEN e.cameo ELSE d.cameo END AS cameo,
  coalesce(d.score, e.score) AS score, e.status, e.date, e.place, e.killed, e.injured, e.arrested, e.source, e.same_as,
  coalesce(d.rule, e.rule) AS rule, coalesce(d.reason, e.reason) AS reason, d.author AS by_person, d.spans
FROM event e LEFT JOIN decided d ON d.item = e.number WHERE d.verdict IS NOT 'reject';

CREATE VIEW seen_statement AS
SELECT s.number, s.version, s.id, s.speaker, coalesce(d.words, s.words) AS words, s.directness, s.anonymous, s.anonymous_at_least,
  s.anonymous_exactly, s.anonymity_reason, s.addressee, s.medium, s.date, s.within, coalesce(d.rule, s.rule) AS rule,
  coalesce(d.reason, s.reason) AS reason, d.author AS by_person, d.spans
FROM statement s LEFT JOIN decided d ON d.item = s.number WHERE d.verdict IS NOT 'reject';

CREATE VIEW seen_position AS
SELECT p.number, p.version, p.id, coalesce(d.type, p.kind) AS kind, coalesce(d.words, p.words) AS words, p.condition, p.relation,
  p.deadline, p.topic, p.source, p.statement, coalesce(d.rule, p.rule) AS rule, coalesce(d.reason, p.reason) AS reason,
  d.author AS by_person, d.spans
FROM position p LEFT JOIN decided d ON d.item = p.number WHERE d.verdict IS NOT 'reject';

DROP VIEW current_event;
DROP VIEW current_statement;
DROP VIEW current_position;
CREATE VIEW current_event AS SELECT e.*, v.family FROM seen_event e JOIN current_version v ON v.number = e.version;
CREATE VIEW current_statement AS SELECT s.*, v.family FROM seen_statement s JOIN current_version v ON v.number = s.version;
CREATE VIEW current_position AS SELECT p.*, v.family FROM seen_position p JOIN current_version v ON v.number = p.version;

-- A decision bears on everything that was derived: it is made again.
CREATE TRIGGER decision_made AFTER INSERT ON decision BEGIN UPDATE joining SET stale = 1, rules = 0; END;
UPDATE joining SET stale = 1, rules = 0 WHERE EXISTS (SELECT 1 FROM decision);
