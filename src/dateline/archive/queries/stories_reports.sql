-- What the reports of some stories, and those in no story yet, are about.
-- :stories  a JSON array of stories' numbers
SELECT version, published, title, marks FROM story_report WHERE story IN (SELECT value FROM json_each(:stories))
UNION ALL
SELECT version, published, title, marks FROM story_report WHERE story IS NULL
