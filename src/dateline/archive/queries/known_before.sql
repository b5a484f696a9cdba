-- What is kept of when the versions of some documents count.
-- :documents  a JSON array of documents' numbers
SELECT k.version, k.document, k.publisher, k.agency, k.since, k.until, k.family, k.copies
FROM json_each(:documents) d JOIN known_version k ON k.document = d.value
