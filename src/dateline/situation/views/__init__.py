"""What every question starts from: an archive seen through a scope as of a day, a page at a time."""
