-- All there is to know of the tellings of some joined events, in the order they became known.
-- :joined  a JSON array of joined events' numbers
-- :as_of   an ISO day, or NULL for now
-- :all     1 for tellings that no longer count, too
SELECT
  t.joined, t.version, t.acts, t.words AS stems, e.number, e.type, e.mode, e.quad, e.cameo, e.score, e.status, e.date,
  e.killed, e.injured, e.arrested,
  (SELECT f.number FROM seen_event f WHERE f.version = e.version AND f.id = e.same_as) AS first,
  (SELECT min(max(g.start - d."end", d.start - g."end")) FROM time d WHERE d.version = e.version
    AND substr(d.value, 1, length(e.date)) = e.date AND d.start >= s.start AND d."end" <= s."end") AS date_gap,
  p.name AS place, p.kind AS place_kind, p.country AS place_country, p.latitude, p.longitude,
  s.start, s."end", substr(v.text, s.start + 1, s."end" - s.start) AS words, coalesce(e.spans ->> '$[0][0]', g.start) AS trigger_start, coalesce(e.spans ->> '$[0][1]', g."end") AS trigger_end, e.by_person,
  e.source AS teller, a.name AS teller_name, coalesce(q.key, '?') AS teller_key,
  v.id AS document, v.title, v.publisher, v.agency, v.published, v.url, v.source,
  k.document AS address, k.family, k.copies, k.since, k.until
FROM json_each(:joined) j
  CROSS JOIN telling t ON t.joined = j.value
  CROSS JOIN known_version k ON k.version = t.version
  CROSS JOIN seen_event e ON e.number = t.event
  CROSS JOIN version v ON v.number = t.version
  LEFT JOIN place p ON p.version = e.version AND p.id = e.place
  LEFT JOIN evidence s ON s.item = e.number AND s.part = 'sentence' AND s.ordinal = 1
  LEFT JOIN evidence g ON g.item = e.number AND g.part = 'trigger' AND g.ordinal = 1
  LEFT JOIN actor a ON a.version = e.version AND a.id = e.source
  LEFT JOIN party_of o ON o.version = e.version AND o.actor = e.source
  LEFT JOIN party_key r ON r.number = o.key
  LEFT JOIN party q ON q.number = r.party
WHERE :all
  OR (:as_of IS NULL AND k.until IS NULL)
  OR (k.since <= :as_of AND (k.until IS NULL OR k.until > :as_of))
ORDER BY j.value, k.since IS NULL, k.since, t.version, e.number
