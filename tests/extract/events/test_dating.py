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


def test_days_counted_from_an_act_named_with_an_apposition_date_that_act(read_text):
    record = read_text(
        "The talks in Oslo took place two days after Chad, a member of the bloc, shelled a town of Mali."
    )
    assert date_of(record, "shelled") == "2015-11-24"
    assert date_of(record, "talks") == "2015-11-26"


def test_days_are_counted_from_the_day_the_report_tells_of(read_text):
    record = read_text(
        "The premier met the president of Ghana in Accra on Tuesday. He had come to the city 11 days after the attacks in Lagos."
    )
    assert date_of(record, "attacks") == "2015-11-13"


def test_weeks_told_by_their_number_are_no_certain_day(read_text):
    record = read_text("The conference opened two weeks after attacks in the city killed 30 people.")
    assert date_of(record, "attacks") == "2015-11-09/2015-11-15"


def test_an_act_is_dated_by_the_day_it_is_counted_from(read_text):
    record = read_text("Togo expelled the envoy of Benin a day after the vote on November 20.")
    assert date_of(record, "expelled") == "2015-11-21"


def test_a_time_with_an_article_of_its_own_dates_the_verb(read_text):
    record = read_text("The army shelled Kidal on Monday. The following day rebels attacked the airport of Gao.")
    assert date_of(record, "attacked") == "2015-11-24"


def test_the_day_of_what_went_before_is_not_that_of_the_act(read_text):
    record = read_text("After the attacks of 13 November, Togo requested help from its neighbours.")
    assert date_of(record, "requested") == "2015-11-26"
    assert date_of(record, "attacks") == "2015-11-13"


def test_the_following_day_of_a_plan_counts_from_the_day_it_names(read_text):
    record = read_text(
        "President Akuffo will meet the premier of Benin in Accra on Friday and is due to hold talks with the president of "
        "Mali in Bamako the following day."
    )
    assert date_of(record, "meet") == "2015-11-27"
    assert date_of(record, "hold") == "2015-11-28"
