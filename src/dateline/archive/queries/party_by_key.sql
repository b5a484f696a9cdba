-- The party of a key, in any form in which reports gave it.
-- :key
SELECT p.number AS party, p.key, p.name, p.kind, p.country FROM party_key k JOIN party p ON p.number = k.party WHERE k.key = :key
