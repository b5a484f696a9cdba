-- The events of some versions with the words that are compared.
-- :versions  a JSON array of versions' numbers
SELECT e.number, e.version, e.type, e.date, v.published,
  substr(v.text, s.start + 1, s."end" - s.start) AS words, CASE WHEN e.spans IS NULL THEN substr(v.text, g.start + 1, g."end" - g.start)
    ELSE substr(v.text, (e.spans ->> '$[0][0]') + 1, (e.spans ->> '$[0][1]') - (e.spans ->> '$[0][0]')) END AS act
FROM json_each(:versions) j
  CROSS JOIN version v ON v.number = j.value
  CROSS JOIN seen_event e ON e.version = v.number
  LEFT JOIN evidence s ON s.item = e.number AND s.part = 'sentence' AND s.ordinal = 1
  LEFT JOIN evidence g ON g.item = e.number AND g.part = 'trigger' AND g.ordinal = 1
ORDER BY e.number
