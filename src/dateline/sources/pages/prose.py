"""Finding the report in a page: the paragraphs of its text, without what stands around and between them."""

from __future__ import annotations

import logging
import re
from typing import Any

from dateline.sources.leftovers import drop_leftovers
from dateline.sources.markup import read_paragraphs
from dateline.sources.pages.parts import prepare_tree

_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 5
_MOST_PARAGRAPHS = 1000
for _name in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)  # what they discard we say ourselves, in one line


def find_paragraphs(tree: Any) -> list[str]:
    """Return the paragraphs of the report in a page, none where it has no report; `tree` is left as it is.

    Tables are left out, but for pages that are laid out in one: there nothing is found without. A paragraph whose words
    stand in a longer one too is left out: a quotation set large.
    """
    prepared = prepare_tree(tree)
    for with_tables in (False, True):
        if paragraphs := drop_leftovers(_extract(prepared, with_tables=with_tables)):
            return _drop_repeated(paragraphs)
    return []


def _drop_repeated(paragraphs: list[str]) -> list[str]:
    """Return the paragraphs without those whose words all stand in another; a page of very many is left as it is."""
    if len(paragraphs) > _MOST_PARAGRAPHS:
        return paragraphs
    whole = [_plain(words) for words in paragraphs]
    return [
        words
        for words, plain in zip(paragraphs, whole, strict=True)
        if len(plain.split()) < _FEWEST_WORDS or not any(len(plain) < len(other) and plain in other for other in whole)
    ]


def _plain(words: str) -> str:
    """Return the words alone, with a blank before and behind, so that they are found as whole words."""
    return f" {' '.join(_WORD.findall(words.lower()))} "


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
