-- The places of some versions.
-- :versions  a JSON array of versions' numbers
SELECT p.version, p.name, p.kind FROM json_each(:versions) j CROSS JOIN place p ON p.version = j.value
