-- Joined events that a telling of some days may be of: those with a telling on one of the days.
-- :days      a JSON array of ISO days
-- :versions  a JSON array of versions' numbers, whose own tellings are left out
SELECT DISTINCT t.joined
FROM json_each(:days) d CROSS JOIN telling t ON t.first_day = d.value
WHERE t.version NOT IN (SELECT value FROM json_each(:versions))
