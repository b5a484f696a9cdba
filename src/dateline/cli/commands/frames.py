"""`dateline frames`: checking frames, trying them on a sentence, and finding what none knows."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from dateline.archive import ArchiveReader
from dateline.cli.options import DEFAULT_ARCHIVE, ArchiveOption, CoderOption, examples, settle
from dateline.cli.pages.layout import Hanging
from dateline.cli.runs.progress import waiting
from dateline.cli.terminal import clean, complain, page, remark
from dateline.errors import BadInput

FramesOption = Annotated[
    Path | None,
    typer.Option(
        "--frames", metavar="DIR", help="A folder of your own frames, laid over the shipped ones.", exists=True
    ),
]
_GAPS = """
SELECT lower(substr(v.text, x.start + 1, x."end" - x.start)) AS word, e.type, count(*) AS times,
  count(DISTINCT e.version) AS reports
FROM event e JOIN evidence x ON x.item = e.number AND x.part = 'trigger' JOIN version v ON v.number = e.version
WHERE e.rule = 'tagger' GROUP BY 1, 2 ORDER BY times DESC, word LIMIT ?
"""
_app = typer.Typer(
    help="Check frames, try them on a sentence, find acts that no frame knows.",
    no_args_is_help=True,
    add_completion=False,
)


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    app.add_typer(_app, name="frames")


@_app.command("check", epilog=examples("dateline frames check --frames my-frames/"))
def check(
    frames: FramesOption = None,
    everything: Annotated[bool, typer.Option("--all", help="With --frames: test the shipped frames too.")] = False,
) -> None:
    """Validate frames and test each on its own examples; the exit status is 1 where one fails."""
    from dateline.evaluate.frame_examples import check_examples
    from dateline.knowledge.actors.loading import load_actor_knowledge
    from dateline.knowledge.frames.loading import FRAME_FOLDER, load_frames
    from dateline.language import load_parser

    settings = settle(frames=frames)
    known = load_frames(settings.frames)
    only = None
    if frames is not None and not everything:
        only = [frame.id for frame in known.frames if known.sources[frame.id][0].parent != FRAME_FOLDER]
    faults = 0
    with waiting("checking examples"):
        for fault in check_examples(
            known, load_parser(settings.model), load_actor_knowledge(settings.actors), only=only
        ):
            path, line = known.sources[fault.frame.id]
            complain(f"{path}:{line}: {fault}")
            faults += 1
    count = len(known.frames) if only is None else len(only)
    remark(
        f"frames checked: {count}; examples that fail: {faults}"
        if faults
        else f"frames checked: {count}; all examples come out"
    )
    raise typer.Exit(1 if faults else 0)


@_app.command("try", epilog=examples('dateline frames try "Turkey shot down a Russian warplane."'))
def try_sentence(
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help="A sentence in the manner of reports.")],
    frames: FramesOption = None,
    coder: CoderOption = None,
) -> None:
    """Show how a sentence is parsed and which frames were tried on it.

    Of each frame it says whether it fired and, if not, why; of each word, what the taggers think.
    """
    from dateline.evaluate.frame_trial import try_frames

    if not sentence.strip():
        raise BadInput("SENTENCE", "is empty; give one in the manner of reports")
    trial = try_frames(sentence, settle(frames=frames, coder=coder))
    console = page()
    words = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("word", "lemma", "is", "of", "actor", "event?", "taggers"):
        words.add_column(heading)
    for word in trial.words:
        style = "bold" if word.event >= 0.5 else ""
        words.add_row(*(Text(clean(cell), style=style) for cell in word.cells()))
    console.print(words)
    console.print()
    for event in trial.events:
        console.print(_hang("event", clean(event), "bold cyan"))
    for line in sorted(trial.lines, key=lambda line: not line.fired):
        label, style = ("fires", "bold green") if line.fired else ("does not", "dim")
        console.print(_hang(label, clean(f"{line.word} – {line.frame}: {line.reason}"), style))
    if not trial.lines:
        console.print(Text("no frame knows a word of this sentence", style="dim"))


def _hang(label: str, words: str, style: str) -> Hanging:
    return Hanging(Text(label, style=style), Text(words), indent=10)


@_app.command("gaps", epilog=examples("dateline frames gaps --archive crisis.db --most 50"))
def gaps(
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    most: Annotated[int, typer.Option(metavar="N", help="How many words to list.", min=1)] = 30,
) -> None:
    """List the commonest words that the taggers took for acts between political actors and that no frame knows."""
    with ArchiveReader(archive) as reader:
        table = reader.query(_GAPS, (most,))
    if not table.rows:
        remark(f"{archive}: every act in this archive is known to a frame")
        return
    shown = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("word", "taken for", "times", "reports"):
        shown.add_column(heading)
    for row in table.rows:
        shown.add_row(*(Text(clean(str(cell))) for cell in row))
    page().print(shown)
