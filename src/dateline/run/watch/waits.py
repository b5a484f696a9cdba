"""How long to wait after a failure."""

from __future__ import annotations

import math
from random import Random

_SHORTEST = 60.0
_LONGEST = 24 * 3600.0
_DOUBLINGS = 20


def wait_after_failure(failures: int, every: float, asked_for: float | None, chance: Random) -> float:
    """Return the seconds to wait after so many failures in a row, the first of them 1.

    The wait doubles with every failure, to a day at most, and is up to a fifth longer or shorter by chance, so that
    many who failed together do not come back together. What the server itself asks for (Retry-After) is kept to,
    up to a day.
    """
    doubled = max(every, _SHORTEST) * 2.0 ** min(failures - 1, _DOUBLINGS)
    spread = min(doubled, _LONGEST) * chance.uniform(0.8, 1.2)
    return max(spread, min(asked_for or 0.0, _LONGEST))


def describe_wait(seconds: float) -> str:
    """Return a wait in words, never shorter than it is.

    >>> describe_wait(0.2), describe_wait(898), describe_wait(3600), describe_wait(90000)
    ('1 s', '14 min 58 s', '1 h', '25 h')
    """
    whole = max(1, math.ceil(seconds))
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        parts = [f"{minutes} min"] if minutes else []
        return " ".join([*parts, f"{rest} s"] if rest or not parts else parts)
    hours, rest = divmod(-(-whole // 60), 60)
    return f"{hours} h {rest} min" if rest else f"{hours} h"
