"""Questions an archive answers by itself."""
