"""What all pictures share: type, lines, title above and caption below."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dateline.errors import MissingExtra

INK, FAINT, GRID = "#222222", "#666666", "#dddddd"
_FONT = "Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif"
_WRAP = 110  # characters of a caption's line


def load_altair() -> Any:
    """Return altair; raise MissingExtra where it is not installed."""
    try:
        import altair
    except ImportError as error:
        raise MissingExtra("plot", "a picture") from error
    return altair


def finish(chart: Any, title: str, caption: str, datasets: Mapping[str, Sequence[Any]] | None = None) -> Any:
    """Return the picture with its title above and its caption below, set in one type.

    `datasets` are large data that layers refer to by name; altair copies all others many times over.
    """
    altair = load_altair()
    headed = chart.properties(title=altair.TitleParams(title, anchor="start", fontSize=16, color=INK, offset=14))
    below = altair.TitleParams(
        wrap(caption),
        orient="bottom",
        anchor="start",
        fontSize=11,
        fontWeight="normal",
        color=FAINT,
        offset=14,
        lineHeight=15,
    )
    picture = _set_type(altair.vconcat(headed).properties(title=below, padding=16, background="white"))
    if datasets:
        picture.datasets = dict(datasets)
    return picture


def _set_type(picture: Any) -> Any:
    """Return a picture with the type and lines that all have."""
    return (
        picture.configure(font=_FONT)
        .configure_axis(
            labelColor=INK,
            titleColor=FAINT,
            titleFontWeight="normal",
            gridColor=GRID,
            domainColor=FAINT,
            tickColor=FAINT,
            labelFontSize=11,
            titleFontSize=11,
        )
        .configure_legend(
            labelColor=INK,
            titleColor=FAINT,
            titleFontWeight="normal",
            labelFontSize=11,
            titleFontSize=11,
            symbolSize=90,
        )
        .configure_header(labelColor=INK, labelFontSize=12, titleColor=FAINT, labelFontWeight="bold")
        .configure_view(stroke=None)
    )


def wrap(text: str) -> list[str]:
    """Return a caption in lines that a picture is wide enough for."""
    import textwrap

    return textwrap.wrap(text, _WRAP, break_on_hyphens=False)


def shorten(text: str, longest: int) -> str:
    """Return text in at most so many characters, cut at the end with "…"."""
    words = " ".join(text.split())
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"


def size_by_count(field: str, title: str, counts: Iterable[int], sizes: tuple[int, int]) -> Any:
    """Return the encoding of size by a count, with a legend of whole numbers that occur."""
    altair = load_altair()
    highest = max(counts, default=1)
    values = sorted({1, (highest + 1) // 2, highest})
    scale = altair.Scale(domain=[1, max(2, highest)], range=list(sizes))
    legend = altair.Legend(orient="bottom", values=values, format="d", symbolFillColor="#888888")
    return altair.Size(f"{field}:Q", title=title, scale=scale, legend=legend)
