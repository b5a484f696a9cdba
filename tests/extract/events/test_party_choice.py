"""Who takes part in an act: what the learned choice may not say however likely it finds it."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from dateline.extract.events.learned import party_choice
from dateline.extract.events.learned.party_choice import ACTOR, FAST, NONE, RECIPIENT, RoleThresholds, read_opinions
from dateline.extract.events.learned.party_features import Candidate
from dateline.extract.taggers.judgement import Probabilities
from dateline.model import ActorId
from dateline.pipeline import Reader
from dateline.sources import make_document


def parties(reader: Reader, text: str) -> list[tuple[list[str], list[str]]]:
    record = reader.read(make_document(text, published="2015-12-03"))
    name = lambda ids: [record.actor(one).name for one in ids]  # noqa: E731
    return [(name(e.actors), name(e.recipients)) for e in record.events if e.type.value == "ASSAULT"]


@pytest.mark.parametrize("verb", ["spoke at length of", "was asked about", "recalled"])
def test_a_minister_who_speaks_of_attacks_takes_no_part_in_them(reader: Reader, verb: str) -> None:
    text = f"Interior Minister Hilary Brand {verb} the attacks in Paris, in which 130 people died."
    [(actors, recipients)] = parties(reader, text)
    assert not any("Brand" in one for one in (*actors, *recipients))


def test_a_president_whose_attacks_they_are_is_told_as_their_actor(reader: Reader) -> None:
    [(actors, _)] = parties(reader, "President Assad's attacks on Aleppo killed 20 people.")
    assert actors == ["Bashar al-Assad"]


def test_the_country_of_victims_is_no_victim_beside_them(reader: Reader) -> None:
    [(_, recipients)] = parties(reader, "Gunmen killed two Russian citizens in Bamako on Tuesday.")
    assert len(recipients) == 1
    assert "Russian citizens" in recipients[0]


def test_a_minister_who_is_quoted_on_a_summit_is_not_told_as_having_met(reader: Reader) -> None:
    text = '"The Venice summit will be a hard one," Australian Trade Minister John Dawkins said on Tuesday in Canberra.'
    record = reader.read(make_document(text, published="1987-05-03"))
    told = [event for event in record.events if event.type.value == "CONSULT"]
    assert all("Dawkins" not in record.actor(one).name for event in told for one in event.actors)


def test_a_state_is_no_recipient_of_what_its_own_president_does(reader: Reader) -> None:
    text = "Russia is an ally of Iran. President Barack Obama met with French President Francois Hollande on Tuesday."
    record = reader.read(make_document(text, published="2015-11-26"))
    [meeting] = [e for e in record.events if e.type.value == "CONSULT"]
    named = {record.actor(one).name for one in (*meeting.actors, *meeting.recipients)}
    assert named == {"Barack Obama", "François Hollande"}


def test_a_broadcaster_that_only_asks_takes_no_part_in_violence(read_text):
    record = read_text(
        "In an interview with the American broadcaster CNN on Thursday, the president of Chad refused to apologize for the "
        "downing of the drone, which Chadian F-16s shot down on Tuesday."
    )
    media = {actor.id for actor in record.actors if actor.kind == "media"}
    assaults = [e for e in record.events if e.type == "ASSAULT"]
    assert assaults
    assert not any(media & {*e.actors, *e.recipients} for e in assaults)


def test_nobody_above_a_relative_clause_is_hit_where_its_pronoun_is(read_text):
    record = read_text("The premier spoke of the killing of the envoy, whom Chadian gunmen had shot on Tuesday.")
    names = {actor.id: actor.name for actor in record.actors}
    [shot] = [e for e in record.events if e.trigger.of(record.document.text) == "shot"]
    assert [names[r] for r in shot.recipients] == ["the envoy"]


@pytest.mark.parametrize(("linked", "wanted"), [(0.05, ["Chad"]), (1.01, [])])
def test_whom_a_clause_names_is_taken_where_nobody_is_sure_enough(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, linked: float, wanted: list[str]
) -> None:
    unsure = replace(FAST, actor=RoleThresholds(inside=1.01, outside=1.01, linked=linked))
    for name in ("FAST", "CAREFUL"):
        monkeypatch.setattr(party_choice, name, unsure)
    [(actors, _)] = parties(reader, "The meeting took place two days after Chad shot down a Sudanese warplane.")
    assert actors == wanted


def test_of_somebody_named_before_the_mention_counts_that_speaks_most_for_a_role() -> None:
    told = {3: (0.9, 0.05, 0.05), 5: (0.2, 0.7, 0.1), 8: (0.1, 0.1, 0.8)}

    def scorer(trigger: int, mentions: Sequence[int]) -> Probabilities:
        assert trigger == 9
        return np.array([told[m] for m in mentions], np.float32)

    inside = Candidate(ActorId("a1"), 8, ())
    before = Candidate(ActorId("a2"), None, (), before=(3, 5))
    nowhere = Candidate(ActorId("a3"), None, ())
    found = read_opinions(scorer, 9, [inside, before, nowhere])
    assert found[0] == pytest.approx(np.log(told[8]))
    assert found[1].argmax() == ACTOR
    assert found[1, ACTOR] - found[1, NONE] == pytest.approx(np.log(0.7 / 0.2), abs=1e-4)
    assert found[1, RECIPIENT] - found[1, NONE] == pytest.approx(np.log(0.1 / 0.2), abs=1e-4)
    assert not found[2].any()


def test_a_participle_before_a_noun_is_done_to_nobody_who_only_stands_near(read_text):
    text = "Riots broke out in Mali after two members of the banned Democratic Front party had killed Modibo Keita."
    record = read_text(text)
    [ban] = [e for e in record.events if e.trigger.of(record.document.text) == "banned"]
    told = {record.actor(one).name for one in (*ban.actors, *ban.recipients)}
    assert not any("Keita" in name or "members" in name for name in told)


def test_who_only_stands_beside_a_visit_is_no_host(read_text):
    record = read_text(
        "The premier of Japan met Chancellor Angela Merkel on Monday ahead of his visit to Kigali next week."
    )
    [visit] = [e for e in record.events if e.trigger.of(record.document.text) == "visit"]
    assert all("Merkel" not in record.actor(one).name for one in visit.recipients)
