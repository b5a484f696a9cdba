"""Many records side by side: copies of one report, the same event told again, who confirms and who differs, running stories.

Pure functions over what was read; nothing here knows of storage.
"""
