"""Who wrote an article, which agency it is from, and the place in its dateline."""

from __future__ import annotations

import re
from collections.abc import Iterable

from khaldun.articles.drafts import Range
from khaldun.records import Span

_AGENCIES = (
    ("Reuters", r"reuters"), ("AFP", r"afp|agence france[- ]presse"), ("AP", r"ap|associated press"), ("dpa", r"dpa"),
    ("Xinhua", r"xinhua"), ("TASS", r"tass"), ("Interfax", r"interfax"), ("RIA Novosti", r"ria novosti"), ("EFE", r"efe"),
    ("ANSA", r"ansa"), ("UPI", r"upi"), ("Bloomberg", r"bloomberg"), ("Kyodo", r"kyodo"), ("Yonhap", r"yonhap"), ("PTI", r"pti"),
    ("ANI", r"ani"), ("IRNA", r"irna"), ("SANA", r"sana"), ("WAFA", r"wafa"), ("Anadolu", r"aa|anadolu(?: agency)?"),
    ("PA Media", r"pa(?: media)?"), ("AAP", r"aap"), ("IANS", r"ians"), ("APA", r"apa"), ("SPA", r"spa"), ("QNA", r"qna"),
    ("WAM", r"wam"), ("Belga", r"belga"), ("NTB", r"ntb"), ("Ukrinform", r"ukrinform"),
)  # fmt: skip
_NAMES = "|".join(pattern for _, pattern in _AGENCIES)
_WIRES = (
    "Reuters|AFP|AP|dpa|Xinhua|TASS|Interfax|EFE|ANSA|UPI|Bloomberg|Kyodo|Yonhap|PTI|ANI|IRNA|SANA|WAFA|Anadolu|Ukrinform|"
    "The Associated Press|Associated Press"
)
_PLACE = (
    r"[A-ZÀ-Þ][\w.'’À-ÿ-]*(?:[ /][A-ZÀ-Þ][\w.'’)À-ÿ-]*){0,3}"
    r"(?:, ?[A-ZÀ-Þ][\w.'’-]*(?:[ ][A-ZÀ-Þ][\w.'’-]*){0,2}){0,2}"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE})(?P<date>,? {_MONTH} \d{{1,2}}(?:, \d{{4}})?|,? \d{{1,2}} {_MONTH}(?: \d{{4}})?)?"
    r"(?:\s*\((?P<agency>[A-Z][\w .&/-]{1,30})\)\s*(?:[—–-]|--|:)?"
    r"|,? (?P<bare>AFP|AP|Reuters|dpa|Xinhua|TASS|UPI|PTI|ANI|IANS)\s*(?:[—–-]|--|:)"
    r"|\s*(?:—|–|--| - |: (?=[A-Z“\"])))\s*"
)
_AGENCY_LEAD = re.compile(
    r"\(?(?P<agency>Reuters|AFP|AP|dpa|Xinhua|TASS|UPI|EFE|ANSA|PTI|IANS|Yonhap|Kyodo|Bloomberg)\)?\s*(?:—|–|--|-)\s+(?=\S)"
)
_BYLINE = re.compile(r"(?:written |reported |posted |story )?by:?\s+(?P<names>[^\d\s(][^\n|•·]{1,120})", re.I)
_NAME = (
    r"[A-ZÀ-Þ][\w.'’À-ÿ-]+(?: (?:(?:de|van|von|der|al|bin|el|la|di|du)\b|(?!Staff|Senior|Special|Chief|AND\b)[A-ZÀ-Þ][\w.'’À-ÿ-]*)){1,3}"
)
_AT_END = re.compile(rf"\(\s*(?P<agency>{_NAMES})\s*\)\s*(?P<named>)$", re.I)
_REPORTED = re.compile(
    rf"\b(?P<agency>{_WIRES})(?: news agency)? (?:reported|reports)\b|\b(?:reported by|according to) (?:the )?(?P<named>{_WIRES})(?=[\s,.])"
)
_POST = re.compile(r",\s(?:[A-Z][\w-]+\s){0,3}(?:Editor|Correspondent|Reporter|Writer|Staff|Chief|Columnist|Contributor)s?$")
_NAME_ONLY = re.compile(rf"{_NAME}(?:(?:, (?!Staff|Senior|Special|Chief)| and | AND | & ){_NAME})*")


def dateline(text: str, body: Iterable[Range]) -> tuple[Span | None, str | None]:
    """The span of the place that opens the first paragraphs ("LA CROSSE, Wis."), and the agency named with it."""
    for start, end in list(body)[:3]:
        line = text[start : min(end, start + 160)]
        if (lead := _AGENCY_LEAD.match(line)) is not None:
            return None, agency(lead["agency"])
        found = _DATELINE.match(line)
        if found and _is_place(found):
            first, last = start + found.start("place"), start + found.end("place")
            return Span(text[first:last], first, last), agency(found["agency"] or found["bare"] or "")
    return None, None


def _is_place(found: re.Match[str]) -> bool:
    """A dateline is in capitals, or has a date or an agency: "Paris: a guide" is none."""
    place = found["place"]
    first = place.split(",")[0]
    named = agency(found["agency"] or found["bare"] or "")
    return len(first) > 1 and (first.isupper() or found["date"] is not None or named is not None)


def agency(words: str) -> str | None:
    """The news agency that `words` are, with what may stand around its name."""
    plain = words.strip(" ()[]|.—–-").lower()
    for name, pattern in _AGENCIES:
        if re.fullmatch(rf"(?:the )?(?:{pattern})(?: (?:news )?agency)?", plain):
            return name
    return None


def agency_in(lines: Iterable[str]) -> str | None:
    """The agency that a byline or credit line near the headline names ("By Reuters", "AFP | 3 May")."""
    for line in lines:
        for part in re.split(r"\s*[|,/•·]\s*|\s+and\s+|\s+-\s+", re.sub(r"^(?:by|source|via):?\s+", "", line.strip(), flags=re.I)):
            if name := agency(part):
                return name
    return None


def byline(text: str, lines: Iterable[Range], authors: Iterable[str]) -> Span | None:
    """The names of the writers, in the first of `lines` that is a byline or names one of the declared `authors`."""
    known = [name for name in authors if len(name) > 3]
    for start, end in lines:
        line = text[start:end]
        if len(line) > 200:
            continue
        if (found := _BYLINE.match(line)) is not None:
            return _names(text, start + found.start("names"), end)
        for name in known:
            at = line.lower().find(name.lower())
            if at >= 0:
                return Span(line[at : at + len(name)], start + at, start + at + len(name))
    return None


def _names(text: str, start: int, end: int) -> Span:
    """The names at the start of a byline, without the date or outlet behind them."""
    found = _NAME_ONLY.match(text, start, end)
    last = found.end() if found else end
    words = _POST.sub("", text[start:last]).rstrip(" ,.|-")
    return Span(words, start, start + len(words))


def agency_credited(body: str) -> str | None:
    """The agency that a body gives as its source: "(Reuters)" at its end, else "Reuters reported" in its first or last lines."""
    found = _AT_END.search(body[-60:]) or _REPORTED.search(body[:600]) or _REPORTED.search(body[-300:])
    return agency(found["agency"] or found["named"]) if found else None
