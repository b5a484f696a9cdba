-- The party that stands for a country, where anybody acts for it.
-- :code  ISO 3166 alpha-3
SELECT number AS party, key, name, kind, country FROM party WHERE key = :code
