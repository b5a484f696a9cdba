"""What one line of a report's head or foot is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dateline.model import BlockKind
from dateline.sources.header.agencies import load_agencies
from dateline.sources.header.dates import read_date_line, read_month_and_day

_ADDRESS = re.compile(r"https?://\S+")
_BYLINE = re.compile(r"by:?\s+(?=[^\W\d_])(?P<names>.+)", re.I)
_NAME = re.compile(r"[^\W\d_][\w.’'-]*(?:\s+(?:[^\W\d_][\w.’'-]*)){1,4}")
_PAPER = re.compile(
    r"(?:The\s+)?(?:[A-Z][\w’'.-]*\s+){0,4}(?:Gazette|Courier|Chronicle|Times|Post|Herald|Tribune|Journal|Observer|Guardian|"
    r"Telegraph|Mail|Express|Mirror|News|Press|Star|Sun|Globe|Standard|Independent|Inquirer|Examiner|Monitor|Today|Wire|Review|"
    r"Dispatch|Register|Bulletin|Reporter|Sentinel|Daily|Weekly)"
)
_CREDIT = re.compile(
    r"\(?(?:(?:additional\s+)?(?:reporting|writing|editing|compiled|translation)\s+(?:and\s+\w+\s+)?by\b.*|[^.]*\bcontributed\s+to\s+this\s+"
    r"report\.?|(?:corrects|adds|updates|recasts|rewrites|refiles)\b.*\)|copyright\b.*|©.*|all rights reserved.*|"
    r"end\s*of\s*text|more\s*follows)\)?",
    re.I,
)
_RULE = re.compile(r"[\W_]+|#+|-*\s*30\s*-*")
_PLACE = r"[A-ZÀ-Ý][\w’'.\-À-ÿ]*(?:[ /](?:[A-ZÀ-Ý][\w’'.\-À-ÿ]*|of|de|la|the|es|el|al|and|du|do))*"
_DATED_PLACE = re.compile(
    rf"(?P<place>(?:{_PLACE})(?:,\s+{_PLACE}){{0,2}}?)"
    r"(?:,?\s+(?P<day>(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}))(?:,?\s+(?P<year>\d{4}))?)?"
    r"\.?\s*(?:\((?P<mark>[\w .-]{2,30})\)|/(?P<slashed>[\w .-]{2,30})/\.?)\s*(?:[-–—_]+|\.)?\s*"
)
_BARE_DATED_PLACE = re.compile(rf"(?P<place>[A-ZÀ-Ý][A-ZÀ-Ý .’'/-]{{2,40}}(?:,\s+{_PLACE})?)\s+(?:[–—_]|--)\s*")
_AGENCY_ONLY = re.compile(r"\((?P<mark>[\w .-]{2,30})\)\s*[-–—_]+\s*")
_UPDATE = re.compile(r"(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED|EXCLUSIVE|FACTBOX|ANALYSIS)(?:\s+\d+)?\s*[-:]\s*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the head or foot with what it says; None where it says nothing of the sort."""

    kind: BlockKind
    authors: tuple[str, ...] = ()
    agency: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: date | None = None
    modified: date | None = None


@dataclass(frozen=True, slots=True)
class DatedPlace:
    """The opening of a first paragraph: "MOSCOW, Nov 28, 2015 (Reuters) -"; `length` in characters."""

    length: int
    place: str | None
    agency: str | None
    published: date | None
    day: str | None


def read_line(line: str) -> Line | None:
    """Return what a line of the head says, None where it is none of the kinds known."""
    words = line.strip()
    if _ADDRESS.fullmatch(words):
        return Line(BlockKind.BOILERPLATE, url=words)
    dates = read_date_line(words)
    if dates is not None:
        return Line(BlockKind.DATE, published=dates[0], modified=dates[1])
    agency = load_agencies().named(words)
    if agency is not None:
        return Line(BlockKind.BYLINE, agency=agency)
    return read_byline(words) or _read_paper(words)


def is_foot(line: str) -> bool:
    """Tell whether a line is a credit, a rule or a correction notice, which is never prose."""
    words = line.strip()
    return bool(_CREDIT.fullmatch(words) or _RULE.fullmatch(words))


def read_byline(words: str) -> Line | None:
    """Return the authors of "By A and B, Agency" or of "A, Agency"."""
    match = _BYLINE.fullmatch(words)
    names = match["names"] if match else words
    names, agency = _split_agency(names)
    if len(words) > 120 or (match is None and (agency is None or not names)):
        return None
    names = re.sub(r"\s+in\s+[A-Z][\w’' -]*$|,\s+[A-Z][\w ]*(?:Editor|Correspondent|Writer)$", "", names, flags=re.I)
    authors = [_settle_case(n) for n in re.split(r"\s*,\s*|\s+and\s+|\s*&\s*", names) if _NAME.fullmatch(n)]
    if not authors:
        return None
    return Line(BlockKind.BYLINE, authors=tuple(authors), agency=agency)


def _split_agency(words: str) -> tuple[str, str | None]:
    head, comma, tail = words.rpartition(",")
    agency = load_agencies().named(tail) if comma else None
    return (head.strip(), agency) if agency else (words, None)


def _settle_case(name: str) -> str:
    return name.title() if name.isupper() else name


def _read_paper(words: str) -> Line | None:
    if len(words) <= 60 and _PAPER.fullmatch(words):
        return Line(BlockKind.BYLINE, publisher=words)
    return None


def read_dated_place(paragraph: str) -> DatedPlace | None:
    """Return the dateline a paragraph opens with, None where it opens with none."""
    agencies = load_agencies()
    match = _DATED_PLACE.match(paragraph)
    if match:
        agency = agencies.by_mark.get((match["mark"] or match["slashed"]).strip())
        if agency is not None:
            day, year = match["day"], match["year"]
            published = read_month_and_day(day.replace(".", ""), int(year)) if day and year else None
            return DatedPlace(match.end(), match["place"], agency, published, day)
    match = _AGENCY_ONLY.match(paragraph)
    if match and match["mark"].strip() in agencies.by_mark:
        return DatedPlace(match.end(), None, agencies.by_mark[match["mark"].strip()], None, None)
    match = _BARE_DATED_PLACE.match(paragraph)
    if match:
        return DatedPlace(match.end(), match["place"].strip(), None, None, None)
    return None


def strip_update_mark(title: str) -> str:
    """Return a title without an agency's "UPDATE 2-"."""
    return _UPDATE.sub("", title, count=1) if _UPDATE.match(title) else title
