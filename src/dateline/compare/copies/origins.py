"""Which report of a family the others were made from, as far as the reports themselves tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.model import Document, DocumentId


@dataclass(frozen=True, slots=True)
class Origin:
    """The report a family goes back to, the agency it is of (None where no member names one), and why this one."""

    document: DocumentId
    agency: str | None
    reason: str


def choose_origin(members: Sequence[Document]) -> Origin:
    """Return the origin of a family of reports; the order they are given in makes no difference.

    An agency's own report beats one that a paper prints and that names the agency, this one that names none; then the
    earliest counts, then the longest.
    """
    ranked = sorted(members, key=_rank)
    first = ranked[0]
    return Origin(first.id, first.agency, _say_why(first, ranked[1] if len(ranked) > 1 else None))


def _rank(document: Document) -> tuple[int, date, int, str]:
    return (_closeness(document), document.published or date.max, -len(document.text), document.id)


def _closeness(document: Document) -> int:
    """Return how near a report stands to an agency: 0 is the agency's own, 1 names it, 2 names none."""
    if document.agency is None and document.wire is None:
        return 2
    own = document.wire is not None or document.publisher is None or _fold(document.publisher) == _fold(document.agency)
    return 0 if own else 1


def _fold(name: str | None) -> str:
    return (name or "").casefold().removeprefix("the ").strip()


def _say_why(first: Document, second: Document | None) -> str:
    if second is None:
        return "the only report"
    near, other = _closeness(first), _closeness(second)
    if near < other:
        return (
            f"the report of {first.agency or 'the wire'} itself"
            if near == 0
            else f"the only one that names {first.agency}"
        )
    if first.published != second.published and first.published is not None:
        return "the earliest" if near == 2 else "the earliest of those that name the agency"
    if len(first.text) != len(second.text):
        return "the longest of the earliest day" if first.published else "the longest"
    return "equal to another in all that would tell, and taken for order's sake"
