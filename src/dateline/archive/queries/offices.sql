-- The offices that reports give somebody.
-- :parties  a JSON array of parties
SELECT a.office, count(DISTINCT a.version) AS reports
FROM json_each(:parties) j
  CROSS JOIN party_key k ON k.party = j.value
  CROSS JOIN party_of o ON o.key = k.number
  CROSS JOIN actor a ON a.version = o.version AND a.id = o.actor
WHERE a.office IS NOT NULL
GROUP BY a.office ORDER BY reports DESC, a.office
