-- What stories are made from, for some versions: the text and title of each report.
-- :versions  a JSON array of versions' numbers
SELECT v.number, v.title, v.published, v.text
FROM json_each(:versions) j CROSS JOIN version v ON v.number = j.value JOIN known_version k ON k.version = v.number
WHERE k.until IS NULL
