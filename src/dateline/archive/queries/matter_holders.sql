-- Who holds most positions on some topics.
-- :topics  a JSON array
SELECT x.topic, w.party, count(*) AS entries
FROM json_each(:topics) j CROSS JOIN topic x ON x.topic = j.value CROSS JOIN voice w ON w.item = x.item AND w.level = 1 AND w.role = 'by'
GROUP BY x.topic, w.party ORDER BY x.topic, entries DESC, w.party
