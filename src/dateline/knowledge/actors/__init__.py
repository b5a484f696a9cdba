"""Who is known beforehand: states, organisations, groups, officers by date, and nouns by sector."""
