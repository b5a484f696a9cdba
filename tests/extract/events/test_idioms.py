"""Words of conflict in a fixed phrase that name no act."""

import pytest

import dateline


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The Turkish president called the resolution a stab in the back.", {"ACCUSE", "REJECT"}),
        ("In advance of the summit, Norway and Sweden expelled two Russian diplomats.", {"SANCTION", "CONSULT"}),
        ("The minister died of a heart attack in Ankara.", set()),
        (
            "Adam Doe, an Iraq War veteran, activist and a candidate of the Libertarian Party, spoke about his positions.",
            set(),
        ),
        (
            "The election was held in Ghana after a court battle over its day, veterans of the war in Mali among its judges.",
            set(),
        ),
        ("The Malian president was taken ill at the airport on Saturday.", set()),
    ],
)
@pytest.mark.parametrize("coder", ["fast", "careful"])
def test_an_idiom_names_no_act(text: str, kept: set[str], coder: str) -> None:
    found = {event.type.value for event in dateline.read(text, published="2019-05-02", coder=coder).events}
    assert found <= kept


def test_a_stabbing_is_still_an_act() -> None:
    record = dateline.read("An Afghan man stabbed two German police officers in Mannheim.", published="2019-05-02")
    assert [event.type.value for event in record.events] == ["ASSAULT"]


@pytest.mark.parametrize("coder", ["fast", "careful"])
def test_what_nature_does_is_no_act(coder: str) -> None:
    text = "A strong earthquake struck the Iranian port on Monday, and Oman was hit by a cyclone."
    assert not dateline.read(text, published="2019-05-02", coder=coder).events


@pytest.mark.parametrize("coder", ["fast", "careful"])
def test_a_word_inside_the_name_of_a_body_is_no_act(coder: str) -> None:
    text = "The Federal Bureau of Investigation supplied the Norwegian minister with a list on Monday."
    assert "ACCUSE" not in {e.type.value for e in dateline.read(text, published="2019-05-02", coder=coder).events}
