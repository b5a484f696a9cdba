"""The network of who did what towards whom as GraphML: directed, one edge for each pair and direction."""

from __future__ import annotations

from pathlib import Path

from dateline.export.chosen.selection import Selection
from dateline.export.format import Format
from dateline.export.networks.dyads import as_graph, count_dyads
from dateline.export.tally import Tally


def _write(selection: Selection, path: Path, tally: Tally) -> None:
    import networkx

    networkx.write_graphml_xml(as_graph(count_dyads(selection, tally)), path)


FORMAT = Format(
    "graphml", "the network of who did what towards whom as GraphML", ".graphml", _write,
    never=("days: GEXF has them", "statements and positions", "the events one by one"),
)  # fmt: skip
