from itertools import count

import pytest

from dateline.cli.pages.brief import BriefPage, Reading
from dateline.model import Record, identify_document


class Builder:
    """Makes the record of one report piece by piece, each at its words."""

    def __init__(self, text, *, published="2015-11-26", agency="Reuters", publisher=None, title=None):
        self.text = text
        self.document = {
            "id": identify_document(publisher=publisher or agency, url=None, text=text), "source": "reports/x.txt",
            "title": title, "publisher": publisher, "agency": agency, "published": published, "text": text,
        }  # fmt: skip
        self.pieces = {"actors": [], "places": [], "times": [], "events": [], "statements": [], "positions": []}
        self._numbers = count(1)

    def span(self, words):
        start = self.text.index(words)
        return {"start": start, "end": start + len(words)}

    def sentence(self, words):
        start = self.text.index(words)
        end = self.text.find(". ", start)
        return {"start": self.text.rfind(". ", 0, start) + 1, "end": len(self.text) if end < 0 else end}

    def actor(self, name, kind="state", country=None):
        actor_id = f"a{next(self._numbers)}"
        self.pieces["actors"].append(
            {
                "id": actor_id,
                "name": name,
                "kind": kind,
                "country": country,
                "reason": "known",
                "mentions": [{"start": 0, "end": 1, "form": "name"}],
            }
        )
        return actor_id

    def event(self, trigger, actors=(), recipients=(), *, date="2015-11-24", status="actual", **more):
        event_id = f"e{next(self._numbers)}"
        self.pieces["events"].append(
            {"id": event_id, "type": "ASSAULT", "quad": 4, "score": -9.0, "actors": actors, "recipients": recipients,
             "status": status, "date": date, "trigger": self.span(trigger), "evidence": self.sentence(trigger),
             "same_as": event_id, "rule": "test", "reason": "told so"} | more
        )  # fmt: skip

    def statement(self, content, speaker, *, directness="direct", **more):
        self.pieces["statements"].append(
            {"id": f"s{next(self._numbers)}", "speaker": speaker, "content": [self.span(content)],
             "directness": directness, "rule": "test", "reason": "told so"} | more
        )  # fmt: skip

    def position(self, content, holder, *, kind="demand", condition=None, **more):
        condition = {**self.span(condition), "relation": "unless"} if condition else None
        self.pieces["positions"].append(
            {"id": f"o{next(self._numbers)}", "holder": holder, "kind": kind, "content": self.span(content),
             "condition": condition, "rule": "test", "reason": "told so"} | more
        )  # fmt: skip

    def record(self):
        return Record.model_validate({"document": self.document, **self.pieces})


@pytest.fixture
def builder():
    return Builder


@pytest.fixture
def brief_of():
    """Return the brief of records as printed 80 columns wide, numbers counted through all of them."""
    import io

    from rich.console import Console

    def print_brief(*records, width=80, full=False):
        numbers = count(1)
        readings = [
            Reading(r, {p.id: next(numbers) for p in (*r.events, *r.statements, *r.positions)}) for r in records
        ]
        console = Console(file=io.StringIO(), width=width, highlight=False, markup=False)
        console.print(BriefPage.of(readings, full=full))
        return console.file.getvalue()

    return print_brief
