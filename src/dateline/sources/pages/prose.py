"""Finding the report in a page: the paragraphs of its text, without what stands around and between them."""

from __future__ import annotations

import logging
from typing import Any

from dateline.sources.leftovers import drop_leftovers
from dateline.sources.markup import read_paragraphs

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it discards we say ourselves, in one line


def find_paragraphs(tree: Any) -> list[str]:
    """Return the paragraphs of the report in a page, none where it has no report; `tree` is left as it is.

    Tables are left out, but for pages that are laid out in one: there nothing is found without.
    """
    for with_tables in (False, True):
        if paragraphs := drop_leftovers(_extract(tree, with_tables=with_tables)):
            return paragraphs
    return []


def _extract(tree: Any, *, with_tables: bool) -> list[str]:
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            tree, favor_precision=True, include_comments=False, include_tables=with_tables, with_metadata=False
        )
    except (AttributeError, IndexError, KeyError, RecursionError, TypeError, ValueError):
        return []  # it has raised all of these on broken pages
    body = getattr(found, "body", None)  # it gives None where it finds nothing
    return read_paragraphs(body, ()) if body is not None else []
