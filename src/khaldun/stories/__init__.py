"""Across articles. In: articles with their events and statements. Out: copies, stories, happenings, and claims for and against."""

from khaldun.stories.grouping import WINDOW, stories
from khaldun.stories.merging import grouped, happenings
from khaldun.stories.repeats import as_copy
from khaldun.stories.sketches import COPY, Sketch, restored, shared, sketch, stored
from khaldun.stories.telling import LATE, PLANNED, ordinal
from khaldun.stories.testimony import claims
from khaldun.stories.topics import Topic, terms, topic

__all__ = [
    "COPY",
    "LATE",
    "PLANNED",
    "WINDOW",
    "Sketch",
    "Topic",
    "as_copy",
    "claims",
    "grouped",
    "happenings",
    "ordinal",
    "restored",
    "shared",
    "sketch",
    "stored",
    "stories",
    "terms",
    "topic",
]
