-- How many reports of some stories there were by a day.
-- :stories  a JSON array
-- :as_of    an ISO day, or NULL for now
SELECT r.story, count(*) AS reports, max(r.published) AS last_day
FROM json_each(:stories) s CROSS JOIN story_report r ON r.story = s.value
WHERE :as_of IS NULL OR r.published <= :as_of
GROUP BY r.story
