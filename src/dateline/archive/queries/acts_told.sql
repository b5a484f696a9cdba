-- The acts that some words of a report name and do not tell as done, each with who takes part: countries for all who act for them.
-- :version, :start, :end  the words
-- :own  the type of act that holding such a position is: "REJECT" of a refusal
SELECT e.number, e.type, r.role, coalesce((SELECT s.number FROM party s WHERE s.key = a.country), k.party) AS party
FROM seen_event e
  JOIN evidence x ON x.item = e.number AND x.part = 'trigger' AND x.start >= :start AND x."end" <= :end
  LEFT JOIN role r ON r.event = e.number
  LEFT JOIN actor a ON a.version = e.version AND a.id = r.actor
  LEFT JOIN party_of o ON o.version = e.version AND o.actor = r.actor
  LEFT JOIN party_key k ON k.number = o.key
WHERE e.version = :version AND (e.status <> 'actual' OR e.type = :own)
ORDER BY e.number, r.role, r.ordinal
