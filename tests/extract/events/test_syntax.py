"""Who stands where: the places of frames, one sentence for each construction."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Token

from dateline.extract import syntax
from dateline.extract.events.learned.party_features import PLACES
from dateline.extract.events.surroundings import Trigger, find_carrier, iter_places, tokens_at
from dateline.language import Parse
from dateline.pipeline import Reader
from dateline.sources import make_document

Parsed = Callable[[str], Parse]


@pytest.fixture(scope="module")
def parsed(reader: Reader) -> Parsed:
    return lambda sentence: reader.parser.parse(make_document(sentence))


def word(parse: Parse, text: str) -> Token:
    return next(t for t in parse.tokens if t.text == text)


def at(parse: Parse, trigger: str, place: str) -> list[str]:
    token = word(parse, trigger)
    carrier = find_carrier(token) if token.pos_ in ("NOUN", "PROPN") else None
    return [t.text for t in tokens_at(place, Trigger(token, carrier))]


@pytest.mark.parametrize(
    ("sentence", "trigger", "place", "found"),
    [
        ("Turkey attacked Syria.", "attacked", "subject", ["Turkey"]),
        ("Syria was attacked by Turkey.", "attacked", "subject", ["Turkey"]),
        ("Syria was attacked by Turkey.", "attacked", "object", ["Syria"]),
        ("Turkey and Qatar praised Kenya and Chad.", "praised", "subject", ["Turkey", "Qatar"]),
        ("Turkey and Qatar praised Kenya and Chad.", "praised", "object", ["Kenya", "Chad"]),
        ("Turkey vowed to attack Syria.", "attack", "subject", ["Turkey"]),
        ("Turkey urged Syria to withdraw.", "withdraw", "subject", ["Syria"]),
        ("Turkey accused Syria of shelling villages.", "shelling", "subject", ["Syria"]),
        ("Turkey condemned Syria and attacked Iraq.", "attacked", "subject", ["Turkey"]),
        ("The troops sent by Turkey left.", "sent", "subject", ["Turkey"]),
        ("The troops that Turkey sent left.", "sent", "object", ["troops"]),
        ("Kenya gave the rebels some arms.", "gave", "indirect", ["rebels"]),
        ("The captured soldiers left.", "captured", "object", ["soldiers"]),
        ("Turkish-backed rebels left.", "backed", "modifier", ["Turkish"]),
        ("Turkish-backed rebels left.", "backed", "head", ["rebels"]),
        ("Russia launched an attack on Ukraine.", "attack", "subject", ["Russia"]),
        ("Russia launched an attack on Ukraine.", "attack", "on", ["Ukraine"]),
        ("Sanctions were imposed by Canada on Iran.", "Sanctions", "subject", ["Canada"]),
        ("The sanctions imposed by Canada hurt Iran.", "sanctions", "subject", ["Canada"]),
        ("Syria suffered an attack.", "attack", "subject", []),
        ("Syria suffered an attack.", "attack", "on", ["Syria"]),
        ("The general faces charges.", "charges", "against", ["general"]),
        ("Israel is at war with Hamas.", "war", "subject", ["Israel"]),
        ("The workers are on strike.", "strike", "subject", ["workers"]),
        ("Turkey's attack on Syria failed.", "attack", "possessive", ["Turkey"]),
        ("The release of journalists by Egypt was praised.", "release", "of", ["journalists"]),
        ("The release of journalists by Egypt was praised.", "release", "by", ["Egypt"]),
        ("Sweden recalled its ambassador.", "recalled", "object.possessive", ["its"]),
        ("Turkey demanded that Russia withdraw.", "demanded", "complement", ["Russia"]),
        ("Russia says Israel must stop the raids.", "stop", "speaker", ["Russia"]),
    ],
)
def test_places(parsed: Parsed, sentence: str, trigger: str, place: str, found: list[str]) -> None:
    assert at(parsed(sentence), trigger, place) == found


@pytest.mark.parametrize(
    ("sentence", "verb", "sort"),
    [
        ("Turkey said Syria was attacking villages.", "said", "that"),
        ("Turkey refused to leave.", "refused", "infinitive"),
        ("Turkey kept bombing the town.", "kept", "gerund"),
        ("Turkey left.", "left", None),
    ],
)
def test_sorts_of_clauses(parsed: Parsed, sentence: str, verb: str, sort: str | None) -> None:
    assert syntax.clause_sort(word(parsed(sentence), verb)) == sort


@pytest.mark.parametrize(
    ("sentence", "form", "lemma"),
    [
        ("Workers staged a rally.", "staged", "stage"),
        ("The army is waging war.", "waging", "wage"),
        ("The court fined him.", "fined", "fine"),
        ("The troops attacked.", "attacked", "attack"),
    ],
)
def test_wrong_lemmas_are_put_right(parsed: Parsed, sentence: str, form: str, lemma: str) -> None:
    assert syntax.lemma_of(word(parsed(sentence), form)) == lemma


def test_a_word_cut_at_its_hyphen_is_looked_up_whole(parsed: Parsed) -> None:
    assert syntax.joined_lemmas(word(parsed("The cease-fire held."), "fire")) == ("cease-fire", "ceasefire")


def test_counting_nouns_stand_for_what_they_count(parsed: Parsed) -> None:
    counted = syntax.counted(word(parsed("Dozens of migrants drowned."), "Dozens"))
    assert [t.text for t in counted] == ["migrants"]


@pytest.mark.parametrize(
    ("sentence", "verb", "passive"),
    [
        ("Five were killed in Kabul.", "killed", True),
        ("The army killed five.", "killed", False),
        ("The army has killed five.", "killed", False),
        ("Troops sent by Kenya left.", "sent", True),
    ],
)
def test_passives(parsed: Parsed, sentence: str, verb: str, *, passive: bool) -> None:
    assert syntax.is_passive(word(parsed(sentence), verb)) is passive


@pytest.mark.parametrize(
    "sentence",
    [
        "Under pressure from its allies, Turkey handed the rebels over to Syria because of an attack on its army.",
        "The village came under fire from the army, and talks between Kenya and Chad about a truce were held in Cairo.",
        "Russia's minister urged Iran to speak with the families of those killed by shelling out of Idlib.",
    ],
)
def test_all_places_of_a_trigger_are_found_at_once_as_one_by_one(parsed: Parsed, sentence: str) -> None:
    for token in parsed(sentence).tokens:
        for trigger in (Trigger(token), Trigger(token, find_carrier(token)), Trigger(token, None, is_noun_use=True)):
            one_by_one = [(place, tokens) for place in PLACES if (tokens := tokens_at(place, trigger))]
            assert list(iter_places(trigger, PLACES)) == one_by_one
