from dateline.knowledge.ontology.cameo import load_cameo
from dateline.knowledge.ontology.types import load_ontology
from dateline.knowledge.places.codes import load_country_codes, load_country_names


def test_every_code_that_an_event_can_have_has_a_value_on_goldsteins_scale():
    codes = {entry.cameo for entry in load_ontology().types.values()}
    codes |= {mode.cameo for entry in load_ontology().types.values() for mode in entry.modes.values()}
    assert codes == set(load_cameo())


def test_parts_of_a_code_keep_their_leading_zero():
    code = load_cameo()["0871"]
    assert (code.root, code.base, code.goldstein) == ("08", "087", 9.0)


def test_no_two_countries_share_a_code():
    codes = load_country_codes().values()
    assert len({c.alpha2 for c in codes}) == len(codes)
    fips = [c.fips for c in codes if c.fips is not None]
    assert len(set(fips)) == len(fips)
    members = [c.cow for c in codes if c.cow is not None]
    assert len(set(members)) == len(members)


def test_codes_of_countries_are_those_the_table_of_states_knows():
    assert set(load_country_codes()) <= set(load_country_names())
    assert load_country_codes()["DEU"].fips == "GM"
    assert load_country_codes()["DEU"].alpha2 == "DE"
    assert load_country_codes()["RUS"].cow == 365
