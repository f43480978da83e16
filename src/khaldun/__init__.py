"""Khaldun reads news pages and writes the record of international affairs."""

__version__ = "0.1.0"
