-- The day the latest report became known.
SELECT max(since) AS day FROM known_version
