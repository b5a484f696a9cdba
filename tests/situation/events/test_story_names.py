"""What stories are called."""

from tests.situation.conftest import keep
from tests.situation.events.test_stories import untitled

import dateline


def test_story_of_untitled_reports_that_name_nobody_begins_like_its_first(tmp_path):
    text = "Crowds rose against the price of bread in the old harbour quarter, and by noon all shops there had closed."
    with dateline.open(keep(tmp_path / "a.db", untitled(text))) as situation:
        title = situation.stories()[0].title
    assert title == "Crowds rose against the price of bread in the old harbour quarter, and by noon all shops …"


def test_short_report_is_its_own_title(tmp_path):
    with dateline.open(keep(tmp_path / "a.db", untitled("Crowds\nrose."))) as situation:
        assert situation.stories()[0].title == "Crowds rose."
