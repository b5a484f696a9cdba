-- Positions by holder, addressee, kind, words and day, newest first. Only reports that count now.
-- :by, :toward  JSON arrays of actors' names, or NULL for everybody
-- :by_country, :toward_country  ISO codes whose actors count too, or NULL
-- :kinds  a JSON array of kinds, or NULL
-- :about  a full-text query over words, condition and topic, or NULL
-- :since, :until  ISO days of publication, or NULL
WITH named AS (
  SELECT t.position, t.role, t.ordinal, a.name, a.country FROM stance t JOIN actor a ON a.version = t.version AND a.id = t.actor
)
SELECT
  p.number, p.kind, p.words, p.condition, p.relation, p.deadline, p.topic, v.published, v.published AS day,
  v.publisher, v.agency, v.title, v.url, v.source,
  (SELECT name FROM actor a WHERE a.version = p.version AND a.id = p.source) AS told_by,
  (SELECT json_group_array(name) FROM (SELECT name FROM named n WHERE n.position = p.number AND n.role = 'holder' ORDER BY ordinal)) AS holders,
  (SELECT json_group_array(name) FROM (SELECT name FROM named n WHERE n.position = p.number AND n.role = 'toward' ORDER BY ordinal)) AS toward
FROM seen_position p JOIN current_version v ON v.number = p.version
WHERE (:about IS NULL OR p.number IN (SELECT rowid FROM position_words WHERE position_words MATCH :about))
  AND (:kinds IS NULL OR p.kind IN (SELECT value FROM json_each(:kinds)))
  AND (:since IS NULL OR v.published >= :since)
  AND (:until IS NULL OR v.published <= :until)
  AND (:by IS NULL OR EXISTS (
    SELECT 1 FROM named n WHERE n.position = p.number AND n.role = 'holder'
      AND (n.name IN (SELECT value FROM json_each(:by)) OR n.country = :by_country)))
  AND (:toward IS NULL OR EXISTS (
    SELECT 1 FROM named n WHERE n.position = p.number AND n.role = 'toward'
      AND (n.name IN (SELECT value FROM json_each(:toward)) OR n.country = :toward_country)))
ORDER BY day DESC, p.version, p.number
