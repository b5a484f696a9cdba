"""Pages of news sites: the report found in a page, what the page says of it, and where its text stands in it."""

from dateline.sources.pages.reading import read_mail_page, read_page

__all__ = ["read_mail_page", "read_page"]
