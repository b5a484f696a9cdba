"""What was said and what is held: found by who says it and by its words."""
