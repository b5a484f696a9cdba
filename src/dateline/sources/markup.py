"""The paragraphs of a marked-up text (HTML, XHTML, NITF) that is known to be a report's and nothing else.

Whole pages, where the report has to be found first, are read by `pages`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from html.entities import html5
from typing import Any

from lxml import etree, html

BLOCKS = frozenset(
    "p div section article header footer main aside address h1 h2 h3 h4 h5 h6 hl1 hl2 hr ul ol li dl dt dd blockquote bq pre "
    "table thead tbody tfoot tr td th caption figure figcaption block body html tagline center details summary "
    "head list item quote row cell".split()  # what trafilatura calls headings, lists, quotations and tables
)
"""Elements that begin and end a paragraph."""

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAK = "\v"
_TWO_BREAKS = re.compile(r"\v\s*\v")

NO_PROSE = frozenset(
    "script style noscript template head title svg math canvas iframe object embed video audio form button select textarea input "
    "nav figure figcaption media fn".split()
)
"""Elements whose words are no prose of the report: programs, forms, pictures and their captions."""


def read_paragraphs(root: Any, without: Collection[str] = NO_PROSE) -> list[str]:
    """Return the paragraphs below an lxml element in order; runs of white space are one blank.

    A paragraph ends where a block begins or ends, and at two line breaks in a row. What stands in the elements named in
    `without` is left out.
    """
    parts = (part for block in _iter_blocks(root, without) for part in _TWO_BREAKS.split(block))
    return [words for part in parts if (words := " ".join(part.split()))]


def read_html_fragment(markup: str) -> list[str]:
    """Return the paragraphs of a piece of HTML, as feeds and wires carry it.

    >>> read_html_fragment("Paris &amp; Rome<br><br>agree.<p>They <b>sign</b>ed.<script>x()</script>")
    ['Paris & Rome', 'agree.', 'They signed.']
    """
    try:
        return read_paragraphs(html.document_fromstring(f"<div>{drop_controls(markup)}</div>"))
    except (etree.LxmlError, ValueError):
        return []


def looks_like_html(text: str) -> bool:
    """Tell whether a text that is not said to be HTML is: it has an element of prose and its end, or a line break."""
    return re.search(r"<(p|div|span|a|b|i|em|strong)\b[^<>]*>.*</\1\s*>|<br\s*/?>", text, re.I | re.S) is not None


def local_name(element: Any) -> str:
    """Return an element's name without its namespace, "" for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _iter_blocks(root: Any, without: Collection[str]) -> Iterator[str]:
    words: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        name = local_name(element)
        if name in BLOCKS:
            yield "".join(words)
            words = []
        if event != "start":
            words.append(
                (_BREAK if name in ("br", "lb") else "") + ((element.tail or "") if element is not root else "")
            )
        elif name in without:
            walk.skip_subtree()
        else:
            words.append(_words_of(element))
    yield "".join(words)


def _words_of(element: Any) -> str:
    if element.tag is etree.Entity:  # a reference that no DTD was loaded for
        return html5.get(f"{element.name};", "")
    return element.text or "" if isinstance(element.tag, str) else ""


def drop_controls(words: str) -> str:
    """Return words with blanks for the characters that no markup can hold, one for one."""
    return _CONTROLS.sub(" ", words)
