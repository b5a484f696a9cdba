-- The statements and positions of some versions, with the day each counts under.
-- :versions  a JSON array of versions' numbers
SELECT s.number, 'statement' AS layer, s.directness AS kind, s.version, s.words, NULL AS topic, k.since, k.until,
  CASE WHEN s.date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' THEN substr(s.date, 1, 10) ELSE v.published END AS day,
  s.addressee
FROM json_each(:versions) j CROSS JOIN version v ON v.number = j.value JOIN known_version k ON k.version = v.number
  CROSS JOIN seen_statement s ON s.version = v.number
UNION ALL
SELECT p.number, 'position', p.kind, p.version, p.words, p.topic, k.since, k.until, v.published, NULL
FROM json_each(:versions) j CROSS JOIN version v ON v.number = j.value JOIN known_version k ON k.version = v.number
  CROSS JOIN seen_position p ON p.version = v.number
