-- The first event, statement or position of some versions, for citing the report.
-- :versions  a JSON array
SELECT min(i.number) AS number, i.version FROM json_each(:versions) j CROSS JOIN item i ON i.version = j.value GROUP BY i.version
