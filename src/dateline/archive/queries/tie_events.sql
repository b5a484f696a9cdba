-- The joined events of a tie, those of the highest score first where :sign is 1, of the lowest where it is -1.
-- :level, :first, :second, :sign
-- :as_of, :since, :until  ISO days, or NULL
SELECT item, score, day FROM (
  SELECT t.item, t.score, t.day, t.quad, t.since, t.until FROM tie t WHERE t.level = :level AND t.party = :first AND t.toward = :second
  UNION ALL
  SELECT t.item, t.score, t.day, t.quad, t.since, t.until FROM tie t WHERE t.level = :level AND t.party = :second AND t.toward = :first
)
WHERE quad > 0
  AND ((:as_of IS NULL AND until IS NULL) OR (since <= :as_of AND (until IS NULL OR until > :as_of)))
  AND (:since IS NULL OR day >= :since) AND (:until IS NULL OR day <= :until)
ORDER BY score * :sign DESC, day DESC, item
