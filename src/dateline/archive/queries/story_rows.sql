-- Stories by number.
-- :stories  a JSON array
SELECT s.number, s.title, s.first_day, s.last_day, s.reports FROM json_each(:stories) j CROSS JOIN story s ON s.number = j.value
