"""Opening the stored models and asking them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from dateline.extract.taggers.judgement import Judgement
from dateline.extract.taggers.linear import LinearTagger, Reason
from dateline.language import Parse
from dateline.settings import Coder

MODELS: Final = Path(__file__).parent / "models"


class Taggers:
    """The models of one mode: the linear one, and in the careful mode the encoder too."""

    def __init__(self, linear: LinearTagger) -> None:
        self._linear = linear

    def judge(self, parse: Parse) -> Judgement:
        """Judge one parse."""
        return next(self.judge_many([parse]))

    def judge_many(self, parses: Iterable[Parse]) -> Iterator[Judgement]:
        """Judge parses in order; a parse is judged alike whatever stands beside it."""
        for parse in parses:
            layers = self._linear.judge(parse)
            yield Judgement(combined=layers, linear=layers)

    def explain(self, parse: Parse, token: int, label: str, *, layer: str = "event", top: int = 5) -> list[Reason]:
        """Return the features that spoke most for `label` at `token` in the linear model, strongest first."""
        return self._linear.explain(parse, token, label, layer=layer, top=top)


@lru_cache(maxsize=2)
def load_taggers(coder: Coder = Coder.CAREFUL) -> Taggers:
    """Open the stored models that `coder` asks for; the same objects on every call."""
    return Taggers(LinearTagger(MODELS / "linear.npz"))
