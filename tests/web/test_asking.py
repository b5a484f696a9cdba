from datetime import date

import pytest

from dateline.errors import BadQuestion
from dateline.situation import Scope
from dateline.web.asking import Ask


def _ask(**values):
    return Ask.of("/timeline", list(values.items()))


def _take(ask):
    return ask.scope(), ask.page, ask.as_of


def test_filters_of_an_address_become_a_scope():
    scope = _ask(actor="Turkey", type="assault", status="actual", since="2015-11-24").scope()
    assert scope == Scope(actors=("Turkey",), types=("ASSAULT",), statuses=("actual",), since=date(2015, 11, 24))


def test_empty_values_ask_for_nothing():
    assert _ask(actor=" ", place="").filters == ()


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"since": "yesterday"}, "is no day"),
        ({"as_of": "2015-13-01"}, "is no day"),
        ({"page": "0"}, "is no page"),
        ({"page": "²"}, "is no page"),
        ({"page": "9" * 30}, "is no page"),
        ({"type": "WAR"}, "is no type of event"),
        ({"since": "2015-11-26", "until": "2015-11-24"}, "before they begin"),
    ],
)
def test_what_cannot_be_asked_is_said_in_one_line(values, words):
    ask = _ask(**values)
    with pytest.raises(BadQuestion, match=words) as raised:
        _take(ask)
    assert "\n" not in str(raised.value)


def test_a_value_too_long_for_a_name_is_refused():
    with pytest.raises(BadQuestion, match="longer than"):
        _ask(actor="x" * 500)


def test_other_pages_keep_the_day_and_this_one_keeps_its_filters():
    ask = _ask(actor="Turkey", as_of="2015-11-25", page="3")
    assert ask.link("/event/12") == "/event/12?as_of=2015-11-25"
    assert ask.again(sort="oldest") == "/timeline?actor=Turkey&as_of=2015-11-25&sort=oldest"
    assert ask.again(page=4) == "/timeline?actor=Turkey&as_of=2015-11-25&page=4"
    assert ask.twin("csv") == "/timeline.csv?actor=Turkey&as_of=2015-11-25&page=3"
    assert ask.without("actor", "Turkey") == "/timeline?as_of=2015-11-25"


def test_a_page_beside_keeps_every_filter_and_nothing_else():
    values = [("type", "ASSAULT"), ("type", "COERCE"), ("sort", "oldest"), ("page", "2"), ("as_of", "2015-11-25")]
    assert Ask.of("/timeline", values).beside("/weeks.json") == "/weeks.json?type=ASSAULT&type=COERCE&as_of=2015-11-25"


def test_a_link_gives_several_values_one_by_one():
    assert Ask("/").link("/ledger", kind=("demand", "refusal"), by=None) == "/ledger?kind=demand&kind=refusal"


def test_what_stands_in_a_path_is_escaped():
    assert Ask("/").link('/actor/a"b<c>?#&') == "/actor/a%22b%3Cc%3E%3F%23%26"
