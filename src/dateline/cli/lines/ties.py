"""Ties in words and as a small chart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from dateline.cli.terminal import clean
from dateline.model.wording import say_date
from dateline.situation import Flow, Party, Tie, TieWeek

_BARS = "▁▂▃▄▅▆▇█"
_WIDEST = 24


def say_tie(tie: Tie, own: Party) -> Text:
    """Return a tie in a line, from the side of `own`: "Russia: 3 cooperative, 2 conflictual events, score -3.0 …"."""
    other = tie.second if tie.first.key == own.key else tie.first
    text = Text().append(clean(other.name), style="bold").append(": ")
    return text.append_text(say_flow(tie.both)).append(f"  {draw_weeks(tie.weeks[-_WIDEST:])}", style="dim")


def say_flow(flow: Flow) -> Text:
    """Return counts in words: cooperation green, conflict red, words said as they are."""
    text = Text.assemble((f"{flow.cooperation} cooperative", "green"), ", ", (f"{flow.conflict} conflictual", "red"))
    text.append(f", score {flow.score:+.1f}")
    return text.append(f", {flow.said} said") if flow.said else text


def draw_weeks(weeks: Sequence[TieWeek]) -> str:
    """Return how many events there were week by week as one row of bars; a blank for none."""
    most = max((week.both.events for week in weeks), default=0)
    return "".join(_bar(week.both.events, most) for week in weeks)


def _bar(number: int, most: int) -> str:
    return _BARS[(number * len(_BARS) - 1) // most] if number else " "


def iter_chart(tie: Tie, width: int) -> Iterator[Text]:
    """Yield a row for each week: conflict to the left, cooperation to the right, the score behind.

    Bars are in scale with the largest week; a week with anything has at least one mark.
    """
    half = max(8, min(_WIDEST, (width - 34) // 2))
    most = max((max(week.both.cooperation, week.both.conflict) for week in tie.weeks), default=0)
    if tie.weeks:
        head = Text(f"{'week of':>11}  ", style="dim").append(f"{'conflict':>{half}} ", style="not dim red")
        yield head.append(f"{'cooperation':<{half}}", style="not dim green").append("  score", style="dim")
    for week in tie.weeks:
        yield _row(week, most, half)


def _row(week: TieWeek, most: int, half: int) -> Text:
    both = week.both
    row = Text(f"{say_date(week.monday.isoformat()):>11}  ", style="dim")
    row.append(f"{'█' * _scale(both.conflict, most, half):>{half}}", style="not dim red").append("│", style="not dim")
    row.append(f"{'█' * _scale(both.cooperation, most, half):<{half}}", style="not dim green")
    row.append(f"{both.score:+7.1f}" if both.events else "      ·", style="not dim")
    return row.append(f"  {both.said} said") if both.said else row


def _scale(number: int, most: int, width: int) -> int:
    return max(1, round(number * width / most)) if number else 0
