-- The actors of some versions, with whether one of their mentions is a name.
-- :versions  a JSON array of versions' numbers
SELECT a.version, a.id, a.name, a.kind, a.country, a.country_assumed, a.sector, a.wikidata,
  EXISTS (SELECT 1 FROM mention m WHERE m.version = a.version AND m.actor = a.id AND m.form = 'name') AS is_named
FROM json_each(:versions) v JOIN actor a ON a.version = v.value
ORDER BY a.version, a.id
