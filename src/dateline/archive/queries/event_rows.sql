-- Single tellings with where they stand.
-- :events  a JSON array of events' numbers
SELECT e.number, e.type, e.status, e.date, v.published AS day, s.start, s."end", substr(v.text, s.start + 1, s."end" - s.start) AS words,
  v.id AS document, v.title, v.publisher, v.agency, v.published, v.url, v.source
FROM json_each(:events) j
  CROSS JOIN seen_event e ON e.number = j.value
  CROSS JOIN version v ON v.number = e.version
  LEFT JOIN evidence s ON s.item = e.number AND s.part = 'sentence' AND s.ordinal = 1
