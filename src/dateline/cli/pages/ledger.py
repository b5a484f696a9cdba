"""The ledger: positions under their holders and topics, newest first, conditions and what came later set off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from dateline.cli.lines.answers import are_many, name_parties, say_by_person, say_origin
from dateline.cli.lines.excerpts import shorten
from dateline.cli.lines.phrases import is_plural, join_names, lower_article, open_line
from dateline.cli.lines.quotations import Piece, quote
from dateline.cli.pages.layout import numbered
from dateline.cli.terminal import clean
from dateline.model.wording import holds, say_date
from dateline.situation import Bearing, LedgerEntry

_NOBODY = "holder not told"
_OTHER = "other matters"
_LATER = 2
_LONGEST = 150


class LedgerPage:
    """Renders positions, newest first, under their holders.

    `only` are the keys or countries of the holders asked for, None for all; `full` shows all that came later.
    """

    def __init__(self, found: Sequence[LedgerEntry], *, only: frozenset[str] | None = None, full: bool = False) -> None:
        self._found = found
        self._only = only
        self._limit = None if full else _LATER

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for number, (holder, topics) in enumerate(self._by_holder()):
            if number:
                yield Text()
            yield Text(open_line(holder), style="bold")
            for topic, entries in topics:
                if len(topics) > 1:
                    yield Text(f"  {topic}", style="green")
                yield from (numbered(entry.number, say_entry(entry, holder, later=self._limit)) for entry in entries)

    def _by_holder(self) -> Iterator[tuple[str, list[tuple[str, list[LedgerEntry]]]]]:
        """Yield each holder with its topics: who holds most first, of two who hold as many the one last heard of."""
        held: dict[str, list[LedgerEntry]] = {}
        for entry in self._found:
            names = [p.name for p in entry.holders if self._only is None or {p.key, p.country} & self._only]
            for name in dict.fromkeys(names or ([] if self._only else [_NOBODY])):
                held.setdefault(lower_article(clean(name)), []).append(entry)
        for holder, entries in sorted(held.items(), key=lambda pair: (pair[0] == _NOBODY, -len(pair[1]))):
            yield holder, _by_topic(holder, entries)


def _by_topic(holder: str, entries: Sequence[LedgerEntry]) -> list[tuple[str, list[LedgerEntry]]]:
    """Return positions by the matter that two or more share, the one last spoken of first; the rest at the end.

    A matter is a word of their topics; common nouns ("sanction") come before names, the commonest first.
    """
    topics = {entry.number: {clean(topic) for topic in entry.topics} for entry in entries}
    counts = Counter(term for terms in topics.values() for term in terms if term != holder)
    matters = sorted((t for t in counts if counts[t] > 1), key=lambda t: (t[:1].isupper(), -counts[t], t))
    grouped: dict[str, list[LedgerEntry]] = {}
    for entry in entries:
        matter = next((m for m in matters if m in topics[entry.number]), _OTHER)
        grouped.setdefault(matter, []).append(entry)
    rest = grouped.pop(_OTHER, [])
    return [*grouped.items(), *([(_OTHER, rest)] if rest else [])]


def say_entry(entry: LedgerEntry, holder: str | None = None, *, later: int | None = 0) -> Text:
    """Return a position under its holder, with its condition and, the first `later` of it, what came later."""
    names = [lower_article(clean(party.name)) for party in entry.holders]
    own = holder if holder is not None else join_names(names)
    others = [name for name in names if name != own and holder is not None]
    many = is_plural(own) if holder is not None else are_many(entry.holders)
    body = Text(holds(entry.kind, many=many), style="")
    body.stylize("magenta")
    if others:
        body.append(f" (with {join_names(others)})")
    body.append(f": {quote([Piece(entry.words)], direct=False)}")
    if entry.condition:
        body.append(f"\non condition: {clean(entry.condition)}", style="yellow")
    body.append("\n" + " · ".join(part for part in _details(entry) if part), style="dim")
    shown = entry.later if later is None else entry.later[:later]
    for bearing in shown:
        body.append("\n").append_text(_say_bearing(bearing))
    return body


def _details(entry: LedgerEntry) -> Iterator[str]:
    yield say_date(entry.day) or "no date"
    yield f"towards {name_parties(entry.toward)}" if entry.toward else ""
    yield f"by {say_date(entry.deadline)}" if entry.deadline else ""
    holders = {party.name for party in entry.holders}
    yield (
        f"according to {lower_article(clean(entry.told_by))}" if entry.told_by and entry.told_by not in holders else ""
    )
    yield say_origin(entry.citation, len(entry.also))
    yield say_by_person([entry.by_person] if entry.by_person else [])


def _say_bearing(bearing: Bearing) -> Text:
    """Return something later with its number and the reason why it bears on the position."""
    on = " on the condition" if bearing.on == "condition" else ""
    words = shorten(clean(bearing.words), _LONGEST)
    text = Text(f"later{on}, {say_date(bearing.day) or 'no date'}, {bearing.number}: ", style="cyan")
    text.append(words)
    return text.append(f" ({clean(bearing.reason)})", style="dim")
