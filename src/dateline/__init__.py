"""Reads news reports on international affairs and keeps the record.

`read` turns a text into a `Record`; `open` opens an archive that `dateline read` has filled.
"""

from dateline.api import open, read
from dateline.errors import DatelineError
from dateline.model import Record

__version__ = "0.1.0"

__all__ = ["DatelineError", "Record", "__version__", "open", "read"]
