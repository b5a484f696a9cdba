import pytest

from dateline.compare.actor_keys import identify_actor, is_same_actor, merge_keys
from dateline.model import Actor, ActorId, ActorKind, Mention, MentionForm, Sector


def actor(name: str, kind: ActorKind, form: MentionForm = MentionForm.NAME, **known: object) -> Actor:
    mentions = (Mention(start=0, end=1, form=form),)
    return Actor.model_validate(
        {"id": ActorId("a1"), "name": name, "kind": kind, "mentions": mentions, "reason": "test", **known}
    )


@pytest.mark.parametrize(
    ("who", "key"),
    [
        (actor("Freedonia", ActorKind.STATE, country="FRD"), "FRD"),
        (actor("Élise Dupré", ActorKind.PERSON, country="FRA", sector=Sector.GOV), "elise-dupre/FRA"),
        (actor("Black Falcon", ActorKind.ARMED_GROUP, sector=Sector.UAF), "black-falcon"),
        (actor("the French government", ActorKind.GOVERNMENT, country="FRA", sector=Sector.GOV), "FRA-GOV"),
        (actor("two jets", ActorKind.MILITARY, MentionForm.NOMINAL, country="TUR", sector=Sector.MIL), "TUR-MIL"),
        (actor("Ana Lima", ActorKind.PERSON, country="PRT", wikidata="Q7"), "Q7"),
        (actor("Ana Lima", ActorKind.PERSON, country="PRT", country_assumed=True), "ana-lima"),
        (actor("Lima", ActorKind.PERSON, country="PRT", country_assumed=True), "lima/PRT"),
        (actor("Supreme Court", ActorKind.GOVERNMENT, country="PRT", country_assumed=True), "supreme-court/PRT"),
    ],
)
def test_the_key_of_an_actor_says_who_it_is(who, key):
    found = identify_actor(who)
    assert found is not None
    assert (found.key, bool(found.reason)) == (key, True)


def test_a_group_without_name_and_country_has_no_key():
    assert identify_actor(actor("gunmen", ActorKind.ARMED_GROUP, MentionForm.NOMINAL, sector=Sector.UAF)) is None


def test_a_surname_meets_the_only_full_name_it_can_mean():
    merged = merge_keys(["dupre/FRA", "elise-dupre/FRA", "FRA"])
    assert merged == {"dupre/FRA": "elise-dupre/FRA", "elise-dupre/FRA": "elise-dupre/FRA", "FRA": "FRA"}


def test_two_of_one_surname_stay_apart_and_the_surname_alone_is_neither():
    merged = merge_keys(["dupre/FRA", "elise-dupre/FRA", "hugo-dupre/FRA"])
    assert merged["dupre/FRA"] == "dupre/FRA"
    assert merged["elise-dupre/FRA"] != merged["hugo-dupre/FRA"]


def test_a_name_without_country_meets_the_one_with_it():
    assert merge_keys(["ana-lima", "ana-lima/PRT"])["ana-lima"] == "ana-lima/PRT"
    assert merge_keys(["ana-lima", "ana-lima/PRT", "ana-lima/BRA"])["ana-lima"] == "ana-lima"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("dupre/FRA", "elise-dupre/FRA", True),
        ("dupre", "elise-dupre/FRA", True),
        ("dupre/CAN", "elise-dupre/FRA", False),
        ("elise-dupre/FRA", "hugo-dupre/FRA", False),
        ("FRA", "FRA-MIL", False),
        ("Q7", "ana-lima/PRT", False),
    ],
)
def test_keys_that_can_be_of_one_actor(one, other, same):
    assert is_same_actor(one, other) is same
    assert is_same_actor(other, one) is same
