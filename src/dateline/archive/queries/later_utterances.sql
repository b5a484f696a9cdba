-- Statements and positions made known later that hold some words, the most alike first; parameters as in later_events.sql.
SELECT u.item AS number, u.layer, u.stems, u.kind, u.since, f.rank
FROM utterance_words f
  CROSS JOIN utterance u ON u.item = f.rowid
WHERE f.utterance_words MATCH :words AND f.rank MATCH 'bm25(4.0, 1.0, 0.5)' AND f.rowid >= :first
  AND (u.since > :since OR (u.since = :since AND u.version > :version))
  AND ((:as_of IS NULL AND u.until IS NULL) OR (u.since <= :as_of AND (u.until IS NULL OR u.until > :as_of)))
  AND u.day >= :day
ORDER BY f.rank LIMIT 40
