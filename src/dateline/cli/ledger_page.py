"""The ledger: positions under their holders and topics, newest first, conditions set off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from dateline.archive import MeantActors, Stand
from dateline.cli.excerpts import plain_words
from dateline.cli.layout import numbered
from dateline.cli.phrases import holds, is_plural, join_names, lower_article, name_origin, open_line, say_date
from dateline.cli.quotations import Piece, quote
from dateline.cli.terminal import clean

_NOBODY = "holder not told"
_OTHER = "other matters"
Copies = Sequence[Stand]
"""One position as several reports tell it, the first of them first."""


def join_copies(found: Sequence[Stand]) -> list[Copies]:
    """Return the positions, those that several reports tell in the same words together, the first report first."""
    joined: dict[tuple[object, ...], list[Stand]] = {}
    for stand in found:
        joined.setdefault((stand.holders, stand.kind, plain_words(stand.words)), []).append(stand)
    return [sorted(same, key=lambda s: s.day or "9999") for same in joined.values()]


class LedgerPage:
    """Renders positions, newest first, under their holders; `only` leaves out all holders but those asked for."""

    def __init__(self, found: Sequence[Copies], *, only: MeantActors | None = None) -> None:
        self._found = found
        self._only = set(only.names) if only else None

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for number, (holder, topics) in enumerate(self._by_holder()):
            if number:
                yield Text()
            yield Text(open_line(holder), style="bold")
            for topic, stands in topics:
                if len(topics) > 1:
                    yield Text(f"  {topic}", style="green")
                yield from (numbered(same[0].number, _body(holder, same)) for same in stands)

    def _by_holder(self) -> Iterator[tuple[str, list[tuple[str, list[Copies]]]]]:
        """Yield each holder with its topics: who holds most first, of two who hold as many the one last heard of."""
        held: dict[str, list[Copies]] = {}
        for same in self._found:
            for name in same[0].holders or (_NOBODY,):
                if self._only is None or name in self._only:
                    held.setdefault(lower_article(clean(name)), []).append(same)
        for holder, stands in sorted(held.items(), key=lambda pair: (pair[0] == _NOBODY, -len(pair[1]))):
            yield holder, _by_topic(holder, stands)


def _by_topic(holder: str, stands: Sequence[Copies]) -> list[tuple[str, list[Copies]]]:
    """Return positions by the matter that two or more share, the one last spoken of first; the rest at the end.

    A matter is a word of their topics; common nouns ("sanction") come before names, the commonest first.
    """
    topics = {same[0].number: _terms(same[0]) for same in stands}
    counts = Counter(term for terms in topics.values() for term in terms if term != holder)
    matters = sorted((t for t in counts if counts[t] > 1), key=lambda t: (t[:1].isupper(), -counts[t], t))
    grouped: dict[str, list[Copies]] = {}
    for same in stands:
        matter = next((m for m in matters if m in topics[same[0].number]), _OTHER)
        grouped.setdefault(matter, []).append(same)
    rest = grouped.pop(_OTHER, [])
    return [*grouped.items(), *([(_OTHER, rest)] if rest else [])]


def _terms(stand: Stand) -> frozenset[str]:
    return frozenset(clean(term) for term in (stand.topic or "").split(",") if term.strip(" -"))


def _body(holder: str, same: Copies) -> Text:
    stand = same[0]
    others = [name for name in (lower_article(clean(n)) for n in stand.holders) if name != holder]
    body = Text(holds(stand.kind, many=is_plural(holder)), style="")
    body.stylize("magenta")
    if others:
        body.append(f" (with {join_names(others)})")
    body.append(f": {quote([Piece(stand.words)], direct=False)}")
    if stand.condition:
        body.append(f"\non condition: {clean(stand.condition)}", style="yellow")
    return body.append("\n" + " · ".join(part for part in _details(stand, same) if part), style="dim")


def _details(stand: Stand, same: Copies) -> Iterator[str]:
    origin = stand.origin
    yield say_date(stand.day) or "no date"
    yield f"towards {join_names(lower_article(clean(name)) for name in stand.toward)}" if stand.toward else ""
    yield f"by {say_date(stand.deadline)}" if stand.deadline else ""
    teller = lower_article(clean(stand.told_by)) if stand.told_by and stand.told_by not in stand.holders else ""
    yield f"according to {teller}" if teller else ""
    source = name_origin(origin.publisher, origin.agency, origin.source)
    yield source if len(same) == 1 else f"{len(same)} reports: {source} and others"
