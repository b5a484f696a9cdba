-- The links within some joined events.
-- :joined  a JSON array of joined events' numbers
SELECT l.event AS first, l.other AS second, l.score AS strength, l.reason
FROM json_each(:joined) j
  CROSS JOIN telling t ON t.joined = j.value
  CROSS JOIN telling_link l ON l.event = t.event
