"""Writing a situation in a format: the file or folder, whole or not at all, and what it says of itself beside it."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TextIO

from dateline.errors import CannotWrite
from dateline.export.chosen.selection import Selection
from dateline.export.format import Format
from dateline.export.formats import find_format
from dateline.export.sidecar import write_sidecar
from dateline.export.tally import Tally
from dateline.export.writing import check_place, write_file, write_folder
from dateline.situation import Situation


def export(situation: Situation, format_name: str, out: Path, *, force: bool = False) -> Tally:
    """Write what a situation holds to `out` and return what was written and what the format has no room for.

    Beside a file `report.csv` stands `report.csv.meta.json`, in a folder `meta.json`: query, counts, state of the
    archive, version and licence. Raises BadQuestion for an unknown format, CannotWrite where `out` cannot be written
    or is there already, MissingExtra where a format needs a package that is not installed.
    """
    format_ = find_format(format_name)
    selection, tally = Selection(situation), Tally()
    if format_.folder:
        write_folder(out, lambda draft: _fill_folder(draft, format_, selection, tally), force=force)
        return tally
    check_place(out, force=force)
    write_file(out, lambda draft: format_.write(selection, draft, tally), force=force)
    if out.is_file():
        beside = out.with_name(f"{out.name}.meta.json")
        write_file(beside, lambda draft: _describe(draft, situation, format_, tally), force=True)
    return tally


def _fill_folder(draft: Path, format_: Format, selection: Selection, tally: Tally) -> None:
    format_.write(selection, draft, tally)
    _describe(draft / "meta.json", selection.situation, format_, tally)


def _describe(path: Path, situation: Situation, format_: Format, tally: Tally) -> None:
    write_sidecar(path, situation, format_.name, format_.gloss, tally, never=format_.never)


def export_to_stream(situation: Situation, format_name: str, stream: TextIO) -> Tally:
    """Write what a situation holds to a text stream and return the tally; nothing is written where it fails halfway.

    Raises CannotWrite for a format of several files or of bytes, which need a place of their own.
    """
    format_ = find_format(format_name)
    if format_.folder or not format_.is_text:
        what = "several files" if format_.folder else "no text"
        raise CannotWrite(f"{format_.name} is {what}; --out says where it goes")
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / f"export{format_.suffix}"
        format_.write(Selection(situation), draft, tally)
        with draft.open(encoding="utf-8", newline="") as file:
            shutil.copyfileobj(file, stream)
    return tally
