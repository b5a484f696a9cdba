"""What was said and what is held, as rows: found within a scope, loaded with who says it and where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.situation.events.mentions import group_roles
from dateline.situation.events.settling import parties_of
from dateline.situation.findings.citation import Citation
from dateline.situation.findings.citing import cite
from dateline.situation.parties.party import Party
from dateline.situation.rows import Row, count
from dateline.situation.views.paging import page_newest
from dateline.situation.views.view import View
from dateline.situation.words.terms import Term, find_terms, match_all


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of statements or positions beside the scope; None asks for no limit."""

    layer: str
    by: str | None = None
    toward: str | None = None
    about: str | None = None
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement or position in full: its row, who, towards whom, and the other reports in the same words."""

    row: Row
    by: tuple[Party, ...]
    toward: tuple[Party, ...]
    citation: Citation
    also: tuple[Citation, ...]


def find_said(view: View, wanted: Wanted, *, limit: int | None, offset: int) -> tuple[list[Spoken], int]:
    """Return a page of statements or positions, newest first, and how many there are."""
    parameters = _parameters(view, wanted)
    found = _load_page(view, parameters, limit, offset)
    return found, count(view.reader, _choose_query(parameters)[0], **parameters)


def find_newest(view: View, wanted: Wanted, limit: int) -> list[Spoken]:
    """Return the newest statements or positions without counting the others."""
    return _load_page(view, _parameters(view, wanted), limit, 0)


def _load_page(view: View, parameters: Mapping[str, Any], limit: int | None, offset: int) -> list[Spoken]:
    query, day = _choose_query(parameters)
    rows = page_newest(view, query, day, "u.item", limit=limit, offset=offset, **parameters)
    return load_said(view, [row["number"] for row in rows])


def _choose_query(parameters: Mapping[str, Any]) -> tuple[str, str]:
    """Return the query that finds quickest what is said, and the column of the day along which it finds it."""
    by = parameters["by"]
    if by is None:
        return "utterances", "u.day"
    return ("utterances_of_one", "h.day") if len(by) == 1 else ("utterances_of", "u.day")


def load_said(view: View, numbers: Sequence[int]) -> list[Spoken]:
    """Return statements and positions of some numbers, in their order, each with the reports in the same words."""
    rows = {row["number"]: row for row in view.ask("said", items=numbers)}
    also = _find_same(view, list(rows.values()))
    others = {row["number"]: row for row in view.ask("said", items=[n for same in also.values() for n in same])}
    voices = group_roles(view.ask("voices_of", items=numbers))
    return [
        Spoken(
            row=rows[number],
            by=parties_of(voices.get(number, ()), "by"),
            toward=parties_of(voices.get(number, ()), "toward"),
            citation=cite(rows[number]),
            also=tuple(cite(others[n]) for n in also.get(number, ()) if n in others),
        )
        for number in numbers
        if number in rows
    ]


def _find_same(view: View, rows: Sequence[Row]) -> Mapping[int, list[int]]:
    """Return the numbers of what is said in the same words, by the number it is shown under."""
    found: dict[int, list[int]] = {}
    for layer in {row["layer"] for row in rows}:
        asked = {row["same"]: row["number"] for row in rows if row["layer"] == layer}
        for same in view.ask("same_words", layer=layer, same=list(asked), as_of=view.as_of):
            if same["item"] != asked[same["same"]]:
                found.setdefault(asked[same["same"]], []).append(same["item"])
    return found


def _parameters(view: View, wanted: Wanted) -> dict[str, Any]:
    limits = view.limits()
    terms = find_terms(wanted.about) if wanted.about else ()
    return {
        "layer": wanted.layer,
        "as_of": view.as_of,
        "by": view.pairs((wanted.by,)) if wanted.by else None,
        "toward": view.pairs((wanted.toward,)) if wanted.toward else None,
        "parties": limits["parties"],
        "countries": limits["countries"],
        "kinds": list(wanted.kinds) or None,
        "sources": limits["sources"],
        "since": limits["since"],
        "until": limits["until"],
        "about": _match(wanted.layer, terms),
    }


def _match(layer: str, terms: tuple[Term, ...]) -> str | None:
    """Return a full-text query: what a statement is about may stand beside it, what a position is about is its own."""
    query = match_all(terms)
    return f"{{words parties}} : ({query})" if query and layer == "position" else query
