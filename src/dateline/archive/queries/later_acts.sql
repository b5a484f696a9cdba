-- Acts of some types by some towards others that were made known later, the first telling of each; parameters as in later_events.sql.
-- :by, :toward  JSON arrays of parties at level 0
-- :types        a JSON array of types of events
SELECT min(t.event) AS number, 'event' AS layer, t.words AS stems, e.status AS kind, k.since, i.party AS act_by, i.toward AS act_toward
FROM json_each(:by) a
  CROSS JOIN json_each(:toward) b
  CROSS JOIN tie i ON i.level = 0 AND i.party = a.value AND i.toward = b.value AND i.quad > 0
  CROSS JOIN telling t ON t.joined = i.item
  CROSS JOIN known_version k ON k.version = t.version
  CROSS JOIN seen_event e ON e.number = t.event
WHERE t.type IN (SELECT value FROM json_each(:types)) AND e.status = 'actual'
  AND (i.day IS NULL OR i.day >= :day)
  AND (k.since > :since OR (k.since = :since AND t.version > :version))
  AND ((:as_of IS NULL AND k.until IS NULL) OR (k.since <= :as_of AND (k.until IS NULL OR k.until > :as_of)))
  AND (e.date IS NULL OR t.last_day >= :day)
GROUP BY t.joined ORDER BY k.since, number LIMIT 40
