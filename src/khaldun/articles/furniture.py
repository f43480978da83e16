"""What a line says of itself: patterns of share buttons, bylines, captions, prompts and the rest, by kind.

Patterns are of the language of news pages in general, never of one site. `kind_of` answers for a whole line, `label` for the words that
head a list of links ("Most read", "Related stories").
"""

from __future__ import annotations

import re
from functools import lru_cache

from khaldun.records import FurnitureKind

_NETWORK = (
    r"(?:facebook|twitter|x|instagram|linkedin|pinterest|whats ?app|reddit|tumblr|telegram|snapchat|youtube|tik ?tok|flipboard|e-?mail|"
    r"google\+?|google plus|messenger|sms|pocket|copy(?: the)? link|copied|link|print|bluesky|threads|mastodon|digg|xing|vk|line|more|save|saved|"
    r"bookmark|permalink|via|url|rss|rss feed|feed)"
)
_SHARING = (
    r"(?:click (?:here )?to )?(?:share|tweet|teilen|partager|compartir|condividi|compartilhar|delen|udostępnij|поделиться|paylaş|bagikan|dela|del|send|"
    r"copy|print|pin|follow|like)"
)
_TIME = r"(?:\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)"
_MONTH = (
    r"(?:jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|"
    r"o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)\.?"
)
_DAYNAME = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_ZONE = r"(?:[ecmp][sd]?t|gmt|utc|bst|ist|jst|hkt|cest|cet|sast|aest|aedt|edt|est|pst|pdt)"
_DATE = (
    rf"(?:(?:{_DAYNAME},?\s+)?(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?(?:\s+\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th|\.)?\s+{_MONTH},?(?:\s+\d{{2,4}})?)|"
    rf"\d{{4}}-\d\d-\d\d(?:[t ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:z|[+-]\d\d:?\d\d)?)?|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|"
    rf"{_DAYNAME},?\s+\d{{1,2}}\s+{_MONTH}\s+\d{{4}}|{_MONTH}\s+\d{{4}})"
)
_AGO = r"(?:an?|\d+)\s*(?:min(?:ute)?s?|mins?|h(?:ou)?rs?|h|d|days?|weeks?|months?|years?)\s*ago"
_STAMP = rf"(?:{_DATE}|{_TIME}|{_AGO}|{_ZONE}|today|yesterday|at|on|\d{{4}}|\(|\)|[|•·,/–—-]|\d+ min(?:ute)?s? read|min(?:ute)? read|updated:?|{_DAYNAME},?)"
_NAME = r"[A-ZÀ-Þ][\w.'’À-ÿ-]*"
_CREDITOR = (
    r"(?:getty(?: images)?|reuters|afp|ap(?: photo)?|associated press|epa|shutterstock|alamy|istock(?:photo)?|pa(?: wire| media| images)?|rex|"
    r"bloomberg|imago|dpa|zuma|unsplash|wikimedia|nasa|tass|ap images|presse|photo|handout|supplied|file photo|stock image|stock)"
)

_SOURCES: tuple[tuple[FurnitureKind, str], ...] = (
    ("cookie", r".*\b(?:externen? inhalte?|inhalte von \w+ angezeigt|an drittplattformen übermittelt|redaktioneller inhalt|contenu externe|"
               r"external content|contenido externo|privatsphäre-einstellungen|privacy settings)\b.*"),
    ("related", r"(?:dieses thema im programm|über dieses thema berichtete?|lest den originalartikel|dies ist eine maschinelle übersetzung)\b.*"),
    ("cookie", r".*\b(?:we (?:and our partners )?use cookies|accept (?:all )?cookies|cookie (?:policy|settings|preferences)|your privacy choices|"
               r"by (?:continuing|using this site).*(?:cookies|terms)|manage (?:my )?(?:privacy|cookie) preferences)\b.*"),
    ("copyright", r"(?:©|copyright\b|\(c\) ?\d{4}|.{0,60}\ball rights reserved\b|.{0,40}\bunauthori[sz]ed distribution|.{0,60}alle rechte vorbehalten|"
                  r".{0,40}tous droits réservés|.{0,40}todos los derechos|unless otherwise indicated, copyright).*|.{0,80}(?:©|\(c\)) ?(?:19|20)\d\d.*"),
    ("share", rf"(?:\d[\d.,km]*\s*)?(?:{_SHARING}|{_NETWORK}|tt)(?:[\s|•·,/]+(?:{_SHARING}|{_NETWORK}|or|and|on|to|by|with|your|thoughts|current|us|this|"
              rf"the|article|story|post|page|selection|friends|in|app|now|a|search|image|video|cancel|close|:|!))*[.:!]*"),
    ("share", rf"(?:share|follow|find|join|like|check|visit|watch)(?: us| me| our)?(?: (?:on|via|to|with|out|our|{_NAME}|current article|now|us|channel|youtube|"
              rf"social|media|account|page)){{1,6}}[.:!]?"),
    ("share", r"[\d.,]+\s*[km]?\s*(?:shares?|views?|likes?|retweets?|followers|reactions?)"),
    ("share", r"share (?:to|on|via) \w+|share this (?:article|story|post|page)\b.{0,40}|follow us\b.{0,30}|find us on\b.{0,20}"),
    ("comment", r"(?:\d+\s*)?comments?(?:\(required\)|\s*\(\d+\)|:|\s*support)?(?: are closed\.?)?|(?:view|show|add|leave|post|read|join|see)(?: all| a| the| your)?"
                r"(?: \d+)? (?:comments?|discussion|conversation|reply).{0,30}|leave (?:a )?(?:reply|comments?)|no comments(?: yet)?|\d+ repl(?:y|ies)|comment:|"
                r"kommentare?(?: \(\d+\))?|commentaires?|comentarios"),
    ("timestamp", rf"(?:(?:first |last |originally )?(?:published|posted|updated|modified|created|issued|veröffentlicht|aktualisiert|publié|mis à jour|publicado|"
                  rf"stand|date|as of)\b(?: on| at| in)?:?\s*)?(?:\|\s*)?{_STAMP}(?:\s*{_STAMP})*(?:\s*(?:updated|modified|published)\b:?(?:\s*{_STAMP})*)?\.?"
                  rf"(?:\s+[A-Z][\w&]*(?: [A-Z&][\w]*){{0,2}})?"),
    ("timestamp", rf"(?:\|?\s*)(?:published|posted|updated|last updated|last modified|first published|veröffentlicht|aktualisiert|publié|publicado)\b"
                  rf".{{0,80}}(?:\d{{4}}|{_TIME}|{_AGO}|\b{_ZONE}\b).{{0,40}}"),
    ("timestamp", rf"(?:in )?(?:{_NAME}(?:[,&/|•· -]+{_NAME}){{0,5}})\s*[-–—|•·]\s*{_DATE}.{{0,30}}"),
    ("credit", r"(?:by|von|par|por|di|door|av|af|oleh)[: ]\s*(?-i:[A-ZÀ-Þ@]).{0,140}(?<![.!?”\"])"),
    ("credit", r"(?:written|reported|posted|story|text|words|reporting|edited|compiled)(?: and \w+)? by:? .{0,120}"),
    ("credit", rf"(?-i:{_NAME}(?:\s{_NAME}){{0,3}}),? (?:staff (?:writer|reporter)|correspondent|(?:senior |chief |news |political )?(?:reporter|editor|writer|correspondent)"
               rf"|contributor|columnist).{{0,60}}"),
    ("credit", rf"(?-i:{_NAME}(?: {_NAME}){{1,3}}) {_DATE}.{{0,40}}"),
    ("credit", r"(?:source|image|images|photo|photos|picture|pictures|credit|credits|photograph|graphic|illustration|video|foto|bild|fotos|quelle|crédit)s?"
               r"(?: credit| courtesy)?(?::| by| courtesy of| from)\s.{1,140}"),
    ("credit", rf"(?:.{{0,60}}[|/,]\s*)?(?:{_CREDITOR})(?:\s*(?:[|/,]|via)\s*.{{0,40}})?"),
    ("prompt", r"(?:.{0,60}\b)?(?:sign[ -]?up|subscribe|register|log ?in|sign in|join)\b.{0,50}\b(?:newsletter|news ?letters|inbox|alerts?|e-?mails?|updates|daily|today|"
               r"account|free|subscription|member|subscribers?|our|here|now|unlimited)\b.{0,140}"),
    ("prompt", r".{0,90}\b(?:newsletter|newsletters)\b.{0,20}(?<![.!?])"),
    ("prompt", r".{0,80}\b(?:(?:delivered|straight|directly|sent) (?:directly |straight )?(?:to|in) your (?:delivered )?inbox|in your inbox|your e-?mail address|privacy policy and terms"
               r"|terms of (?:service|use) and privacy|unsubscribe at any time|opt[- ]out at any time|support (?:our|independent) journalism|become a (?:member|subscriber|patron)"
               r"|already a subscriber|subscribers? only|subscriber[- ]only|start your free trial|download (?:our|the) (?:free )?app|enable javascript|ad ?blocker|"
               r"tell us what you think|taking this survey|please donate|ad[- ]free|send us a tip|read our privacy policy|terms and conditions apply)\b.{0,120}"),
    ("prompt", r"(?:e-?mail(?: address)?\s*[*:]*|name\s*[*:]+|ok|cancel|continue|submit|close|search|subscribe|sign ?up|sign in|log ?in|log ?in / register|register|log ?out|"
               r"manage account|cancel account|join us|donate|get started|try (?:it )?(?:now|free)|or|by clicking .{0,160}|i agree .{0,200}|i would like to .{0,160}|"
               r"enter your e-?mail.{0,60}|thank you for .{0,40}(?:subscribing|signing|registering).{0,60})"),
    ("advertisement", r"(?:advertisements?|advertising|ad|sponsored(?: content| by .{0,40}| resources)?|paid (?:content|post|partnership)|promoted(?: content)?|anzeige|werbung|publicité|"
                      r"publicidad|pubblicità|reklama?|реклама|iklan|scroll (?:down )?to continue.{0,40}|article continues (?:below|after).{0,40}|story continues.{0,40}|continue reading below"
                      r"|skip (?:advert(?:isement)?|ad|to (?:main )?content)|advertise(?: with us| on .{0,30})?|place an ad)"),
    ("caption", r".*[\[(]\s*(?:image|photo|picture|pic|credit|foto|bild|file|ap photo|source|getty|illustration|photograph|photos|images|video|stock image)s?\b[^()]{0,120}[\])]?\s*(?:less|more >?)?"),
    ("caption", r".*\b(?:photo(?:graph)?s?|image|images|picture|illustration|video|graphic|foto|screenshot|credit|credits|courtesy|handout)(?: credit)?(?: by | courtesy(?: of)? |: ?|/ ?)"
                r"(?-i:[A-ZÀ-Þ@]).{0,90}(?<![.!?])"),
    ("caption", r".{12,}\b(?-i:AP Photo|Getty Images|GETTY|Shutterstock|Alamy|iStock|stock\.adobe\.com|PA Wire)(?:\s?/\s?\S.{0,60}|\s[A-Z]\w+\s?\)?)?\)?"),
    ("caption", r".{12,}[/(|.]\s*(?-i:AP|AFP|Reuters|REUTERS|EPA|dpa|The Associated Press)\)?"),
    ("caption", r".*\((?:[^()]*[/ ])?(?-i:AP|AFP|Reuters|REUTERS|Getty|GETTY|EPA|NPA|PA|dpa|Bloomberg)(?:[^()]{0,40})\)\s*"),
    ("caption", r"(?:file photo|in this (?:file )?(?:photo|image|picture|\w+\.? \d{1,2}, \d{4})|this (?:combination|image|photo|picture|file|illustration|undated|"
                r"handout|screen ?grab|still|(?-i:[A-Z]\w+\.? \d{1,2}, \d{4},? (?:file )?photo)|(?-i:[\w.]+ ){1,4}illustration)|an? artist['’]?s (?:illustration|impression|rendering|concept)|above:|below:|pictured:?|"
                r"\d+ ?of ?\d+|an aerial view|a (?:general|aerial|file) (?:view|photo)|from left|watch:|watch in full|photos?:|video:|listen:)\b.*"),
    ("caption", r"file\s*[-–—:].*"),
    ("menu", r"(?:(?:»|›|>|→|•|·|\+)\s*\S.{0,40}|(?:skip to .{0,30}|home ?page|home|menu|sitemap|site map|navigation|sections|topics|contact(?: us)?|about(?: us)?|faqs?|help|careers|jobs|"
             r"terms(?: (?:of (?:use|service)|& conditions|and conditions))?|privacy(?: (?:policy|statement|notice))?|impressum|datenschutz|agb|kontakt|imprint|disclaimer|"
             r"accessibility|press|media kit|classifieds|e-?paper|rss(?: feeds?)?|podcasts?|videos?|photos?|pictures|gallery|weather|obituaries|horoscopes?|crosswords?|"
             r"puzzles|newsletters|shop|store|my account|back to top|load more|see (?:all|more)|view (?:all|more)|show (?:all|more|less)|read (?:more|next|later)|more\.{0,3}|all >|next|previous|prev))"),
    ("related", r"(?:read|see|watch|view|listen|find|learn|lesen sie|mehr)\s+(?:more|also|next|now|here|mehr|auch|full story)\b:?.{0,140}(?<![.!?])"
                r"|(?:also read|also see|see also|related|recommended|more on this(?: story)?|don['’]t miss|also check out|read the full story|continue reading|"
                r"lire aussi|à lire aussi|lea también|le puede interesar|leggi anche|leia também|lees ook|läs också|les også|læs også|czytaj też|zobacz też|"
                r"читайте также|baca juga|ayrıca oku|mehr zum thema|das könnte sie auch interessieren|sur le même sujet)\b[:|]?.{0,140}(?<![.!?])"),
    ("residue", r"[\W_]{1,60}|\d{1,4}|[\d.,]+\s*[km]|\d{1,3}°[cf]?|current time .{0,20}|duration .{0,20}|loaded.{0,10}|tt|a a|aa|-?A\+|\d+:\d\d|click to (?:copy|hide|expand|enlarge|play)|loading\.*|"
                r"— .{2,60}\(@\w{1,20}\).{0,40}|pic\.twitter\.com/\S+|https?://\S+|@\w{2,20}|#\w+(?: #\w+)*"),
)  # fmt: skip
_PATTERNS = tuple((kind, re.compile(source, re.I | re.S)) for kind, source in _SOURCES)
_LABEL = re.compile(
    r"(?:the )?(?:most (?:read|popular|viewed|shared|recent|commented|watched)|trending|popular|latest|recommended|related|more|editor['’]?s['’]? picks?|top|also|"
    r"you may|you might|don['’]t miss|featured|read (?:next|more)|what to read next|up next|in case you missed|must[- ]reads?|today['’]s|best of|sponsored|"
    r"meist ?gelesen|am meisten|aktuell|neueste|mehr|les plus|à la une|lo más|más|i più|più letti|mais|mest|najczęściej|популярное|terpopuler|en çok)\b"
    r"(?:\s+(?:read|stories|story|news|articles?|videos?|posts?|from|on|in|topics?|headlines|now|coverage|popular|trending|latest|related|resources|edition|"
    r"content|also like|be interested in|interest you|for you|this week|today|by|picks|reads|links|zum thema|gelesen|nachrichten|lus|leído|leídas|letti|lidas|lest|"
    r"[\w&'’.]+)){0,5}\s*[:.…]*",
    re.I,
)


@lru_cache(maxsize=8192)
def kind_of(line: str) -> FurnitureKind | None:
    """The kind of furniture that a whole line is by its own words, None where they do not tell."""
    plain = " ".join(line.split())
    if len(plain) > 420:
        return None
    return next((kind for kind, pattern in _PATTERNS if pattern.fullmatch(plain)), None)


def label(line: str) -> bool:
    """Whether a short line heads a list of links: "Most read", "Related stories", "More from Sport"."""
    return len(line) < 60 and len(line.split()) <= 7 and _LABEL.fullmatch(line.strip()) is not None
