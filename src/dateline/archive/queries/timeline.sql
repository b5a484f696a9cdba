-- Joined events within a scope; without an actor asked for, they are found by their days.
-- :as_of      an ISO day, or NULL for now
-- :countries  a JSON array of [0, party] of which one takes part, or NULL
-- :types, :statuses, :sources, :places  JSON arrays, or NULL
-- :since, :until  ISO days, or NULL
-- :known_after  only what became known after this ISO day, or NULL
-- :parties    not looked at
SELECT e.number, e.first_day
FROM joined_event e
WHERE ((:as_of IS NULL AND e.until IS NULL) OR (e.since <= :as_of AND (e.until IS NULL OR e.until > :as_of)))
  AND (:known_after IS NULL OR e.since > :known_after)
  AND (:until IS NULL OR e.first_day <= :until)
  AND (:since IS NULL OR (e.last_day >= :since AND e.first_day >= date(:since, '-400 days')))
  AND (:types IS NULL OR e.type IN (SELECT value FROM json_each(:types)))
  AND (:statuses IS NULL OR e.status IN (SELECT value FROM json_each(:statuses)))
  AND (:places IS NULL OR e.place IN (SELECT value FROM json_each(:places)) OR e.country IN (SELECT value FROM json_each(:places)))
  AND (:countries IS NULL OR EXISTS (
    SELECT 1 FROM json_each(:countries) c JOIN joined_party j
      ON j.level = 0 AND j.party = json_extract(c.value, '$[1]') AND j.first_day = e.first_day AND j.joined = e.number))
  AND (:sources IS NULL OR EXISTS (
    SELECT 1 FROM telling t JOIN known_version k ON k.version = t.version
    WHERE t.joined = e.number AND (k.publisher IN (SELECT value FROM json_each(:sources)) OR k.agency IN (SELECT value FROM json_each(:sources)))))
  AND (:parties IS NULL OR TRUE)
