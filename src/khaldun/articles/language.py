"""The language of a text, told by its script and its commonest words: enough to know what is English and what is not."""

from __future__ import annotations

import re
from collections import defaultdict

_COMMON = {
    "en": "the of and to in that is was for on with as he it at by from his has have said be are not which this who they will were",
    "de": "der die und das den von mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach bei",
    "fr": "le la les des et du une est que dans pour qui sur pas plus par avec ce au il sont aux ont cette été ses mais comme nous",
    "es": "el la de que los del las por con una para es se al como más pero sus le ha este sobre entre también fue hasta desde muy",
    "it": "il di che la per un è del della con non sono una dei nel alla più gli anche le da si come al ha dal nella delle ma",
    "pt": "o de que a do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das à são pelo também",
    "nl": "de het een van en dat is op te voor met zijn niet aan er om ook als dan maar door naar bij uit nog wordt deze heeft",
    "sv": "och att det som en på är av för med den till inte har om ett han men var jag från vid kan när så efter också hade",
    "no": "og det som på er av for med til at ikke har om et han men var jeg fra ved kan når så etter også hadde ble skal",
    "da": "og det som på er af for med til at ikke har om et han men var jeg fra ved kan når så efter også havde blev skal",
    "fi": "ja on ei että oli se hän mutta ovat myös kun niin kuin mukaan jos joka vain olla sen sitä tai ole voi nyt sekä",
    "pl": "w i na z się do że jest nie to o jak po co za od przez dla ale przy są tym był oraz tego które jego już może",
    "cs": "a se na je v že to s o z do i jako by pro za při jeho ale od po jsou také který která podle jen byl není které",
    "tr": "ve bir bu için de da ile olarak çok olan daha gibi sonra kadar en ise ancak oldu olduğunu var göre her yeni iki",
    "id": "yang dan di dengan untuk dari pada ini itu dalam tidak akan ke juga oleh telah bisa ada kata sebagai karena mereka",
    "sw": "ya na wa kwa ni katika za la cha kuwa hiyo huo alisema pia kama wake hii kutoka yake lakini vya hilo baada",
    "vi": "của và là có được trong cho với các một những không người này khi từ đã đến ở cũng như nhiều để năm",
    "ro": "și de în a la cu pe care din este nu o că un mai fost pentru au sunt prin după ca sau dar lui fi",
    "hu": "a az és hogy nem is egy ez volt meg már csak mint de azt el még ha van vagy között szerint után",
    "lt": "ir kad yra į iš su apie tai bet kaip buvo jau dėl nuo po per taip pat tik ar būti jo šių metų",
    "zu": "ukuthi futhi kanye uma ngoba kodwa yakhe lo le abantu ukuba khona ngesikhathi kusho wathi nge njengoba",
    "xh": "ukuba kwaye kunye xa kuba kodwa yakhe abantu wathi oku ngokuthi nge kwi kule njengoko apho ke into",
    "af": "die van en in is dat het nie met op vir ’n wat sy aan was te om by hy as ook maar uit na se word",
}  # fmt: skip
_SCRIPTS = (
    ("ko", "\uac00", "\ud7a3"), ("ja", "\u3040", "\u30ff"), ("zh", "\u4e00", "\u9fff"), ("ar", "\u0600", "\u06ff"),
    ("he", "\u0590", "\u05ff"), ("el", "\u0370", "\u03ff"), ("th", "\u0e00", "\u0e7f"), ("hi", "\u0900", "\u097f"),
    ("ka", "\u10a0", "\u10ff"), ("hy", "\u0530", "\u058f"), ("bn", "\u0980", "\u09ff"), ("ta", "\u0b80", "\u0bff"),
    ("am", "\u1200", "\u137f"), ("my", "\u1000", "\u109f"), ("km", "\u1780", "\u17ff"), ("ru", "\u0400", "\u04ff"),
)  # fmt: skip
_OF_WORD: dict[str, tuple[str, ...]] = {}
for _language, _words in _COMMON.items():
    for _word in set(_words.split()):
        _OF_WORD[_word] = (*_OF_WORD.get(_word, ()), _language)
_SAMPLE = 20_000
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
_PERSIAN = re.compile("[پچژگی]")


def language(text: str, hint: str | None = None) -> str | None:
    """The ISO 639-1 code of the language of `text`; `hint` (what the page declares) decides where the words say too little."""
    sample = text[:_SAMPLE]
    script = _by_script(sample)
    if script:
        return script
    scores: defaultdict[str, float] = defaultdict(float)
    words = re.findall(r"[^\W\d_]+", sample.lower())
    for word in words:
        spoken = _OF_WORD.get(word, ())
        for name in spoken:
            scores[name] += 1 / len(spoken)
    best = sorted(scores.items(), key=lambda item: -item[1])[:2]
    if best and best[0][1] >= max(2.0, 0.05 * len(words)) and (len(best) < 2 or best[0][1] > 1.15 * best[1][1]):
        return best[0][0]
    declared = (hint or "")[:2].lower()
    if declared.isalpha() and len(declared) == 2:
        return declared
    return best[0][0] if best and best[0][1] >= 0.08 * len(words) else None


def _by_script(sample: str) -> str | None:
    letters = [character for character in sample[:4000] if character.isalpha()]
    latin = sum(character < "\u0250" for character in letters)
    if not letters or latin * 2 > len(letters):
        return None
    counts = {name: sum(low <= character <= high for character in letters) for name, low, high in _SCRIPTS}
    if counts["ja"] * 10 > len(letters):
        return "ja"
    name = max(counts, key=lambda key: counts[key])
    if counts[name] * 3 < len(letters):
        return None
    if name == "ru" and _UKRAINIAN.search(sample):
        return "uk"
    return "fa" if name == "ar" and len(_PERSIAN.findall(sample)) * 25 > len(letters) else name
