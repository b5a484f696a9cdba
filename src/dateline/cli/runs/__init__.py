"""Runs that read: where they read, what is told of them meanwhile, what became of each report."""
