"""Reports made by hand, piece by piece, so that every number in an export can be known beforehand."""

from itertools import count

from dateline.model import Record, identify_document


class Invented:
    """The record of one report; pieces stand at the first place their words are found."""

    def __init__(self, text, *, published="2015-11-26", publisher="The Post", url=None, title="Diplomats out"):
        self.text = text
        self.document = {
            "id": identify_document(publisher=publisher, url=url, text=text), "source": "reports/x.txt", "url": url,
            "title": title, "publisher": publisher, "published": published, "text": text,
        }  # fmt: skip
        self.pieces = {"actors": [], "places": [], "times": [], "events": [], "statements": [], "positions": []}
        self._numbers = count(1)

    def span(self, words):
        start = self.text.index(words)
        return {"start": start, "end": start + len(words)}

    def actor(self, name, *, kind="state", country=None, words=None, sector=None):
        actor_id = f"a{next(self._numbers)}"
        mentions = [{**self.span(words or name), "form": "name"}]
        self.pieces["actors"].append(
            {"id": actor_id, "name": name, "kind": kind, "country": country, "sector": sector, "mentions": mentions,
             "reason": "known"}
        )  # fmt: skip
        return actor_id

    def place(self, name, *, kind="city", country=None, at=None, words=None):
        place_id = f"p{next(self._numbers)}"
        latitude, longitude = at or (None, None)
        self.pieces["places"].append(
            {"id": place_id, **self.span(words or name), "name": name, "kind": kind, "country": country,
             "latitude": latitude, "longitude": longitude, "reason": "known"}
        )  # fmt: skip
        return place_id

    def time(self, words, value):
        self.pieces["times"].append(
            {**self.span(words), "type": "DATE", "value": value, "rule": "test", "reason": "told"}
        )

    def event(self, trigger, kind, actors=(), recipients=(), *, quad, score, cameo, **more):
        event_id = f"e{next(self._numbers)}"
        start = self.text.rfind(". ", 0, self.text.index(trigger)) + 2
        start = 0 if start == 1 else start
        end = self.text.find(".", self.text.index(trigger)) + 1
        self.pieces["events"].append(
            {"id": event_id, "type": kind, "quad": quad, "score": score, "cameo": cameo, "actors": actors,
             "recipients": recipients, "status": "actual", "date": "2015-11-24", "trigger": self.span(trigger),
             "evidence": {"start": start, "end": end}, "same_as": event_id, "rule": "test", "reason": "told so"} | more
        )  # fmt: skip
        return event_id

    def statement(self, *content, speaker=None, directness="direct", **more):
        statement_id = f"s{next(self._numbers)}"
        self.pieces["statements"].append(
            {"id": statement_id, "speaker": speaker, "speakers": [speaker] if speaker else [],
             "content": [self.span(words) for words in content], "directness": directness, "rule": "test",
             "reason": "told so"} | more
        )  # fmt: skip
        return statement_id

    def position(self, content, holder, *, kind="demand", **more):
        self.pieces["positions"].append(
            {"id": f"o{next(self._numbers)}", "holder": holder, "kind": kind, "content": self.span(content),
             "rule": "test", "reason": "told so"} | more
        )  # fmt: skip

    def record(self):
        return Record.model_validate({"document": self.document, **self.pieces})


def expulsion():
    """France expels two Russian diplomats in Paris, and warns; Russia plans an answer."""
    report = Invented(
        "France expelled two Russian diplomats in Paris on Tuesday. “We will expel more,” the minister said. "
        "Moscow will expel two French diplomats.",
        url="https://example.org/1",
    )
    france = report.actor("France", country="FRA")
    russia = report.actor("Russia", country="RUS", words="Russian")
    minister = report.actor("Laurent Fabius", kind="person", country="FRA", words="the minister", sector="GOV")
    paris = report.place("Paris", country="FRA", at=(48.85, 2.35))
    report.time("Tuesday", "2015-11-24")
    expel = {"quad": 4, "score": -5.5, "cameo": "166", "mode": "expel"}
    report.event("expelled", "SANCTION", [france], [russia], place=paris, contexts=["diplomatic"], **expel)
    report.event("will expel two", "SANCTION", [russia], [france], status="planned", date=None, **expel)
    report.statement("We will expel more", speaker=minister)
    report.position("expel more", [minister], kind="warning", toward=[russia], topic="diplomat, Russia")
    return report.record()


def strike():
    """😀 A report with characters beyond the first plane, words in two lines, and what other programs may trip over."""
    report = Invented(
        "😀 Rebels shelled Aleppo in November. =Gunmen</script>\tfired at a base in eastern Syria.\n"
        "“It was\na crime”, Russia said, “and will be answered”. Turkey helped Syria.",
        published="2015-11-27", publisher="The Gazette", title='<b>"Strike"</b> & more',
    )  # fmt: skip
    rebels = report.actor("Rebels", kind="armed_group", country="SYR", sector="REB")
    gunmen = report.actor("=Gunmen</script>", kind="armed_group")
    russia = report.actor("Russia", country="RUS")
    turkey, syria = report.actor("Turkey", country="TUR"), report.actor("Syria", country="SYR", words="Syria.\n")
    aleppo = report.place("Aleppo", country="SYR", at=(36.2, 37.16))
    east = report.place("Syria", kind="region", country="SYR", at=(35.0, 38.0), words="eastern Syria")
    report.time("November", "2015-11")
    assault = {"quad": 4, "score": -9.0, "cameo": "190"}
    report.event("shelled", "ASSAULT", [rebels], [], place=aleppo, date="2015-11", killed=3, **assault)
    report.event("fired at", "ASSAULT", [gunmen], [syria], place=east, date="2015-11-25", **assault)
    report.event("helped", "AID", [turkey], [syria], quad=2, score=10.0, cameo="070", date="2015-11-26")
    report.statement("It was\na crime", "and will be answered", speaker=russia)
    return report.record()
