-- The lowest number of an item of a report known since a day or later: what full-text search for what came later can begin with.
-- :since  the day
SELECT coalesce(min((SELECT min(i.number) FROM item i WHERE i.version = k.version)), 0) AS item
FROM known_version k WHERE k.since >= :since
