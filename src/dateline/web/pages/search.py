"""Search: a question in words, what it was taken to ask, and what answers it."""

from __future__ import annotations

from dateline.errors import BadQuestion
from dateline.situation import Answer
from dateline.web.asking import Ask
from dateline.web.desk import Desk
from dateline.web.page import Page
from dateline.web.tables import Table
from dateline.web.wording import say_names

HITS = 50


def build_search(desk: Desk, ask: Ask) -> Page:
    """Return what answers a question, best first, each with why it was found; without one the page to ask on."""
    question = ask.one("q")
    answer, trouble = None, None
    if question:
        try:
            answer = desk.situation.ask(question, limit=HITS)
        except BadQuestion as error:
            trouble = str(error)
    examples = () if question else suggest_questions(desk)
    values = {"question": question, "answer": answer, "trouble": trouble, "examples": examples}
    data = answer if answer else {"question": question, "trouble": trouble}
    return Page("Search", "search.html", values, data, _table(answer) if answer else None, needs=("parts",))


def suggest_questions(desk: Desk) -> tuple[str, ...]:
    """Return questions that the archive can be expected to answer: of the two countries that have most to do with each other."""
    ties = desk.situation.ties(limit=1)
    if not ties:
        return ()
    first, second = ties[0].first.name, ties[0].second.name
    return (
        f"What did {second} demand of {first}?",
        f"What did {first} say about {second}?",
        f"What happened between {first} and {second}?",
    )


def _table(answer: Answer) -> Table:
    columns = ("layer", "number", "kind", "day", "who", "toward", "words", "condition", "why", "publisher", "url")
    rows = [
        (
            h.layer, h.number, h.kind, h.day, say_names(h.who), say_names(h.toward), h.words, h.condition, h.why,
            h.citation.publisher, h.citation.url or h.citation.source,
        )
        for h in answer.hits
    ]  # fmt: skip
    return Table(columns, rows)
