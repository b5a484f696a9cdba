-- The story that a joined event belongs to.
-- :event
SELECT story FROM joined_event WHERE number = :event
