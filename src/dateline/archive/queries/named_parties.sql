-- Parties by a name: by the whole of it (folded), or by words in it one after the other.
-- :folded  the name in small letters, without accents and article
-- :phrase  the same as a full-text query
SELECT n.party, p.key, p.name, p.kind, p.country, p.reports, n.folded = :folded AS is_whole
FROM (
  SELECT party, folded FROM party_name WHERE folded = :folded
  UNION
  SELECT party, folded FROM party_name WHERE number IN (SELECT rowid FROM party_words WHERE party_words MATCH :phrase)
) n JOIN party p ON p.number = n.party
WHERE p.number IN (SELECT party FROM party_key)
ORDER BY p.reports DESC, p.number
