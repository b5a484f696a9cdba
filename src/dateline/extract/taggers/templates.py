"""The linear model's features as data: which places are looked at together.

A place is a column at the end of a path of views (`governor.subject.lemma`), see `columns`; one that names no
view is the token's own. A template counts where its first place holds something.
"""

from __future__ import annotations

from typing import Final

Template = tuple[str, ...]


def _expand(lines: str) -> tuple[Template, ...]:
    return tuple(tuple(map(_place, line.split())) for line in lines.split("|"))


def _place(word: str) -> str:
    return word if "." in word or word.startswith("@") else f"self.{word}"


WORD: Final = _expand(
    "lemma|lower|pos|dep|tag|suffix|ent_type|title|lemma pos|lemma tag|lemma dep|lemma quoted|tag quoted"
    "|head.lemma|head.pos dep|head.lemma dep|lemma head.lemma|head2.lemma|dep head.dep head.pos|prev1.lower"
    "|next1.lower|prev2.lower|next2.lower|prev1.pos|next1.pos|prev1.tag tag|prev1.lower lemma"
    "|next1.lower lemma|next1.pos lemma|prev1.ent_type|next1.ent_type|prev2.lower prev1.lower"
    "|next1.lower next2.lower|prev3.lower|next3.lower|subject.lemma|subject.ent_type|subject.dep"
    "|lemma subject.lemma|lemma subject.ent_type|tag subject.dep|object.lemma|object.ent_type|object.pos"
    "|object.lemma lemma|object.ent_type lemma|object.dep lemma|particle.lower lemma|preposition.lower"
    "|preposition.lower lemma|inner.lemma preposition.lower|inner.lemma lemma|inner.ent_type preposition.lower"
    "|inner.ent_type lemma|complement.lemma|complement.lemma lemma|complement.dep lemma|auxiliary.lower"
    "|auxiliary.lower lemma|negation.lower|negation.lower lemma|passive.lower|passive.lower lemma|mark.lower"
    "|mark.lower tag|compound.lemma|compound.lemma lemma|compound.ent_type lemma|compound.ent_type pos"
    "|modifier.lemma|modifier.lemma lemma|clause.lemma|clause.dep|governor.lemma|governor.lemma dep"
    "|governor.lemma clause.dep tag|clause.lemma pos|governor2.lemma"
)
"""Read at a word that may carry an event, for its type and status."""

SENSE: Final = _expand(
    "@sense pos|@sense pos @count|@sense dep|@sense tag|@sense pos subject.ent_type|@sense pos object.ent_type"
    "|@sense pos quoted|@sense pos head.pos"
)
"""Read at every sense that the frames know for such a word; `@` marks what is no place but given with the sense."""

EDGE: Final = _expand(
    "dep|dep lemma|lemma|dep ent_type|dep lemma head.lemma|dep head.lemma|dep ent_type head.lemma|dep pos"
)
"""Read at every dependant of such a word."""

GRAND: Final = _expand(
    "head.lower lemma|head.lower ent_type|head.lower lemma head2.lemma|head.lower ent_type head2.lemma"
    "|lemma head2.lemma"
)
"""Read at what hangs on a preposition or conjunction of such a word."""

SPAN: Final = _expand(
    "lower|lemma|pos|tag|dep|quoted|title|lemma dep|lower prev1.lower|lower next1.lower|prev1.lower"
    "|next1.lower|prev2.lower|next2.lower|prev1.pos pos next1.pos|prev3.lower|next3.lower"
    "|prev2.lower prev1.lower|next1.lower next2.lower|prev1.quoted quoted|quoted next1.quoted|head.lemma"
    "|head.lemma dep|head.dep dep|head2.lemma|clause.lemma|clause.dep|clause.dep quoted|governor.lemma"
    "|governor.lemma clause.dep|governor.lemma clause.dep pos|governor.lemma clause.dep clause.tag"
    "|governor.lemma governor.tag clause.dep|governor2.lemma|governor.dep clause.dep"
    "|governor2.lemma governor.dep clause.dep|governor.subject.ent_type clause.dep|clause.auxiliary.lower"
    "|clause.auxiliary.lower clause.dep|clause.negation.lower|clause.negation.lower clause.auxiliary.lower"
    "|clause.mark.lower|clause.mark.lower clause.dep|clause.mark.lower governor.lemma|clause.subject.lemma"
    "|governor.quoted quoted|quoted governor.lemma clause.dep|clause.tag clause.dep|governor.lemma dep"
    "|governor.auxiliary.lower clause.dep"
)
"""Read at every token, for statements, positions and conditions."""
