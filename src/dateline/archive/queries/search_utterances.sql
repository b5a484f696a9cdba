-- Statements and positions that hold some words, the best first.
-- :words   a full-text query
-- :layers, :kinds  JSON arrays, :kinds NULL for all
-- :by      a JSON array of [level, party], or NULL: who says or holds it
-- :toward  the same: towards whom; 2 for whom that is told, 1 where it is told towards nobody, else it is left out
-- :as_of, :since, :until  ISO days, or NULL
SELECT u.item AS number, u.layer, u.kind, u.day, u.same, bm25(utterance_words, 6.0, 3.0, 1.0) AS rank,
  CASE
    WHEN :toward IS NULL THEN 2
    WHEN EXISTS (
      SELECT 1 FROM json_each(:toward) c JOIN voice w
        ON w.level = json_extract(c.value, '$[0]') AND w.party = json_extract(c.value, '$[1]')
        AND w.layer = u.layer AND w.role = 'toward' AND w.day = u.day AND w.item = u.item) THEN 2
    WHEN EXISTS (SELECT 1 FROM voice w WHERE w.item = u.item AND w.role = 'toward') THEN 0
    WHEN EXISTS (
      SELECT 1 FROM json_each(:toward) c JOIN voice w
        ON w.level = json_extract(c.value, '$[0]') AND w.party = json_extract(c.value, '$[1]')
        AND w.layer = u.layer AND w.role = 'by' AND w.day = u.day AND w.item = u.item) THEN 0
    ELSE 1
  END AS aimed
FROM utterance_words f CROSS JOIN utterance u ON u.item = f.rowid
WHERE f.utterance_words MATCH :words
  AND u.layer IN (SELECT value FROM json_each(:layers))
  AND (:kinds IS NULL OR u.layer <> 'position' OR u.kind IN (SELECT value FROM json_each(:kinds)))
  AND ((:as_of IS NULL AND u.until IS NULL) OR (u.since <= :as_of AND (u.until IS NULL OR u.until > :as_of)))
  AND (:since IS NULL OR u.day >= :since) AND (:until IS NULL OR u.day <= :until)
  AND (:by IS NULL OR EXISTS (
    SELECT 1 FROM json_each(:by) c JOIN voice w ON w.level = json_extract(c.value, '$[0]') AND w.party = json_extract(c.value, '$[1]')
      AND w.layer = u.layer AND w.role = 'by' AND w.day = u.day AND w.item = u.item))
  AND aimed > 0
