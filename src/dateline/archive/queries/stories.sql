-- Stories within a scope: those one of whose events is.
-- :as_of, :since, :until  ISO days, or NULL
-- :parties, :countries  JSON arrays of [level, party], or NULL
-- :types, :places  JSON arrays, or NULL
SELECT s.number, s.title, s.first_day, s.last_day, s.reports
FROM story s
WHERE (:as_of IS NULL OR s.since <= :as_of)
  AND (:since IS NULL OR s.last_day >= :since)
  AND (:until IS NULL OR s.first_day <= :until)
  AND (:parties IS NULL OR EXISTS (
    SELECT 1 FROM joined_event e JOIN joined_party j ON j.joined = e.number JOIN json_each(:parties) p
      ON j.level = json_extract(p.value, '$[0]') AND j.party = json_extract(p.value, '$[1]') WHERE e.story = s.number))
  AND (:countries IS NULL OR EXISTS (
    SELECT 1 FROM joined_event e JOIN joined_party j ON j.joined = e.number JOIN json_each(:countries) p
      ON j.level = json_extract(p.value, '$[0]') AND j.party = json_extract(p.value, '$[1]') WHERE e.story = s.number))
  AND (:types IS NULL OR EXISTS (
    SELECT 1 FROM joined_event e WHERE e.story = s.number AND e.type IN (SELECT value FROM json_each(:types))))
  AND (:places IS NULL OR EXISTS (
    SELECT 1 FROM joined_event e WHERE e.story = s.number
      AND (e.place IN (SELECT value FROM json_each(:places)) OR e.country IN (SELECT value FROM json_each(:places)))))
