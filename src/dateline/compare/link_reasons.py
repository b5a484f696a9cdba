"""Why two tellings are one event, in a short phrase a person can check."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.compare.background import Background
from dateline.compare.likeness import share_keys
from dateline.compare.tellings import Telling

_WORDS_SHOWN = 4


def explain_link(one: Telling, other: Telling, background: Background) -> str:
    """Return what two tellings share, most telling first."""
    return "; ".join(_iter_reasons(one, other, background))


def _iter_reasons(one: Telling, other: Telling, background: Background) -> Iterator[str]:
    yield f"both {one.type}" if one.type is other.type else f"{one.type} and {other.type}"
    parties = sorted(share_keys(one.parties, other.parties))
    if parties:
        yield "of " + ", ".join(parties)
    if one.days and other.days:
        gap = one.days.distance(other.days)
        yield f"{gap} day{'' if gap == 1 else 's'} apart" if gap else f"on {max(one.days.first, other.days.first)}"
    if one.place and other.place and one.place.name == other.place.name:
        yield f"at {one.place.name}"
    for name, here, there in (
        ("killed", one.killed, other.killed),
        ("injured", one.injured, other.injured),
        ("arrested", one.arrested, other.arrested),
    ):
        if here is not None and here == there:
            yield f"{here} {name}"
    words = sorted(one.words & other.words, key=lambda word: (-background.weigh(word), word))[:_WORDS_SHOWN]
    if words:
        yield "words " + ", ".join(words)
