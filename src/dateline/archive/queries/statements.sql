-- Statements by speaker, words and day, newest first. Only reports that count now.
-- :names  a JSON array of actors' names, or NULL for everybody
-- :country an ISO code whose actors count too, or NULL
-- :words  a phrase that the words naming an unresolved speaker may hold, in lower case, or NULL
-- :about  a full-text query over the words and the paragraph they stand in, or NULL
-- :since, :until  ISO days, or NULL
WITH asked AS (
  SELECT
    s.number, s.version, s.words, s.directness, s.anonymous, s.anonymous_at_least, s.anonymous_exactly, s.anonymity_reason, s.medium, s.date,
    v.published, v.publisher, v.agency, v.title, v.url, v.source,
    CASE WHEN s.date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' THEN substr(s.date, 1, 10) ELSE v.published END AS day,
    (SELECT substr(v.text, x.start + 1, x."end" - x.start) FROM evidence x WHERE x.item = s.number AND x.part = 'speaker') AS speaker_words,
    (SELECT substr(v.text, x.start + 1, x."end" - x.start) FROM evidence x WHERE x.item = s.number AND x.part = 'cue'
       AND x.start < (SELECT min(y.start) FROM evidence y WHERE y.item = s.number AND y.part = 'content')) AS opening_cue,
    (SELECT json_group_array(json_array(before, piece, after)) FROM (
       SELECT substr(v.text, x.start, 1) AS before, substr(v.text, x.start + 1, x."end" - x.start) AS piece, substr(v.text, x."end" + 1, 1) AS after
       FROM (SELECT ordinal, start, "end" FROM evidence WHERE item = s.number AND part = 'content' AND s.spans IS NULL
         UNION ALL SELECT key, value ->> 0, value ->> 1 FROM json_each(s.spans)) x ORDER BY x.ordinal)) AS pieces, s.by_person
  FROM seen_statement s JOIN current_version v ON v.number = s.version
  WHERE (:about IS NULL
      OR s.number IN (SELECT rowid FROM statement_words WHERE statement_words MATCH :about)
      OR s.number IN (SELECT rowid FROM statement_around WHERE statement_around MATCH :about))
)
SELECT
  a.number, a.words, a.directness, a.anonymous, a.anonymous_at_least, a.anonymous_exactly, a.anonymity_reason, a.medium, a.date, a.day,
  a.published, a.publisher, a.agency, a.title, a.url, a.source, a.speaker_words, a.opening_cue, a.pieces, a.by_person,
  (SELECT json_group_array(name) FROM (
     SELECT b.name FROM speaker p JOIN actor b ON b.version = p.version AND b.id = p.actor
     WHERE p.statement = a.number ORDER BY p.ordinal)) AS speakers
FROM asked a
WHERE (:names IS NULL
    OR EXISTS (
      SELECT 1 FROM speaker p JOIN actor b ON b.version = p.version AND b.id = p.actor
      WHERE p.statement = a.number AND (b.name IN (SELECT value FROM json_each(:names)) OR b.country = :country))
    OR (NOT EXISTS (SELECT 1 FROM speaker p WHERE p.statement = a.number) AND instr(lower(a.speaker_words), :words) > 0))
  AND (:since IS NULL OR a.day >= :since)
  AND (:until IS NULL OR a.day <= :until)
ORDER BY a.day DESC, a.version, a.number
