"""Examples with their countries exchanged: what is done must not depend on who does it."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from typing import TypeVar

import msgspec

from training.examples import Anchored, Example, Pair, WordSpan

Kind = TypeVar("Kind", Example, Pair)

# name and adjective, one word each, from all regions
COUNTRIES = """
Afghanistan Afghan|Albania Albanian|Algeria Algerian|Angola Angolan|Argentina Argentine|Armenia Armenian
Australia Australian|Austria Austrian|Azerbaijan Azerbaijani|Bahrain Bahraini|Bangladesh Bangladeshi|Belarus Belarusian
Belgium Belgian|Bolivia Bolivian|Brazil Brazilian|Bulgaria Bulgarian|Cambodia Cambodian|Cameroon Cameroonian
Canada Canadian|Chad Chadian|Chile Chilean|China Chinese|Colombia Colombian|Croatia Croatian|Cuba Cuban|Cyprus Cypriot
Denmark Danish|Ecuador Ecuadorian|Egypt Egyptian|Estonia Estonian|Ethiopia Ethiopian|Finland Finnish|France French
Georgia Georgian|Germany German|Ghana Ghanaian|Greece Greek|Guatemala Guatemalan|Haiti Haitian|Honduras Honduran
Hungary Hungarian|India Indian|Indonesia Indonesian|Iran Iranian|Iraq Iraqi|Ireland Irish|Israel Israeli|Italy Italian
Japan Japanese|Jordan Jordanian|Kazakhstan Kazakh|Kenya Kenyan|Kuwait Kuwaiti|Kyrgyzstan Kyrgyz|Latvia Latvian
Lebanon Lebanese|Libya Libyan|Lithuania Lithuanian|Malaysia Malaysian|Mali Malian|Mexico Mexican|Moldova Moldovan
Mongolia Mongolian|Morocco Moroccan|Mozambique Mozambican|Myanmar Burmese|Nepal Nepalese|Nicaragua Nicaraguan
Niger Nigerien|Nigeria Nigerian|Norway Norwegian|Oman Omani|Pakistan Pakistani|Panama Panamanian|Paraguay Paraguayan
Peru Peruvian|Philippines Philippine|Poland Polish|Portugal Portuguese|Qatar Qatari|Romania Romanian|Russia Russian
Rwanda Rwandan|Senegal Senegalese|Serbia Serbian|Singapore Singaporean|Slovakia Slovak|Slovenia Slovenian|Somalia Somali
Spain Spanish|Sudan Sudanese|Sweden Swedish|Switzerland Swiss|Syria Syrian|Taiwan Taiwanese|Tajikistan Tajik
Tanzania Tanzanian|Thailand Thai|Tunisia Tunisian|Turkey Turkish|Uganda Ugandan|Ukraine Ukrainian|Uruguay Uruguayan
Uzbekistan Uzbek|Venezuela Venezuelan|Vietnam Vietnamese|Yemen Yemeni|Zambia Zambian|Zimbabwe Zimbabwean
"""


@cache
def forms() -> dict[str, tuple[int, int]]:
    """Word to number of its country and its form (0 name, 1 adjective, 2 plural noun)."""
    pairs = [row.split() for row in COUNTRIES.strip().replace("\n", "|").split("|")]
    out: dict[str, tuple[int, int]] = {}
    for i, (name, adjective) in enumerate(pairs):
        out |= {name: (i, 0), adjective: (i, 1)}
        if adjective.endswith(("n", "i")):
            out[adjective + "s"] = (i, 2)
    return out


@cache
def written() -> list[tuple[str, str, str]]:
    pairs = [row.split() for row in COUNTRIES.strip().replace("\n", "|").split("|")]
    return [(name, adj, adj + "s" if adj[-1] in "ni" else adj) for name, adj in pairs]


def exchanged(words: list[str], draw: random.Random) -> list[str]:
    """The words with each country replaced by another one, the same everywhere; neighbours such as "South" forbid it."""
    known = forms()
    found = {known[w][0] for w in words if w in known}
    if not found or any(w in ("South", "North", "East", "West", "Saudi", "New") for w in words):
        return words
    others = draw.sample(range(len(written())), len(found))
    new = dict(zip(sorted(found), others, strict=True))
    return [written()[new[known[w][0]]][known[w][1]] if w in known else w for w in words]


def turned(x: Example, draw: random.Random) -> Example:
    """The example with the words of an actor and of its recipient in each other's place: who acts is told by the sentence, not by the name.

    Labels stay where they are; only windows in which no other span cuts through the two are turned.
    """
    acts = [a for a in x.acts or [] if len(a.roles.get("actor", [])) == len(a.roles.get("recipient", [])) == 1]
    draw.shuffle(acts)
    for act in acts:
        first, second = sorted((act.roles["actor"][0], act.roles["recipient"][0]))
        if first[1] <= second[0] and x.tree is None and not any(_cuts(span, first) or _cuts(span, second) for span in spans_of(x)):
            return _exchanged(x, first, second)
    return x


def spans_of(x: Example) -> list[WordSpan]:
    """Every annotated span of an example, names left out."""
    return [span for a in (*(x.acts or ()), *(x.says or ())) for spans in a.roles.values() for span in spans]


def _cuts(span: WordSpan, party: WordSpan) -> bool:
    """Whether a span has a part of a party, but neither is all inside the other's outline."""
    apart = span[1] <= party[0] or party[1] <= span[0]
    around = span[0] <= party[0] and party[1] <= span[1]
    return not (apart or around)


def _exchanged(x: Example, a: WordSpan, b: WordSpan) -> Example:
    """Words of two spans exchanged; all positions are moved along."""
    grown = (b[1] - b[0]) - (a[1] - a[0])

    def edge(i: int) -> int:
        """Where a boundary between words goes: inside the spans only their outer edges are asked for."""
        return i if i <= a[0] else i + grown if i <= b[0] else i

    def moved(span: WordSpan) -> WordSpan:
        return edge(span[0]), edge(span[1])

    words = [*x.words[: a[0]], *x.words[slice(*b)], *x.words[a[1] : b[0]], *x.words[slice(*a)], *x.words[b[1] :]]
    sentence = [
        *x.sentence[: a[0]],
        *[x.sentence[a[0]]] * (b[1] - b[0]),
        *x.sentence[a[1] : b[0]],
        *[x.sentence[b[0]]] * (a[1] - a[0]),
        *x.sentence[b[1] :],
    ]
    acts, says = (None if part is None else [_moved(act, moved) for act in part] for part in (x.acts, x.says))
    return Example(words, sentence, None, None, acts, says, x.source)


def _moved(act: Anchored, moved: Callable[[WordSpan], WordSpan]) -> Anchored:
    roles = {role: [moved(span) for span in spans] for role, spans in act.roles.items()}
    return Anchored(act.type, act.mode, act.status, moved((act.anchor, act.anchor + 1))[0], roles)


def varied(x: Kind, draw: random.Random, share: float = 0.35) -> Kind:
    """The example itself, or for a share of them one with other countries."""
    if draw.random() > share:
        return x
    words = exchanged(x.words, draw)
    return msgspec.structs.replace(x, words=words)
