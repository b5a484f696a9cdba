"""When, where, how, in which field of life and on whose word an act is told."""
