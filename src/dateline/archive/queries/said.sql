-- Some statements or positions in full.
-- :items  a JSON array of numbers
SELECT i.number, i.version, u.layer, u.kind, u.same, u.stems, CASE WHEN u.day = '9999' THEN NULL ELSE u.day END AS day, u.since,
  coalesce(s.words, p.words) AS words, s.directness, s.anonymous, s.medium, p.condition, p.relation, p.deadline, p.topic,
  (SELECT name FROM actor a WHERE a.version = p.version AND a.id = p.source) AS told_by,
  (SELECT substr(v.text, y.start + 1, y."end" - y.start) FROM evidence y WHERE y.item = i.number AND y.part = 'speaker') AS speaker_words,
  coalesce(s.by_person, p.by_person) AS by_person,
  coalesce(s.spans ->> '$[0][0]', p.spans ->> '$[0][0]', x.start) AS start,
  coalesce(s.spans ->> '$[#-1][1]', p.spans ->> '$[#-1][1]', (SELECT max(z."end") FROM evidence z WHERE z.item = i.number AND z.part = 'content')) AS "end",
  v.id AS document, v.title, v.publisher, v.agency, v.published, v.url, v.source
FROM json_each(:items) j
  CROSS JOIN item i ON i.number = j.value
  CROSS JOIN utterance u ON u.item = i.number
  CROSS JOIN version v ON v.number = i.version
  LEFT JOIN seen_statement s ON s.number = i.number
  LEFT JOIN seen_position p ON p.number = i.number
  LEFT JOIN evidence x ON x.item = i.number AND x.part = 'content' AND x.ordinal = 1
