from datetime import date

from tests.compare.telling import city, mention, report

from dateline.compare.disagreement import Field, find_disagreements
from dateline.model import EventStatus

SENTENCE = "A ferry was shelled off Mostal."


def told(number: int, by: int, published: str = "2021-03-02", of: dict | None = None, **values: object):
    return mention(SENTENCE, report(by, published, **(of or {})), act="shelled", number=number, **values)


def test_two_tolls_are_told_with_who_says_which_since_when():
    one = told(1, 1, killed=12, of={"agency": "AFP"})
    other = told(2, 2, "2021-03-03", killed=15, source="FRD-MIL", of={"publisher": "The Post"})
    (found,) = find_disagreements([other, one])
    assert (found.field, found.is_open) == (Field.KILLED, True)
    assert [(v.value, v.since, [c.voice for c in v.claims]) for v in found.versions] == [
        (12, date(2021, 3, 2), ["agency:AFP"]),
        (15, date(2021, 3, 3), ["word:FRD-MIL"]),
    ]


def test_a_later_version_of_a_report_takes_its_figure_back():
    first, second = told(1, 1, killed=2), told(2, 2, killed=1, of={"document": 1})
    (found,) = find_disagreements([first, second])
    assert found.versions[0].claims[0].taken_back == 2
    assert (found.versions[0].is_held, found.versions[1].is_held, found.is_open) == (False, True, False)


def test_a_later_figure_of_the_same_agency_takes_the_earlier_one_back():
    (found,) = find_disagreements(
        [told(1, 1, killed=2, of={"agency": "AFP"}), told(2, 2, "2021-03-04", killed=3, of={"agency": "AFP"})]
    )
    assert not found.is_open


def test_an_unnamed_source_takes_back_nothing_another_said():
    (found,) = find_disagreements([told(1, 1, killed=2, source="?"), told(2, 2, "2021-03-04", killed=3, source="?")])
    assert found.is_open


def test_one_value_told_by_many_is_no_disagreement():
    assert find_disagreements([told(n, n, killed=2, date="2021-03-01") for n in (1, 2, 3)]) == []


def test_a_denial_disagrees_and_a_plan_does_not():
    done, denied = told(1, 1), told(2, 2, status=EventStatus.NEGATED, source="SYL")
    (found,) = find_disagreements([done, denied])
    assert (found.field, [v.value for v in found.versions]) == (Field.STATUS, ["actual", "negated"])
    assert find_disagreements([done, told(3, 3, status=EventStatus.PLANNED)]) == []


def test_days_differ_and_a_month_does_not_differ_from_its_day():
    (found,) = find_disagreements([told(1, 1, date="2021-03-01"), told(2, 2, date="2021-02-28")])
    assert (found.field, {v.value for v in found.versions}) == (Field.DATE, {"2021-03-01", "2021-02-28"})
    assert find_disagreements([told(1, 1, date="2021-03-01"), told(2, 2, date="2021-03")]) == []


def test_places_differ_where_they_are_far_apart():
    near, far = city("Port of Mostal", "FRD", 47.05, 24.0), city("Veren", "FRD", 44.0, 20.0)
    here = told(1, 1, place=city("Mostal", "FRD", 47.0, 24.0))
    assert find_disagreements([here, told(2, 2, place=near)]) == []
    (found,) = find_disagreements([here, told(2, 2, place=far)])
    assert (found.field, [v.value for v in found.versions]) == (Field.PLACE, ["Mostal", "Veren"])
