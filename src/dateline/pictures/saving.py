"""Writing a picture: PNG and SVG without a browser, HTML with everything it needs inside."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dateline.errors import CannotWrite, MissingExtra
from dateline.export.writing import write_file

_PIXELS = 2.0  # for each point: sharp in print at the size shown
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>body {{ margin: 0; background: white; }} svg {{ max-width: 100%; height: auto; }}</style>
<script>{library}</script>
</head>
<body>
<div id="picture" role="img" aria-label="{title}"></div>
<script>
const specification = {specification};
vegaEmbed("#picture", specification, {{actions: false, renderer: "svg"}});
</script>
</body>
</html>
"""  # noqa: E501


def save(chart: Any, path: Path, *, force: bool = False) -> None:
    """Write a chart; the ending of `path` says how: .png, .svg or .html. The page of HTML loads nothing from anywhere.

    Raises CannotWrite for another ending, for a file that is there already without `force`, and where it cannot be
    written; MissingExtra where vl-convert is not installed.
    """
    endings: dict[str, Callable[[dict[str, Any]], bytes]] = {".png": _as_png, ".svg": _as_svg, ".html": _as_html}
    render = endings.get(path.suffix.lower())
    if render is None:
        raise CannotWrite(f"{path}: a picture is .png, .svg or .html")
    specification = chart.to_dict()

    def fill(draft: Path) -> None:
        draft.write_bytes(render(specification))

    write_file(path, fill, force=force)


def _as_png(specification: dict[str, Any]) -> bytes:
    return bytes(_load().vegalite_to_png(specification, scale=_PIXELS, allowed_base_urls=[]))


def _as_svg(specification: dict[str, Any]) -> bytes:
    return str(_load().vegalite_to_svg(specification, allowed_base_urls=[])).encode("utf-8")


def _as_html(specification: dict[str, Any]) -> bytes:
    """Return a page with the libraries inside; what comes from reports cannot end the script it stands in."""
    from html import escape

    library = _load().javascript_bundle("window.vegaEmbed = vegaEmbed;").replace("</script", "<\\/script")
    shown = json.dumps(specification).replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    title = escape(_title(specification))
    return _PAGE.format(title=title, library=library, specification=shown).encode("utf-8")


def _title(specification: dict[str, Any]) -> str:
    for part in specification.get("vconcat", []):
        title = part.get("title")
        if isinstance(title, dict):
            return str(title.get("text", "dateline"))
    return "dateline"


def _load() -> Any:
    try:
        import vl_convert
    except ImportError as error:
        raise MissingExtra("plot", "a picture") from error
    return vl_convert
