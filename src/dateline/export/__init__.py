"""Files for other programs: tables, data sets, graphs, maps, marked texts; knows nothing of how records are made."""

from dateline.export.exporting import export, export_to_stream
from dateline.export.format import Format
from dateline.export.formats import find_format, load_formats
from dateline.export.sidecar import write_sidecar
from dateline.export.tally import Tally

__all__ = ["Format", "Tally", "export", "export_to_stream", "find_format", "load_formats", "write_sidecar"]
