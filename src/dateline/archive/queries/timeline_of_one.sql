-- Joined events in which one actor takes part, within a scope: read in the order of their days, so that a page
-- of them ends early.
-- :parties    a JSON array of one [level, party]; level 0 stands for all who act for a country
-- the others as in timeline.sql; `e` has the day, as there
SELECT DISTINCT e.joined AS number, e.first_day
FROM joined_party e CROSS JOIN joined_event v ON v.number = e.joined
WHERE e.level = json_extract(:parties, '$[0][0]') AND e.party = json_extract(:parties, '$[0][1]')
  AND (:until IS NULL OR e.first_day <= :until) AND (:since IS NULL OR e.first_day >= date(:since, '-400 days'))
  AND ((:as_of IS NULL AND v.until IS NULL) OR (v.since <= :as_of AND (v.until IS NULL OR v.until > :as_of)))
  AND (:known_after IS NULL OR v.since > :known_after)
  AND (:since IS NULL OR v.last_day >= :since)
  AND (:types IS NULL OR v.type IN (SELECT value FROM json_each(:types)))
  AND (:statuses IS NULL OR v.status IN (SELECT value FROM json_each(:statuses)))
  AND (:places IS NULL OR v.place IN (SELECT value FROM json_each(:places)) OR v.country IN (SELECT value FROM json_each(:places)))
  AND (:countries IS NULL OR EXISTS (
    SELECT 1 FROM json_each(:countries) c JOIN joined_party j
      ON j.level = 0 AND j.party = json_extract(c.value, '$[1]') AND j.first_day = e.first_day AND j.joined = v.number))
  AND (:sources IS NULL OR EXISTS (
    SELECT 1 FROM telling t JOIN known_version k ON k.version = t.version
    WHERE t.joined = v.number AND (k.publisher IN (SELECT value FROM json_each(:sources)) OR k.agency IN (SELECT value FROM json_each(:sources)))))
