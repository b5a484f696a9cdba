-- Reports of which another version came after a day.
-- :since  the day; :as_of the last day that counts, or NULL for now
SELECT k.version, k.since, k.document, v.id, v.title, v.url, v.source, v.publisher, v.agency, v.published,
  (SELECT o.version FROM known_version o WHERE o.document = k.document AND o.until IS NOT NULL AND o.since < k.since
   ORDER BY o.since DESC, o.version DESC LIMIT 1) AS before
FROM known_version k CROSS JOIN version v ON v.number = k.version
WHERE k.since > :since AND (:as_of IS NULL OR k.since <= :as_of)
  AND EXISTS (SELECT 1 FROM known_version o WHERE o.document = k.document AND o.since <= :since)
ORDER BY k.since, k.version
