-- Tellings of events that hold some words, the best first.
-- :words   a full-text query
-- :types   a JSON array, or NULL
-- :by      a JSON array of [level, party], or NULL: who acts
-- :toward  the same: on whom; 2 for whom that is told, 1 where it is told on nobody, else the telling is left out
-- :mutual  whether both may stand on either side
-- :as_of, :since, :until  ISO days, or NULL
SELECT t.event AS number, 'event' AS layer, e.type AS kind, e.first_day AS day, t.joined AS same,
  bm25(event_words, 4.0, 3.0) - 0.2 * min(e.sources, 5) AS rank,
  CASE
    WHEN :toward IS NULL THEN 2
    WHEN EXISTS (
      SELECT 1 FROM json_each(:toward) c JOIN joined_party j
        ON j.level = json_extract(c.value, '$[0]') AND j.party = json_extract(c.value, '$[1]')
        AND j.first_day = e.first_day AND j.joined = e.number AND (:mutual OR j.role = 'recipient')) THEN 2
    WHEN EXISTS (SELECT 1 FROM joined_party j WHERE j.joined = e.number AND j.role = 'recipient') THEN 0
    WHEN EXISTS (
      SELECT 1 FROM json_each(:toward) c JOIN joined_party j
        ON j.level = json_extract(c.value, '$[0]') AND j.party = json_extract(c.value, '$[1]')
        AND j.first_day = e.first_day AND j.joined = e.number) THEN 0
    ELSE 1
  END AS aimed
FROM event_words f CROSS JOIN telling t ON t.event = f.rowid CROSS JOIN joined_event e ON e.number = t.joined
  CROSS JOIN known_version k ON k.version = t.version
WHERE f.event_words MATCH :words
  AND (:types IS NULL OR e.type IN (SELECT value FROM json_each(:types)))
  AND ((:as_of IS NULL AND k.until IS NULL) OR (k.since <= :as_of AND (k.until IS NULL OR k.until > :as_of)))
  AND (:since IS NULL OR e.last_day >= :since) AND (:until IS NULL OR e.first_day <= :until)
  AND (:by IS NULL OR EXISTS (
    SELECT 1 FROM json_each(:by) c JOIN joined_party j ON j.level = json_extract(c.value, '$[0]') AND j.party = json_extract(c.value, '$[1]')
      AND j.first_day = e.first_day AND j.joined = e.number AND (:mutual OR j.role = 'actor')))
  AND aimed > 0
