"""The figures that were reached on annotation that lies outside the repository; a change may not lower them unnoticed."""

from pathlib import Path

import pytest
import yaml

from dateline.evaluate.measuring import evaluate
from dateline.pipeline import load_reader
from dateline.settings import load_settings

SHARED = Path(__file__).parents[3] / "shared"
FLOORS = yaml.safe_load((Path(__file__).parent / "floors.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("floor", FLOORS, ids=lambda f: f"{f['annotation']} {f['coder']}")
def test_figures_stay_above_their_floors(floor):
    path = SHARED / floor["annotation"]
    if not path.exists():
        pytest.skip(f"{floor['annotation']} is not here: annotation lies outside the repository")
    reader = load_reader(load_settings(coder=floor["coder"]))
    rows = evaluate(path, reader).rows
    below = [
        f"{layer} {figure} {rows[layer].get(figure, 0)} is below {least}"
        for layer, figures in floor["least"].items()
        for figure, least in figures.items()
        if rows[layer].get(figure, 0) < least
    ]
    assert not below
