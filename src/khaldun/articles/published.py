"""When an article was published: the first claim that holds, with its rule and precision."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from khaldun.errors import UsageError
from khaldun.records import Metadata, Precision, Published

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january januar janvier enero", "feb february februar février febrero", "mar march märz mars marzo", "apr april avril abril",
         "may mai mayo", "jun june juni juin junio", "jul july juli juillet julio", "aug august août agosto",
         "sep sept september septembre septiembre", "oct october oktober octobre octubre okt", "nov november novembre noviembre",
         "dec december dezember décembre diciembre dez"), 1)
    for name in names.split()
}  # fmt: skip
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        rf"\b{_YEAR}-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}})(?!\d)",
        rf"\b{_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?!\d)",
        rf"\b{_YEAR}/(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})(?!\d)",
        rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b",
        rf"\b{_DAY}\s+(?:de\s+)?{_MONTH},?\s+(?:de\s+)?{_YEAR}\b",
        rf"\b(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.{_YEAR}\b",
        rf"\b{_YEAR}年(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日",
        rf"\b(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})/{_YEAR}\b",
        rf"\b(?P<day>\d{{1,2}})\s+{_MONTH}\s+(?P<short>\d\d)\b",
        r"\b(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<short>\d\d)\b",
    )
)
_AMBIGUOUS = (_FORMS[7], _FORMS[9])
_IN_URL = re.compile(
    r"[/=_.-](?P<year>(?:19|20)\d\d)[/_.-]?(?P<month>0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/_.-]?(?P<day>[0-2]?\d|3[01])(?=[/_.?&-]|$)",
    re.I,
)
_MONTH_IN_URL = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>0[1-9]|1[0-2])(?=/|$)")
_RELIABLE = (
    "field",
    "json-ld datePublished",
    "meta article:published",
    "meta og:published",
    "meta datepublished",
    "meta pubdate",
    "meta publish",
    "meta publication",
)
_WEAK = ("WARC-Date", "meta last-modified", "json-ld dateModified", "meta article:modified_time")


def option(date: str) -> Published:
    """The date that the caller gives: a day, a month ("2024-07") or a year."""
    for form, precision in (("%Y-%m-%d", "day"), ("%Y-%m", "month"), ("%Y", "year")):
        try:
            dt.datetime.strptime(date.strip()[:10], form)
        except ValueError:
            continue
        return Published(date.strip()[:10], _precise(precision), "option")
    raise UsageError(f"{date!r} is no date: write it as YYYY-MM-DD, YYYY-MM or YYYY")


def _precise(name: str) -> Precision:
    return "month" if name == "month" else "year" if name == "year" else "day"


def from_metadata(metadata: Metadata) -> Published | None:
    """The first claim of a publishing date that is a date; modification and crawl dates do not count."""
    claims = [claim for claim in metadata.dates if not claim[1].startswith(_WEAK)]
    claims.sort(key=lambda claim: not claim[1].startswith(_RELIABLE))
    for text, rule in claims:
        if day := first_date(text):
            return Published(day, "day", rule)
    return None


def from_url(url: str) -> Published | None:
    """The date in a URL's path."""
    if "://" not in url:
        return None
    found = _IN_URL.search(url)
    if found and (day := _iso(found)):
        return Published(day, "day", "url")
    found = _MONTH_IN_URL.search(url)
    return Published(f"{found['year']}-{found['month']}", "month", "url") if found else None


def from_lines(lines: Iterable[str], rule: str) -> Published | None:
    """The date in the first of `lines` that has one."""
    for line in lines:
        if day := first_date(line):
            return Published(day, "day", rule)
    return None


def first_date(text: str) -> str | None:
    """The first full date in `text`, as YYYY-MM-DD. One that reads two ways (3/4/2024) is none."""
    for form in _FORMS:
        for found in form.finditer(text[:400]):
            if form in _AMBIGUOUS and int(found["day"]) <= 12 and int(found["month"]) <= 12 and found["day"] != found["month"]:
                continue
            if day := _iso(found):
                return day
    return None


def _iso(found: re.Match[str]) -> str | None:
    parts = found.groupdict()
    year = int(parts.get("year") or "20" + parts["short"])
    month = _MONTHS.get(parts["month"].lower()) or (int(parts["month"]) if parts["month"].isdigit() else 0)
    day = int(parts["day"])
    if month > 12 >= day:
        month, day = day, month
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None
