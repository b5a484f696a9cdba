-- Events told by a day as done that hold some words, the most alike first.
-- :words  a full-text query
-- :since  the day
SELECT t.event AS number, t.joined, 'event' AS layer, t.words AS stems, e.status AS kind, k.since, bm25(event_words) AS rank
FROM event_words f
  CROSS JOIN telling t ON t.event = f.rowid
  CROSS JOIN known_version k ON k.version = t.version
  CROSS JOIN event e ON e.number = t.event
WHERE f.event_words MATCH :words AND k.since <= :since AND (k.until IS NULL OR k.until > :since) AND e.status = 'actual'
ORDER BY rank LIMIT 40
