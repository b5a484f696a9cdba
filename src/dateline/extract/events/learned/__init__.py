"""Small learned choices about events: which actors are its parties, which date is its own, which it tells again."""
