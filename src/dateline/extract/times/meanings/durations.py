"""How long: durations, ages, and sets of repeated times."""

from __future__ import annotations

from fractions import Fraction

from dateline.extract.times.matching import Match
from dateline.extract.times.meanings.registry import meaning
from dateline.extract.times.numbers import Amount
from dateline.extract.times.story import Reading, Story
from dateline.model import TimeType

# Decades and their like are counted in years, so that "a decade" and "ten years" are one value.
_YEARS_IN = {"DE": 10, "CE": 100, "ML": 1000}
_ONE = Amount(Fraction(1))
_HALF = Fraction(1, 2)


def write_duration(count: Fraction | None, unit: str) -> str:
    """Return a TIMEX3 duration; an unknown count is X, halves are decimal.

    >>> write_duration(Fraction(7, 2), "Y"), write_duration(None, "TH")
    ('P3.5Y', 'PTXH')
    """
    if unit == "FN":
        count, unit = (None if count is None else count * 2), "W"
    if count is not None and unit in _YEARS_IN:
        count, unit = count * _YEARS_IN[unit], "Y"
    number = "X" if count is None else f"{float(count):.6g}" if count.denominator > 1 else str(count.numerator)
    return f"PT{number}{unit[1:]}" if unit.startswith("T") else f"P{number}{unit}"


def find_amount(match: Match) -> Amount:
    """Return how many units a match speaks of: one where it names no number."""
    inner = match.get("amount")
    if inner is None:
        fixed = match.rule.given.get("count", 1)
        return Amount(None if fixed == "X" else Fraction(fixed))
    return read_amount(inner)


def read_amount(match: Match) -> Amount:
    """Return the number that a rule of the group AMOUNT stands for."""
    number = match.get("number")
    if isinstance(number, Amount):
        return number
    inner = match.get("amount")
    if isinstance(inner, Match):
        return read_amount(inner)
    fixed = match.rule.given.get("count", "X")
    return Amount(None) if fixed == "X" else Amount(Fraction(fixed))


@meaning("amount")
def read_plain_amount(match: Match, story: Story) -> Reading | None:
    """An amount alone is no time."""
    return None


@meaning("duration")
def read_duration(match: Match, story: Story) -> Reading | None:
    """So many units; the lower number where two are named."""
    amount = find_amount(match)
    if amount.low is not None and amount.low == 0:
        return None
    return Reading(write_duration(amount.low, match.get("unit")), "length as told")


@meaning("duration_and_half")
def read_duration_and_half(match: Match, story: Story) -> Reading | None:
    """Write "one and a half years" in the next smaller unit (P18M), as reports mean it."""
    unit, low = match.get("unit"), find_amount(match).low
    if low is None:
        return None
    if unit == "Y":
        return Reading(write_duration((low + _HALF) * 12, "M"), "length as told")
    if unit == "TH":
        return Reading(f"PT{low.numerator}H30M", "length as told")
    if unit == "TM":
        return Reading(f"PT{low.numerator}M30S", "length as told")
    return Reading(write_duration(low + _HALF, unit), "length as told")


@meaning("duration_half")
def read_duration_half(match: Match, story: Story) -> Reading | None:
    """Half of a unit: thirty minutes for an hour, six months for a year."""
    unit = match.get("unit")
    fixed = {"Y": "P6M", "TH": "PT30M", "D": "PT12H", "TM": "PT30S"}.get(unit)
    return Reading(fixed or write_duration(_HALF, unit), "half of the unit")


@meaning("duration_of_two")
def read_duration_of_two(match: Match, story: Story) -> Reading | None:
    """Write "four years and two months" as one length (P4Y2M)."""
    first, second = read_amount(match.get("first")).low, read_amount(match.get("second")).low
    large, small = match.get("large"), match.get("small")
    order = ("Y", "M", "W", "D", "TH", "TM", "TS")
    if (
        first is None
        or second is None
        or large not in order
        or small not in order
        or order.index(large) >= order.index(small)
    ):
        return None
    left, right = write_duration(first, large), write_duration(second, small)
    return Reading(left + (right[2:] if large.startswith("T") else right[1:]), "length as told")


@meaning("age")
def read_age(match: Match, story: Story) -> Reading | None:
    """An age is so many years; a span of ages is written from one to the other."""
    amount = find_amount(match) if match.get("amount") is not None else match.get("number")
    if not isinstance(amount, Amount) or amount.low is None:
        return None
    unit = match.get("unit") or "Y"
    value = write_duration(amount.low, unit)
    if amount.high is not None:
        value += "/" + write_duration(amount.high, unit)
    return Reading(value, "age as told", type=TimeType.DURATION)


@meaning("set")
def read_set(match: Match, story: Story) -> Reading | None:
    """How often: every so many units."""
    value = match.get("value") or write_duration(find_amount(match).low, match.get("unit"))
    return Reading(value, "repeated", type=TimeType.SET)


@meaning("set_of_named")
def read_set_of_named(match: Match, story: Story) -> Reading | None:
    """Every Monday, each July, Tuesday nights."""
    weekday, month, season, part = (match.get(name) for name in ("weekday", "month", "season", "part"))
    if weekday is not None:
        value = f"XXXX-WXX-{weekday}"
    elif month is not None:
        value = f"XXXX-{month:02d}"
    elif season is not None:
        value = f"XXXX-{season}"
    else:
        value = "XXXX-XX-XX"
    return Reading(value + (part or ""), "repeated", type=TimeType.SET)
