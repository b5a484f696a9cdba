"""Frames: which word, in which surroundings, names which act; and the classes of words they name."""
