"""Scores of a window to words, names, acts and sayings on the page's text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

import numpy as np

from khaldun.ontology import ontology
from khaldun.reading.model import Floats, Labels, Look, Scores
from khaldun.reading.trees import heads
from khaldun.records import Act, Name, NameKind, Saying, Span, Word

ACT_THRESHOLD = 0.4  # set coarsely on the held-out part of the corpus, as `SURE` is: F1 hardly moves between .3 and .6
SAYING_THRESHOLD = 0.4
MOST = 0.99  # of an act that two words of a trigger share between them
NAME_KINDS: dict[str, NameKind] = {"PER": "person", "ORG": "organisation", "LOC": "place", "NAT": "nationality", "MISC": "other"}
SIDE_THRESHOLD = 0.6  # a side of which no word is surer is left out
GAP_THRESHOLD = 0.3  # a word between two fragments of a side joins them when it is at least this sure
ODDS = (-2.0, 3.0)  # bounds of a word's log odds in a stretch: a few doubtful words do not cut it
FILL = 0.3  # added to each word's log odds
SIDES = ("actor", "recipient")
ARTICLES = ("the", "a", "an")
JOINTS = (",", ";", "and", "or", "&")
EMPTY = frozenset("of in on at by to from for with against over and or 's ’s".split())  # a side of these alone is none

WordSpan = tuple[int, int]


def runs(tags: Sequence[int], labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """Word spans of a tag sequence, in order; an inside tag without a beginning opens a span."""
    out: list[tuple[int, int, str]] = []
    start, kind = 0, ""
    for i, tag in enumerate([*tags, 0]):
        label = labels[tag]
        if kind and (not label or label[0] == "B" or label[2:] != kind):
            out.append((start, i, kind))
            kind = ""
        if label and not kind:
            start, kind = i, label[2:]
    return out


class Words:
    """The words of one window on the page's text, to make spans of word spans."""

    def __init__(self, text: str, places: Sequence[tuple[int, int]]) -> None:
        self.text, self.places = text, places

    def span(self, first: int, last: int) -> Span:
        start, end = self.places[first][0], self.places[last - 1][1]
        return Span(self.text[start:end], start, end)

    def paragraph(self, i: int) -> WordSpan:
        """The words of the paragraph that word `i` stands in."""
        breaks = [0, *(k for k in range(1, len(self.places)) if "\n" in self.text[self.places[k - 1][1] : self.places[k][0]])]
        return max(k for k in breaks if k <= i), min((k for k in breaks if k > i), default=len(self.places))

    def lower(self, i: int) -> str:
        return self.text[slice(*self.places[i])].lower()

    def trimmed(self, first: int, last: int) -> Span:
        """A party's span without a leading article and without marks at its edges."""
        while last - first > 1 and (self.lower(first) in ARTICLES or not any(c.isalnum() or c in "\"'“‘«$€£" for c in self.lower(first))):
            first += 1
        while last - first > 1 and self.lower(last - 1) in (",", ";", ":", "-", "–", "—", ".", "'s", "’s"):
            last -= 1
        return self.span(first, last)

    def trimmed_content(self, first: int, last: int) -> Span:
        """What is said without a leading "that" and without the marks that part it from its frame."""
        while last - first > 1 and (
            self.lower(first) in (",", ";", ":", ".", "—", "–") or (self.lower(first) == "that" and last - first > 2)
        ):
            first += 1
        while last - first > 1 and self.lower(last - 1) in (";", ":", ".", "—", "–"):
            last -= 1
        return self.span(first, last)


def tree(scores: Scores, labels: Labels, places: Sequence[tuple[int, int]], first: int, last: int) -> tuple[Word, ...]:
    """The words `[first, last)` of a window, one sentence, with their tree."""
    n = last - first
    arcs = np.concatenate([scores.arcs[first:last, :1], scores.arcs[first:last, first + 1 : last + 1]], 1)
    found = heads(arcs) if n else []
    return tuple(
        Word(*places[i], labels.upos[scores.upos[i]], head, "root" if head < 0 else labels.relations[scores.relations[i]])
        for i, head in zip(range(first, last), found, strict=True)
    )


def names(scores: Scores, labels: Labels, words: Words) -> tuple[Name, ...]:
    """Names of a window; two of one kind with nothing between them are one."""
    joined: list[tuple[int, int, str]] = []
    for a, b, kind in runs(scores.names.argmax(1).tolist(), labels.names):
        before = joined[-1] if joined else None
        if before and before[1] == a and before[2] == kind:
            joined[-1] = (before[0], b, kind)
        else:
            joined.append((a, b, kind))
    spans = [(words.trimmed(a, b), NAME_KINDS[kind]) for a, b, kind in joined]
    return tuple(Name(s.text, s.start, s.end, kind) for s, kind in spans)


def _roles(look: Look, labels: Labels, words: Words, named: Sequence[WordSpan]) -> dict[str, tuple[Span, ...]]:
    """Spans of each role, articles cut from the parties of events; `named` are the window's names, which no party cuts through."""
    out: dict[str, list[Span]] = {}
    fragments: dict[str, list[WordSpan]] = {}
    for tags, group in ((look.parties, labels.parties), (look.setting, labels.setting), (look.figures, labels.figures)):
        for a, b, role in runs(tags.argmax(1).tolist(), group):
            if role in SIDES:
                fragments.setdefault(role, []).append((a, b))
            else:
                out.setdefault(role, []).append(words.span(a, b))
    for role, found in fragments.items():
        out[role] = [words.trimmed(a, b) for a, b in sides(found, _chance(look.parties, labels, role), words, named)]
    return {role: tuple(spans) for role, spans in out.items() if spans}


def sides(fragments: Sequence[WordSpan], sure: Floats, words: Words, named: Sequence[WordSpan] = ()) -> list[WordSpan]:
    """Actors or recipients of their fragments in order: those of one phrase or one name put together again, none that no word is sure of,
    none without a word that means somebody."""
    out: list[WordSpan] = []
    for a, b in (_whole(a, b, named) for a, b in fragments):
        if out and (a < out[-1][1] or _one_phrase(out[-1][1], a, sure, words)):
            out[-1] = (out[-1][0], max(b, out[-1][1]))
        else:
            out.append((a, b))
    return [(a, b) for a, b in out if sure[a:b].max() >= SIDE_THRESHOLD and any(words.lower(i) not in EMPTY for i in range(a, b))]


def _whole(a: int, b: int, named: Sequence[WordSpan]) -> WordSpan:
    """A fragment with the rest of the names that it has a part of."""
    touched = [name for name in named if name[0] < b and a < name[1]]
    return min([a, *(x for x, _ in touched)]), max([b, *(y for _, y in touched)])


def _one_phrase(end: int, start: int, sure: Floats, words: Words) -> bool:
    """Whether what lies between two fragments belongs to their role as well."""
    between = range(end, start)
    return len(between) <= 2 and all(sure[i] > GAP_THRESHOLD and words.lower(i) not in JOINTS for i in between)


def _trigger(roles: dict[str, tuple[Span, ...]], anchor: Span) -> Span:
    """The trigger's span that holds the anchor, or the anchor alone."""
    return next((s for s in roles.pop("trigger", ()) if s.start <= anchor.start < s.end), anchor)


def agreed(anchors: Floats, look: Look) -> Floats:
    """Probability of no event and of each type, by both looks together: their geometric mean, brought to sum one."""
    both: Floats = np.sqrt(anchors[look.word, :-1] * look.act[:-1])
    return np.asarray(both / both.sum(), np.float32)


def acts(scores: Scores, labels: Labels, words: Words, threshold: float = ACT_THRESHOLD) -> tuple[Act, ...]:
    """Events of a window, in text order."""
    out: list[Act] = []
    named = [(a, b) for a, b, _ in runs(scores.names.argmax(1).tolist(), labels.names)]
    looks = [look for look in scores.looks if not look.saying]
    chances = [agreed(scores.anchors, look) for look in looks]
    sure = together(looks, chances, labels)
    for look, p, at_all in zip(looks, chances, sure, strict=True):
        if at_all < threshold:
            continue
        p = p * (at_all / max(1 - float(p[0]), 1e-6))
        roles = _roles(look, labels, words, named)
        trigger = _trigger(roles, words.span(look.word, look.word + 1))
        best = 1 + int(p[1:].argmax())
        kinds = [best] + [int(k) for k in np.flatnonzero(p[1:] > 0.35) + 1 if k != best]
        status = labels.statuses[int(look.status.argmax())]
        out += [Act(labels.acts[k], mode(look, labels, labels.acts[k]), status, trigger, min(float(p[k]), 1.0), roles) for k in kinds]
    return tuple(_distinct(out))


def together(looks: Sequence[Look], chances: Sequence[Floats], labels: Labels) -> list[float]:
    """How sure it is that each look sees an event at all. Two words of one trigger ("expressed his dissatisfaction") share what is sure of
    the act between them: where one look's trigger holds the other's word and both say the same type, the surer has both their parts.
    """
    sure = [1 - float(p[0]) for p in chances]
    out = list(sure)
    triggers = [
        {i for a, b, role in runs(x.parties.argmax(1).tolist(), labels.parties) if role == "trigger" for i in range(a, b)} for x in looks
    ]
    for i, j in combinations(range(len(looks)), 2):
        if chances[i][1:].argmax() == chances[j][1:].argmax() and (looks[j].word in triggers[i] or looks[i].word in triggers[j]):
            first, second = (i, j) if sure[i] >= sure[j] else (j, i)
            out[first] = min(out[first] + sure[second], MOST)
    return out


def mode(look: Look, labels: Labels, kind: str) -> str | None:
    """The likeliest mode that `kind` has, or none."""
    allowed = ontology().types[kind].modes
    best = max((i for i, name in enumerate(labels.modes) if not name or name in allowed), key=lambda i: float(look.mode[i]))
    return labels.modes[best] or None


def _distinct(found: Sequence[Act]) -> list[Act]:
    """Of acts of one type whose triggers overlap, the surest."""
    out: list[Act] = []
    for act in sorted(found, key=lambda a: -a.confidence):
        twin = any(a.type == act.type and a.trigger.start < act.trigger.end and act.trigger.start < a.trigger.end for a in out)
        if not twin:
            out.append(act)
    return sorted(out, key=lambda a: (a.trigger.start, a.type))


def sayings(scores: Scores, labels: Labels, words: Words, threshold: float = SAYING_THRESHOLD) -> tuple[Saying, ...]:
    """Attributions of a window, in text order."""
    out = []
    for look in scores.looks:
        sure = float(np.sqrt(scores.anchors[look.word, -1] * look.act[-1]))
        if not look.saying or sure < threshold:
            continue
        roles = _roles(look, labels, words, ())
        cue = _trigger(roles, words.span(look.word, look.word + 1))
        stance = labels.stances[int(look.stance.argmax())]
        parts = (roles.get(role, ()) for role in ("addressee", "relay"))
        out.append(Saying(cue, stance, sure, *_said(look, labels, words, cue), *parts))
    return tuple(out)


def _said(look: Look, labels: Labels, words: Words, cue: Span) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Source and content, of the cue's paragraph. Each is whole but where the frame cuts through it: one stretch of words on each side of
    cue and source."""
    first, last = words.paragraph(look.word)
    chance = {role: _chance(look.parties, labels, role) for role in ("source", "content")}
    frame = {i for i, (a, b) in enumerate(words.places) if a < cue.end and cue.start < b}
    source = stretch(chance["source"], first, last, frame)
    taken = frame | (set(range(*source)) if source else set())
    cuts = sorted({first, last, *taken, *(i + 1 for i in taken)})
    zones = [(a, b) for a, b in pairwise(cuts) if a not in taken]
    content = [found for a, b in zones if (found := stretch(chance["content"], a, b, set()))]
    most = max((b - a for a, b in content), default=0)
    kept = [words.trimmed_content(a, b) for a, b in content if b - a > 2 or b - a == most]
    return (words.span(*source),) if source else (), tuple(kept)


def _chance(tags: Floats, labels: Labels, role: str) -> Floats:
    """How sure each word is of a role, whether it begins it or goes on with it."""
    begin = labels.parties.index(f"B-{role}")
    return tags[:, begin] + tags[:, begin + 1]


def stretch(chance: Floats, first: int, last: int, blocked: set[int]) -> WordSpan | None:
    """The words in a row of `[first, last)` that speak most for a role together (largest sum of log odds); none where no word is likely."""
    odds = np.log(np.clip(chance, 1e-3, 1 - 1e-3) / np.clip(1 - chance, 1e-3, 1 - 1e-3)).clip(*ODDS) + FILL
    best, total, start, found = 0.0, 0.0, first, None
    for i in range(first, last):
        if i in blocked or total < 0:
            total, start = 0.0, i + (i in blocked)
        if i not in blocked:
            total += float(odds[i])
            if total > best:
                best, found = total, (start, i + 1)
    return found if found and chance[slice(*found)].max() > 0.5 else None
