-- What some parties did and said towards some others, by week (its Monday), in both directions.
-- :level  0 countries, 1 actors
-- :ones, :others  JSON arrays of parties
-- :as_of, :since, :until  ISO days, or NULL
-- :types, :sources  JSON arrays, or NULL
SELECT forth, CASE WHEN day IS NULL THEN NULL ELSE date(day, 'weekday 0', '-6 days') END AS monday,
  sum(quad IN (1, 2)) AS cooperation, sum(quad IN (3, 4)) AS conflict,
  total(CASE WHEN quad IN (1, 2) THEN score END) AS cooperation_score, total(CASE WHEN quad IN (3, 4) THEN score END) AS conflict_score,
  sum(quad = 0) AS said
FROM (
  SELECT 1 AS forth, t.* FROM json_each(:ones) a JOIN json_each(:others) b
    CROSS JOIN tie t ON t.level = :level AND t.party = a.value AND t.toward = b.value
  UNION ALL
  SELECT 0, t.* FROM json_each(:ones) a JOIN json_each(:others) b
    CROSS JOIN tie t ON t.level = :level AND t.party = b.value AND t.toward = a.value
) t
WHERE ((:as_of IS NULL AND until IS NULL) OR (since <= :as_of AND (until IS NULL OR until > :as_of)))
  AND (:since IS NULL OR day >= :since)
  AND (:until IS NULL OR day <= :until)
  AND (:types IS NULL OR quad = 0 OR EXISTS (
    SELECT 1 FROM joined_event e WHERE e.number = t.item AND e.type IN (SELECT value FROM json_each(:types))))
  AND (:sources IS NULL OR quad = 0 OR EXISTS (
    SELECT 1 FROM telling x JOIN known_version k ON k.version = x.version
    WHERE x.joined = t.item AND (k.publisher IN (SELECT value FROM json_each(:sources)) OR k.agency IN (SELECT value FROM json_each(:sources)))))
GROUP BY forth, monday
ORDER BY monday
