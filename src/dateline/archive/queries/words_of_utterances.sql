-- The words of the statements and positions of some versions, their stems, who says them, where they stand, and the report's text.
-- :versions  a JSON array of versions' numbers
SELECT u.item, u.layer, u.stems, coalesce(s.words, p.words) AS words, p.condition, p.topic, v.text, x.start, x."end",
  (SELECT group_concat(q.name || ' ' || coalesce(c.name, ''), ' ')
   FROM voice w JOIN party q ON q.number = w.party LEFT JOIN party c ON c.key = q.country WHERE w.item = u.item AND w.level = 1) AS parties
FROM json_each(:versions) j
  CROSS JOIN utterance u ON u.version = j.value
  CROSS JOIN version v ON v.number = u.version
  LEFT JOIN seen_statement s ON s.number = u.item
  LEFT JOIN seen_position p ON p.number = u.item
  LEFT JOIN evidence x ON x.item = u.item AND x.part = 'content' AND x.ordinal = 1
