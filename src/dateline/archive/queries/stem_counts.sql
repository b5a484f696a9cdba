-- In how many items some stems stand, and the number of all items.
-- :stems  a JSON array
SELECT j.value AS stem, coalesce(s.items, 0) AS items, (SELECT item FROM joining) AS total
FROM json_each(:stems) j LEFT JOIN stem s ON s.stem = j.value
