-- Everything said in the same words by the same, as of a day.
-- :layer  'statement' or 'position'
-- :same   a JSON array of what `utterance.same` says
-- :as_of  an ISO day, or NULL for now
SELECT u.same, u.item
FROM json_each(:same) j CROSS JOIN utterance u ON u.layer = :layer AND u.same = j.value
WHERE (:as_of IS NULL AND u.until IS NULL) OR (u.since <= :as_of AND (u.until IS NULL OR u.until > :as_of))
ORDER BY u.same, u.since IS NULL, u.since, u.item
