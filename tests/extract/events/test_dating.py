def date_of(record, words):
    return next(e.date for e in record.events if words in e.trigger.of(record.document.text))


def test_days_after_a_meeting_are_counted_back_from_the_clause_above(read_text):
    record = read_text("The president flew to Ottawa on Thursday, two days after he met the Danish premier in Oslo.")
    assert date_of(record, "met") == "2015-11-24"


def test_days_after_an_attack_date_the_attack_and_not_the_visit(read_text):
    record = read_text(
        "The Norwegian minister visited Kabul on Wednesday, 10 days after the bombing that killed 12 people there."
    )
    assert date_of(record, "visit") == "2015-11-25"
    assert date_of(record, "bombing") in ("2015-11-15", None)


def test_time_of_the_clause_is_the_time_of_the_act(read_text):
    record = read_text("Norway expelled two Russian diplomats on Tuesday.")
    assert date_of(record, "expelled") == "2015-11-24"


def test_without_a_day_of_publication_weekdays_give_no_date(read_text):
    record = read_text("Norway expelled two Russian diplomats on Tuesday.", None)
    assert not [e for e in record.events if e.date and e.date.startswith("2")]
