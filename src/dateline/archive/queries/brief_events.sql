-- What ranks the events of the reports that count now, and tells which are the same.
SELECT e.number, v.id AS document, e.same_as, e.status, e.date, e.killed, e.injured, e.arrested,
  coalesce(t.joined, e.number) AS joined, coalesce(e.spans ->> '$[0][0]', g.start) AS start,
  substr(v.text, coalesce(e.spans ->> '$[0][0]', g.start) + 1, s."end" - coalesce(e.spans ->> '$[0][0]', g.start)) AS words,
  (SELECT json_group_array(json_array(r.role, coalesce(a.country, a.name)))
   FROM role r JOIN actor a ON a.version = r.version AND a.id = r.actor WHERE r.event = e.number) AS parties
FROM current_event e JOIN version v ON v.number = e.version
  LEFT JOIN telling t ON t.event = e.number
  LEFT JOIN evidence g ON g.item = e.number AND g.part = 'trigger' AND g.ordinal = 1
  LEFT JOIN evidence s ON s.item = e.number AND s.part = 'sentence' AND s.ordinal = 1
ORDER BY e.version, e.number
