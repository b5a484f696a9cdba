-- What ranks the positions of the reports that count now, and tells which are the same.
SELECT p.number, v.id AS document, p.kind, p.words, v.published, p.condition IS NOT NULL AS has_condition,
  (SELECT json_group_array(a.name) FROM (SELECT actor, version FROM stance WHERE position = p.number AND role = 'holder' ORDER BY ordinal) t
     JOIN actor a ON a.version = t.version AND a.id = t.actor) AS holders,
  EXISTS (SELECT 1 FROM stance t WHERE t.position = p.number AND t.role = 'toward') AS is_aimed
FROM current_position p JOIN version v ON v.number = p.version
ORDER BY p.version, p.number
