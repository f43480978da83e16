"""Examples with their countries exchanged: what is done must not depend on who does it."""

from __future__ import annotations

import random
from functools import cache
from typing import TypeVar

import msgspec

from training.examples import Example, Pair

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


def varied(x: Kind, draw: random.Random, share: float = 0.35) -> Kind:
    """The example itself, or for a share of them one with other countries."""
    if draw.random() > share:
        return x
    words = exchanged(x.words, draw)
    return msgspec.structs.replace(x, words=words)
