"""GDELT 2.0: a table of events (61 columns) and one of mentions (16 columns), tab-separated, no header; codes are text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path

from dateline.compare.days import read_days
from dateline.export.chosen.place_kinds import PlaceKinds
from dateline.export.chosen.selection import Selection
from dateline.export.data_sets.cameo_actors import cameo_code_of, role_of
from dateline.export.data_sets.tab_separated import Value, write_tab_separated
from dateline.export.format import Format
from dateline.export.tally import Tally
from dateline.knowledge.ontology.cameo import load_cameo
from dateline.knowledge.places.codes import load_country_codes
from dateline.model import PlaceKind
from dateline.situation import JoinedEvent, Party, Telling

_ACTOR = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code", "Type3Code")  # fmt: skip # noqa: E501
_GEO = ("Type", "Fullname", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
EVENT_COLUMNS = (
    "GlobalEventID", "Day", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{name}" for name in _ACTOR), *(f"Actor2{name}" for name in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone", *(f"Actor1Geo_{name}" for name in _GEO), *(f"Actor2Geo_{name}" for name in _GEO),
    *(f"ActionGeo_{name}" for name in _GEO), "DATEADDED", "SOURCEURL",
)  # fmt: skip
MENTION_COLUMNS = (
    "GlobalEventID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier", "SentenceID",
    "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence", "MentionDocLen", "MentionDocTone",
    "MentionDocTranslationInfo", "Extras",
)  # fmt: skip
_NEVER = (
    "tone (not measured)",
    "ethnic and religious codes",
    "places of actors",
    "second and third parties of a side",
    "whether it is a root event",
)
_WEB, _CITATION = 1, 2  # MentionType: a web address, or a citation of something that has none
_GEO_TYPES = {PlaceKind.COUNTRY: 1, PlaceKind.CITY: 4, PlaceKind.BUILDING: 4, PlaceKind.REGION: 5}


def _write(selection: Selection, path: Path, tally: Tally) -> None:
    tally.count("events", write_tab_separated(path / "events.export.CSV", _iter_events(selection, tally)))
    tally.count("mentions", write_tab_separated(path / "events.mentions.CSV", _iter_mentions(selection)))
    for name, columns in (
        ("events.export.columns.txt", EVENT_COLUMNS),
        ("events.mentions.columns.txt", MENTION_COLUMNS),
    ):
        (path / name).write_text("\n".join(columns) + "\n", encoding="utf-8")


def _iter_events(selection: Selection, tally: Tally) -> Iterator[Sequence[Value]]:
    kinds = PlaceKinds(selection.situation)
    for event in selection.iter_joined():
        missing = _missing(event)
        if missing:
            tally.leave_out(missing)
        else:
            yield _event_row(event, kinds)


def _iter_mentions(selection: Selection) -> Iterator[Sequence[Value]]:
    for event in selection.iter_joined():
        if not _missing(event):
            for telling in event.tellings:
                yield _mention_row(event, telling)


def _missing(event: JoinedEvent) -> str | None:
    if event.status != "actual":
        return f"events that are {event.status}"
    if read_days(event.date) is None:
        return "events without a date"
    return None if event.cameo else "events without a CAMEO code"


def _event_row(event: JoinedEvent, kinds: PlaceKinds) -> list[Value]:
    code, day = load_cameo()[event.cameo or ""], _day(event)
    held = event.corroboration
    return [
        str(event.number), f"{day:%Y%m%d}", f"{day:%Y%m}", f"{day:%Y}", _fraction(day),
        *_party(event.actors), *_party(event.recipients),
        None, code.code, code.base, code.root, str(event.quad), code.goldstein,
        str(len(event.tellings)), str(held.independent), str(held.reports), None,
        *_nowhere(), *_nowhere(), *_somewhere(event, kinds), _added(event.first_known),
        event.citation.url or event.citation.source,
    ]  # fmt: skip


def _mention_row(event: JoinedEvent, telling: Telling) -> list[Value]:
    citation = telling.citation
    return [
        str(event.number), f"{_day(event):%Y%m%d}000000", _added(citation.published), _WEB if citation.url else _CITATION,
        citation.publisher, citation.url or citation.source, None, None, None, citation.start, 1, None, None, None, None,
        None,
    ]  # fmt: skip


def _day(event: JoinedEvent) -> date:
    covered = read_days(event.date)
    assert covered is not None
    return covered.first


def _fraction(day: date) -> str:
    """Return the year with the part of it that has passed; GDELT counts months of 30 and years of 365 days."""
    return f"{day.year + (day.month * 30 + day.day) / 365:.4f}"


def _added(day: date | None) -> str | None:
    return f"{day:%Y%m%d}000000" if day else None


def _party(parties: Sequence[Party]) -> list[Value]:
    """Return the ten columns of a side; GDELT has room for one party."""
    party = next(iter(parties), None)
    if party is None:
        return [None] * len(_ACTOR)
    role = role_of(party)
    return [cameo_code_of(party), party.name.upper(), party.country, None, None, None, None, role, None, None]


def _nowhere() -> list[Value]:
    return ["0", *islice([None] * len(_GEO), 1, None)]


def _somewhere(event: JoinedEvent, kinds: PlaceKinds) -> list[Value]:
    if event.place is None:
        return _nowhere()
    codes = load_country_codes().get(event.country or "")
    fips = codes.fips if codes else None
    return [
        _geo_type(event, kinds.of(event)),
        event.place,
        fips,
        None,
        None,
        *(kinds.point_of(event) or (None, None)),
        None,
    ]


def _geo_type(event: JoinedEvent, kind: PlaceKind | None) -> int | None:
    """Return GDELT's type of place, 2 and 3 inside the United States; None for seas, borders and continents.

    Its cities are "a city or landmark", so that a building is one.
    """
    if event.country == "USA" and kind in (PlaceKind.REGION, PlaceKind.CITY, PlaceKind.BUILDING):
        return 2 if kind is PlaceKind.REGION else 3
    return _GEO_TYPES.get(kind) if kind else None


FORMAT = Format("gdelt", "joined events as GDELT 2.0 has them, with mentions", "", _write, folder=True, never=_NEVER)
