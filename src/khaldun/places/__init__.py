"""Where: place phrases to name, country, region and degrees. In: a span. Out: a Place with its rule, or null with the reason."""

from __future__ import annotations

from khaldun.places.locating import locate

__all__ = ["locate"]
