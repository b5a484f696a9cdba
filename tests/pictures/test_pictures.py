import pytest

from dateline.errors import BadQuestion
from dateline.measures import By
from dateline.pictures import plot_ledger, plot_map, plot_network, plot_panel, plot_ties, plot_timeline
from dateline.pictures.captions import say_days, say_scope
from dateline.pictures.quads import COLOURS, SHAPES
from dateline.pictures.shapes import load_shapes

ALL = [plot_timeline, plot_ties, plot_map, plot_network, plot_ledger, plot_panel]


def title(chart):
    return chart.to_dict()["vconcat"][0]["title"]["text"]


def caption(chart):
    return " ".join(chart.to_dict()["title"]["text"])


@pytest.mark.parametrize("plot", ALL)
def test_every_picture_says_scope_day_and_archive_below(situation, plot):
    from datetime import date

    said = caption(plot(situation.at(date(2015, 11, 30))))
    assert "Scope: everything." in said
    assert "As known on 30 Nov 2015." in said
    assert "reports in invented.db" in said


@pytest.mark.parametrize("plot", ALL)
def test_every_picture_can_be_drawn_of_nothing(situation, plot):
    chart = plot(situation.with_scope(types=("PROTEST",), actors=("TUR",)))
    assert "Scope: with TUR; only PROTEST." in caption(chart)


def test_timeline_has_a_line_for_each_dated_event_and_counts_the_rest(situation, texts_of):
    chart = plot_timeline(situation)
    assert "France → Russia: sanction (expel)  1" in texts_of(chart, "label")
    assert title(chart) == "What happened: 4 events, 1 Nov 2015 to 30 Nov 2015"
    assert "events without a date (1)" in caption(chart)
    assert caption(chart).endswith("Numbers are the archive's: dateline show NUMBER.")


def test_timeline_shows_at_most_what_is_asked_for(situation, texts_of):
    chart = plot_timeline(situation, most=2)
    assert len(set(texts_of(chart, "label"))) == 2
    assert "2 of 4 events" in title(chart)


def test_ties_of_two_show_both_directions_that_there_are(situation, texts_of):
    chart = plot_ties(situation, between=("France", "RUS"), by=By.DAY)
    assert set(texts_of(chart, "tie")) == {"France → Russia"}
    assert title(chart) == "France and Russia: what each did to the other, by day"


def test_ties_of_somebody_unknown_are_told(situation):
    with pytest.raises(BadQuestion, match="'Narnia' did nothing to anybody here; sides are France, Russia"):
        plot_ties(situation, between=("Narnia", "RUS"))
    with pytest.raises(BadQuestion, match="nothing is told that TUR and RUS did to each other"):
        plot_ties(situation, between=("TUR", "RUS"))


def test_map_pins_towns_and_shades_countries(situation, texts_of):
    chart = plot_map(situation)
    assert set(texts_of(chart, "place")) == {"Paris", "Aleppo"}
    grey = chart.to_dict()["datasets"]["grey"]
    assert [(feature["id"], feature["properties"]["count"]) for feature in grey] == [("SYR", 1)]
    assert title(chart) == "Where it happened: 3 events"


def test_network_marks_enmity_by_a_dash(situation, texts_of):
    chart = plot_network(situation)
    assert {"conflict outweighs", "cooperation outweighs"} <= set(texts_of(chart, "sign"))
    assert {"France", "Russia", "Turkey", "Syria"} <= set(texts_of(chart, "name"))


def test_ledger_shows_who_holds_what_on_which_matter(situation, texts_of):
    chart = plot_ledger(situation)
    assert (texts_of(chart, "holder")[0], texts_of(chart, "kind")[0]) == ("France", "warning")
    assert texts_of(chart, "matter")[0] == "diplomat"


def test_panel_shows_mean_scores_of_pairs(situation, texts_of):
    chart = plot_panel(situation)
    assert {"France → Russia", "Turkey → Syria"} <= set(texts_of(chart, "pair"))
    assert {-5.5, 10.0} <= set(texts_of(chart, "mean"))


def test_quad_classes_differ_without_colour():
    assert len(set(SHAPES.values())) == len(SHAPES) == len(COLOURS)


def test_caption_names_limits(situation):
    from datetime import date

    narrowed = situation.with_scope(actors=("France",), sources=("The Post",), since=date(2015, 11, 20))
    said = say_scope(narrowed, {"events without a date": 2, "others": 0})
    assert said.startswith("Scope: with France; told by The Post; from 20 Nov 2015.")
    assert said.endswith("Not shown: events without a date (2).")


def test_days_are_said_as_people_say_them():
    from datetime import date

    assert say_days(date(2015, 11, 4), date(2015, 11, 4)) == "4 Nov 2015"
    assert say_days(None, date(2015, 11, 4)) == "until 4 Nov 2015"


def test_shapes_run_clockwise_so_that_a_country_is_not_all_the_rest():
    for code, shape in load_shapes().items():
        parts = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        for outer, *_ in parts:
            area = sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in zip(outer, outer[1:] + outer[:1], strict=True))
            assert area >= 0, code
    assert {"FRA", "HUN", "SRB", "XKX", "MMR", "MNE"} <= set(load_shapes())


def test_network_counts_the_events_that_tie_nobody(situation):
    assert len(list(situation.iter_events())) == 5
    left_out = "Not shown: events without two known sides (2), events that are planned (1)."
    assert left_out in caption(plot_network(situation))


def test_lines_between_holders_stand_where_their_columns_begin(situation):
    holders = plot_ledger(situation).to_dict()["vconcat"][0]["layer"][0]["encoding"]["x"]
    assert (holders["axis"]["tickBand"], holders["scale"]["padding"]) == ("extent", 0)
