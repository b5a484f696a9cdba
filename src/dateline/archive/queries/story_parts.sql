-- The events of some stories, each under the number of its first telling that counts, and who takes part.
-- :stories  a JSON array
-- :as_of    an ISO day, or NULL for now
SELECT * FROM (
  SELECT e.story, e.number AS joined, e.first_day, e.country, e.reports,
    (SELECT t.event FROM telling t CROSS JOIN known_version k ON k.version = t.version
     WHERE t.joined = e.number
       AND ((:as_of IS NULL AND k.until IS NULL) OR (k.since <= :as_of AND (k.until IS NULL OR k.until > :as_of)))
     ORDER BY k.since IS NULL, k.since, t.version, t.event LIMIT 1) AS number,
    (SELECT json_group_array(j.party) FROM joined_party j WHERE j.joined = e.number AND j.level = 1) AS parties
  FROM json_each(:stories) s CROSS JOIN joined_event e ON e.story = s.value
  WHERE (:as_of IS NULL AND e.until IS NULL) OR (e.since <= :as_of AND (e.until IS NULL OR e.until > :as_of)))
WHERE number IS NOT NULL
ORDER BY story, first_day, joined
