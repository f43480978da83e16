"""`known/roles.txt` in, `roles.tsv` out: role nouns in singular and plural with the sectors they say."""

from __future__ import annotations

from khaldun.actors.spelling import key
from training.gazetteer.nations import KNOWN

HEADER = "word\tweight\tsectors\tcountry\tnumber"
WORLD = frozenset(("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"))


def plural(word: str) -> str:
    """The regular plural of a noun phrase."""
    first, of, rest = word.partition(" of ")
    if of:
        return f"{plural(first)} of {rest}"
    if word.endswith(("s", "x", "ch", "sh")):
        return word if word.endswith("s") and not word.endswith("ss") else f"{word}es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word[:-3]}men" if word.endswith("man") and not word.endswith("german") else f"{word}s"


def role_lines() -> list[str]:
    """The table, sorted by word. Where two lines name a word, the later and the plainer (no plural by rule) one holds."""
    table: dict[str, str] = {}
    for line in (KNOWN / "roles.txt").read_text("utf8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        head, _, words = line.partition(": ")
        weight, *codes = head.split()
        sectors = ",".join(code for code in codes if code not in WORLD and code != "-")
        country = next((code for code in codes if code in WORLD), "")
        for entry in words.split(";"):
            single, _, given = (part.strip() for part in entry.partition("="))
            forms = {given or plural(single): "plural"} if weight not in ("trait", "past") else {}
            forms = {**forms, **({} if single in forms else {single: "single"})}
            for form, number in forms.items():
                word = key(form)
                if number == "single" or word not in table or "=" in entry:
                    table[word] = f"{word}\t{weight}\t{sectors}\t{country}\t{number}"
    return [HEADER, *(table[word] for word in sorted(table))]
