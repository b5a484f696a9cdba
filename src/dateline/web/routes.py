"""Which page stands under which address."""

from __future__ import annotations

from dateline.web.page import Build
from dateline.web.pages.actors import build_actor, build_actor_weeks, build_actors, build_tie
from dateline.web.pages.drawings import build_map, build_network
from dateline.web.pages.event import build_event
from dateline.web.pages.items import build_position, build_statement
from dateline.web.pages.report import build_report
from dateline.web.pages.reports import build_copies, build_reports
from dateline.web.pages.search import build_search
from dateline.web.pages.stories import build_stories, build_story
from dateline.web.pages.timeline import build_timeline, build_weeks
from dateline.web.pages.today import build_today
from dateline.web.pages.words import build_ledger, build_statements

PAGES: tuple[tuple[str, Build], ...] = (
    ("/", build_today),
    ("/report/{document}", build_report),
    ("/event/{number}", build_event),
    ("/statement/{number}", build_statement),
    ("/position/{number}", build_position),
    ("/actors", build_actors),
    ("/weeks/{key:path}", build_actor_weeks),
    ("/actor/{key:path}", build_actor),
    ("/tie", build_tie),
    ("/timeline", build_timeline),
    ("/weeks", build_weeks),
    ("/map", build_map),
    ("/network", build_network),
    ("/stories", build_stories),
    ("/story/{number}", build_story),
    ("/reports", build_reports),
    ("/copies", build_copies),
    ("/ledger", build_ledger),
    ("/statements", build_statements),
    ("/search", build_search),
)
"""Every page with its builder; each has twins that end in `.json` and, for lists, `.csv`."""
