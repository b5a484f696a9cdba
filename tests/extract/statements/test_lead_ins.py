"""Quotations without a verb of saying: whoever the clause before them is about speaks."""

import dateline


def said(text: str) -> list[tuple[str | None, str]]:
    record = dateline.read(text, published="2019-05-02", coder="fast")
    return [
        (record.actor(s.speaker).name if s.speaker else None, s.rule)
        for s in record.statements
        if s.directness == "direct"
    ]


def test_who_defends_something_before_a_comma_is_quoted() -> None:
    text = 'Senator Ana Ruiz defended her vote, "This will end in tears. Nobody here wants another war with Peru."'
    assert said(text) == [("Ana Ruiz", "quotation.led-in")]


def test_who_criticises_in_the_sentence_before_is_quoted() -> None:
    text = 'Senator Ana Ruiz criticised the pact on Thursday. "We were never asked about any of this."'
    assert said(text) == [("Ana Ruiz", "quotation.led-in")]


def test_a_sentence_that_speaks_of_no_saying_leads_up_to_nothing() -> None:
    text = 'Senator Ana Ruiz left the hall on Thursday. "We were never asked about any of this."'
    assert said(text) == [(None, "quotation.alone")]
