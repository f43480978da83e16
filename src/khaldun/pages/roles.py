"""What class and id names, tags and attributes say of an element's place on the page."""

from __future__ import annotations

import re
from functools import lru_cache

SEMANTIC = frozenset(
    {
        "article", "main", "nav", "header", "footer", "aside", "figure", "figcaption", "form", "blockquote", "table", "ul", "ol",
        "dl", "button", "select", "noscript", "details", "dialog", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "address", "label",
        "iframe", "video", "audio", "cite",
    }
)  # fmt: skip
_ROLE = re.compile(
    r"(?:article|story|post|entry|content|body|text|main|copy|prose|paragraph|rich|blog|live|page|wrapper|container|"
    r"nav|menu|breadcrumb|header|masthead|footer|sidebar|aside|rail|column|toolbar|tool|skip|"
    r"share|sharing|social|follow|print|email|facebook|twitter|whatsapp|"
    r"related|recommend\w*|recirc\w*|more|read|popular|trending|latest|most|next|prev|previous|also|see|card|teaser|promo\w*|feed|carousel|slider|list|widget|grid|"
    r"outbrain|taboola|zergnet|disqus|recommendation|"
    r"caption|figure|figcaption|image|img|photo|picture|media|gallery|video|player|credit|copyright|source|legend|thumb\w*|slideshow|embed|"
    r"byline|author|authors|contributor|writer|bio|date|dateline|time|timestamp|published|updated|meta|info|"
    r"comment|comments|reply|discussion|rating|vote|poll|quiz|"
    r"ad|ads|advert\w*|sponsor\w*|banner|commercial|marketing|affiliate|"
    r"newsletter|subscribe|subscription|signup|sign|login|register|registration|paywall|piano|cta|offer|donate|donation|premium|"
    r"cookie\w*|consent|gdpr|privacy|modal|popup|overlay|lightbox|notice|alert|disclaimer|correction|legal|"
    r"tag|tags|topic|topics|category|categories|keyword|keywords|section|kicker|label|"
    r"title|headline|subtitle|subhead|heading|lead|lede|intro|standfirst|deck|dek|excerpt|summary|abstract|description|teasertext|"
    r"pullquote|pull|quote|infobox|box|fact|factbox|inset|sidenote|note|footnote|references|toc|hidden|hide|sr|visually|tooltip|dropdown|search|language|weather|stock|"
    r"accordion|tab|tabs|toggle|button|btn|icon|logo|audio|podcast|transcript|map|chart|table)"
)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
MOST_WORDS = 8


@lru_cache(maxsize=4096)
def role_words(names: str) -> tuple[str, ...]:
    """The words of class and id `names` that name a role, at most `MOST_WORDS`, in their order."""
    words = (word.lower() for word in _WORD.findall(names[:1000]))
    return tuple(dict.fromkeys(word for word in words if _ROLE.fullmatch(word)))[:MOST_WORDS]
