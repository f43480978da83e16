"""Bytes to pages. In: files, folders, archives, WARCs, standard input. Out: a Page each, with its canonical text, or the reason why not."""

from khaldun.pages.guarded import Guarded
from khaldun.pages.inputs import inputs
from khaldun.pages.items import Broken, Input, Item, Skipped
from khaldun.pages.reader import MOST_BYTES, MOST_TEXT, read

__all__ = ["MOST_BYTES", "MOST_TEXT", "Broken", "Guarded", "Input", "Item", "Skipped", "inputs", "read"]
