"""The explorer: an archive in a browser, server-rendered, read-only, every page with a JSON twin."""

from dateline.web.serving import Address, Explorer, make_address, open_explorer, serve
from dateline.web.vendored import has_libraries

__all__ = ["Address", "Explorer", "has_libraries", "make_address", "open_explorer", "serve"]
