"""The brief as one page: no script, no file beside it, nothing to load; what `dateline report` writes."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from dateline.situation import Citation, Found, JoinedEvent, LedgerEntry, Saying, Situation
from dateline.web.rendering import draw, read_static

FEW = 40
"""Lines of a part; all of them where asked for."""
MOST = 5_000


def write_brief(situation: Situation, *, full: bool = False) -> str:
    """Return the page of a situation. Raises BadQuestion where the scope asks for what there is not."""
    limit = MOST if full else FEW
    events = situation.timeline(limit=MOST)
    happened = [e for e in events if e.status == "actual"]
    to_come = [e for e in events if e.status in ("planned", "hypothetical")]
    statements = situation.statements(limit=limit)
    positions = situation.ledger(limit=limit)
    shown = choose_events(happened, limit)
    coming = choose_events(to_come, limit)
    values = {
        "situation": situation,
        "days": period_of(events),
        "reports": list_reports(events, statements, positions),
        "happened": shown,
        "happened_left": len(happened) - len(shown),
        "coming": coming,
        "coming_left": len(to_come) - len(coming),
        "differing": [e for e in events if e.disagreements or e.corroboration.denied_by][:limit],
        "statements": statements,
        "positions": positions,
        "ties": situation.ties(limit=12),
        "style": Markup(read_static("style.css") + read_static("print.css")),
    }
    return draw("brief.html", **values)


def choose_events(events: list[JoinedEvent], limit: int) -> list[JoinedEvent]:
    """Return at most `limit` events in order of days: those that most independent sources tell, then the gravest."""
    ranked = sorted(events, key=lambda e: (-e.corroboration.independent, -e.corroboration.reports, -abs(e.score)))
    chosen = {event.number for event in ranked[:limit]}
    return [event for event in events if event.number in chosen]


def period_of(events: Found[JoinedEvent]) -> tuple[date, date] | None:
    """Return the first and last day that a report told an event first; None where no day is known."""
    days = [e.first_known for e in events if e.first_known]
    return (min(days), max(days)) if days else None


def list_reports(
    events: Found[JoinedEvent], statements: Found[Saying], positions: Found[LedgerEntry]
) -> list[Citation]:
    """Return each report that is cited, once, in order of days."""
    cited = [
        *(telling.citation for event in events for telling in event.tellings),
        *(citation for saying in statements for citation in (saying.citation, *saying.also)),
        *(citation for entry in positions for citation in (entry.citation, *entry.also)),
    ]
    found = {citation.document: citation for citation in cited}
    return sorted(found.values(), key=lambda c: (c.published or date.max, c.publisher, c.title or ""))
