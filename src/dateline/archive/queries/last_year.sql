-- The year of the latest report.
SELECT CAST(substr(max(since), 1, 4) AS INTEGER) AS year FROM known_version
