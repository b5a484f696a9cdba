-- All actors.
SELECT p.number, p.key, p.name, p.country, p.kind, p.reports, p.events FROM party p
WHERE p.reports > 0
