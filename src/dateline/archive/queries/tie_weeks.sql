-- What some parties did and said towards some others, by week (its Monday), in both directions. Days are summed first, in the order
-- of their index, so that deeds are read once and nothing is sorted but sums.
-- :level  0 countries, 1 actors
-- :ones, :others  JSON arrays of parties
-- :as_of, :since, :until  ISO days, or NULL
-- :types, :sources  JSON arrays, or NULL
SELECT forth, CASE WHEN day IS NULL THEN NULL ELSE date(day, 'weekday 0', '-6 days') END AS monday,
  sum((quad IN (1, 2)) * deeds) AS cooperation, sum((quad IN (3, 4)) * deeds) AS conflict,
  total(CASE WHEN quad IN (1, 2) THEN score END) AS cooperation_score, total(CASE WHEN quad IN (3, 4) THEN score END) AS conflict_score,
  sum((quad = 0) * deeds) AS said
FROM (
  SELECT 1 AS forth, t.day, t.quad, count(*) AS deeds, total(t.score) AS score
  FROM tie t
  WHERE t.level = :level AND t.party IN (SELECT value FROM json_each(:ones)) AND t.toward IN (SELECT value FROM json_each(:others))
    AND ((:as_of IS NULL AND t.until IS NULL) OR (t.since <= :as_of AND (t.until IS NULL OR t.until > :as_of)))
    AND (:since IS NULL OR t.day >= :since)
    AND (:until IS NULL OR t.day <= :until)
    AND (:types IS NULL OR t.quad = 0 OR EXISTS (
      SELECT 1 FROM joined_event e WHERE e.number = t.item AND e.type IN (SELECT value FROM json_each(:types))))
    AND (:sources IS NULL OR t.quad = 0 OR EXISTS (
      SELECT 1 FROM telling x JOIN known_version k ON k.version = x.version
      WHERE x.joined = t.item AND (k.publisher IN (SELECT value FROM json_each(:sources)) OR k.agency IN (SELECT value FROM json_each(:sources)))))
  GROUP BY t.level, t.party, t.toward, t.day, t.quad
  UNION ALL
  SELECT 0, t.day, t.quad, count(*), total(t.score)
  FROM tie t
  WHERE t.level = :level AND t.party IN (SELECT value FROM json_each(:others)) AND t.toward IN (SELECT value FROM json_each(:ones))
    AND ((:as_of IS NULL AND t.until IS NULL) OR (t.since <= :as_of AND (t.until IS NULL OR t.until > :as_of)))
    AND (:since IS NULL OR t.day >= :since)
    AND (:until IS NULL OR t.day <= :until)
    AND (:types IS NULL OR t.quad = 0 OR EXISTS (
      SELECT 1 FROM joined_event e WHERE e.number = t.item AND e.type IN (SELECT value FROM json_each(:types))))
    AND (:sources IS NULL OR t.quad = 0 OR EXISTS (
      SELECT 1 FROM telling x JOIN known_version k ON k.version = x.version
      WHERE x.joined = t.item AND (k.publisher IN (SELECT value FROM json_each(:sources)) OR k.agency IN (SELECT value FROM json_each(:sources)))))
  GROUP BY t.level, t.party, t.toward, t.day, t.quad
)
GROUP BY forth, monday
ORDER BY monday
