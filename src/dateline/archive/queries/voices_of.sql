-- Who speaks or holds a position, and towards whom, for some statements and positions.
-- :items  a JSON array of numbers
SELECT x.item AS event, x.role, x.ordinal, a.name AS own_name, a.kind AS own_kind, a.country AS own_country,
  q.number AS party, q.key, q.name, q.kind, q.country
FROM (
  SELECT p.statement AS item, 'by' AS role, p.ordinal, p.version, p.actor
  FROM json_each(:items) j CROSS JOIN speaker p ON p.statement = j.value
  UNION ALL
  SELECT s.number, 'toward', 1, s.version, s.addressee
  FROM json_each(:items) j CROSS JOIN statement s ON s.number = j.value WHERE s.addressee IS NOT NULL
  UNION ALL
  SELECT t.position, CASE t.role WHEN 'holder' THEN 'by' ELSE 'toward' END, t.ordinal, t.version, t.actor
  FROM json_each(:items) j CROSS JOIN stance t ON t.position = j.value
) x
  JOIN actor a ON a.version = x.version AND a.id = x.actor
  LEFT JOIN party_of o ON o.version = x.version AND o.actor = x.actor
  LEFT JOIN party_key k ON k.number = o.key
  LEFT JOIN party q ON q.number = k.party
ORDER BY x.item, x.role, x.ordinal
