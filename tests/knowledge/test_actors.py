from datetime import date
from pathlib import Path

import pytest

from dateline.errors import BadKnowledge
from dateline.knowledge.actors.loading import NameSort, load_actor_knowledge
from dateline.model import ActorKind, Sector

KNOWLEDGE = load_actor_knowledge()


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "country", "sort"),
    [
        ("Turkey", "TUR", NameSort.NAME),
        ("Turkish", "TUR", NameSort.ADJECTIVE),
        ("Ankara", "TUR", NameSort.CAPITAL),
        ("the Kremlin", "RUS", NameSort.SEAT),
        ("Kosovo", "XKX", NameSort.NAME),
        ("Taiwanese", "TWN", NameSort.ADJECTIVE),
    ],
)
def test_states_are_known_by_names_adjectives_and_seats(name, country, sort):
    assert [(n.actor.country, n.sort) for n in KNOWLEDGE.names.get(name)][:1] == [(country, sort)]


def test_every_state_has_a_government():
    assert set(KNOWLEDGE.states) == set(KNOWLEDGE.governments)
    assert KNOWLEDGE.governments["FRA"].name == "French government"


def test_a_group_that_governed_is_government_in_those_years():
    taliban = next(a for a in KNOWLEDGE.actors.values() if a.name == "Taliban")
    assert taliban.sector_on(date(1999, 1, 1)) is Sector.GOV
    assert taliban.sector_on(date(2010, 1, 1)) is not Sector.GOV


def test_a_users_group_is_added(tmp_path):
    path = write(
        tmp_path,
        "own.yaml",
        "- id: group.grey-owls\n  name: Grey Owls\n  kind: armed_group\n  sector: REB\n  country: KEN\n  also: [GOW]\n",
    )
    (known,) = load_actor_knowledge(path).names.get("the Grey Owls")
    assert (known.actor.kind, known.actor.country) == (ActorKind.ARMED_GROUP, "KEN")


def test_a_users_entry_replaces_the_shipped_one(tmp_path):
    path = write(tmp_path, "own.yaml", "- {id: igo.un, name: League of Moons, kind: igo, sector: IGO}\n")
    knowledge = load_actor_knowledge(path)
    assert knowledge.actors["igo.un"].name == "League of Moons"


def test_a_users_person_holds_the_office_in_its_time(tmp_path):
    path = write(
        tmp_path,
        "own.csv",
        "id,name,kind,sector,country,office,from,until,also\n"
        "person.vor,Ada Vor,person,GOV,XQZ,president,2001,2005-06-30,A. Vor|Ada M. Vor\n",
    )
    offices = load_actor_knowledge(path).offices
    assert [o.name for o in offices.holders("XQZ", "president", date(2003, 1, 1))] == ["Ada Vor"]
    assert offices.holders("XQZ", "president", date(2006, 1, 1)) == []


def test_a_users_state_has_adjectives_capital_and_government(tmp_path):
    path = write(
        tmp_path,
        "own.csv",
        "id,name,kind,country,adjectives,people,capital\nstate.zor,Zorland,state,ZOR,Zorlandish,Zorlander|Zorlanders,Zorburg\n",
    )
    knowledge = load_actor_knowledge(path)
    sorts = {name: knowledge.names.get(name)[0].sort for name in ("Zorland", "Zorlandish", "Zorlanders", "Zorburg")}
    assert list(sorts.values()) == [NameSort.NAME, NameSort.ADJECTIVE, NameSort.PEOPLE, NameSort.CAPITAL]
    assert knowledge.governments["ZOR"].name == "Zorlandish government"


@pytest.mark.parametrize(
    ("name", "text", "line", "says"),
    [
        ("own.yaml", "- {id: a, name: A, kind: igo}\n- {id: b, name: B, kind: moon}\n", 2, "kind"),
        ("own.yaml", "- {id: a, name: A, kind: igo, country: Turkey}\n", 1, "three capitals"),
        ("own.yaml", "- {id: a, name: A, kind: igo, sector: MOON}\n", 1, "sector"),
        ("own.yaml", "name: A\n", 1, "list of entries"),
        ("own.csv", "id,name,kind,country\na,A,igo,USA\nb,B,igo,us\n", 3, "three capitals"),
        ("own.csv", "id,name,kind\na,A,igo,more\n", 2, "more fields"),
    ],
)
def test_a_wrong_code_is_an_error_with_file_and_line(tmp_path, name, text, line, says):
    with pytest.raises(BadKnowledge) as caught:
        load_actor_knowledge(write(tmp_path, name, text))
    assert caught.value.path.name == name
    assert caught.value.line == line
    assert says in caught.value.reason


def test_a_file_that_is_not_there_is_an_error_of_one_line(tmp_path):
    with pytest.raises(BadKnowledge, match="cannot be read"):
        load_actor_knowledge(tmp_path / "nowhere.yaml")


def test_a_cache_that_cannot_be_written_changes_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("DATELINE_CACHE", str(write(tmp_path, "a-file", "")))
    load_actor_knowledge.cache_clear()
    assert load_actor_knowledge().states["FRA"].name == "France"
    load_actor_knowledge.cache_clear()
