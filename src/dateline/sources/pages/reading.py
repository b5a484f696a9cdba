"""From the bytes of a page to its document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from lxml import etree, html

from dateline.model import BlockKind, Span
from dateline.sources.decoding import UndecodableError
from dateline.sources.document import Known
from dateline.sources.found_dates import Candidate, choose_dates
from dateline.sources.header.lines import Line, read_line
from dateline.sources.leftovers import drop_leftovers
from dateline.sources.markup import read_html_fragment
from dateline.sources.options import Origin, ReadOptions, Remark, Unreadable
from dateline.sources.pages.charset import decode_page
from dateline.sources.pages.facts import PageFacts, read_facts
from dateline.sources.pages.mapping import map_paragraphs
from dateline.sources.pages.notices import explain_empty, name_notice
from dateline.sources.pages.prose import find_paragraphs
from dateline.sources.pages.visible_dates import iter_visible_dates
from dateline.sources.text import Item, check_text

_HEAD_PARAGRAPHS = 5
_BETWEEN = "\n\n"


def read_page(data: bytes, source: str, options: ReadOptions, origin: Origin) -> Iterator[Item]:
    """Yield the document of a page, or why it has none.

    `Document.page` maps its paragraphs to the page: element paths, and code points of the page as `decode_page` reads it.
    """
    try:
        decoded = decode_page(data, origin.charset)
    except UndecodableError as error:
        yield Unreadable(source, str(error))
        return
    if decoded.remark:
        yield Remark(source, decoded.remark)
    tree = _parse(decoded.text)
    if tree is None:
        yield Unreadable(source, "is a page without words")
        return
    paragraphs = find_paragraphs(tree)
    facts = read_facts(tree, origin.url)
    report = _part_head(paragraphs, facts)
    text = _BETWEEN.join(report.paragraphs)
    if (notice := name_notice(text)) is not None or not text:
        yield Unreadable(source, notice or explain_empty(tree))
        return
    known = _make_known(tree, facts, report, origin)
    stretches = map_paragraphs(report.paragraphs, _find_spans(report.paragraphs), tree, decoded.text)
    yield check_text(text, source, options, replace(known, page=stretches))


def read_mail_page(markup: str, source: str, options: ReadOptions, known: Known) -> Iterator[Item]:
    """Yield the document of a message's HTML part: its report as in a page or, where there is no such thing, all its words.

    What the message's head says (`known`) beats what the part says of itself.
    """
    tree = _parse(markup)
    paragraphs = find_paragraphs(tree) if tree is not None else []
    paragraphs = paragraphs or drop_leftovers(read_html_fragment(markup))
    yield check_text(_BETWEEN.join(paragraphs), source, options, known)


@dataclass(frozen=True, slots=True)
class _Report:
    """The paragraphs of a report, and what the lines before them said that are none."""

    paragraphs: Sequence[str]
    lines: Sequence[Line] = ()


def _part_head(paragraphs: Sequence[str], facts: PageFacts) -> _Report:
    """Take the headline, bylines and dates from the beginning of a report; they are no prose, and known already."""
    kept, lines = list(paragraphs[:_HEAD_PARAGRAPHS]), []
    for words in paragraphs[:_HEAD_PARAGRAPHS]:
        line = read_line(words)
        if line is not None and line.kind in (BlockKind.BYLINE, BlockKind.DATE):
            lines.append(line)
        elif not (facts.title and _plain(words) in _plain(facts.title)):
            break
        kept.pop(0)
    return _Report([*kept, *paragraphs[_HEAD_PARAGRAPHS:]], lines)


def _plain(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().lower()


def _make_known(tree: Any, facts: PageFacts, report: _Report, origin: Origin) -> Known:
    candidates = [*facts.candidates, *iter_visible_dates(tree, facts.title, report.paragraphs[0])]
    for line in report.lines:
        candidates += [Candidate(line.published, "visible text")] if line.published else []
        candidates += [Candidate(line.modified, "visible text", True)] if line.modified else []
    candidates += _ask_htmldate(tree, origin)
    dates = choose_dates(candidates, origin.retrieved)
    return Known(
        published=dates.published,
        modified=dates.modified,
        title=facts.title,
        url=facts.url,
        publisher=facts.publisher,
        authors=facts.authors or next((line.authors for line in report.lines if line.authors), ()),
        dates=dates.found,
    )


def _ask_htmldate(tree: Any, origin: Origin) -> list[Candidate]:
    """Return what htmldate finds without guessing from numbers anywhere on the page."""
    from htmldate import find_date

    try:
        found = find_date(
            deepcopy(tree),
            url=origin.url,
            original_date=True,
            extensive_search=False,
            max_date=(origin.retrieved or date.today()).isoformat(),
        )
    except (AttributeError, IndexError, KeyError, OverflowError, RecursionError, TypeError, ValueError):
        return []  # it has raised all of these on broken pages
    return [Candidate(date.fromisoformat(found), "htmldate")] if found else []


def _parse(page: str) -> Any | None:
    """Return the root of a page, None where it has no element."""
    try:
        parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_pis=True)
        return html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _find_spans(paragraphs: Sequence[str]) -> list[Span]:
    spans, position = [], 0
    for words in paragraphs:
        spans.append(Span(start=position, end=position + len(words)))
        position += len(words) + len(_BETWEEN)
    return spans
