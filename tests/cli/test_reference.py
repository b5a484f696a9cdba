import json
import shlex
import shutil
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
import typer
from tests.sources.carriers import CARRIERS, Told

import dateline
from dateline.cli.app import app
from dateline.cli.reference import iter_commands, iter_examples, write_reference
from dateline.export import export
from dateline.run.outcomes import Noted
from dateline.run.recipes import make_recipe
from dateline.run.shards import ShardWriter
from dateline.run.watch import WatchMemory
from dateline.run.watch.memory import FeedState
from dateline.settings import Coder, Settings

DOCS = Path(__file__).parent.parent.parent / "docs"
COMMANDS = dict(iter_commands(typer.main.get_command(app), "dateline"))
EXAMPLES = [example for command in COMMANDS.values() for example in iter_examples(command)]


def test_reference_is_what_the_program_says():
    page = (DOCS / "commands.md").read_text(encoding="utf-8")
    assert page == write_reference(), "run: python -m dateline.cli.reference > docs/commands.md"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_each_option_and_shows_an_example(name):
    command = COMMANDS[name]
    assert command.help
    assert [e for e in iter_examples(command) if e.startswith(name)]
    unexplained = [p.name for p in command.params if p.name != "help" and not p.help]
    assert not unexplained


@pytest.fixture
def example_folder(demo_folder, demo_records, monkeypatch):
    """A folder in which every example of the help runs; the explorer opens and is closed at once."""
    monkeypatch.setattr("dateline.web.serve", lambda explorer: explorer.listener.close())
    body = "France expelled two diplomats on Tuesday. They left Paris on Wednesday morning."
    with ShardWriter(str(demo_folder / "records"), make_recipe(Settings(coder=Coder.FAST))) as shards:
        for record in demo_records[:3]:
            shards.add(Noted(record))
    (demo_folder / "table.jsonl").write_text(json.dumps({"body": body, "day": "2015-11-26"}) + "\n")
    told = Told(
        "Paris expels two", (body, "The two had served there for years."), date(2015, 11, 26), "The Harbour Gazette"
    )
    page = f"<html><head><title>{told.title}</title></head><body><article>{told.markup}</article></body></html>"
    (demo_folder / "page.html").write_text(page)
    (demo_folder / "feed.xml").write_bytes(CARRIERS["RSS"](told))
    (demo_folder / "table.csv").write_bytes(CARRIERS["CSV"](told))
    with dateline.open("crisis.db") as situation:
        export(situation, "brat", demo_folder / "corrected-brat")
        export(situation, "label-studio", demo_folder / "tasks")
    shutil.copy(demo_folder / "tasks" / "tasks.json", demo_folder / "corrected.json")
    annotated = demo_folder / "annotated-reports"
    annotated.mkdir()
    start = body.index("expelled")
    report = {
        "id": "x", "published": "2015-11-26", "text": body, "actors": {"f": {"name": "France", "country": "FRA"}},
        "times": [], "places": [], "statements": [], "positions": [],
        "events": [{"type": "SANCTION", "span": [start, start + 8], "trigger": "expelled", "actors": ["f"],
                    "recipients": [], "status": "actual", "date": "2015-11-24", "same": "x"}],
    }  # fmt: skip
    (annotated / "x.json").write_text(json.dumps(report))
    (demo_folder / "my-frames").mkdir()
    (demo_folder / "my-frames" / "sanction.yaml").write_text(
        "- id: sanction.my-expel\n"
        "  gloss: sends diplomats home\n"
        "  verb: expel\n"
        "  type: SANCTION\n"
        "  mode: expel\n"
        "  actor: subject\n"
        "  recipient: object\n"
        "  yes:\n"
        '    - {text: "France expelled two Russian diplomats.", actors: [FRA]}\n'
        "  no:\n"
        '    - {text: "The ministers met in Rome."}\n'
    )
    _watch_nothing(demo_folder)
    return demo_folder


def _watch_nothing(folder):
    """Write a list of feeds none of which is due, so that the example asks nobody."""
    feed = "https://news.example/world.xml"
    (folder / "feeds.toml").write_text(f'[[feed]]\nurl = "{feed}"\n')
    with WatchMemory(folder / "crisis.watch.db") as memory:
        memory.keep_feed(feed, FeedState(next=time.time() + 3600))


@pytest.mark.parametrize("example", EXAMPLES)
def test_example_of_help_runs(example, example_folder, dateline_command):
    words = shlex.split(example)
    done = dateline_command(*words[1:])
    assert done.status == 0, done.err
    assert done.out or done.err


def test_the_command_line_opens_without_loading_the_parser():
    heavy = ("spacy", "onnxruntime", "trafilatura", "fastapi")
    script = f"import sys, dateline.cli.app; print([m for m in {heavy} if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
