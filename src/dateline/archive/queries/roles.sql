-- Who takes part in some events, as their own report has it, with the party each is.
-- :events  a JSON array of events' numbers
SELECT r.event, r.role, r.ordinal, a.name AS own_name, a.kind AS own_kind, a.country AS own_country,
  q.number AS party, q.key, q.name, q.kind, q.country
FROM json_each(:events) j
  CROSS JOIN role r ON r.event = j.value
  CROSS JOIN actor a ON a.version = r.version AND a.id = r.actor
  LEFT JOIN party_of o ON o.version = r.version AND o.actor = r.actor
  LEFT JOIN party_key k ON k.number = o.key
  LEFT JOIN party q ON q.number = k.party
ORDER BY r.event, r.role, r.ordinal
