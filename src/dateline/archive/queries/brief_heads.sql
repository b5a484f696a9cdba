-- The reports that count now, in the order they were kept.
SELECT id AS document, title, source, publisher, agency, published FROM current_version ORDER BY number
