-- How many acts of some types some did towards others, up to a number from which on they are routine; and how many events there are.
-- :by, :toward  JSON arrays of parties at level 0
-- :types        a JSON array of types of events
-- :routine      where counting ends
SELECT count(*) AS acts, (SELECT count(*) FROM joined_event) AS total
FROM (
  SELECT DISTINCT i.item
  FROM json_each(:by) a
    CROSS JOIN json_each(:toward) b
    CROSS JOIN tie i ON i.level = 0 AND i.party = a.value AND i.toward = b.value AND i.quad > 0
    CROSS JOIN joined_event j ON j.number = i.item
  WHERE j.type IN (SELECT value FROM json_each(:types))
  LIMIT :routine
)
