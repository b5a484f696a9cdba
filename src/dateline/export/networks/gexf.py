"""The network as dynamic GEXF 1.2: each edge has the weeks it was active in, with the number of events of each."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from dateline.export.chosen.selection import Selection
from dateline.export.format import Format
from dateline.export.networks.dyads import Dyad, Dyads, as_graph, count_dyads, spans_of, xml_text
from dateline.export.tally import Tally

_MODIFIED = re.compile(r' lastmodifieddate="[^"]*"')


def _write(selection: Selection, path: Path, tally: Tally) -> None:
    import networkx

    lines = networkx.generate_gexf(_dynamic(count_dyads(selection, tally), tally), version="1.2draft")
    # The day of writing would make two exports of one archive differ.
    text = _MODIFIED.sub("", "\n".join(lines), count=1)
    path.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n', encoding="utf-8")


def _dynamic(found: Dyads, tally: Tally) -> Any:
    """Return the graph with times: stretches of weeks on edges, first and last day on nodes."""
    graph = as_graph(found)
    graph.graph["mode"] = "dynamic"
    active: dict[str, set[date]] = {}
    for (source, target), dyad in found.pairs.items():
        edge = graph.edges[xml_text(source), xml_text(target)]
        _date_edge(edge, dyad)
        if dyad.undated:
            tally.leave_out("days of events that are not dated to a week", dyad.undated)
        for key in (source, target):
            active.setdefault(key, set()).update(dyad.weeks)
    for key, weeks in active.items():
        if weeks:
            spans = spans_of(weeks)
            graph.nodes[xml_text(key)].update(start=spans[0][0].isoformat(), end=spans[-1][1].isoformat())
    return graph


def _date_edge(edge: dict[str, Any], dyad: Dyad) -> None:
    if dyad.weeks:
        edge["spells"] = [(first.isoformat(), last.isoformat()) for first, last in spans_of(dyad.weeks)]
        edge["events"] = [
            (count, monday.isoformat(), (monday + timedelta(days=6)).isoformat())
            for monday, count in sorted(dyad.weeks.items())
        ]


FORMAT = Format(
    "gexf", "the network with its weeks as dynamic GEXF", ".gexf", _write,
    never=("statements and positions", "the events one by one"),
)  # fmt: skip
