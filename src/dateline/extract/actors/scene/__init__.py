"""What every step of reading the actors works on: the report, who was met so far, the countries around."""
