-- Ties between any two parties as far as they count now, both directions together: network.sql without a period or a filter.
-- :level    0 countries, 1 actors
-- :parties  a JSON array of parties of which both must be, or NULL
SELECT min(t.party, t.toward) AS first, max(t.party, t.toward) AS second, sum(t.events) AS events,
  sum(t.cooperation) AS cooperation, sum(t.conflict) AS conflict, total(t.score) AS score
FROM tie_total t
WHERE t.level = :level
  AND (:parties IS NULL OR (t.party IN (SELECT value FROM json_each(:parties)) AND t.toward IN (SELECT value FROM json_each(:parties))))
GROUP BY 1, 2
