"""Khaldun reads news pages and writes the record of international affairs."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from khaldun.actors import who
    from khaldun.articles.view import page
    from khaldun.reader import Reader
    from khaldun.record import Record as open

__version__ = "0.1.0"
__all__ = ["Reader", "__version__", "open", "page", "who"]

_WHERE = {
    "Reader": ("khaldun.reader", "Reader"),
    "open": ("khaldun.record", "Record"),
    "page": ("khaldun.articles.view", "page"),
    "who": ("khaldun.actors", "who"),
}
"""What is loaded when it is first asked for, so that `import khaldun` costs next to nothing."""


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _WHERE[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return sorted(__all__)
