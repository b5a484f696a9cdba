-- Which joined event each of some events tells.
-- :events  a JSON array of events' numbers
SELECT t.event, t.joined FROM json_each(:events) j CROSS JOIN telling t ON t.event = j.value
