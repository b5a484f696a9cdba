-- Reports that a wire took back after a day.
-- :since  the day; :as_of the last day that counts, or NULL for now
SELECT n.document, n.status, n.text AS notice, substr(n.added, 1, 10) AS day, v.id, v.title, v.url, v.source, v.publisher,
  v.agency, v.published, min(i.number) AS number
FROM withdrawn_document n JOIN version v ON v.document = n.document LEFT JOIN item i ON i.version = v.number
WHERE substr(n.added, 1, 10) > :since AND (:as_of IS NULL OR substr(n.added, 1, 10) <= :as_of)
GROUP BY n.document
ORDER BY day, n.document
