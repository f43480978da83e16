"""One spelling for names that the world writes in many: a phrase in, the words to look it up by out.

Accents, apostrophes, possessives, titles of courtesy and the Arabic article go; "Khamene'i" and "Khamenei", "Díaz-Canel" and
"Diaz Canel", "U.S." and "US" come out the same. Acronyms keep their capitals, so that "WHO" is not "who" and "US" not "us".
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

LETTERS = str.maketrans(
    {
        **dict.fromkeys("ıİ", "i"), **dict.fromkeys("øØ", "o"), **dict.fromkeys("łŁ", "l"), **dict.fromkeys("đĐð", "d"),
        **dict.fromkeys("əƏ", "e"), "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "þ": "th",
        **dict.fromkeys("‐‑‒–—−", "-"), **dict.fromkeys("’‘ʼʻ`´ʿʾ", "'"),
    }
)  # fmt: skip
# Romanisations of the same name; every word of a name is looked up by the second.
VARIANTS = {
    **dict.fromkeys(("muhammad", "mohammad", "mohamed", "muhammed", "mohamad", "mohamud", "muhamed", "mehmed"), "mohammed"),
    **dict.fromkeys(("ahmad", "achmad"), "ahmed"),
    **dict.fromkeys(("hussain", "hossein", "husain", "husayn", "hosein", "hussien"), "hussein"),
    **dict.fromkeys(("hasan", "hassen"), "hassan"),
    **dict.fromkeys(("abdallah", "abdulla", "abdollah"), "abdullah"),
    **dict.fromkeys(("yousef", "yousuf", "yusef", "youssef", "yousaf", "yussuf", "youssouf"), "yusuf"),
    **dict.fromkeys(("ibraheem", "ebrahim", "ibrahima"), "ibrahim"),
    **dict.fromkeys(("mahmood", "mahmud"), "mahmoud"),
    **dict.fromkeys(("osman", "uthman", "usman"), "othman"),
    **dict.fromkeys(("omer", "umar"), "omar"),
    **dict.fromkeys(("khaled",), "khalid"),
    **dict.fromkeys(("saeed", "sayeed", "saied"), "said"),
    **dict.fromkeys(("sergey", "serguei", "serhii", "serhiy"), "sergei"),
    **dict.fromkeys(("aleksandr", "alexandr", "oleksandr", "aleksander", "alyaksandr", "aliaksandr", "aleksandar"), "alexander"),
    **dict.fromkeys(("alexey", "aleksei", "aleksey", "oleksiy", "oleksii", "alexej"), "alexei"),
    **dict.fromkeys(("dmitri", "dmitriy", "dmytro", "dimitri", "dzmitry"), "dmitry"),
    **dict.fromkeys(("evgeny", "yevgeniy", "evgeniy", "yevgeni", "yevhen", "evgueni"), "yevgeny"),
    **dict.fromkeys(("yuri", "yuriy", "iurii", "yurii", "yury", "iouri"), "yuri"),
    **dict.fromkeys(("vasily", "vasiliy", "vasyl"), "vasily"),
    **dict.fromkeys(("anatoliy", "anatoli", "anatolii"), "anatoly"),
    **dict.fromkeys(("nikolay", "mykola", "nikolaj"), "nikolai"),
    **dict.fromkeys(("wladimir", "volodimir", "vladymyr"), "vladimir"),
    **dict.fromkeys(("zelensky", "zelenskyy", "zelenskiy", "zelenskij", "zelenski"), "zelensky"),
    **dict.fromkeys(("shoygu",), "shoigu"),
    **dict.fromkeys(("ben", "ibn"), "bin"),
    **dict.fromkeys(("qadhafi", "gadhafi", "gaddafi", "kadhafi", "gadaffi", "khadafy", "qaddafi", "kadafi"), "gaddafi"),
    **dict.fromkeys(("qaida", "qaeda", "qaidah", "kaida", "quaeda", "kaeda"), "qaeda"),
    **dict.fromkeys(("hizbollah", "hizballah", "hezbullah", "hizbullah", "hizbolla"), "hezbollah"),
    **dict.fromkeys(("shabab", "shebab", "chabab"), "shabaab"),
    **dict.fromkeys(("houthis", "huthi", "huthis", "huthy"), "houthi"),
    **dict.fromkeys(("talebans", "taleban"), "taliban"),
    **dict.fromkeys(("lukashenka",), "lukashenko"),
    **dict.fromkeys(("organisation", "organisations", "organizations"), "organization"),
    **dict.fromkeys(("centre", "centres", "centers"), "center"),
    **dict.fromkeys(("defense",), "defence"), **dict.fromkeys(("labor",), "labour"), **dict.fromkeys(("programme",), "program"),
    **dict.fromkeys(("st",), "saint"), **dict.fromkeys(("gen",), "general"), **dict.fromkeys(("sen",), "senator"),
    **dict.fromkeys(("gov",), "governor"), **dict.fromkeys(("lt",), "lieutenant"), **dict.fromkeys(("col",), "colonel"),
    **dict.fromkeys(("brig",), "brigadier"), **dict.fromkeys(("maj",), "major"), **dict.fromkeys(("rep",), "representative"),
    **dict.fromkeys(("pres",), "president"), **dict.fromkeys(("dept",), "department"), **dict.fromkeys(("sgt",), "sergeant"),
    **dict.fromkeys(("govt", "gov't"), "government"), **dict.fromkeys(("intl", "int'l"), "international"), "jr": "", "sr": "",
}  # fmt: skip
COURTESY = frozenset(("mr", "mrs", "ms", "dr", "sir", "dame", "prof", "al", "hon"))
ABBREVIATION = re.compile(r"\b(?:[A-Za-z]\.){2,}[A-Za-z]?\b|\b(?:[A-Za-z]\.){2,}")
ARTICLE = re.compile(r"\b(?:[Aa]l|[Ee]l|[Aa]sh|[Aa]s|[Aa]r|[Aa]d|[Aa]z|[Aa]n|[Aa]t)-(?=[A-Z])")
POSSESSIVE = re.compile(r"'s\b|(?<=s)'(?=\s|$)")
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[,();&+]")


class Token(NamedTuple):
    """A word to look up, how it was written, and whether "'s" followed it."""

    word: str
    written: str
    owner: bool = False


def plain(text: str) -> str:
    """Text without accents, its hyphens and apostrophes of one kind."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(LETTERS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def tokens(phrase: str) -> list[Token]:
    """The words of a phrase as they are looked up, with commas and brackets kept as tokens of their own."""
    text = plain(phrase)
    if "." in text:
        text = ABBREVIATION.sub(lambda match: match[0].replace(".", ""), text)
    if "-" in text:
        text = ARTICLE.sub("", text)
    if "'" in text:
        text = POSSESSIVE.sub("\x01", text)
        text = text.replace("\x01", " \x01 ")
        return owners(WORD_OR_MARK.findall(text))
    return [token for written in WORD.findall(text) if (token := looked_up(written)) is not None]


WORD_OR_MARK = re.compile(WORD.pattern + "|\x01")


def owners(found: list[str]) -> list[Token]:
    """Tokens, with each possessive mark moved to the word before it."""
    out: list[Token] = []
    for written in found:
        if written == "\x01":
            if out:
                out[-1] = out[-1]._replace(owner=True)
        elif (token := looked_up(written)) is not None:
            out.append(token)
    return out


def looked_up(written: str) -> Token | None:
    """A written word as it is looked up; nothing for a title of courtesy and for the Arabic article."""
    if written.isupper() and 1 < len(written) <= 8:
        return Token(written, written)
    word = written.lower()
    if "'" in word:
        word = word.replace("'", "")
    word = VARIANTS.get(word, word)
    if not word or (word in COURTESY and (word != "al" or written == "al")):
        return None
    return Token(word, written)


def key(name: str) -> str:
    """The key that a name is filed under: its words as they are looked up, without a leading "the"."""
    words = [token.word for token in tokens(name) if token.word not in ",();"]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words if len(words) == 1 else [word.lower() for word in words])


def keys(name: str) -> set[str]:
    """All keys that a name is filed under: with and without an Arabic article that begins it."""
    found = {key(name)}
    if re.match(r"(?:al|el)[- ]", name, re.I) and len(name) > 5:
        rest = re.sub(r"^(?:al|el)[- ]", "", name, flags=re.I)
        found |= {f"al {key(rest).lower()}", f"el {key(rest).lower()}"}
    return found - {""}
