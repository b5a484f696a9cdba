"""The words of a page and where each character of them stands in the page's source.

Parsers of HTML give a tree and forget offsets. This reads no tree: it passes over tags, comments, programs and style
sheets, and resolves character references. It is linear in the length of the page, whatever is broken in it.
"""

from __future__ import annotations

import html
import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass

_TAG = re.compile(r"</?[A-Za-z](?:[^>\"']|\"[^\"]*+\"|'[^']*+')*+>")
_TAG_OPENING = re.compile(r"</?[A-Za-z]")
_LONGEST_TAG = 1 << 14
_UNREAD = re.compile(r"<(script|style)\b", re.I)
_REFERENCE = re.compile(r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A text without white space, and for each of its characters where it begins and ends in the source."""

    text: str
    starts: array[int]
    ends: array[int]


def squeeze(words: str) -> str:
    """Return a text without white space and invisible characters."""
    return "".join(c for c in words if not c.isspace() and c not in _INVISIBLE)


def scan_page(page: str) -> Squeezed:
    """Return the words of a page's source, squeezed, with their offsets in code points."""
    text: list[str] = []
    starts, ends = array("L"), array("L")
    for begin, end in _iter_runs(page):
        for words, first, last in _iter_pieces(page, begin, end):
            is_whole = len(words) == last - first
            for number, character in enumerate(words):
                if character.isspace() or character in _INVISIBLE:
                    continue
                text.append(character)
                starts.append(first + number if is_whole else first)
                ends.append(first + number + 1 if is_whole else last)
    return Squeezed("".join(text), starts, ends)


def _iter_pieces(page: str, begin: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield the words of a run of text with their place: stretches as they stand, and character references resolved."""
    position = begin
    for match in _REFERENCE.finditer(page, begin, end):
        if match.start() > position:
            yield page[position : match.start()], position, match.start()
        yield html.unescape(match[0]), match.start(), match.end()
        position = match.end()
    if position < end:
        yield page[position:end], position, end


def _iter_runs(page: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of the stretches of a page that are words and no markup."""
    position, length = 0, len(page)
    while position < length:
        mark = page.find("<", position)
        if mark < 0:
            yield position, length
            return
        end = _end_of_markup(page, mark)
        if end is None:  # a lone "<" is a word
            yield position, mark + 1
            position = mark + 1
            continue
        if mark > position:
            yield position, mark
        position = end


def _end_of_markup(page: str, mark: int) -> int | None:
    """Return where the markup that begins at `mark` ends, None where none begins there."""
    if page.startswith("<!--", mark):
        end = page.find("-->", mark + 2)
        return end + 3 if end >= 0 else len(page)
    if page.startswith(("<!", "<?"), mark):
        end = page.find(">", mark)
        return end + 1 if end >= 0 else len(page)
    if not _TAG_OPENING.match(page, mark):
        return None
    tag = _TAG.match(page, mark, mark + _LONGEST_TAG)
    end = tag.end() if tag else page.find(">", mark) + 1  # a quotation mark too many
    if not end:
        return len(page)
    if unread := _UNREAD.match(page, mark):
        closing = re.compile(rf"</{unread[1]}[^>]*>", re.I).search(page, end)
        return closing.end() if closing else len(page)
    return end
