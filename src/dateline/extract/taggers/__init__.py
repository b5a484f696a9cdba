"""The learned half of reading: two models that judge every token of a parse; neither sees another document.

`load_taggers` opens the stored models, `Taggers.judge` reads a parse, and what comes back is numbers only:
which of them make an event, a statement or a position is for the callers to decide.
"""

from dateline.extract.taggers.judgement import DateScorer, Judgement, Layers
from dateline.extract.taggers.linear import Reason
from dateline.extract.taggers.taggers import Taggers, load_taggers

__all__ = ["DateScorer", "Judgement", "Layers", "Reason", "Taggers", "load_taggers"]
