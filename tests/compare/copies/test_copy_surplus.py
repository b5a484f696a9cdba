"""What a copy adds, what was changed in it, and which report was first."""

from datetime import date

from tests.compare.copies.invented import BODY, OTHER, PARAGRAPHS, print_of, report

from dateline.compare.copies import (
    choose_origin,
    describe_differences,
    find_original,
    find_surplus,
    read_prose,
)


def surplus(copy, original=BODY):
    return find_surplus(read_prose(report(copy)), read_prose(report(original)))


def test_cut_and_edited_copy_adds_nothing():
    assert surplus("\n\n".join(PARAGRAPHS[:3]).replace("officials said", "diplomats said")).words == 0


def test_house_line_is_little_and_a_new_paragraph_is_much():
    assert not surplus(BODY + "\n\nSign up for our newsletter to get the day’s stories.").is_substantial
    added = surplus(BODY + "\n\n" + OTHER[2])
    assert added.words == len(OTHER[2].split())
    assert added.is_substantial


def test_changed_figure_is_much_though_it_is_one_word():
    changed = surplus(BODY.replace("up to 40 vessels", "up to 60 vessels"))
    assert (changed.words, changed.figures) == (0, ("60",))
    assert changed.is_substantial
    assert not surplus(BODY.replace("eleven weeks", "11 weeks")).is_substantial


def test_record_of_the_fuller_report_speaks_for_the_cut_one_and_not_the_other_way_round():
    full, cut = print_of(), print_of("\n\n".join(PARAGRAPHS[:3]))
    assert find_original(cut, [full]) is full
    assert find_original(full, [cut]) is None
    assert find_original(full, [print_of("\n\n".join(OTHER))]) is None


def notes(copy, original=None):
    return describe_differences(read_prose(copy), read_prose(original or report(title="Harbours to open")))


def test_differences_are_told_in_short_notes():
    body = "\n\n".join(PARAGRAPHS[:5]).replace("at once", "forthwith").replace("“", '"').replace("”", '"')
    copy = report(body, title="Grain ships may pass", publisher="The Post")
    assert notes(copy) == (
        "other title",
        "“at once” became “forthwith”",
        "straight quotation marks",
        "last two paragraphs cut",
    )


def test_same_words_have_no_differences():
    assert notes(report(publisher="The Post")) == ()


def test_agency_no_longer_named_credit_cut_and_sentence_added_are_told():
    original = report(BODY + "\n\n(Reporting by Ada Linden; Editing by Jon Berg)")
    copy = report(BODY + " Ships wait in long lines off the cape.", agency=None)
    assert notes(copy, original) == ("dateline cut", "agency not named", "credit cut", "one sentence added at the end")


def test_another_order_is_told_as_such():
    assert notes(report("\n\n".join((PARAGRAPHS[0], *reversed(PARAGRAPHS[1:]))))) == ("sentences in another order",)


def test_many_changed_words_are_counted():
    copy = BODY
    for old, new in zip(
        "agreed grain narrows quarrel drop halt".split(), "decided corn strait row fall end".split(), strict=True
    ):
        copy = copy.replace(old, new)
    assert notes(report(copy))[4:] == ("two more changes of words",)


def test_report_of_the_agency_itself_is_the_origin_whatever_came_first():
    own = report(day=date(2015, 11, 24))
    paper = report(publisher="The Post", day=date(2015, 11, 23))
    silent = report(publisher="The Herald", agency=None, day=date(2015, 11, 22))
    origin = choose_origin([silent, paper, own])
    assert (origin.document, origin.agency, origin.reason) == (own.id, "Reuters", "the report of Reuters itself")
    assert choose_origin([own, paper, silent]) == origin
    assert choose_origin([silent, paper]).reason == "the only one that names Reuters"


def test_without_an_agency_the_earliest_and_then_the_longest_is_the_origin():
    early = report(publisher="A", agency=None, day=date(2015, 11, 22))
    late = report(publisher="B", agency=None, day=date(2015, 11, 23))
    short = report("\n\n".join(PARAGRAPHS[:4]), publisher="C", agency=None, day=date(2015, 11, 22))
    assert choose_origin([late, early]).reason == "the earliest"
    origin = choose_origin([short, early])
    assert (origin.document, origin.agency, origin.reason) == (early.id, None, "the longest of the earliest day")
