-- Joined events in which one of some actors takes part, within a scope.
-- :parties    a JSON array of [level, party]; level 0 stands for all who act for a country
-- the others as in timeline.sql
SELECT DISTINCT e.number, e.first_day
FROM json_each(:parties) p
  CROSS JOIN joined_party o ON o.level = json_extract(p.value, '$[0]') AND o.party = json_extract(p.value, '$[1]')
    AND (:until IS NULL OR o.first_day <= :until) AND (:since IS NULL OR o.first_day >= date(:since, '-400 days'))
  CROSS JOIN joined_event e ON e.number = o.joined
WHERE ((:as_of IS NULL AND e.until IS NULL) OR (e.since <= :as_of AND (e.until IS NULL OR e.until > :as_of)))
  AND (:known_after IS NULL OR e.since > :known_after)
  AND (:since IS NULL OR e.last_day >= :since)
  AND (:types IS NULL OR e.type IN (SELECT value FROM json_each(:types)))
  AND (:statuses IS NULL OR e.status IN (SELECT value FROM json_each(:statuses)))
  AND (:places IS NULL OR e.place IN (SELECT value FROM json_each(:places)) OR e.country IN (SELECT value FROM json_each(:places)))
  AND (:countries IS NULL OR EXISTS (
    SELECT 1 FROM json_each(:countries) c JOIN joined_party j
      ON j.level = 0 AND j.party = json_extract(c.value, '$[1]') AND j.first_day = e.first_day AND j.joined = e.number))
  AND (:sources IS NULL OR EXISTS (
    SELECT 1 FROM telling t JOIN known_version k ON k.version = t.version
    WHERE t.joined = e.number AND (k.publisher IN (SELECT value FROM json_each(:sources)) OR k.agency IN (SELECT value FROM json_each(:sources)))))
