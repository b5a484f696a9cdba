"""The states of the United States by the names and abbreviations that reports set after a town's name."""

from __future__ import annotations

_TABLE = """AL Alabama Ala.|AK Alaska|AZ Arizona Ariz.|AR Arkansas Ark.|CA California Calif.|CO Colorado Colo.|CT Connecticut Conn.|
DE Delaware Del.|DC District_of_Columbia D.C.|FL Florida Fla.|GA Georgia Ga.|HI Hawaii|ID Idaho|IL Illinois Ill.|IN Indiana Ind.|IA Iowa|
KS Kansas Kan.|KY Kentucky Ky.|LA Louisiana La.|ME Maine|MD Maryland Md.|MA Massachusetts Mass.|MI Michigan Mich.|MN Minnesota Minn.|
MS Mississippi Miss.|MO Missouri Mo.|MT Montana Mont.|NE Nebraska Neb.|NV Nevada Nev.|NH New_Hampshire N.H.|NJ New_Jersey N.J.|
NM New_Mexico N.M.|NY New_York N.Y.|NC North_Carolina N.C.|ND North_Dakota N.D.|OH Ohio|OK Oklahoma Okla.|OR Oregon Ore.|
PA Pennsylvania Pa.|RI Rhode_Island R.I.|SC South_Carolina S.C.|SD South_Dakota S.D.|TN Tennessee Tenn.|TX Texas|UT Utah|VT Vermont Vt.|
VA Virginia Va.|WA Washington_state Wash.|WV West_Virginia W.Va.|WI Wisconsin Wis.|WY Wyoming Wyo."""

US_STATES: dict[str, str] = {
    name.replace("_", " "): row.split()[0] for row in _TABLE.replace("\n", "").split("|") for name in row.split()[1:]
}
"""Postal codes, which GeoNames uses as first-level region codes, by name and by newspaper abbreviation."""
