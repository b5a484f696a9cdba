-- The item of a version that tells the same in the same words as another: its trigger and sentence, or its content, are equal.
-- :item     the number of the other
-- :version  the version to look in
WITH told AS (
  SELECT i.number, i.version, i.layer, coalesce(e.type, p.kind, '') AS kind, x.part,
    substr(v.text, x.start + 1, x."end" - x.start) AS words
  FROM item i JOIN version v ON v.number = i.version
  JOIN evidence x ON x.item = i.number AND x.part IN ('trigger', 'sentence', 'content')
  LEFT JOIN event e ON e.number = i.number LEFT JOIN position p ON p.number = i.number
  WHERE i.number = :item OR i.version = :version
)
SELECT other.number
FROM told one JOIN told other USING (layer, kind, part, words)
WHERE one.number = :item AND other.version = :version AND other.number <> :item
GROUP BY other.number
HAVING count(DISTINCT part || words) = (SELECT count(DISTINCT part || words) FROM told WHERE number = :item)
ORDER BY other.number LIMIT 1
