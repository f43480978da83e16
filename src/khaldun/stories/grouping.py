"""Topics in, stories out: in the order of publication, each article joins the story of these days that it is most like, or begins one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from math import log, sqrt

from khaldun.records import Story, stable_id
from khaldun.stories.topics import Topic

WINDOW = 3
"""Days between an article and the latest of its story; news that lies longer has become another story."""

ALIKE = 0.2
"""Likeness (cosine of terms weighed by rarity, mean over the story's latest articles) from which two articles are on the same news."""

LATEST = 5
"""Articles of a story that a new one is compared with: the latest, for stories move on."""


def stories(topics: Iterable[Topic]) -> tuple[Story, ...]:
    """The stories that articles belong to, whatever the order of `topics`. An article with a `story` stays there."""
    found = _Stories(sorted({topic.article_id: topic for topic in topics}.values(), key=_in_order))
    return tuple(_story(name, members) for name, members in found.members.items())


class _Stories:
    """Stories begun so far, by id."""

    def __init__(self, topics: Sequence[Topic]) -> None:
        self.members: dict[str, list[Topic]] = {}
        self._rarity = _rarity(topics)
        self._weights: dict[str, float] = {}
        self._by_term: dict[str, list[str]] = defaultdict(list)
        self._story_of: dict[str, str] = {}
        for topic in topics:
            if topic.story:
                self._put(topic, topic.story)
        for topic in topics:
            if not topic.story:
                self._put(topic, self._find(topic) or stable_id("story", topic.article_id))

    def _put(self, topic: Topic, name: str) -> None:
        self.members.setdefault(name, []).append(topic)
        self._story_of[topic.article_id] = name
        self._weights[topic.article_id] = sum(self._rarity[term] ** 2 for term in topic.terms)
        for term in topic.terms:
            if name not in self._by_term[term][-1:]:
                self._by_term[term].append(name)

    def _find(self, topic: Topic) -> str | None:
        """The story most like it; the story of its original, if it is a copy."""
        if topic.copy_of in self._story_of:
            return self._story_of[topic.copy_of]
        telling = sorted(topic.terms, key=lambda term: (-self._rarity[term], term))[: len(topic.terms) // 2 + 1]
        names = sorted({name for term in telling for name in self._by_term.get(term, ())})
        likeness, best = max(((self._likeness(topic, self.members[name]), name) for name in names), default=(0.0, None))
        return best if likeness >= ALIKE else None

    def _likeness(self, topic: Topic, members: Sequence[Topic]) -> float:
        """Mean likeness to the story's latest articles of these days; 0 where it has none."""
        near = [m for m in members if topic.published is None or m.published is None or abs(topic.published - m.published) <= WINDOW]
        near = near[-LATEST:]
        return sum(self._cosine(topic, member) for member in near) / len(near) if near else 0.0

    def _cosine(self, one: Topic, other: Topic) -> float:
        common = sum(self._rarity[term] ** 2 for term in one.terms & other.terms)
        weight = sum(self._rarity[term] ** 2 for term in one.terms)
        return common / sqrt(weight * self._weights[other.article_id]) if common else 0.0


def _rarity(topics: Sequence[Topic]) -> dict[str, float]:
    """What a term weighs: less, the more of the articles have it."""
    counts = Counter(term for topic in topics for term in topic.terms)
    return {term: log((len(topics) + 20) / (count + 2)) for term, count in counts.items()}


def _in_order(topic: Topic) -> tuple[bool, float, str]:
    """Copies after what they copy; by day of publication, those of unknown day last."""
    return topic.copy_of is not None, (float("inf") if topic.published is None else topic.published), topic.article_id


def _story(name: str, members: Sequence[Topic]) -> Story:
    ordered = sorted(members, key=lambda m: _in_order(m)[1:])
    days = [date.fromordinal(m.published).isoformat() for m in ordered if m.published is not None]
    title = next((m.title for m in ordered if m.title), None)
    return Story(name, title, min(days, default=None), max(days, default=None), tuple(m.article_id for m in ordered))
