-- Ties of a period between any two parties, both directions together.
-- :level  0 countries, 1 actors
-- :as_of, :since, :until  ISO days, or NULL
-- :types, :sources  JSON arrays, or NULL
-- :parties  a JSON array of parties of which both must be, or NULL
SELECT min(party, toward) AS first, max(party, toward) AS second, sum(events) AS events,
  sum(cooperation) AS cooperation, sum(conflict) AS conflict, total(score) AS score
FROM (
  SELECT t.party, t.toward, count(*) AS events,
    sum(t.quad IN (1, 2)) AS cooperation, sum(t.quad IN (3, 4)) AS conflict, total(t.score) AS score
FROM tie t
WHERE t.level = :level AND t.quad > 0
  AND ((:as_of IS NULL AND t.until IS NULL) OR (t.since <= :as_of AND (t.until IS NULL OR t.until > :as_of)))
  AND (:since IS NULL OR t.day >= :since)
  AND (:until IS NULL OR t.day <= :until)
  AND (:parties IS NULL OR (t.party IN (SELECT value FROM json_each(:parties)) AND t.toward IN (SELECT value FROM json_each(:parties))))
  AND (:types IS NULL OR EXISTS (
    SELECT 1 FROM joined_event e WHERE e.number = t.item AND e.type IN (SELECT value FROM json_each(:types))))
  AND (:sources IS NULL OR EXISTS (
    SELECT 1 FROM telling x JOIN known_version k ON k.version = x.version
    WHERE x.joined = t.item AND (k.publisher IN (SELECT value FROM json_each(:sources)) OR k.agency IN (SELECT value FROM json_each(:sources)))))
GROUP BY t.party, t.toward
)
GROUP BY 1, 2
