"""What goes into an archive: records as rows, revised, set aside, read anew."""
