"""A Reading with who, when and where in; the Statements and Events of an article out."""

from khaldun.events.coding import code
from khaldun.events.contexts import contexts

__all__ = ["code", "contexts"]
