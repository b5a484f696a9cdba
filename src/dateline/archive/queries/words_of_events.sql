-- The sentences of the events of some versions, their stems, and who takes part.
-- :versions  a JSON array of versions' numbers
SELECT t.event AS item, t.words AS stems, substr(v.text, s.start + 1, s."end" - s.start) AS words,
  (SELECT group_concat(a.name || ' ' || coalesce(c.name, ''), ' ')
   FROM role r JOIN actor a ON a.version = r.version AND a.id = r.actor LEFT JOIN party c ON c.key = a.country
   WHERE r.event = t.event) AS parties
FROM json_each(:versions) j
  CROSS JOIN telling t ON t.version = j.value
  CROSS JOIN version v ON v.number = t.version
  LEFT JOIN evidence s ON s.item = t.event AND s.part = 'sentence' AND s.ordinal = 1
