from dateline.pictures.map_names import MOST, Frame, choose_names

EUROPE = Frame((-10.0, 35.0, 40.0, 60.0), 680, 420)


def place(name, longitude, latitude):
    return {"place": name, "longitude": longitude, "latitude": latitude}


def sides(places, numbers=(), frame=EUROPE):
    return [(found["name"], found["side"]) for found in choose_names(places, numbers, frame)]


def test_the_middle_of_a_window_is_drawn_in_the_middle():
    assert Frame((-10.0, -20.0, 30.0, 20.0), 680, 420).point(10.0, 0.0) == (340.0, 210.0)


def test_north_is_up_and_east_is_right():
    (west, south), (east, north) = EUROPE.point(0.0, 40.0), EUROPE.point(20.0, 55.0)
    assert (west < east, north < south) == (True, True)


def test_a_name_stands_right_of_its_place():
    assert sides([place("Paris", 2.35, 48.86)]) == [("Paris", "right")]


def test_a_name_that_would_leave_the_frame_stands_left():
    assert sides([place("Stavropol", 41.97, 45.04)]) == [("Stavropol", "left")]


def test_a_name_makes_way_for_the_number_of_a_country():
    number = {"longitude": 4.5, "latitude": 50.0, "count": "12"}
    assert sides([place("Paris", 2.35, 48.86)], [number]) == [("Paris", "left")]


def test_of_two_names_that_would_meet_the_busier_has_its_side_first():
    first, second = place("Raqqa", 20.0, 45.0), place("Aleppo", 19.8, 45.0)
    assert sides([first, second]) == [("Raqqa", "right"), ("Aleppo", "left")]


def test_a_place_with_no_room_on_either_side_goes_without_a_name():
    crowd = [place("Bataclan theatre", 20.0, 45.0), place("Stade de France", 20.1, 45.0), place("Paris", 20.05, 45.0)]
    assert [name for name, _ in sides(crowd)] == ["Bataclan theatre", "Stade de France"]


def test_only_so_many_places_are_named():
    many = [place("X", -9.0 + 3 * (i % 16), 37.0 + 4 * (i // 16)) for i in range(60)]
    assert len(sides(many)) == MOST
