-- Whether some words stand anywhere: 1 or 0.
-- :words  a full-text query
SELECT EXISTS (SELECT 1 FROM utterance_words WHERE utterance_words MATCH :words)
  OR EXISTS (SELECT 1 FROM event_words WHERE event_words MATCH :words) AS is_known
