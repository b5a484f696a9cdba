-- The story of a number, or of a joined event where :event is given.
-- :event, :number
SELECT coalesce((SELECT story FROM joined_event WHERE number = :event), (SELECT number FROM story WHERE number = :number)) AS story
