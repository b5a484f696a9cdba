-- The joined events that some versions tell of.
-- :versions  a JSON array of versions' numbers
SELECT DISTINCT t.joined FROM json_each(:versions) j CROSS JOIN telling t ON t.version = j.value
