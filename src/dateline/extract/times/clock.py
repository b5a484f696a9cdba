"""Times of day in digits: "3:00 p.m.", "10.30 P.M.", "1800 UTC", "14:00", "9 a.m.", with zone or "local time"."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.times.words import Words

_UNIVERSAL = frozenset(("utc", "gmt", "zulu", "z"))
_ZONES = _UNIVERSAL | frozenset(
    (
        "local",
        "est",
        "edt",
        "et",
        "cst",
        "cdt",
        "ct",
        "mst",
        "mdt",
        "pst",
        "pdt",
        "pt",
        "bst",
        "cet",
        "cest",
        "eet",
        "eest",
        "ist",
        "jst",
        "msk",
    )
)
_FULL_NAMES = frozenset(("eastern", "central", "pacific", "mountain", "moscow", "beijing", "london"))


@dataclass(frozen=True, slots=True)
class ClockTime:
    """An hour and a minute; `universal` when it is told in UTC or GMT."""

    hour: int
    minute: int
    universal: bool = False

    def __str__(self) -> str:
        return f"T{self.hour:02d}:{self.minute:02d}{'Z' if self.universal else ''}"


def read_clock(words: Words, at: int) -> tuple[ClockTime, int] | None:
    """Read a time of day; bare digits need a colon, "a.m.", "p.m.", "o'clock" or a zone to count as one."""
    split = _split_digits(words.at(at))
    if split is None:
        return None
    hour, minute, plain = split
    end = at + 1
    half = _read_half_of_day(words, end)
    if half is not None:
        letter, end = half
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if letter == "p" else 0)
    elif words.lower[end : end + 3] == ["o", "'", "clock"]:
        end += 3
    zone = _read_zone(words, end)
    if zone is None and half is None and end == at + 1 and (plain or "." in words.at(at)):
        return None
    if hour > 24 or minute > 59 or (plain and len(words.at(at)) == 3 and zone is None):
        return None
    universal, end = zone or (False, end)
    return ClockTime(hour, minute, universal), end


def _split_digits(word: str) -> tuple[int, int, bool] | None:
    """Return hour, minute and whether no sign stands between them."""
    for sign in (":", "."):
        hour, found, minute = word.partition(sign)
        if found and hour.isdigit() and len(minute) >= 2 and minute[:2].isdigit():
            return int(hour), int(minute[:2]), False
    if not word.isdigit() or len(word) > 4:
        return None
    return (int(word[:-2]), int(word[-2:]), True) if len(word) > 2 else (int(word), 0, True)


def _read_half_of_day(words: Words, at: int) -> tuple[str, int] | None:
    """Read "am", "a.m.", "p.m.", "PM"."""
    word = words.at(at)
    if word in ("am", "pm"):
        return word[0], at + 1
    if word in ("a", "p") and words.lower[at + 1 : at + 3] == [".", "m"]:
        return word, at + 3 + (words.at(at + 3) == "." and words.is_joined(at + 3))
    return None


def _read_zone(words: Words, at: int) -> tuple[bool, int] | None:
    """Read "GMT", "local time", "Eastern time", "(EST)"; return whether it is universal time."""
    word = words.at(at)
    if word in _ZONES and (word == "local" or words.written(at).isupper()):
        return word in _UNIVERSAL, at + 1 + (words.at(at + 1) == "time")
    if word in _FULL_NAMES and words.at(at + 1) == "time":
        return False, at + 2
    if word in _FULL_NAMES and words.at(at + 1) in ("standard", "daylight") and words.at(at + 2) == "time":
        return False, at + 3
    return None
