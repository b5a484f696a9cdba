"""The same event told twice is joined; what only looks alike stays apart."""

from datetime import date

import pytest
from tests.archive.sample_record import make_record
from tests.compare.telling import city, mention, report

from dateline.compare.background import Background
from dateline.compare.grouping import group_tellings
from dateline.compare.mentions import EventMention, Report, iter_mentions
from dateline.compare.same_event import group_events, link_events
from dateline.compare.tellings import gather_tellings
from dateline.model import EventStatus, EventType

VEREN = city("Veren", "FRD", 44.0, 20.0)
MOSTAL = city("Mostal", "FRD", 47.0, 24.0)
BOMB = "A bomb went off at the station of Veren on Monday and killed 14 people."


def groups(*mentions: EventMention, as_of: date | None = None) -> list[tuple[int, ...]]:
    clusters = group_events(mentions, link_events(mentions), as_of=as_of)
    return [cluster.mentions for cluster in clusters]


def bomb(number: int, of: int, sentence: str = BOMB, published: str = "2021-03-02", **told: object) -> EventMention:
    values = {
        "date": "2021-03-01",
        "mode": "explosives",
        "place": VEREN,
        "killed": 14,
        "recipients": ["FRD-CVL"],
        **told,
    }
    return mention(sentence, report(of, published), act="bomb", number=number, **values)


def other_news(start: int) -> list[EventMention]:
    """Enough other reports that words of the bombing are rare among them."""
    sentence = "Sylvania and Freedonia signed treaty {n} on fishing in lake {n} of district {n}."
    return [
        mention(
            sentence.format(n=n), report(1000 + n, "2021-02-10"), act="signed", number=start + n, type=EventType.AGREE
        )
        for n in range(30)
    ]


def test_two_reports_of_one_bombing_are_joined_and_the_reason_says_why():
    told = [bomb(1, 1), bomb(2, 2, "The bomb that killed 14 at the station of Veren was hidden in a bag.")]
    links = list(link_events(told))
    assert [(link.first, link.second) for link in links] == [(1, 2)]
    assert links[0].strength > 0.9
    assert "on 2021-03-01; at Veren; 14 killed" in links[0].reason
    assert groups(*told) == [(1, 2)]


def test_bombings_of_two_days_stay_apart_even_where_a_third_report_is_like_both():
    next_day = "Another bomb went off at the market of Veren on Tuesday and killed nine people."
    first, second = bomb(1, 1), bomb(2, 2, next_day, "2021-03-03", date="2021-03-02", killed=9)
    between = bomb(3, 3, "The bomb at the station of Veren has shaken the city.", "2021-03-03", date=None, killed=None)
    found = groups(first, second, between)
    assert not any({1, 2} <= set(group) for group in found)


def test_bombings_of_one_day_in_two_cities_stay_apart():
    elsewhere = "A bomb went off at the market of Mostal on Monday and killed three people."
    assert groups(bomb(1, 1), bomb(2, 2, elsewhere, place=MOSTAL, killed=3)) == [(1,), (2,)]


def test_weekly_talks_stay_apart_by_date():
    told = [
        mention(
            "Envoys of Freedonia and Sylvania held talks in Veren.", report(n, f"2021-03-{day:02d}"), act="talks", number=n,
            type=EventType.CONSULT, date=f"2021-03-{day:02d}", place=VEREN, actors=["FRD", "SYL"],
        )
        for n, day in enumerate((1, 8, 15, 22), start=1)
    ]  # fmt: skip
    assert groups(*told) == [(1,), (2,), (3,), (4,)]


def test_different_acts_on_one_day_stay_apart():
    signed = mention(
        "A law on bombs was signed at the station of Veren on Monday.", report(2), act="signed", number=2,
        type=EventType.SUPPORT, date="2021-03-01", place=VEREN,
    )  # fmt: skip
    assert groups(bomb(1, 1), signed) == [(1,), (2,)]


def test_what_a_record_joins_stays_joined_and_what_one_report_tells_as_two_events_does_not_meet():
    told = [bomb(1, 1), bomb(2, 1, "The bomb was hidden in a bag.", first=1, killed=None), bomb(3, 2)]
    twice = bomb(4, 2, "A second bomb went off at the station of Veren and killed five.", killed=5)
    assert groups(*told, twice) == [(1, 2, 3), (4,)]


def test_groups_are_the_same_in_any_order_and_among_other_news():
    told = [bomb(1, 1), bomb(2, 2), bomb(3, 3, published="2021-03-03"), *other_news(100)]
    assert groups(*told) == groups(*reversed(told))
    assert groups(*told)[0] == (1, 2, 3)


def test_as_of_a_day_only_what_was_published_by_then_counts():
    told = [bomb(1, 1, published="2021-03-01"), bomb(2, 2), bomb(3, 3, published="2021-03-05")]
    assert groups(*told, as_of=date(2021, 3, 2)) == [(1, 2)]
    assert groups(*told, as_of=date(2021, 2, 1)) == []


def test_new_mentions_are_linked_with_known_ones_and_the_known_not_again():
    known, new = [bomb(1, 1), bomb(2, 2)], [bomb(3, 3)]
    again = list(link_events(new, known))
    assert {(link.first, link.second) for link in again} == {(1, 3), (2, 3)}
    links = [*link_events(known), *again]
    assert [c.mentions for c in group_events([*known, *new], links)] == [(1, 2, 3)]


def test_grouping_only_what_a_link_touches_gives_the_same_groups():
    told = [bomb(1, 1), bomb(2, 2), *other_news(100)]
    links = list(link_events(told))
    touched = [m for m in told if any(m.number in (link.first, link.second) for link in links)]
    whole = [c for c in group_events(told, links) if len(c.mentions) > 1]
    assert [c for c in group_events(touched, links) if len(c.mentions) > 1] == whole


def test_nothing_told_as_done_is_joined_with_what_happened_after_it_was_published():
    before = bomb(1, 1, "A bomb killed 14 people at the station of Veren.", "2021-02-01", date=None)
    assert groups(before, bomb(2, 2)) == [(1,), (2,)]


def test_a_mention_is_made_from_a_record():
    record = make_record()
    (made,) = iter_mentions(record, report(7, "2015-11-26", publisher="The Post"), {record.events[0].id: 42})
    assert (made.number, made.first, made.type, made.status) == (42, 42, EventType.SANCTION, EventStatus.ACTUAL)
    assert [(p.key, p.country) for p in (*made.actors, *made.recipients)] == [("FRA", "FRA"), ("RUS", "RUS")]
    assert made.trigger == {"expel"}


@pytest.mark.parametrize("order", [1, -1])
def test_a_link_names_the_lower_number_first(order):
    told = [bomb(5, 1), bomb(2, 2)][::order]
    assert [(link.first, link.second) for link in link_events(told)] == [(2, 5)]


def test_measure_and_its_answer_are_two_events():
    one = mention(
        "Norland banned travel from Sudland.", report(1), act="banned", type=EventType.SANCTION,
        actors=["NOR"], recipients=["SUD"], date="2021-03-01",
    )  # fmt: skip
    other = mention(
        "Sudland banned travel from Norland.", report(2), act="banned", type=EventType.SANCTION,
        actors=["SUD"], recipients=["NOR"], date="2021-03-01",
    )  # fmt: skip
    assert not list(link_events([one, other]))


def test_guessed_country_of_a_nameless_group_does_not_keep_tellings_apart():
    told = [
        bomb(1, 1),
        bomb(2, 2, "The bomb that killed 14 at the station of Veren was hidden in a bag.", recipients=["XXX-CVL"]),
    ]
    assert [(link.first, link.second) for link in link_events(told)] == [(1, 2)]


def raid(
    of: int,
    published: str,
    act: str = "raids",
    sentence: str = "Norland's raids on Sudland killed many.",
    **told: object,
) -> EventMention:
    values = {"actors": ["NOR"], "recipients": ["SUD"], "mode": "aerial", **told}
    return mention(sentence, report(of, published), act=act, number=of, **values)


def test_acts_that_only_their_reports_date_are_not_one_on_days_apart():
    told = raid(1, "2021-03-02", date="2021-03-02"), raid(2, "2021-03-08", date="2021-03-08")
    assert not list(link_events(told))


def test_an_act_known_without_a_day_is_the_one_of_its_kind():
    sentence = "Norland shot down a plane of Sudland over the gulf."
    first = [raid(n, "2021-03-02", "shot down", sentence, date="2021-03-02") for n in (1, 2, 3, 4)]
    later = raid(
        5,
        "2021-03-12",
        "shot down",
        "It was held against Norland that it had shot down a plane of Sudland over the gulf.",
    )
    assert groups(*first, later, *other_news(100))[0] == (1, 2, 3, 4, 5)


def test_the_bomb_in_a_town_is_the_one_told_of_it():
    nothing_else = {"date": None, "killed": None, "recipients": []}
    said = "The prime minister thanked Sylvania for its help after the bomb in {}."
    known = bomb(4, 4, said.format("Veren"), published="2021-03-05", **nothing_else)
    elsewhere = bomb(5, 5, said.format("Mostal"), published="2021-03-05", place=MOSTAL, **nothing_else)
    told = bomb(1, 1, recipients=[])
    other_day = bomb(2, 2, published="2021-02-20", date="2021-02-19", recipients=[])

    def focus(on: EventMention, *among: EventMention) -> float:
        one, *tellings = gather_tellings([told, on, *among])
        return Background.of([one, *tellings]).focus_on(one, tellings[-1])

    assert focus(known) == 1
    assert focus(known, other_day) == 0.5
    assert focus(elsewhere) == 0


def test_a_plan_that_came_true_on_its_day_is_one_with_the_act():
    parties = {
        "actors": ["anna-berg/NOR", "ole-dahl/SUD"],
        "type": EventType.CONSULT,
        "date": "2021-03-04",
        "place": VEREN,
    }
    plan = mention(
        "Anna Berg of Norland is to meet Ole Dahl of Sudland in Veren on Thursday.", report(1, "2021-03-02"), act="meet",
        number=1, status=EventStatus.PLANNED, **parties,
    )  # fmt: skip
    done = mention(
        "Anna Berg of Norland met Ole Dahl of Sudland in Veren.", report(2, "2021-03-05"), act="met", number=2, **parties
    )  # fmt: skip
    assert groups(plan, done, *other_news(100))[0] == (1, 2)


@pytest.mark.parametrize(("strength", "joined"), [(0.7, True), (0.5, False)])
def test_a_telling_that_says_little_joins_those_to_whom_two_sure_links_lead(strength: float, joined: bool) -> None:
    told = [bomb(n, n) for n in range(1, 14)]
    sentence = "After the bomb of 1 March, help was asked for."
    bare = bomb(14, 14, sentence, place=None, killed=None, recipients=[])
    tellings = {telling.number: telling for telling in gather_tellings([*told, bare])}
    strengths = {(a.number, b.number): 0.9 for a in told for b in told if a.number < b.number}
    strengths |= {(1, 14): strength, (2, 14): strength}
    group = group_tellings(tellings, strengths)
    assert len({group[n] for n in range(1, 14)}) == 1
    assert (group[14] == group[1]) is joined


def test_a_corrected_toll_does_not_part_two_versions_of_a_report() -> None:
    sentence = "A soldier was killed in Veren on Monday, the army said."
    told = {"date": "2021-03-01", "mode": None, "place": None}
    first = bomb_like(1, report(1, "2021-03-01"), sentence, killed=4, **told)
    corrected = bomb_like(2, report(2, "2021-03-02", document=1), sentence, killed=1, **told)
    other = bomb_like(3, report(3, "2021-03-02"), sentence, killed=1, **told)
    strengths = {(link.first, link.second): link.strength for link in link_events([first, corrected])}
    of_another = {(link.first, link.second): link.strength for link in link_events([first, other])}
    assert strengths[1, 2] > of_another.get((1, 3), 0.0)


def bomb_like(number: int, of: Report, sentence: str, **told: object) -> EventMention:
    return mention(sentence, of, act="killed", number=number, recipients=["FRD-MIL"], **told)


@pytest.mark.parametrize(("date", "joined"), [("2021", False), ("2019", True)])
def test_news_of_this_year_told_again_months_later_is_other_news(date: str, joined: bool) -> None:
    sentence = "Freedonia says that Sylvanian jets crossed its border over Lake Veren."
    told = {"type": EventType.ACCUSE, "actors": ["FRD"], "recipients": ["SYL"], "date": date}
    mentions = [
        mention(sentence, report(number, published), act="crossed", number=number, **told)
        for number, published in ((1, "2021-03-02"), (2, "2021-08-18"))
    ]
    assert (groups(*mentions, *other_news(100))[0] == (1, 2)) is joined
