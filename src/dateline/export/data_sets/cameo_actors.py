"""Actors as CAMEO writes them: a country's code, then what they are in it ("RUSGOV", "TURMIL")."""

from __future__ import annotations

from dateline.situation import Party

_ROLES = {
    "government": "GOV",
    "military": "MIL",
    "armed_group": "REB",
    "party": "PTY",
    "ngo": "NGO",
    "company": "BUS",
    "media": "MED",
    "population": "CVL",
    "igo": "IGO",
}


def role_of(party: Party) -> str | None:
    """Return what an actor is in CAMEO's three letters, None for a state as such and for a person of unknown part.

    The key of an unnamed group says it ("FRA-MIL"), else its kind.
    """
    country, dash, sector = (party.key or "").partition("-")
    if dash and country == party.country and sector.isupper():
        return sector
    return _ROLES.get(party.kind)


def cameo_code_of(party: Party) -> str | None:
    """Return an actor's code, None where neither its country nor what it is is known.

    >>> cameo_code_of(Party("FRA-MIL", "French forces", "FRA", "military"))
    'FRAMIL'
    """
    return ((party.country or "") + (role_of(party) or "")) or None


def phoenix_parts(party: Party) -> tuple[str | None, str | None, str | None, str | None]:
    """Return an actor's full code, entity, role and attribute; Phoenix writes `---` for an entity it does not know."""
    return cameo_code_of(party) or "---", party.country or "---", role_of(party), None
