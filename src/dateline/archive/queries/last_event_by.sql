-- The highest number of an event told by a day, 0 where none is: what full-text search for them need not go beyond.
-- :since  the day
SELECT coalesce(max((SELECT max(t.event) FROM telling t WHERE t.version = k.version)), 0) AS event
FROM known_version k WHERE k.since <= :since
