import pytest

from dateline.sources.leftovers import drop_leftovers, load_leftovers, name_leftover

ENTRIES = load_leftovers()


@pytest.mark.parametrize(("entry", "words"), [(e.id, w) for e in ENTRIES for w in e.yes])
def test_example_is_left_out_by_its_entry(entry, words):
    assert name_leftover(words) == entry


@pytest.mark.parametrize("words", [w for e in ENTRIES for w in e.no])
def test_counter_example_stays(words):
    assert name_leftover(words) is None


def test_paragraph_that_only_holds_such_words_stays():
    prose = "“Read more,” the minister told the envoy; “share this with your allies.”"
    assert drop_leftovers(["Read more", prose, "Share"]) == [prose]
