"""What a piece of a record or of an answer is in one line of text."""
