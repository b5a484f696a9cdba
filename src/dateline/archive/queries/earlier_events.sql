-- Events told by a day as done that hold some words, the most alike first. The index ranks them before anything else is looked up.
-- :words  a full-text query
-- :since  the day
-- :last   the highest number of an event told by then
SELECT t.event AS number, t.joined, 'event' AS layer, t.words AS stems, e.status AS kind, k.since, f.rank
FROM event_words f
  CROSS JOIN telling t ON t.event = f.rowid
  CROSS JOIN known_version k ON k.version = t.version
  CROSS JOIN event e ON e.number = t.event
WHERE f.event_words MATCH :words AND f.rowid <= :last
  AND k.since <= :since AND (k.until IS NULL OR k.until > :since) AND e.status = 'actual'
ORDER BY f.rank LIMIT 40
