import csv
import json

import pytest
import stix2


def test_stix_bundle_is_read_back_by_its_own_library(exported):
    bundle = stix2.parse(exported("stix").read_text(encoding="utf-8"))
    kinds = sorted(thing.type for thing in bundle.objects)
    assert kinds.count("incident") == 4
    assert kinds.count("report") == 2
    assert kinds.count("note") == 3
    ids = {thing.id for thing in bundle.objects}
    for relation in (thing for thing in bundle.objects if thing.type == "relationship"):
        assert {relation.source_ref, relation.target_ref} <= ids
    for thing in bundle.objects:
        assert set(thing.get("object_refs", [])) <= ids


def test_stix_relationship_has_the_days_of_its_event(exported):
    bundle = stix2.parse(exported("stix").read_text(encoding="utf-8"))
    month = [r for r in bundle.objects if r.type == "relationship" and "start_time" in r and r.start_time.day == 1]
    assert [(r.relationship_type, r.stop_time.month) for r in month] == [("carried-out", 12)]


def entities(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_followthemoney_entities_refer_to_each_other(exported):
    found = entities(exported("followthemoney"))
    ids = {entity["id"] for entity in found}
    events = [entity for entity in found if entity["schema"] == "Event"]
    assert len(events) == 4
    for event in events:
        for name in ("organizer", "involved", "proof"):
            assert set(event["properties"].get(name, [])) <= ids
    expelled = next(e for e in events if "SANCTION" in e["properties"]["keywords"])
    assert expelled["properties"]["date"] == ["2015-11-24"]
    assert expelled["properties"]["country"] == ["fr"]


def test_followthemoney_statements_have_one_row_for_each_value(exported):
    found = entities(exported("followthemoney"))
    values = sum(len(v) for entity in found for v in entity["properties"].values())
    with exported("followthemoney-statements").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, dialect=csv.unix_dialect))
    assert len(rows) == values + len(found)
    assert {row["entity_id"] for row in rows} == {entity["id"] for entity in found}


def test_followthemoney_takes_every_value_as_valid(exported):
    model = pytest.importorskip(
        "followthemoney", reason="followthemoney builds against ICU, which not every machine has"
    ).model
    from followthemoney.proxy import EntityProxy

    for values in entities(exported("followthemoney")):
        entity = EntityProxy.from_dict(values) if hasattr(EntityProxy, "from_dict") else model.get_proxy(values)
        entity.schema.validate(values)
        for name, given in values["properties"].items():
            assert set(entity.get(name)) == set(given)
            prop = entity.schema.get(name)
            assert all(prop.type.validate(value) for value in given), name


def test_followthemoney_reads_the_statements_with_the_keys_it_would_make(exported):
    pytest.importorskip("followthemoney", reason="followthemoney builds against ICU, which not every machine has")
    from followthemoney.statement.serialize import read_csv_statements

    with exported("followthemoney-statements").open("rb") as file:
        statements = list(read_csv_statements(file))
    assert statements
    assert all(statement.id == statement.generate_key() for statement in statements)
