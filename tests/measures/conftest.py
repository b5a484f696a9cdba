from datetime import date

import pytest

from dateline.situation import Citation, Corroboration, JoinedEvent, LedgerEntry, Party, Telling

NAMES = {"FRA": "France", "DEU": "Germany", "RUS": "Russia", "TUR": "Turkey", "USA": "United States"}


def party(code):
    """A state by its code; a lower-case name is somebody of no country and no key."""
    return Party(code, NAMES[code], code, "state") if code in NAMES else Party(None, code, None, "other")


def cite(number, publisher="Reuters"):
    return Citation(number, "0" * 16, None, publisher, None, date(2015, 11, 24), None, "x.txt", 0, 1, "x")


@pytest.fixture
def event():
    """Make a joined event: `event("FRA", "RUS", -5.5)`."""

    def make(who, whom, score, day="2015-11-24", *, kind="SANCTION", quad=4, status="actual", number=1, cameo=None):
        actors = tuple(party(code) for code in who.split())
        recipients = tuple(party(code) for code in whom.split())
        telling = Telling(cite(number), actors, recipients, status, day, None, None, None, None, None, None)
        return JoinedEvent(
            number=number, type=kind, mode=None, status=status, quad=quad, cameo=cameo, score=score, date=day, actors=actors,
            recipients=recipients, place=None, country=None, latitude=None, longitude=None, killed=None, injured=None,
            arrested=None, words="", trigger_start=0, trigger_end=0, first_known=date(2015, 11, 24), tellings=(telling,),
            corroboration=Corroboration(1, 1, ("Reuters",), (), ()), disagreements=(),
        )  # fmt: skip

    return make


@pytest.fixture
def entry():
    """Make a position: `entry("FRA", "refusal", "sanction")`."""

    def make(holders, kind, topics, *, day="2015-11-24", toward="", deadline=None, number=1):
        return LedgerEntry(
            number, day, tuple(party(c) for c in holders.split()), kind, "", tuple(party(c) for c in toward.split()), None,
            None, deadline, tuple(topics.split()), None, cite(number), (), (),
        )  # fmt: skip

    return make
