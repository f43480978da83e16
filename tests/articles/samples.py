"""Articles of our own invention, and pages put together from them."""

from __future__ import annotations

BORDER = (
    "Arvania and Belmora sign border agreement in Lissen",
    (
        "Arvania and Belmora signed an agreement on Monday that ends an eleven-year dispute over the fishing grounds off Lissen.",
        "The agreement gives both countries the right to fish within twelve miles of the disputed islands, officials said.",
        "Arvanian Foreign Minister Ilda Roske said the agreement would “let the boats of both nations go out in peace”.",
        "Belmora promised to withdraw its patrol boats from the Lissen strait by the end of the month.",
        "The parliaments of both countries have to approve the agreement before it takes effect in the autumn.",
    ),
)
QUAKE = (
    "Rescuers search for survivors after earthquake shakes Tamar valley",
    (
        "At least nine people died when an earthquake shook the Tamar valley before dawn, rescue workers said on Tuesday.",
        "The earthquake destroyed the hospital of Ostrel and cut the only road into the valley, the governor told reporters.",
        "Rescue teams with dogs searched the ruins of two apartment buildings for survivors through the morning.",
        "The seismological institute measured a magnitude of 6.1 and warned of further shocks in the coming days.",
        "Neighbouring provinces sent tents, blankets and a field hospital to Ostrel.",
    ),
)
HEADLINES = (
    "Orchestra of the capital tours villages by bus",
    "Why the price of salt has doubled since spring",
    "Chess champion resigns after only nine moves",
    "Seven ways to keep a bicycle chain clean",
)


def body(story: tuple[str, tuple[str, ...]], gap: str = "\n") -> str:
    return gap.join(story[1])


LAYOUTS = {
    "twice": "{a}\n\nPicture of the day\n\n{a}\n\n{A}\n\n\n\n{b}\n\nTT\n\n{b}\n\n{B}\n",
    "captions-twice": "{a}\n\nThe harbour of Lissen on Monday\nThe harbour of Lissen on Monday\nTT\n\n"
    "{a}\n\nThe harbour of Lissen on Monday\n"
    "The harbour of Lissen on Monday\n\n{A}\n\n\n\n{b}\n\nRuins in Ostrel (Reuters)\nRuins in Ostrel (Reuters)\nTT\n\n{b}\n\n{B}\n",
    "once": "{a}\n\nBy Ada Writer\nJuly 9, 2024\n\n{A}\n\nShare\n\n\n\n{b}\n\nBy Ben Writer\nJuly 10, 2024\n\n{B}\n",
    "no-blank-lines": "{a}\n{a}\n{A}\nShare on Facebook\nTweet\n{b}\n{b}\n{B}\nPrivacy Policy",
    "menu-first": "Home\nWorld\nBusiness\nSport\n\n{a}\n\n{a}\n\n{A}\n\n\n\n"
    "{b}\n\n{b}\n\n{B}\n\nAbout us\nContact us\n© 2024 The Harbour News. All rights reserved.",
    "separators": "{a}\n{a}\n\n{A}\n\n* * *\n\n{b}\n{b}\n\n{B}\n",
    "one-line-each": "{a} By Ada Writer July 9, 2024 {a} {A1}\n\n{b} Published: July 10, 2024 10:00 {b} {B1}",
    "one-line-in-all": "{a} {a} {A1} {b} {b} {B1}",
}

LONG_BORDER = (
    BORDER[0],
    (
        *BORDER[1],
        "Roske, who flew to Belmora’s capital in March for the first round, thanked the fishermen’s guild of Lissen for its patience.",
        "The guild said its sixty boats would sail for the islands as soon as the patrol boats had left the strait.",
        "Mackerel and herring worth ninety million crowns were landed in Lissen before the dispute, and hardly a tenth of that since.",
        "Belmora’s opposition called the fishing agreement a gift to Arvania and wants the treaty put to the voters of the islands.",
        "Roske answered that nobody who had ever hauled a herring net would vote against it.",
    ),
)
LONG_QUAKE = (
    QUAKE[0],
    (
        *QUAKE[1],
        "The governor of Tamar said that the hospital in Ostrel had been inspected only in spring and had been found safe.",
        "Rescue workers asked for cranes, because the ruins of the apartment buildings could not be entered by the dogs.",
        "A railway tunnel above Ostrel was blocked by rocks, and geologists warned that a slope nearby was still moving.",
        "The last earthquake of such strength in the Tamar valley, in 1931, buried a monastery and eleven monks.",
        "Schools stayed closed, and the cathedral’s cracked tower was roped off by the fire brigade.",
    ),
)
"""Long enough that nothing but their words is needed to tell them apart."""


def page(layout: str) -> str:
    return LAYOUTS[layout].format(a=BORDER[0], A=body(BORDER), A1=body(BORDER, " "), b=QUAKE[0], B=body(QUAKE), B1=body(QUAKE, " "))
