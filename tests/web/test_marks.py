from hypothesis import given
from hypothesis import strategies as st

from dateline.web.marks import Mark, cut_report, cut_text, find_marks


@st.composite
def _texts_with_marks(draw):
    text = draw(st.text(min_size=1, max_size=60))
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    pairs = draw(st.lists(ends.filter(lambda p: p[0] != p[1]), max_size=8))
    layers = st.sampled_from(["event", "statement", "actor"])
    return text, [Mark(f"e{i}", draw(layers), "act", "actual", min(p), max(p)) for i, p in enumerate(pairs)]


@given(_texts_with_marks())
def test_segments_are_the_text_and_each_lies_in_exactly_its_marks(drawn):
    text, marks = drawn
    segments = cut_text(text, marks)
    assert "".join(segment.text for segment in segments) == text
    for segment in segments:
        covering = {m for m in marks if m.start <= segment.start and m.end >= segment.start + len(segment.text)}
        touching = {m for m in marks if m.start < segment.start + len(segment.text) and m.end > segment.start}
        assert set(segment.marks) == covering == touching


def test_every_word_of_a_report_is_shown_once_and_every_piece_opens_once(demo_records):
    for record in demo_records:
        marks = find_marks(record)
        paragraphs = cut_report(record, marks)
        shown = "".join("".join(s.text for s in paragraph.segments) for paragraph in paragraphs)
        assert shown.split() == record.document.text.split() or "".join(shown.split()) == "".join(
            record.document.text.split()
        )
        opened = [piece for paragraph in paragraphs for segment in paragraph.segments for piece in segment.opens]
        assert sorted(opened) == sorted({mark.piece for mark in marks})


def test_marks_of_a_piece_read_what_its_record_says(demo_records):
    record = demo_records[0]
    segments = [s for paragraph in cut_report(record, find_marks(record)) for s in paragraph.segments]
    for event in record.events:
        words = "".join(s.text for s in segments for m in s.marks if m.piece == event.id)
        assert words == event.trigger.of(record.document.text)


def test_a_click_on_overlapping_marks_means_the_narrowest_layer():
    marks = [Mark("s1", "statement", "content", "named", 0, 9), Mark("e1", "event", "act", "actual", 3, 5)]
    assert [segment.target for segment in cut_text("abcdefghi", marks)] == ["s1", "e1", "s1"]
