"""Text from pages, made harmless for a terminal; and how wide and how colourful that is."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
import unicodedata

import click

HARMLESS = "\u200c\u200d"
"""Joiners that scripts and emoji need, and that show nothing else than they should."""


def safe(text: str) -> str:
    """The text on one line, with control, bidi and other hidden signs spelled out, so that no page can steer the terminal."""
    return "".join(_sign(sign) for sign in " ".join(text.split()))


def _sign(sign: str) -> str:
    hidden = unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") and sign not in HARMLESS
    return f"\\u{ord(sign):04x}" if hidden else sign


def colourful() -> bool:
    """Whether standard output takes colours."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Columns to write in: the terminal's, within what reads well."""
    return max(50, min(110, shutil.get_terminal_size((100, 24)).columns))


def marked(text: str, start: int, end: int) -> str:
    """Words with a part of them marked: bold where there are colours, in [brackets] elsewhere."""
    before, middle, after = safe(text[:start]), safe(text[start:end]), safe(text[end:])
    gap = " " if text[:start][-1:].isspace() else "", " " if text[end:][:1].isspace() else ""
    shown = click.style(middle, bold=True, fg="cyan") if colourful() else f"[{middle}]"
    return before + gap[0] + shown + gap[1] + after


def indented(text: str, by: int = 4) -> str:
    """The text in lines of the terminal's width."""
    return textwrap.fill(text, width(), initial_indent=" " * by, subsequent_indent=" " * by, break_long_words=False, break_on_hyphens=False)


def dim(text: str) -> str:
    """Text that matters less."""
    return click.style(text, dim=True) if colourful() else text


def bold(text: str) -> str:
    """Text to see first."""
    return click.style(text, bold=True) if colourful() else text
