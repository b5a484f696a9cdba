"""How long to wait after a failure."""

from __future__ import annotations

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
