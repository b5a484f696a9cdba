from tests.compare.telling import mention, report

from dateline.compare.corroboration import Source, corroborate

SENTENCE = "Shells hit the port of Mostal."


def told(number: int, by: int, **known: object):
    source = known.pop("source", None)
    return mention(SENTENCE, report(by, **known), act="hit", number=number, source=source)


def test_reports_of_different_publishers_are_independent():
    found = corroborate([told(1, 1, publisher="The Post"), told(2, 2, publisher="The Herald")])
    assert (found.reports, found.publishers, found.independent) == ((1, 2), ("The Herald", "The Post"), 2)
    assert found.own_voice == (1, 2)


def test_an_agency_counts_once_whoever_prints_it():
    found = corroborate(
        [told(1, 1, publisher="The Post", agency="AFP"), told(2, 2, publisher="The Herald", agency="AFP")]
    )
    assert found.sources == (Source("agency:AFP", (1, 2)),)


def test_copies_count_once_though_the_credit_was_cut():
    found = corroborate(
        [told(1, 1, agency="AFP"), told(2, 2, publisher="The Post", family=1), told(3, 3, publisher="The Sun")]
    )
    assert [source.reports for source in found.sources] == [(1, 2), (3,)]


def test_two_versions_of_one_report_count_once():
    assert corroborate([told(1, 1), told(2, 2, document=1)]).independent == 1


def test_reports_that_only_quote_somebody_are_that_persons_word():
    quoted = [told(n, n, publisher=f"Paper {n}", source="ana-lima/PRT") for n in (1, 2, 3)]
    found = corroborate([*quoted, told(4, 4, publisher="The Post")])
    assert [(source.name, source.reports) for source in found.sources] == [
        ("word:ana-lima/PRT", (1, 2, 3)),
        ("publisher:The Post", (4,)),
    ]
    assert found.quoted == {"ana-lima/PRT": (1, 2, 3)}
    assert found.own_voice == (4,)


def test_a_report_that_quotes_and_tells_itself_is_a_source_of_its_own():
    found = corroborate(
        [told(1, 1, publisher="The Post", source="FRD"), told(2, 1, publisher="The Post"), told(3, 2, source="FRD")]
    )
    assert [source.name for source in found.sources] == ["publisher:The Post", "word:FRD"]


def test_unnamed_sources_of_two_papers_are_not_known_to_be_one():
    found = corroborate([told(1, 1, publisher="The Post", source="?"), told(2, 2, publisher="The Sun", source="?")])
    assert (found.independent, found.own_voice, found.quoted) == (2, (), {"?": (1, 2)})
