-- The events and the most frequent parties of some stories.
-- :stories  a JSON array
-- :as_of    an ISO day, or NULL for now
SELECT e.story, e.number, e.first_day, e.country, e.reports,
  (SELECT json_group_array(j.party) FROM joined_party j WHERE j.joined = e.number AND j.level = 1) AS parties
FROM json_each(:stories) s CROSS JOIN joined_event e ON e.story = s.value
WHERE (:as_of IS NULL AND e.until IS NULL) OR (e.since <= :as_of AND (e.until IS NULL OR e.until > :as_of))
ORDER BY e.story, e.first_day, e.number
