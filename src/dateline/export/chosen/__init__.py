"""What is written: the reports, events and words of a situation, how its places are told and its parties called."""
