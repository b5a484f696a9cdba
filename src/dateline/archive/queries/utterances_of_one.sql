-- Statements or positions of one speaker within a scope, read in the order of their days; those in the same words of
-- the same speakers stand for the first of them.
-- `likelihood` says that most rows are within the days: else the planner takes them for few, and sorts them all.
-- :layer      'statement' or 'position'
-- :as_of      an ISO day, or NULL for now
-- :by         a JSON array of one [level, party]
-- :toward     a JSON array of [level, party], or NULL for everybody
-- :parties, :countries  JSON arrays of [level, party] of which one speaks or is spoken to, or NULL
-- :kinds, :sources  JSON arrays, or NULL
-- :since, :until  ISO days, or NULL
-- :about      a full-text query, or NULL
SELECT u.item AS number, h.day, u.same
FROM voice h CROSS JOIN utterance u ON u.item = h.item
WHERE h.level = json_extract(:by, '$[0][0]') AND h.party = json_extract(:by, '$[0][1]') AND h.layer = :layer AND h.role = 'by'
  AND u.layer = :layer
  AND ((:as_of IS NULL AND u.until IS NULL) OR (u.since <= :as_of AND (u.until IS NULL OR u.until > :as_of)))
  AND likelihood((:since IS NULL OR (h.day >= :since AND h.day < '9999')), 1.0)
  AND likelihood((:until IS NULL OR h.day <= :until), 1.0)
  AND (:kinds IS NULL OR u.kind IN (SELECT value FROM json_each(:kinds)))
  AND (:about IS NULL OR u.item IN (SELECT rowid FROM utterance_words WHERE utterance_words MATCH :about))
  AND (:toward IS NULL OR EXISTS (
    SELECT 1 FROM json_each(:toward) c JOIN voice w ON w.level = json_extract(c.value, '$[0]') AND w.party = json_extract(c.value, '$[1]')
      AND w.layer = :layer AND w.role = 'toward' AND w.day = u.day AND w.item = u.item))
  AND (:parties IS NULL OR EXISTS (
    SELECT 1 FROM json_each(:parties) c JOIN voice w ON w.item = u.item
      AND w.level = json_extract(c.value, '$[0]') AND w.party = json_extract(c.value, '$[1]')))
  AND (:countries IS NULL OR EXISTS (
    SELECT 1 FROM json_each(:countries) c JOIN voice w ON w.item = u.item
      AND w.level = json_extract(c.value, '$[0]') AND w.party = json_extract(c.value, '$[1]')))
  AND (:sources IS NULL OR EXISTS (
    SELECT 1 FROM known_version k WHERE k.version = u.version
      AND (k.publisher IN (SELECT value FROM json_each(:sources)) OR k.agency IN (SELECT value FROM json_each(:sources)))))
  AND NOT EXISTS (
    SELECT 1 FROM utterance o WHERE o.layer = u.layer AND o.same = u.same AND o.item < u.item
      AND ((:as_of IS NULL AND o.until IS NULL) OR (o.since <= :as_of AND (o.until IS NULL OR o.until > :as_of))))
