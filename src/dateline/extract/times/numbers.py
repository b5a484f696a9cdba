"""Numbers as reports write them: "24", "2,000", "twenty-five", "3-1/2", "two or three", "five to 24".

A reader takes the words and a position and returns what stands there with the position after it, or None.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from dateline.extract.times.words import Words

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SIZES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
SMALL = {word: number for number, word in enumerate(_ONES)} | {word: 20 + 10 * n for n, word in enumerate(_TENS)}
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
ORDINALS = {word: number for number, word in enumerate(_ORDINALS, start=1)} | {"thirtieth": 30}
# Every word that a number in words can begin with.
NUMBER_WORDS = frozenset((*SMALL, *ORDINALS, *_SIZES, "a"))
SIZES = frozenset(_SIZES)
_BETWEEN = frozenset(("to", "or", "-"))
_GLYPHS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}


@dataclass(frozen=True, slots=True)
class Amount:
    """How many: `low` alone, `low` to `high`, or None for a vague "several"; `spelled` in words, not digits."""

    low: Fraction | None
    high: Fraction | None = None
    spelled: bool = False


def read_amount(words: Words, at: int) -> tuple[Amount, int] | None:
    """Read a number or a span of numbers."""
    first = _read_number(words, at)
    if first is None:
        return None
    low, end = first
    spelled = not words.at(at)[:1].isdigit()
    joint = words.at(end)
    second = end + 2 if joint == "-" and words.at(end + 1) in ("to", "or") and words.at(end + 2) == "-" else end + 1
    if joint in _BETWEEN or second == end + 2:
        other = _read_number(words, second)
        if other is not None and other[0] > low:
            return Amount(low, other[0], spelled), other[1]
    return Amount(low, None, spelled), end


def read_single(words: Words, at: int) -> tuple[Amount, int] | None:
    """Read one number, leaving "to" and "or" to what follows."""
    found = _read_number(words, at)
    return (Amount(found[0]), found[1]) if found is not None else None


def _read_number(words: Words, at: int) -> tuple[Fraction, int] | None:
    word = words.at(at)
    if word[:1].isdigit():
        return _read_digits(words, at)
    if word in SMALL or word in _SIZES or (word == "a" and words.at(at + 1) in _SIZES):
        return _read_spelled(words, at)
    return None


def _read_digits(words: Words, at: int) -> tuple[Fraction, int] | None:
    """Read "24", "2,000", "3.5", "2 1/2", "3-1/2", "5½"."""
    try:
        whole = Fraction(words.at(at).replace(",", ""))
    except ValueError:
        return None
    end = at + 1
    if words.at(end) in _GLYPHS:
        return whole + _GLYPHS[words.at(end)], end + 1
    part = end + (words.at(end) == "-")
    if (
        words.at(part + 1) == "/"
        and words.at(part).isdigit()
        and words.at(part + 2).isdigit()
        and words.is_joined(part + 2)
    ):
        below = int(words.at(part + 2))
        if 0 < int(words.at(part)) < below <= 8:
            return whole + Fraction(int(words.at(part)), below), part + 3
    if words.at(end) in _SIZES:
        return whole * _SIZES[words.at(end)], end + 1
    return whole, end


def _read_spelled(words: Words, at: int) -> tuple[Fraction, int]:
    """Read "twenty-five", "a hundred and ten", "two thousand"."""
    total = current = 0
    end = at
    while True:
        word = words.at(end)
        if word in SMALL and (current % 100 == 0 or (current % 10 == 0 and current % 100 >= 20 and SMALL[word] < 10)):
            current += SMALL[word]
        elif word in _SIZES:
            total, current = _multiply(total, current or 1, _SIZES[word])
        elif word == "a" and end == at:
            current = 0
        elif not (word in ("-", "and") and end > at and _goes_on(words, end, current)):
            return Fraction(total + current), end
        end += 1


def _multiply(total: int, current: int, size: int) -> tuple[int, int]:
    return (total, current * size) if size == 100 else (total + current * size, 0)


def _goes_on(words: Words, joint: int, current: int) -> bool:
    """Tell whether a number goes on after "-" ("twenty-five") or "and" ("a hundred and ten")."""
    following = SMALL.get(words.at(joint + 1), 0)
    if words.at(joint) == "-":
        return 0 < following < 10 and current % 10 == 0 and current % 100 >= 20
    return bool(following) and current % 100 == 0 and current > 0


def read_digit_date(words: Words, at: int) -> tuple[date, int] | None:
    """Read "2019-10-15" or "10/15/2019"; month before day, unless the first number is no month."""
    word = words.at(at)
    try:
        if word.count("-") == 2:
            return date.fromisoformat(word), at + 1
        if word.count("/") == 2:
            month, day, year = (int(part) for part in word.split("/"))
            if month > 12:
                month, day = day, month
            return date(year if year > 99 else year + (1900 if year >= 70 else 2000), month, day), at + 1
    except ValueError:
        pass
    return None


def read_decade(words: Words, at: int) -> tuple[str, int] | None:
    """Read "1990s" or "90s"; return the digits before the last ("199", "9")."""
    word = words.at(at)
    if word.endswith("0s") and word[:-1].isdigit() and len(word) in (3, 5):
        return word[:-2], at + 1
    return None


def read_year(words: Words, at: int) -> tuple[int, int] | None:
    """Read a year in four digits or in words ("nineteen ninety-seven", "two thousand")."""
    word = words.at(at)
    if len(word) == 4 and word.isdigit():
        return (int(word), at + 1) if 1000 <= int(word) <= 2199 else None
    century = {"eighteen": 18, "nineteen": 19, "twenty": 20}.get(word)
    if century is not None and SMALL.get(words.at(at + 1), 0) >= 10:
        rest, end = _read_spelled(words, at + 1)
        return (century * 100 + int(rest), end) if rest < 100 else None
    if word == "two" and words.at(at + 1) == "thousand":
        number, end = _read_spelled(words, at)
        return (int(number), end) if 2000 <= number < 2100 else None
    return None


def read_day(words: Words, at: int) -> tuple[int, int] | None:
    """Read a day of the month: "3", "3rd", "eight", "twenty-first"."""
    word = words.at(at)
    digits = word[:-2] if word[-2:] in ("st", "nd", "rd", "th") else word
    if digits.isdigit():
        return (int(digits), at + 1) if len(digits) < 3 and 1 <= int(digits) <= 31 else None
    found = read_ordinal(words, at)
    if found is None and word in SMALL:
        number, end = _read_spelled(words, at)
        found = int(number), end
    return found if found is not None and 1 <= found[0] <= 31 else None


def read_ordinal(words: Words, at: int) -> tuple[int, int] | None:
    """Read "first", "21st", "twenty-first"."""
    word = words.at(at)
    if word in ORDINALS:
        return ORDINALS[word], at + 1
    if word[-2:] in ("st", "nd", "rd", "th") and word[:-2].isdigit():
        return int(word[:-2]), at + 1
    tens = SMALL.get(word, 0)
    if tens >= 20:
        ones = at + 1 + (words.at(at + 1) == "-")
        following = ORDINALS.get(words.at(ones), 10)
        if following < 10:
            return tens + following, ones + 1
    return None
