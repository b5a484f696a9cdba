def test_brief_of_one_report_reads_like_a_note(builder, brief_of):
    text = (
        "Turkey shot down a Russian warplane near the border, its army said. “We had to,” said Erdogan and Davutoglu. "
        "They want an apology unless the facts change, and will not visit Moscow this year."
    )
    report = builder(text, title="Warplane down", published="2015-11-24")
    turkey, russia = report.actor("Turkey", country="TUR"), report.actor("Russia", country="RUS")
    erdogan, davutoglu = report.actor("Recep Tayyip Erdoğan", "person"), report.actor("Ahmet Davutoğlu", "person")
    army = report.actor("The Turkish army", "military")
    report.event("shot down", [turkey], [russia], mode="heavy-weapons", source=army, killed=1)
    report.event("visit", [erdogan, davutoglu], [russia], type="CONSULT", status="negated", date=None)
    report.statement("We had to,", erdogan, speakers=[erdogan, davutoglu])
    report.position("an apology", [erdogan, davutoglu], condition="unless the facts change", toward=[russia])
    assert (
        brief_of(report.record())
        == """\
Warplane down
Reuters, 24 Nov 2015

What happened
  Tue 24 Nov 2015
    1  Turkey → Russia: shot down a Russian warplane near the border, its army
       said
       assault, heavy-weapons · 1 killed · according to the Turkish army
  no date
    2  did not happen: Recep Tayyip Erdoğan and Ahmet Davutoğlu → Russia: visit
       Moscow this year
       consult

What is planned, or may happen
       nothing found

Who said what
    3  Recep Tayyip Erdoğan and Ahmet Davutoğlu: “We had to”

Who wants, promises or refuses what
    4  Recep Tayyip Erdoğan and Ahmet Davutoğlu demand: an apology
       on condition: unless the facts change
       towards Russia

dateline show NUMBER opens a line to the words it stands on.
"""
    )


def report_of(builder, words, *, agency, publisher=None, killed=None, published="2015-11-24"):
    report = builder(words, agency=agency, publisher=publisher, published=published)
    actor, recipient = report.actor("Turkey", country="TUR"), report.actor("Russia", country="RUS")
    report.event("shot down", [actor], [recipient], killed=killed)
    return report.record()


def test_event_in_several_reports_stands_once_with_the_count_and_the_range_of_tolls(builder, brief_of):
    printed = brief_of(
        report_of(builder, "Turkey shot down a jet.", agency="Reuters", killed=1),
        report_of(builder, "A jet was shot down by Turkey.", agency="TASS", killed=2),
        report_of(builder, "Turks shot down a plane.", agency="dpa"),
    )
    assert "3 reports, 24 Nov 2015 to 24 Nov 2015" in printed
    assert printed.count("Turkey → Russia") == 1
    assert "assault · 1–2 killed · 3 reports: Reuters, TASS and others" in printed


def test_two_events_of_one_report_are_never_taken_for_one(builder, brief_of):
    report = builder("Turkey shot down a jet and bombed a base.")
    turkey, russia = report.actor("Turkey", country="TUR"), report.actor("Russia", country="RUS")
    report.event("shot down", [turkey], [russia])
    report.event("bombed", [turkey], [russia])
    assert brief_of(report.record()).count("Turkey → Russia") == 2


def test_of_many_lines_those_of_most_sources_are_shown_and_the_rest_is_counted(builder, brief_of):
    records = []
    for number in range(14):
        report = builder(f"Somebody attacked town {number} with rockets.", agency=f"Agency {number}")
        report.event("attacked", [report.actor(f"Group {number}", "armed_group")], date=f"2015-11-{number + 1:02}")
        records.append(report.record())
    records += [report_of(builder, "Turkey shot down a jet.", agency=agency) for agency in ("Reuters", "TASS")]
    printed = brief_of(*records)
    assert "Turkey → Russia" in printed
    assert "… 3 more; --all shows them" in printed
    assert "more; --all" not in brief_of(*records, full=True)


def test_reprints_of_one_agency_count_as_one_source(builder, brief_of):
    copies = [report_of(builder, "Turkey shot down a jet.", agency="AP", publisher=p) for p in ("A Post", "B Post")]
    others = []
    for number in range(12):
        for agency in ("dpa", "TASS"):
            report = builder(f"They attacked town {number}.", agency=agency)
            report.event("attacked", [report.actor(f"Group {number}", "armed_group")])
            others.append(report.record())
    printed = brief_of(*copies, *others)
    assert "Turkey" not in printed
    assert "… 1 more" in printed


def test_planned_and_possible_acts_stand_apart_and_say_so(builder, brief_of):
    report = builder("France will send a ship and may strike the group.")
    france = report.actor("France", country="FRA")
    report.event("send", [france], status="planned")
    report.event("strike", [france], status="hypothetical")
    happened, _, planned = brief_of(report.record()).partition("What is planned")
    assert "nothing found" in happened
    assert "planned: France: send a ship and" in planned
    assert "possible: France: strike the group" in planned


def test_every_row_fits_the_width_and_has_no_trailing_blank(demo_records, brief_of):
    for width in (60, 80, 120, 160):
        rows = brief_of(*demo_records, width=width).splitlines()
        assert max(map(len, rows)) <= width
        assert not [row for row in rows if row != row.rstrip()]


def test_background_gives_way_to_the_news(builder, brief_of):
    records = []
    for number in range(13):
        report = builder(f"They attacked town {number} with rockets.", agency=f"Agency {number}")
        old = number < 3
        report.event("attacked", [report.actor(f"Group {number}", "armed_group")], date="2001" if old else "2015-11-24")
        records.append(report.record())
    printed = brief_of(*records)
    assert printed.count("2001") == 1
    assert printed.count("attacked town") == 12


def test_control_characters_of_a_report_do_not_reach_the_terminal(builder, brief_of):
    report = builder("He \x1b[31mattacked\x07 them.", title="Red \x1b]0;owned\x07", agency="Re\x1buters")
    report.event("\x1b[31mattacked\x07", [report.actor("Evil\x1b[2J", "person")])
    report.statement("He \x1b[31m", None)
    report.position("them", [], kind="warning")
    printed = brief_of(report.record())
    assert not [c for c in printed if not c.isprintable() and c != "\n"]


def test_what_reports_tell_in_other_words_and_with_another_toll_stands_once(demo_records, brief_of):
    """The bundled reports tell of the attacks in Paris in a dozen ways: the brief has one line for them."""
    happened, _, _ = brief_of(*demo_records, full=True).partition("What is planned")
    tolls = [line for line in happened.splitlines() if "129" in line and "130 killed" in line]
    assert len(tolls) == 1
    assert "129–130 killed" in tolls[0]
