"""What every answer is made of: typed rows, plain and as Arrow tables, and citations."""
