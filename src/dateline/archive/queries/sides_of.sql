-- Who says or holds something and towards whom, by countries where they stand for all.
-- :item  the number of a statement or position
SELECT role, party FROM voice WHERE item = :item AND level = 0 ORDER BY role, party
