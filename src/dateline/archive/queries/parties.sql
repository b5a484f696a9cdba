-- Parties by number.
-- :numbers  a JSON array
SELECT p.number, p.key, p.name, p.country, p.kind, p.reports, p.events
FROM json_each(:numbers) j CROSS JOIN party p ON p.number = j.value
