"""From the bytes of a page to its document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from lxml import etree, html

from dateline.model import BlockKind, Document, Span
from dateline.sources.decoding import UndecodableError
from dateline.sources.document import Known
from dateline.sources.found_dates import Candidate, choose_dates
from dateline.sources.header.dates import iter_dates, without_dates
from dateline.sources.header.lines import Line, read_byline, read_line
from dateline.sources.leftovers import drop_leftovers
from dateline.sources.markup import read_html_fragment
from dateline.sources.options import Origin, ReadOptions, Remark, Unreadable
from dateline.sources.pages.above_text import read_above_text
from dateline.sources.pages.charset import decode_page
from dateline.sources.pages.facts import PageFacts, read_facts
from dateline.sources.pages.lists import is_list
from dateline.sources.pages.mapping import map_paragraphs
from dateline.sources.pages.notices import explain_empty, name_notice
from dateline.sources.pages.prose import find_paragraphs
from dateline.sources.text import Item, check_text

_LONGEST_EDGE = 120
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
    facts = read_facts(tree, origin.url)
    report, reason = _find_report(tree, facts)
    if reason is not None:
        yield Unreadable(source, reason)
        return
    known = _make_known(tree, facts, report, origin)
    item = check_text(_BETWEEN.join(report.paragraphs), source, options, known)
    if isinstance(item, Document):  # only now, since the map of a page that is too long takes long
        stretches = map_paragraphs(report.paragraphs, _find_spans(report.paragraphs), tree, decoded.text)
        item = item.model_copy(update={"page": stretches})
    yield item


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


def _find_report(tree: Any, facts: PageFacts) -> tuple[_Report, str | None]:
    """Return the report that the page shows, or else the one it tells search engines; without either, why there is none."""
    report = _part_edges(find_paragraphs(tree), facts)
    if not report.paragraphs:
        reason: str | None = explain_empty(tree)
    elif is_list(tree, report.paragraphs):
        reason = "is a list of reports, no report"
    else:
        reason = name_notice(_BETWEEN.join(report.paragraphs))
    if reason is not None:
        told = _part_edges(drop_leftovers(facts.body), facts)
        return (told, None) if told.paragraphs else (report, reason)
    return report, None


def _part_edges(paragraphs: Sequence[str], facts: PageFacts) -> _Report:
    """Take the headline, bylines and dates from the ends of a report; they are no prose, and known already."""
    title = _plain(facts.title or "")
    kept = [words for words in paragraphs if not title or _plain(words) != title]
    lines = []
    for end in (0, -1):
        while kept and (line := _read_edge(kept[end])) is not None:
            lines.append(line)
            kept.pop(end)
    return _Report(kept, lines)


def _read_edge(words: str) -> Line | None:
    """Return what a line says that only signs or dates a report, or both ("Ada Lindqvist 25 November 2015").

    A name with a comma behind is a place's ("New York, November 25, 2015") unless "By" stands before it.
    """
    line = read_line(words)
    if line is not None and line.kind in (BlockKind.BYLINE, BlockKind.DATE):
        return line
    if len(words) > _LONGEST_EDGE or not (days := list(iter_dates(words))):
        return None
    name = without_dates(words).strip(" |;·•–—-")
    is_signed = name.lower().startswith("by ")
    signed = read_byline(name.strip(" |,;·•–—-") if is_signed else f"By {name}")
    if signed is None or (name.endswith(",") and not is_signed):
        return None
    shown = {is_change: day for day, is_change in reversed(days)}
    return replace(signed, published=shown.get(False), modified=shown.get(True))


def _plain(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().lower()


def _make_known(tree: Any, facts: PageFacts, report: _Report, origin: Origin) -> Known:
    above = read_above_text(tree, facts.title, report.paragraphs)
    candidates = [*facts.candidates, *above.candidates]
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
        authors=facts.authors or above.authors or next((line.authors for line in report.lines if line.authors), ()),
        dates=dates.found,
    )


def _ask_htmldate(tree: Any, origin: Origin) -> list[Candidate]:
    """Return what htmldate finds without guessing from numbers anywhere on the page."""
    from htmldate import find_date

    latest = (origin.retrieved or date.today()).isoformat()
    try:
        found = find_date(deepcopy(tree), url=origin.url, original_date=True, extensive_search=False, max_date=latest)
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
