"""What is known beforehand, as data files that a political scientist can read, and their loaders."""
