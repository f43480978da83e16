"""The label sets of the reader's heads, in the order of their rows in the weights; shipped beside the model as `labels.json`."""

from __future__ import annotations

from khaldun.evaluate.annotated import NAME_KINDS
from khaldun.evaluate.annotated import STANCES as STANCES
from khaldun.evaluate.annotated import STATUSES as STATUSES
from khaldun.ontology import ontology

UPOS = tuple("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
RELATIONS = tuple(
    "acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound compound:prt conj cop csubj "
    "csubj:outer csubj:pass dep det det:predet discourse dislocated expl fixed flat goeswith iobj list mark nmod nmod:desc nmod:poss "
    "nmod:unmarked nsubj nsubj:outer nsubj:pass nummod obj obl obl:agent obl:unmarked orphan parataxis punct reparandum root vocative "
    "xcomp".split()
)
TYPES = tuple(sorted(ontology().types))
ACTS = ("", *TYPES, "SAY")
# answers to a given-pair question: PLV's labels, which keep the two halves of CAMEO's yield as one; the empty one is nothing
PAIRS = ("", *sorted({entry.plv or name for name, entry in ontology().types.items()}))
MODES = ("", *sorted({mode for entry in ontology().types.values() for mode in entry.modes}))


def tags(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """B- and I- tags of `kinds` after the empty tag."""
    return ("", *(f"{prefix}-{kind}" for kind in kinds for prefix in "BI"))


NAMES = tags(NAME_KINDS)
PARTIES = tags(("trigger", "actor", "recipient", "source", "content", "addressee", "relay"))
SETTING = tags(("place", "time"))
FIGURES = tags(("dead", "injured", "arrested", "displaced", "size"))

ALL = {
    "upos": UPOS,
    "relations": RELATIONS,
    "acts": ACTS,
    "pairs": PAIRS,
    "modes": MODES,
    "statuses": STATUSES,
    "stances": STANCES,
    "names": NAMES,
    "parties": PARTIES,
    "setting": SETTING,
    "figures": FIGURES,
}
