from datetime import date

from dateline.knowledge.actors.entries import TermEntry
from dateline.knowledge.actors.offices import Offices, load_terms


def row(
    country: str, office: str, name: str, since: str, until: str | None = None, also: str | None = None
) -> TermEntry:
    return TermEntry.model_validate(
        {"country": country, "office": office, "name": name, "from": since, "until": until, "also": also}
    )


SOME = Offices(
    [
        row("AAA", "president", "Anna de Berg", "2001-03", "2005-06-30"),
        row("AAA", "president", "Carl Dorn", "2005-06-30"),
        row("CHN", "leader", "Hu Li", "2002", "2012", "Li Hu the Elder"),
        row("AAA", "foreign-minister", "Carl Dorn", "2001", "2005-06-29"),
    ]
)


def test_an_office_is_resolved_by_the_day() -> None:
    assert [o.name for o in SOME.holders("AAA", "president", date(2004, 1, 1))] == ["Anna de Berg"]
    assert [o.name for o in SOME.holders("AAA", "president", date(2006, 1, 1))] == ["Carl Dorn"]
    assert SOME.holders("AAA", "president", date(1999, 1, 1)) == []


def test_on_the_day_of_change_the_new_holder_comes_first() -> None:
    assert [o.name for o in SOME.holders("AAA", "president", date(2005, 6, 30))] == ["Carl Dorn", "Anna de Berg"]


def test_a_person_keeps_the_office_held_at_the_time() -> None:
    (dorn,) = SOME.named(("Dorn",))
    assert [t.office for t in dorn.terms_on(date(2003, 1, 1))] == ["foreign-minister"]
    assert [t.office for t in dorn.terms_on(date(2010, 1, 1))] == ["president"]
    assert dorn.terms_on(date(2000, 1, 1)) == []


def test_surnames_stand_with_and_without_their_particles() -> None:
    assert SOME.named(("Berg",)) == SOME.named(("de", "Berg")) != ()


def test_where_the_family_name_comes_first_it_is_the_first_word() -> None:
    assert [o.name for o in SOME.named(("Hu",))] == ["Hu Li"]
    assert SOME.named(("Li",)) == ()


def test_shipped_lists_load_and_know_the_french_presidents() -> None:
    offices = Offices(entry for _, _, entry in load_terms())
    assert offices.holders("FRA", "president", date(2015, 11, 26))[0].name == "François Hollande"
    assert offices.holders("FRA", "president", date(2018, 1, 1))[0].name == "Emmanuel Macron"
