"""Putting files in their place: whole or not at all, and never over what is there unless it is asked for.

A file is written beside its place under a name of its own and then renamed, a format of several files likewise
through a folder; what fails halfway is taken away again.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from dateline.errors import CannotWrite

Fill = Callable[[Path], object]


def write_file(place: Path, fill: Fill, *, force: bool = False) -> None:
    """Let `fill` write a file that then stands at `place`; raise CannotWrite where that cannot be.

    What is no regular file (a pipe, a device) is written into, never replaced.
    """
    check_place(place, force=force)
    _settle(place, fill)


def write_folder(place: Path, fill: Fill, *, force: bool = False) -> None:
    """Let `fill` write files into a new folder that then stands at `place`; raise CannotWrite where that cannot be.

    With `force` a folder that an export made before (it holds meta.json) is replaced; any other stays untouched.
    """
    check_place(place, force=force, folder=True)
    with _explaining(place):
        draft = Path(tempfile.mkdtemp(prefix=f".{place.name}-", dir=_parent(place)))
    try:
        with _explaining(place):
            fill(draft)
            draft.chmod(0o777 & ~_umask())
            if place.exists():
                shutil.rmtree(place)
            draft.rename(place)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def check_place(place: Path, *, force: bool, folder: bool = False) -> None:
    """Raise CannotWrite where something is in the way, before any work is done."""
    parent = _parent(place)
    if not parent.is_dir():
        raise CannotWrite(f"{place}: there is no folder {parent}")
    if not place.exists() and not place.is_symlink():
        return
    if folder:
        _check_folder(place, force=force)
    elif place.is_dir():
        raise CannotWrite(f"{place}: is a folder")
    elif place.is_file() and not force:
        raise CannotWrite(f"{place}: is there already; --force replaces it")


def _check_folder(place: Path, *, force: bool) -> None:
    if not place.is_dir():
        raise CannotWrite(f"{place}: is there already and is no folder")
    if not any(place.iterdir()):
        return
    if not force:
        raise CannotWrite(f"{place}: is there already; --force replaces it")
    if not (place / "meta.json").is_file():
        raise CannotWrite(f"{place}: is a folder that no export made; it stays as it is")


def _settle(place: Path, fill: Fill) -> None:
    into_device = place.exists() and not place.is_file()
    with _explaining(place):
        handle, name = tempfile.mkstemp(
            prefix=f".{place.name}-", suffix=place.suffix, dir=None if into_device else _parent(place)
        )
        os.close(handle)
    draft = Path(name)
    try:
        with _explaining(place):
            fill(draft)
            if into_device:
                with draft.open("rb") as file, place.open("wb") as device:
                    shutil.copyfileobj(file, device)
            else:
                draft.chmod(0o666 & ~_umask())
                draft.replace(place)
    finally:
        with suppress(FileNotFoundError):
            draft.unlink()


class _explaining:  # noqa: N801  # reads as a phrase: `with _explaining(place):`
    """Turns what the system says into one line about the place that was to be written."""

    def __init__(self, place: Path) -> None:
        self._place = place

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, OSError):
            raise CannotWrite(f"{self._place}: cannot be written ({error.strerror or error})") from error
        if isinstance(error, sqlite3.OperationalError):
            raise CannotWrite(f"{self._place}: cannot be written ({error})") from error


def _parent(place: Path) -> Path:
    return place.parent


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
