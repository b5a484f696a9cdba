"""CAMEO's codes as older data sets use them: the value on Goldstein's scale and what a code means.

Only the codes that `types.yaml` gives as nearest ones are listed. The values are those of Goldstein (1992), extended to
CAMEO by its authors, from -10 (conflict) to 10 (cooperation).
"""

from __future__ import annotations

from functools import lru_cache

from pydantic import BaseModel, ConfigDict, Field

from dateline.knowledge.files import DATA, load_table_entries

_COLUMNS = ("code", "goldstein", "gloss")


class CameoCode(BaseModel):
    """One code: text of two to four digits, its value on Goldstein's scale, its meaning in a few words."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str = Field(pattern=r"\d{2,4}")
    goldstein: float = Field(ge=-10, le=10)
    gloss: str

    @property
    def root(self) -> str:
        """The class it belongs to, two digits."""
        return self.code[:2]

    @property
    def base(self) -> str:
        """The code of three digits it belongs to."""
        return self.code[:3]


@lru_cache(maxsize=1)
def load_cameo() -> dict[str, CameoCode]:
    """Return the codes by their text; raise BadKnowledge on a fault in the file."""
    entries = load_table_entries(DATA / "ontology" / "cameo.tsv", CameoCode, _COLUMNS)
    return {entry.code: entry for _, entry in entries}


def goldstein_of(code: str | None) -> float | None:
    """Return a code's value on Goldstein's scale, None where there is no code or none that is known.

    >>> goldstein_of("042"), goldstein_of(None)
    (1.9, None)
    """
    found = load_cameo().get(code or "")
    return found.goldstein if found else None
