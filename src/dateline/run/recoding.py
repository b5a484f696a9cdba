"""Applying changed frames, actors or rules to the records of an archive, to those on which the change bears and no others.

Texts are not fetched and, where parses were kept, nothing is parsed. A run that is stopped leaves every record as it was or
as it is to be, and does the rest when it is started again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from dateline.archive import ArchiveWriter, Recipe, Revision
from dateline.archive.keeping.recoding import KeptVersion
from dateline.model import Record
from dateline.run.noting import Noting
from dateline.run.recipes import make_recipe
from dateline.run.stopping import Stop
from dateline.settings import Coder, Settings

if TYPE_CHECKING:
    from dateline.language import Parse

BATCH: Final = 32
"""Versions that are read, and written, at once."""


@dataclass(frozen=True, slots=True)
class Recoded:
    """A version that was read anew; `before` and `after` are alike where the change did not show in it."""

    before: Record
    after: Record
    is_parsed: bool
    """Whether it had to be parsed."""

    @property
    def is_changed(self) -> bool:
        """Tell whether the record differs from what was kept."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Plan:
    """What has to be read anew: versions made by one reading, for one newer recipe."""

    reading: int | None
    versions: tuple[int, ...]
    of: int
    """Versions of the reading, those that stay as they are among them."""
    recipe: Recipe
    settings: Settings


def plan_recoding(archive: ArchiveWriter, settings: Settings, coder: Coder | None) -> list[Plan]:
    """Return what `settings` change in an archive; each record is judged by `coder` or else the one it was made with."""
    plans = []
    for number, older in archive.load_readings().items():
        chosen = coder or (Coder(older.coder) if older else settings.coder)
        own = replace(settings, coder=chosen)
        newer = make_recipe(own)
        if older != newer:
            versions = tuple(archive.find_versions(number, newer))
            plans.append(Plan(number, versions, archive.count_versions(number), newer, own))
    return plans


def recode(
    archive: ArchiveWriter, plans: Sequence[Plan], load: Callable[[Settings], Noting], stop: Stop | None = None
) -> Iterator[Recoded]:
    """Read anew what the plans name, keep what came out otherwise, and yield each version when it is on the disk.

    `load` is called only where there is something to read.
    """
    stop = stop or Stop()
    for plan in plans:
        if plan.versions:
            with stop.interruptible():
                reader = load(plan.settings)
            try:
                for first in range(0, len(plan.versions), BATCH):
                    yield from _recode_batch(archive, plan, reader, plan.versions[first : first + BATCH], stop)
            finally:
                reader.forget(at_last=True)
        archive.settle_reading(plan.reading, plan.recipe)


def _recode_batch(
    archive: ArchiveWriter, plan: Plan, reader: Noting, versions: Sequence[int], stop: Stop
) -> Iterator[Recoded]:
    reader.forget()
    kept = list(archive.iter_kept(versions))
    with stop.interruptible():
        parses = _find_parses(kept, plan.recipe, reader)
        read = [reader.reader.read_parse(parse) for parse in parses]
    revisions = []
    for one, parse, record in zip(kept, parses, read, strict=True):
        is_new = plan.reading is None or (reader.keeps_parses and one.model != plan.recipe.model)
        revisions.append(Revision(one.version, record, plan.recipe, reader.note(parse) if is_new else None))
    archive.revise(revisions)
    for one, record in zip(kept, read, strict=True):
        yield Recoded(one.record, record, one.parse is None or one.model != plan.recipe.model)


def _find_parses(kept: Sequence[KeptVersion], recipe: Recipe, reader: Noting) -> list[Parse]:
    """Return the parse of each version: the kept one where this parser made it, else a new one."""
    parser = reader.reader.parser
    found: dict[int, Parse] = {}
    for one in kept:
        if one.parse is not None and one.model == recipe.model:
            try:
                found[one.version] = parser.unpack(one.parse, one.record.document)
            except ValueError:  # spoilt on the disk: parse it
                continue
    missing = [one for one in kept if one.version not in found]
    parsed = parser.parse_many([one.record.document for one in missing])
    found.update({one.version: parse for one, parse in zip(missing, parsed, strict=True)})
    return [found[one.version] for one in kept]
