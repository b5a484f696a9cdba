import pytest
from sample_record import TEXT, make_record

from dateline.archive import ArchiveReader, ArchiveWriter, find_meant_actors, paragraph_around
from dateline.archive.asking.questions import match_words
from dateline.errors import ArchiveError
from dateline.model import Record, Span


def named(*actors):
    """Return a record whose actors have these names, kinds and countries."""
    values = make_record().model_dump(mode="json")
    for layer in ("events", "statements", "positions"):
        values[layer] = []
    values["actors"] = [
        {"id": f"a{n}", "name": name, "kind": kind, "country": country, "mentions": [], "reason": "r"}
        for n, (name, kind, country) in enumerate(actors)
    ]
    return Record.model_validate(values)


@pytest.fixture
def archive(tmp_path):
    record = named(
        ("Barack Obama", "person", "USA"), ("Michelle Obama", "person", "USA"), ("France", "state", "FRA"),
        ("Air France", "company", "FRA"), ("François Hollande", "person", "FRA"), ("the European Union", "igo", None),
    )  # fmt: skip
    with ArchiveWriter(tmp_path / "x.db") as writer:
        writer.keep([record])
    with ArchiveReader(tmp_path / "x.db") as reader:
        yield reader


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("obama", ("Barack Obama", "Michelle Obama")),
        ("Barack Obama", ("Barack Obama",)),
        ("Francois HOLLANDE", ("François Hollande",)),
        ("France", ("France",)),
        ("Air", ("Air France",)),
        ("European Union", ("the European Union",)),
    ],
)
def test_whole_name_beats_a_part_and_accents_capitals_and_articles_do_not_count(archive, asked, meant):
    assert find_meant_actors(archive, asked).names == meant


def test_code_of_a_country_means_everybody_of_it(archive):
    meant = find_meant_actors(archive, "FRA")
    assert (meant.names, meant.country) == (("Air France", "France", "François Hollande"), "FRA")


def test_other_names_are_tried_only_where_the_first_is_unknown(archive):
    def others():
        yield "European Union"
        raise AssertionError("asked for more names than needed")

    assert find_meant_actors(archive, "EU", others()).names == ("the European Union",)
    assert find_meant_actors(archive, "France", others()).names == ("France",)


def test_nobody_of_that_name_is_told_with_the_nearest(archive):
    with pytest.raises(ArchiveError, match=r"has no actor called 'Holland'; nearest: François Hollande"):
        find_meant_actors(archive, "Holland")
    with pytest.raises(ArchiveError, match=r"has no actor called '\?\?'$"):
        find_meant_actors(archive, "??")


def test_words_reach_the_index_quoted():
    assert match_words([('say "yes"',)]) == '("say ""yes""")'
    assert match_words([("-",)]) is None
    assert match_words(None) is None


def test_paragraph_ends_at_blank_lines_or_where_there_are_none_at_line_ends():
    text = "Head\n\nOne. Two.\nThree.\n \nFour."
    two = Span(start=text.index("Two"), end=text.index("Two") + 3)
    assert paragraph_around(text, two).of(text) == "One. Two.\nThree."
    assert paragraph_around(TEXT, Span(start=0, end=6)).of(TEXT) == TEXT
    assert paragraph_around("a\nb c\nd", Span(start=4, end=5)).of("a\nb c\nd") == "b c"


def test_speakers_of_one_voice_are_all_kept(tmp_path):
    values = make_record().model_dump(mode="json")
    values["statements"][0]["speakers"] = ["a1", "a2"]
    with ArchiveWriter(tmp_path / "y.db") as writer:
        writer.keep([Record.model_validate(values)])
    with ArchiveReader(tmp_path / "y.db") as reader:
        rows = reader.query("SELECT ordinal, actor FROM speaker ORDER BY ordinal").rows
        assert rows == [(1, "a1"), (2, "a2")]
        with pytest.raises(ArchiveError, match="only queries that read are allowed"):
            reader.query("ATTACH 'z.db' AS z")
    assert not (tmp_path / "z.db").exists()
