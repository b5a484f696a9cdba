-- What ranks the statements of the reports that count now, and tells which are the same.
SELECT s.number, v.id AS document, s.words, s.directness, s.date, v.published,
  s.speaker IS NOT NULL OR EXISTS (SELECT 1 FROM speaker p WHERE p.statement = s.number) AS is_named
FROM current_statement s JOIN version v ON v.number = s.version
ORDER BY s.version, s.number
