-- When each version of some documents counts: from the day it was published or changed to the day the next came.
-- :documents  a JSON array of documents' numbers
-- :now        UTC, "2015-11-26T17:00:00Z"
WITH standing AS (
  SELECT v.number, v.document, v.publisher, v.agency, v.published, v.modified, v.embargo,
    row_number() OVER (
      PARTITION BY v.document
      ORDER BY coalesce(CAST(v.wire_version AS INTEGER), 0), coalesce(v.modified, v.published, substr(v.added, 1, 10)), v.ordinal) AS place
  FROM json_each(:documents) d JOIN version v ON v.document = d.value
  WHERE v.embargo IS NULL OR v.embargo <= :now
), dated AS (
  SELECT number, document, publisher, agency, place,
    -- The first version is known from the day of publication; a later one from the day it was changed on.
    CASE WHEN published IS NULL THEN NULL
      ELSE max(CASE WHEN place = 1 THEN published ELSE coalesce(modified, published) END, coalesce(substr(embargo, 1, 10), ''))
    END AS since
  FROM standing
)
SELECT d.number AS version, d.document, d.publisher, d.agency, d.since,
  (SELECT min(coalesce(n.since, d.since, '')) FROM dated n WHERE n.document = d.document AND n.place > d.place) AS until,
  coalesce(f.origin, d.number) AS family,
  (SELECT count(*) FROM member c JOIN version w ON w.number = c.version
   WHERE c.copy_of = d.number AND (w.embargo IS NULL OR w.embargo <= :now)) AS copies
FROM dated d LEFT JOIN member m ON m.version = d.number LEFT JOIN family f ON f.number = m.family
WHERE d.document NOT IN (SELECT document FROM withdrawn_document)
  AND NOT EXISTS (SELECT 1 FROM version k WHERE k.number = m.copy_of AND (k.embargo IS NULL OR k.embargo <= :now))
