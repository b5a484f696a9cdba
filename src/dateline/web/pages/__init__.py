"""The pages: each takes an archive as of a day and what an address asks for, and gives a page."""
