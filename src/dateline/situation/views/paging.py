"""Pages of rows, the newest first, those without a day last: found along an index, not by sorting everything."""

from __future__ import annotations

from dateline.situation.rows import UNKNOWN_DAY, Row, count
from dateline.situation.views.view import View


def page_newest(
    view: View, query: str, day: str, order: str, *, limit: int | None, offset: int, **asked: object
) -> list[Row]:
    """Return a page of a query of ours, newest first; `day` is the column of the day, `order` what follows it.

    Days are walked backwards from the latest; only a page that reaches beyond the last of them looks at the rest.
    """
    known, unknown = f" AND {day} < '{UNKNOWN_DAY}'", f" AND {day} = '{UNKNOWN_DAY}'"
    page = {"limit": -1 if limit is None else limit, "offset": offset}
    rows = view.ask(query, f"{known} ORDER BY {day} DESC, {order} LIMIT :limit OFFSET :offset", **asked, **page)
    if limit is not None and len(rows) == limit:
        return rows
    dated = len(rows) + offset if rows or not offset else count(view.reader, query, known, **asked)
    rest = {"limit": -1 if limit is None else limit - len(rows), "offset": max(0, offset - dated)}
    return rows + view.ask(query, f"{unknown} ORDER BY {order} LIMIT :limit OFFSET :offset", **asked, **rest)
