"""The features of an actor as party of an act, by name, in groups that depend on the same few things.

Each group is written out once and then kept: an act asks some two hundred features of its candidates, and nearly all
of their groups have been asked for before. A prefix tells apart what holds of an actor outside the act's sentence.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from dateline.extract.events.learned.weights import Names

_FEW: Final = 4_000  # groups of a sort, where they depend on a handful of values each
_MANY: Final = 20_000  # where they depend on words or paths


@lru_cache(_MANY)
def of_path(path: str, pos: str, kind: str) -> Names:
    """How the mention hangs together with the trigger."""
    return f"path={path}", f"path={path} {pos}", f"path={path} {kind}"


@lru_cache(_FEW)
def of_distance(side: str, near: int, length: int, pos: str) -> Names:
    """On which side the mention stands and how far off, in words and in steps of the path."""
    return f"near={side}{near} {pos}", f"length={length}"


@lru_cache(_FEW)
def of_link(dep: str, side: str, kind: str) -> Names:
    """What the mention is to the word it hangs on."""
    return f"dep={dep} {side}", f"dep={dep} {side} {kind}"


@lru_cache(_FEW)
def of_form(form: str, kind: str, count: int, side: str, pos: str) -> Names:
    """How the mention speaks of the actor, and among how many candidates of the sentence."""
    return f"form={form} {kind}", f"alone={count} {side} {pos}"


@lru_cache(_FEW)
def of_no_place(pos: str, kind: str, side: str) -> Names:
    """That the mention stands at none of the act's places."""
    return f"placeless {pos}", f"placeless {kind} {side}"


@lru_cache(_MANY)
def of_place(place: str, pos: str, kind: str, lemma: str) -> Names:
    """At which of the act's places the mention stands."""
    return f"place={place} {pos}", f"place={place} {kind}", f"place={place} {lemma}"


@lru_cache(_FEW)
def of_fitting_place(role: str, reciprocal: bool, kind: str) -> Names:
    """That this is where the frame or type looks for a role."""
    return f"fits={role} {reciprocal}", f"fits={role} {kind}"


@lru_cache(_FEW)
def of_absence(gap: int, order: int, inside: int, has_by_rule: str, kind: str, pos: str) -> Names:
    """How long ago an actor was spoken of that the sentence does not name, and beside how many that it names."""
    return (
        f"outside={gap}",
        f"outside={gap} {pos}",
        f"outside {order} {kind}",
        f"outside inside={inside} {pos}",
        f"outside rule={has_by_rule} {pos}",
    )


@lru_cache(_MANY)
def of_sort(prefix: str, being: str, sector: str | None, kind: str, lemma: str) -> Names:
    """What the actor is."""
    sort = sector or being
    return (
        f"{prefix}is={being} {sector or '-'}",
        f"{prefix}is={sort} {kind}",
        f"{prefix}is={sort} {kind} {lemma}",
    )


@lru_cache(_FEW)
def of_weight(prefix: str, has_country: bool, rank: int, in_title: bool, kind: str, pos: str) -> Names:
    """How much the report speaks of the actor."""
    return f"{prefix}country={has_country} {kind}", f"{prefix}rank={rank}", f"{prefix}title={in_title} {pos}"


@lru_cache(_FEW)
def of_rule(prefix: str, by_rule: str, reciprocal: bool, kind: str, has_by_rule: str) -> Names:
    """Whether rules found the actor to be a party."""
    by_rule = f"{prefix}rule={by_rule}"
    return f"{by_rule} {reciprocal}", f"{by_rule} {kind}", f"{by_rule} {has_by_rule}"


@lru_cache(_FEW)
def of_told(prefix: str, role: str, link: str, kind: str) -> Names:
    """Which role the actor had in an act that was told before."""
    return f"{prefix}told={role} {link}", f"{prefix}told={role} {link.split()[0]} {kind}"


@lru_cache(_FEW)
def of_partner(prefix: str, role: str, partner: str, link: str, kind: str) -> Names:
    """Whether whom the actor had across from it in an act told before is across from it now, as far as rules tell."""
    return (
        f"{prefix}partner={role} {partner}",
        f"{prefix}partner={role} {partner} {link.split()[0]}",
        f"{prefix}partner={role} {partner} {kind}",
    )
