-- Who speaks or holds a position, and towards whom, for the statements and positions of some versions.
-- :versions  a JSON array of versions' numbers
SELECT x.item, x.layer, x.role, x.ordinal, a.name AS own_name, a.kind AS own_kind, a.country AS own_country,
  q.number AS party, q.key, q.name, q.kind, q.country
FROM (
  SELECT p.statement AS item, 'statement' AS layer, 'by' AS role, p.ordinal, p.version, p.actor
  FROM json_each(:versions) j CROSS JOIN statement s ON s.version = j.value CROSS JOIN speaker p ON p.statement = s.number
  UNION ALL
  SELECT s.number, 'statement', 'toward', 1, s.version, s.addressee
  FROM json_each(:versions) j CROSS JOIN statement s ON s.version = j.value WHERE s.addressee IS NOT NULL
  UNION ALL
  SELECT t.position, 'position', CASE t.role WHEN 'holder' THEN 'by' ELSE 'toward' END, t.ordinal, t.version, t.actor
  FROM json_each(:versions) j CROSS JOIN position p ON p.version = j.value CROSS JOIN stance t ON t.position = p.number
) x
  JOIN actor a ON a.version = x.version AND a.id = x.actor
  LEFT JOIN party_of o ON o.version = x.version AND o.actor = x.actor
  LEFT JOIN party_key k ON k.number = o.key
  LEFT JOIN party q ON q.number = k.party
ORDER BY x.item, x.role, x.ordinal
