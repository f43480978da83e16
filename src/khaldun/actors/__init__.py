"""Names and noun phrases in, who they are at a date out; and within an article, who "the agency", "his office" and "both sides" are.

`who` reads one phrase by the shipped gazetteer (or one of your own laid over it), `resolve` all mentions of an article.
"""

from khaldun.actors.gazetteer import Gazetteer, shipped
from khaldun.actors.listed import listed
from khaldun.actors.phrases import who
from khaldun.actors.reference import identify, resolve

__all__ = ["Gazetteer", "identify", "listed", "resolve", "shipped", "who"]
