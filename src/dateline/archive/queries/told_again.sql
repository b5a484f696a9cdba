-- Joined events known by a day of which something was told after it.
-- :since  the day; :as_of the last day that counts, or NULL for now
SELECT DISTINCT t.joined
FROM known_version k CROSS JOIN telling t ON t.version = k.version CROSS JOIN joined_event e ON e.number = t.joined
WHERE k.since > :since AND (:as_of IS NULL OR k.since <= :as_of) AND e.since <= :since
