-- Events told later that hold some words, the most alike first. The index ranks them before anything else is looked up.
-- :words    a full-text query
-- :since    the day the position became known; :day the day it counts under
-- :version  the version it stands in
-- :first    a number that no item made known on that day or later is below
-- :as_of    an ISO day, or NULL for now
SELECT t.event AS number, 'event' AS layer, t.words AS stems, e.status AS kind, k.since, f.rank
FROM event_words f
  CROSS JOIN telling t ON t.event = f.rowid
  CROSS JOIN known_version k ON k.version = t.version
  CROSS JOIN event e ON e.number = t.event
WHERE f.event_words MATCH :words AND f.rowid >= :first
  AND (k.since > :since OR (k.since = :since AND t.version > :version))
  AND ((:as_of IS NULL AND k.until IS NULL) OR (k.since <= :as_of AND (k.until IS NULL OR k.until > :as_of)))
  AND (e.date IS NULL OR t.last_day >= :day)
ORDER BY f.rank LIMIT 40
