-- The topics that most positions are held on.
-- :by     a JSON array of [level, party], or NULL for everybody
-- :as_of, :since, :until  ISO days, or NULL
SELECT t.topic, count(DISTINCT u.same) AS entries, min(u.day) AS first_day, max(u.day) AS last_day
FROM topic t CROSS JOIN utterance u ON u.item = t.item
WHERE ((:as_of IS NULL AND u.until IS NULL) OR (u.since <= :as_of AND (u.until IS NULL OR u.until > :as_of)))
  AND (:since IS NULL OR u.day >= :since)
  AND (:until IS NULL OR u.day <= :until)
  AND (:by IS NULL OR EXISTS (
    SELECT 1 FROM json_each(:by) c JOIN voice w ON w.item = u.item AND w.role = 'by'
      AND w.level = json_extract(c.value, '$[0]') AND w.party = json_extract(c.value, '$[1]')))
GROUP BY t.topic
