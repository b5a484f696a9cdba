-- Members of families, family by family, newest origin first: of each report the version that stands now, and the origin.
-- :publisher  only families in which this publisher takes part, or NULL
-- :document   only the family of this version, by its id, or NULL
WITH asked AS (
  SELECT f.number FROM family f
  WHERE (:publisher IS NULL AND :document IS NULL)
    OR f.number IN (
      SELECT m.family FROM member m JOIN version v ON v.number = m.version
      WHERE v.id IS :document OR lower(v.publisher) = lower(:publisher))
)
SELECT
  f.number, f.agency, f.reason, v.number = f.origin, v.document,
  v.id, v.title, v.publisher, v.agency, v.published, v.url, v.source, m.similarity, m.differences,
  (SELECT k.id FROM version k WHERE k.number = m.copy_of),
  v.number IN (SELECT number FROM latest_version),
  v.document IN (SELECT document FROM withdrawn_document)
FROM asked JOIN family f USING (number)
JOIN member m ON m.family = f.number JOIN version v ON v.number = m.version JOIN version o ON o.number = f.origin
WHERE v.number = f.origin OR v.number IN (SELECT number FROM latest_version)
ORDER BY coalesce(o.published, '') DESC, f.number, coalesce(v.published, '9999'), v.publisher, v.number
