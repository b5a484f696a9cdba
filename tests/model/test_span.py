import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import BadSpan
from dateline.model import Span, check_quotation


@given(st.text(min_size=1, max_size=60), st.data())
def test_every_span_inside_a_text_slices_to_its_words(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span(start=start, end=end)
    assert span.of(text) == text[start:end]
    assert len(span) == end - start
    check_quotation(span, text, text[start:end])


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 2), (-1, 2)])
def test_span_that_does_not_run_forward_is_refused(start, end):
    with pytest.raises(BadSpan, match="must run forward"):
        Span(start=start, end=end)


def test_quotation_that_does_not_stand_there_is_refused():
    with pytest.raises(BadSpan, match="reads 'shot', not 'shut'"):
        check_quotation(Span(start=0, end=4), "shot down", "shut")


def test_span_beyond_the_text_is_refused():
    with pytest.raises(BadSpan, match="ends beyond"):
        Span(start=2, end=9).of("short")


def test_overlap_needs_a_shared_character():
    assert Span(start=0, end=3).overlaps(Span(start=2, end=5))
    assert not Span(start=0, end=3).overlaps(Span(start=3, end=5))
    assert Span(start=0, end=5).covers(Span(start=2, end=5))
