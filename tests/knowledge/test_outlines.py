from dateline.knowledge.places.codes import load_country_codes, load_middles
from dateline.knowledge.places.outlines import load_outlines


def test_middle_of_each_country_lies_inside_its_outline():
    middles = load_middles()
    for outline in load_outlines():
        latitude, longitude = middles[outline.country]
        assert _is_inside(longitude, latitude, outline.ring), outline.country


def test_every_country_of_the_table_has_a_middle():
    assert set(load_country_codes()) == set(load_middles())


def _is_inside(x, y, ring):
    inside = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside
