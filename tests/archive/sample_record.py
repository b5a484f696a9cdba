from dateline.model import Record

TEXT = "France expelled two diplomats. Paris said it would expel more unless Moscow apologised."


def make_record(
    text: str = TEXT, url: str | None = "https://example.org/1", publisher: str | None = "The Post"
) -> Record:
    from dateline.model import identify_document

    def span(words: str) -> dict[str, int]:
        start = text.index(words)
        return {"start": start, "end": start + len(words)}

    return Record.model_validate(
        {
            "document": {
                "id": identify_document(publisher=publisher, url=url, text=text), "source": "test", "url": url,
                "publisher": publisher, "title": "Diplomats out", "published": "2015-11-26", "text": text,
            },
            "actors": [
                {"id": "a1", "name": "France", "kind": "state", "country": "FRA", "reason": "a state",
                 "mentions": [{**span("France"), "form": "name"}, {**span("Paris"), "form": "name"}]},
                {"id": "a2", "name": "Russia", "kind": "state", "country": "RUS", "reason": "its capital",
                 "mentions": [{**span("Moscow"), "form": "name"}]},
            ],
            "times": [],
            "events": [
                {"id": "e1", "type": "SANCTION", "mode": "expel", "contexts": ["diplomatic"], "quad": 4, "cameo": "166",
                 "score": -5.5, "actors": ["a1"], "recipients": ["a2"], "status": "actual", "date": "2015-11-26",
                 "trigger": span("expelled"), "evidence": span("France expelled two diplomats."), "same_as": "e1",
                 "rule": "sanction.expel", "reason": "r"},
            ],
            "statements": [
                {"id": "s1", "speaker": "a1", "speakers": ["a1"], "speaker_span": span("Paris"), "cue": span("said"),
                 "content": [span("it would expel more unless Moscow apologised")], "directness": "indirect",
                 "rule": "cue.say", "reason": "r"},
            ],
            "positions": [
                {"id": "o1", "holder": ["a1"], "kind": "warning", "content": span("expel more"), "toward": ["a2"],
                 "condition": {**span("unless Moscow apologised"), "relation": "unless"}, "source": "a1", "statement": "s1",
                 "rule": "position.test", "reason": "r"},
            ],
            "diagnostics": [{"stage": "times", "message": "none"}],
        }
    )  # fmt: skip
