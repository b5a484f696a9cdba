"""What a party is called in a file that has it once, however often it is told."""

from __future__ import annotations

from dateline.knowledge.places.codes import load_country_names
from dateline.situation import Party
from dateline.situation.parties.party import is_group, name_group


def name_party(party: Party) -> str:
    """Return a party's name; a group without one, called differently by every report, is "France: civilians".

    >>> name_party(Party("FRA-CVL", "129 people", "FRA", "population"))
    'France: civilians'
    """
    if party.key is None or not is_group(party.key):
        return party.name
    code = party.key.partition("-")[0]
    return name_group(party.key, load_country_names().get(code, code))
