"""Pictures of a situation, ready to be printed: timeline, ties, map, network, ledger, panel.

Every function returns an Altair chart; `save` writes it as PNG, SVG or a page of HTML that loads nothing. All can be read
in grey: position, shape and dash say what colour says.
"""

from dateline.pictures.events_map import plot_map
from dateline.pictures.ledger import plot_ledger
from dateline.pictures.network import plot_network
from dateline.pictures.panel import plot_panel
from dateline.pictures.saving import save
from dateline.pictures.ties import plot_ties
from dateline.pictures.timeline import plot_timeline

__all__ = ["plot_ledger", "plot_map", "plot_network", "plot_panel", "plot_ties", "plot_timeline", "save"]
