-- Every version of the report that a version is of, the first kept first.
-- :document  the id of any of them
SELECT v.id, v.ordinal, v.title, v.published, v.modified, v.added
FROM version v WHERE v.document = (SELECT w.document FROM version w WHERE w.id = :document) ORDER BY v.ordinal
