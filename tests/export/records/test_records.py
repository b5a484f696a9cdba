import rdflib
from tests.export.invented import expulsion, strike

from dateline.model import Record


def test_json_lines_give_the_same_records_back(exported):
    lines = exported("jsonl").read_text(encoding="utf-8").splitlines()
    records = [Record.model_validate_json(line) for line in lines]
    assert records == [Record.model_validate_json(r.to_json()) for r in (expulsion(), strike())]


def test_json_lines_of_a_scope_hold_only_what_it_asks_for_and_what_that_refers_to(exported, situation):
    (line,) = (
        exported("jsonl", situation.with_scope(types=("AID",), actors=("TUR",)))
        .read_text(encoding="utf-8")
        .splitlines()
    )
    record = Record.model_validate_json(line)
    assert [event.type for event in record.events] == ["AID"]
    assert record.statements == record.positions == ()  # a limit on types asks for events alone


def test_json_ld_ties_every_event_to_its_words_without_the_network(exported):
    graph = rdflib.Graph()
    graph.parse(exported("jsonld"), format="json-ld")
    found = graph.query(
        "PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX s: <https://schema.org/> "
        "SELECT ?words ?start WHERE { ?event a s:Action . ?note oa:hasBody ?event ; oa:hasTarget/oa:hasSelector ?p, ?q . "
        "?q oa:exact ?words . ?p oa:start ?start }"
    )
    assert ("shelled", 9) in {(str(words), int(start)) for words, start in found}
    assert len(found) == 5


def test_json_ld_has_agent_and_object_as_resources_with_names(exported):
    graph = rdflib.Graph()
    graph.parse(exported("jsonld"), format="json-ld")
    found = graph.query(
        "PREFIX s: <https://schema.org/> SELECT ?who ?whom WHERE { ?e a s:Action ; s:agent/s:name ?who ; s:object/s:name ?whom }"
    )
    assert ("France", "Russia") in {(str(who), str(whom)) for who, whom in found}
