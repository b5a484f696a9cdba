"""dateline's own tables of events, as CSV and as Parquet: a row a telling, or a row a joined event."""
