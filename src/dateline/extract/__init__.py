"""From a parse to the pieces of a record; knows nothing of other documents or of storage."""
