-- Actors by the joined events of a scope that they take part in; :numbers is a JSON array of those events.
SELECT p.number, p.key, p.name, p.country, p.kind, p.reports, count(DISTINCT j.joined) AS events
FROM json_each(:numbers) e CROSS JOIN joined_party j ON j.joined = e.value AND j.level = 1 CROSS JOIN party p ON p.number = j.party
GROUP BY p.number
