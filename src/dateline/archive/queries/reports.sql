-- Reports, each in the version that stands, newest first, with how many items of each layer were read from it.
-- :as_of   only what was published by this ISO day, or NULL
-- :source  a publisher or agency, or NULL
-- :since, :until  ISO days of publication, or NULL
-- :words   a full-text query over title and text, or NULL
-- :limit, :offset
WITH asked AS (
  SELECT v.number, v.id, v.document, v.ordinal, v.title, v.publisher, v.agency, v.authors, v.published, v.modified, v.url, v.source, length(v.text) AS length
  FROM version v
  WHERE (:as_of IS NULL OR coalesce(v.modified, v.published) <= :as_of)
    AND (v.embargo IS NULL OR v.embargo <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
    AND NOT EXISTS (
      SELECT 1 FROM version w
      WHERE w.document = v.document AND w.number <> v.number
        AND (:as_of IS NULL OR coalesce(w.modified, w.published) <= :as_of)
        AND (w.embargo IS NULL OR w.embargo <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
        AND (coalesce(CAST(w.wire_version AS INTEGER), 0), coalesce(w.modified, w.published, substr(w.added, 1, 10)), w.ordinal)
          > (coalesce(CAST(v.wire_version AS INTEGER), 0), coalesce(v.modified, v.published, substr(v.added, 1, 10)), v.ordinal))
    AND (:source IS NULL OR lower(v.publisher) = lower(:source) OR lower(v.agency) = lower(:source))
    AND (:since IS NULL OR v.published >= :since)
    AND (:until IS NULL OR v.published <= :until)
    AND (:words IS NULL OR v.number IN (SELECT rowid FROM version_words WHERE version_words MATCH :words))
),
shown AS (
  SELECT *, count(*) OVER () AS total FROM asked ORDER BY coalesce(published, '') DESC, number DESC LIMIT :limit OFFSET :offset
)
SELECT
  s.id, s.ordinal, (SELECT count(*) FROM version w WHERE w.document = s.document) AS versions,
  s.title, s.publisher, s.agency, s.authors, s.published, s.modified, s.url, s.source, s.length,
  (SELECT count(*) FROM seen_event e WHERE e.version = s.number) AS events,
  (SELECT count(*) FROM seen_statement t WHERE t.version = s.number) AS statements,
  (SELECT count(*) FROM seen_position p WHERE p.version = s.number) AS positions,
  (SELECT k.id FROM member m JOIN version k ON k.number = m.copy_of WHERE m.version = s.number) AS copy_of,
  s.document IN (SELECT document FROM withdrawn_document) AS withdrawn,
  s.total
FROM shown s ORDER BY coalesce(s.published, '') DESC, s.number DESC
