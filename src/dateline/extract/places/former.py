"""Countries as they were: where a place that is a state today belonged before it was one."""

from __future__ import annotations

from datetime import date

# First day as a state, and the state it was part of until then.
_FOUNDED = {
    "XKX": (date(2008, 2, 17), "SRB"),
    "SSD": (date(2011, 7, 9), "SDN"),
    "MNE": (date(2006, 6, 3), "SRB"),
    "TLS": (date(2002, 5, 20), "IDN"),
    "ERI": (date(1993, 5, 24), "ETH"),
}


def country_on(country: str | None, day: date | None) -> str | None:
    """Return the country that a place belonged to on a day: Kosovo to Serbia in 1998."""
    if day is None or country not in _FOUNDED:
        return country
    founded, before = _FOUNDED[country]
    return before if day < founded else country
