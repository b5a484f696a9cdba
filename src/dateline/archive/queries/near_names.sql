-- Names that begin alike or hold words that do, the commonest first; what a misspelt name may have meant.
-- :first  the first letters, as a prefix query of the full-text index
SELECT n.name, n.folded, sum(n.reports) AS reports
FROM party_name n WHERE n.number IN (SELECT rowid FROM party_words WHERE party_words MATCH :first)
GROUP BY n.name ORDER BY reports DESC LIMIT 3000
