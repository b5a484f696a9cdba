-- Everybody who acts for a country, those of most events first.
-- :code  ISO 3166 alpha-3
SELECT p.number, p.key, p.name, p.country, p.kind, p.reports, p.events
FROM party p WHERE p.country = :code AND EXISTS (SELECT 1 FROM party_key k WHERE k.party = p.number)
ORDER BY p.events DESC, p.reports DESC, p.number
