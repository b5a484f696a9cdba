-- With whom some parties have most ties.
-- :level  0 countries, 1 actors
-- :ones   a JSON array of parties
-- :as_of, :since, :until  ISO days, or NULL
SELECT other, sum(events) AS events FROM (
  SELECT t.toward AS other, count(*) AS events FROM json_each(:ones) a CROSS JOIN tie t ON t.level = :level AND t.party = a.value
  WHERE ((:as_of IS NULL AND t.until IS NULL) OR (t.since <= :as_of AND (t.until IS NULL OR t.until > :as_of)))
    AND (:since IS NULL OR t.day >= :since) AND (:until IS NULL OR t.day <= :until)
  GROUP BY t.toward
  UNION ALL
  SELECT t.party, count(*) FROM json_each(:ones) a CROSS JOIN tie t ON t.level = :level AND t.toward = a.value
  WHERE ((:as_of IS NULL AND t.until IS NULL) OR (t.since <= :as_of AND (t.until IS NULL OR t.until > :as_of)))
    AND (:since IS NULL OR t.day >= :since) AND (:until IS NULL OR t.day <= :until)
  GROUP BY t.party
)
WHERE other NOT IN (SELECT value FROM json_each(:ones))
GROUP BY other ORDER BY events DESC, other
